// What would be released next, at which versions, why, and in which order: the same story as `examples/release_plan.rs`.
//
// `node examples/release_plan.mjs [DIR]` plans for the git repository around DIR, or around the current directory; where there
// is none with a workspace, for the small history in `examples/data/`.
import { readFile } from 'node:fs/promises'
import { GreenboardError, Repository, changelog, plan, render } from 'greenboard'

async function fromRepository(dir) {
  const repository = Repository.open(dir)
  const workspace = await repository.workspace()
  const changes = await repository.changes(workspace)
  const notices = changes.notices.map((notice) => notice.message)
  return { source: `The repository at ${repository.root}`, workspace, changes, notices }
}

async function fromData() {
  const read = (name) => readFile(new URL(`data/${name}`, import.meta.url), 'utf8')
  const [workspace, changes] = await Promise.all(['workspace.json', 'changes.json'].map(read))
  const source = 'The example history in examples/data'
  return { source, workspace, changes, notices: [], at: '2026-11-20T09:00:00Z' }
}

async function history(dir) {
  try {
    return await fromRepository(dir ?? '.')
  } catch (error) {
    // Whatever is wrong with a repository that is there has to be said.
    if (dir !== undefined || !['source.no_repository', 'component.no_manifest'].includes(error.code)) throw error
    return fromData()
  }
}

async function main(dir) {
  const { source, workspace, changes, notices, at } = await history(dir)
  const next = await plan(workspace, changes, { at })
  let text = `${source}\n\n${render(next, 'text')}`
  if (next.entries.length > 0) text += `\n${changelog(next, next.entries[0].component)}`
  if (notices.length > 0) text += `\n${['Notes', ...notices].join('\n  ')}\n`
  process.stdout.write(text)
}

process.stdout.on('error', (error) => {
  // Who reads only the head of it has seen enough.
  if (error.code !== 'EPIPE') throw error
})

main(process.argv[2]).catch((error) => {
  if (!(error instanceof GreenboardError)) throw error
  console.error(error.message)
  process.exitCode = 1
})
