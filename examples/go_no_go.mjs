// Are we go or no-go? The same story as `examples/go_no_go.rs`: the reports of this project's own tools, what people said, and a
// gate file give the readiness review, why it is as it is, what would turn it green, and what a word changes.
import { readFile } from 'node:fs/promises'
import { Facts, GateSet, board, digest, evaluate, explanationText, renderChanges, tool } from 'greenboard'

const read = (name) => readFile(new URL(`data/go_no_go/${name}`, import.meta.url), 'utf8')
const at = '2026-11-24T15:00:00Z'

/** Which report is of which tool, and about which component. */
const REPORTS = [
  ['junit-python.xml', 'junit', 'greenboard-python'],
  ['junit-node.xml', 'junit', 'greenboard-node'],
  ['lcov.info', 'lcov', 'greenboard-node'],
  ['npm-audit.json', 'npm_audit', 'greenboard-node'],
]

const gates = new GateSet(await read('gates.yaml'))
const facts = new Facts()
facts.add(await read('facts.json'))
for (const [file, name, component] of REPORTS) {
  facts.add(await tool.read(await read(file), name, { component, version: '0.1.0' }, { at }))
}

const live = await board(gates, facts, { environment: 'registry', at })
let text = live.render()

text += `\n${explanationText(live.explain('greenboard-node'))}`
const verdict = await evaluate(gates, facts, 'greenboard-node', { environment: 'registry', at })
text += `\nThe verdict is ${digest(verdict)}\n`

const later = '2026-11-24T15:10:00Z'
const subject = { component: 'greenboard-node', version: '0.1.0' }
const approval = { kind: 'approval', id: 'approval-5', subject, by: 'grace', observed_at: later }
const changes = await live.update([approval], { at: later })
text += `\nGrace approves\n${renderChanges(changes)}`
process.stdout.write(text)
