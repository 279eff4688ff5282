// `ledger_writer.mjs DIR NAME COUNT [every|group|none]`: the twin of `tests/bin/ledger_writer.rs`; see there.
import { GreenboardError, ledger } from 'greenboard'

const [folder, name, count, sync] = process.argv.slice(2)
const actor = { id: 'writer', kind: 'service' }
const at = '2026-01-02T03:04:05Z'
const draft = (id) => ({ id, kind: 'command.done', subject: name, actor, at })

try {
  const store = ledger.Ledger.openSync(folder, sync === undefined ? {} : { sync })
  // Fixed, so that every writer's is the same draft: the second one repeats it.
  store.appendSync(ledger.genesis('example.com/writers', actor, { at, nonce: Buffer.alloc(16, 7) }))
  for (let n = 0; n < Number(count); n += 1) {
    const id = `${name}/${n}`
    const { entries } = await store.append(n % 5 === 4 ? [draft(id), draft(`${id}/more`)] : draft(id))
    console.log(entries.map((entry) => `${entry.seq} ${entry.id}`).join('\n'))
  }
  await store.close()
} catch (error) {
  if (!(error instanceof GreenboardError)) throw error
  console.error(error.code, error.message)
  process.exitCode = 3
}
