// A gate of ten conditions over many components: greenboard from Node beside @marcbachmann/cel-js and json-rules-engine, CPU time.
//
// All three have the input at hand: greenboard the evidence in a handle, the peers an object of ten numbers a component.
import { parse } from '@marcbachmann/cel-js'
import { Engine } from 'json-rules-engine'
import { Facts, GateSet, boardSync, signalsSync } from '../../bindings-node/esm.mjs'

const CONDITIONS = 10
const at = '2026-11-02T09:00:00Z'
const metrics = Array.from({ length: CONDITIONS }, (_, metric) => `metric${metric}`)
/** From 0 to 0.999, evenly; at most 0.99 passes, so that nine components in ten do. */
const value = (component, metric) => ((component * 7919 + metric * 104729) % 1000) / 1000
const MOST = 0.99

const count = Number(process.argv[2] ?? 100_000)
const records = Array.from({ length: count }, (_, component) =>
  Object.fromEntries(metrics.map((name, metric) => [name, value(component, metric)])),
)

/** The median of `runs` runs, after one that is not counted, in milliseconds. */
async function cpu(work, runs) {
  if (runs > 1) await work()
  const times = []
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]
}

const criteria = metrics.map((metric) => ({ name: metric, kind: 'threshold', metric, maximum: MOST }))
const gates = new GateSet({ gates: [{ name: 'quality', criteria }] })
const facts = new Facts()
for (let from = 0; from < count; from += 10_000) {
  const some = records.slice(from, from + 10_000).flatMap((record, index) =>
    metrics.map((name) => ({
      kind: 'evidence',
      id: `${from + index}-${name}`,
      subject: { component: `component-${from + index}` },
      value: { kind: 'metric', name, value: record[name] },
      observed_at: at,
    })),
  )
  facts.addSync(some)
}

const passed = records.filter((record) => metrics.every((name) => record[name] <= MOST)).length
function same(what, found) {
  if (found !== passed) throw new Error(`${what}: ${found} pass, not ${passed}`)
}

// Counted verdicts are what the peers' booleans are; a board has rows and findings besides.
const counted = await cpu(() => same('signals', signalsSync(gates, facts, { at }).go), 5)
const whole = await cpu(() => same('board', boardSync(gates, facts, { at }).verdicts.go), 5)

const expression = parse(metrics.map((name) => `${name} <= ${MOST}`).join(' && '))
const cel = await cpu(() => same('cel-js', records.filter((record) => expression(record)).length), 5)

const engine = new Engine()
const all = metrics.map((fact) => ({ fact, operator: 'lessThanInclusive', value: MOST }))
engine.addRule({ conditions: { all }, event: { type: 'go' } })
// It is asynchronous and takes seconds: a tenth of the components, once.
const some = records.slice(0, count / 10)
const rules = await cpu(async () => {
  for (const record of some) await engine.run(record)
}, 1)

const name = `${count} components × ${CONDITIONS} conditions, Node`.padEnd(44)
for (const [what, ours] of [['signals', counted], ['board', whole]]) {
  for (const [peer, theirs] of [['@marcbachmann/cel-js', cel], ['json-rules-engine', rules * 10]]) {
    const times = `${what} ${ours.toFixed(1)} ms  ${peer.padEnd(22)} ${theirs.toFixed(1)} ms`
    console.log(`${name} ${times}  ${(theirs / ours).toFixed(1)}x`)
  }
}
