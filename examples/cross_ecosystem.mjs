// A crate, the Python wheel around it, the service that uses the wheel and the chart that deploys the service: one change of the
// crate, and what goes out after what, in which ecosystem, and why: the same story as `examples/cross_ecosystem.rs`.
//
// `node examples/cross_ecosystem.mjs`; everything it reads is in `examples/data/cross_ecosystem`.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Graph, componentOf, loadWorkspace, plan, planTable, why, whyText } from 'greenboard'

const data = new URL('data/cross_ecosystem/', import.meta.url)
const read = (name) => readFile(new URL(name, data), 'utf8')

const workspace = await loadWorkspace(fileURLToPath(data))
const [changes, policy] = await Promise.all(['changes.json', 'policy.yaml'].map(read))

console.log('What a change of acme-engine may reach')
for (const { component, distance, via } of new Graph(workspace).impact('acme-engine')) {
  console.log(`  ${component}, ${distance} away, by way of ${via}`)
}
const next = await plan(workspace, changes, { policy, at: '2026-11-20T09:00:00Z' })
console.log(`\n${planTable(next)}\n\n${whyText(why(next, 'api-chart'))}`)
console.log(`\nThe job api-deploy is of ${componentOf(workspace.identity, 'jenkins', 'api-deploy') ?? 'nobody'}`)
