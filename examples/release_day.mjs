// The day of a release, from plan to review, on one ledger. The same story as `examples/release_day.rs`: what was decided is
// recorded, what is refused says why, and whoever comes later goes on from the ledger, in whatever language.
//
// `node release_day.mjs [LEDGER [before|after]]` keeps the ledger in a folder, and does only the part before or after the decision to go.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refused, ledger, release } from 'greenboard'

const read = (name) => readFile(new URL(`data/release_day/${name}`, import.meta.url), 'utf8')
const BEGAN = '2026-11-02T08:55:00Z'
const LATER = '2026-11-10T10:00:00Z'
let text = ''
const say = (line) => (text += `${line}\n`)

/** Gives every command of a part, and tells what came of it. */
async function act(desk, part) {
  for (const { id, actor, at, command } of JSON.parse(await read(`${part}.json`))) {
    const said = `${at} ${actor.id}: ${command.kind}`
    try {
      const done = await desk.act('shop-2.1', command, { actor, id, at, now: at })
      say(`${said} → ${done.events.map((event) => event.what.kind).join(', ')}`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      say(`${said} is refused`)
      for (const reason of error.reasons) say(`  ${reason.code}: ${reason.message}`)
    }
  }
}

async function tell(book, desk, roles) {
  text += `\n${release.render(desk.state('shop-2.1'), 'text', { at: LATER })}`
  const audit = await release.audit(book, { roles, at: LATER })
  say(`\nThe audit of ${audit.size} entries: evidence backs ${audit.backed} of ${audit.applicable} controls`)
  for (const { control, result, findings } of audit.controls) {
    if (result === 'fail') say(`  ${control}: ${findings.join('; ')}`)
  }
  say(`Its digest is ${audit.digest}`)
  say(`The ledger ends with ${(await book.verify()).head.hash}`)
}

const [folder, part] = process.argv.slice(2)
const temporary = folder === undefined ? await mkdtemp(join(tmpdir(), 'greenboard-')) : undefined
const book = await ledger.Ledger.open(folder ?? temporary)
if ((await book.head()) === undefined) {
  const ci = { id: 'ci', kind: 'service' }
  await book.append(ledger.genesis('example.com/shop', ci, { at: BEGAN, nonce: Buffer.alloc(16) }), { now: BEGAN })
}
const roles = await read('roles.yaml')
const desk = await release.Desk.open(book, new release.Context({ gates: await read('gates.yaml'), roles }))
if (part !== 'after') await act(desk, 'before')
if (part !== 'before') {
  await act(desk, 'after')
  await tell(book, desk, roles)
}
await book.close()
if (temporary !== undefined) await rm(temporary, { recursive: true })
process.stdout.write(text)
