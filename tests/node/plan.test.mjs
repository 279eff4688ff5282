// Plans: what JavaScript hands to the core, and what comes back.
import assert from 'node:assert/strict'
import test from 'node:test'
import {
  Version,
  canonicalJson,
  changelog,
  config,
  errorCodes,
  plan,
  planSync,
  planTable,
  remaining,
  render,
  split,
  why,
  whyText,
} from 'greenboard'

const at = '2026-11-02T09:00:00Z'
const workspace = {
  components: [
    { name: 'core', ecosystem: 'cargo', path: 'core', version: '1.2.0' },
    {
      name: 'cli',
      ecosystem: 'cargo',
      path: 'cli',
      version: '3.0.1',
      dependencies: [{ name: 'core', requirement: '^1.2' }],
    },
  ],
}
const change = { id: '9fceb02', description: 'drop the old format', breaking: 'Convert first.', bumps: { core: 'major' } }

test('a plan is a plain document', async () => {
  const planned = await plan(workspace, [change], { at })
  assert.deepEqual(
    planned.entries.map((entry) => [entry.component, entry.old, entry.new, entry.wave]),
    [
      ['core', '1.2.0', '2.0.0', 1],
      ['cli', '3.0.1', '3.0.2', 2],
    ],
  )
  assert.deepEqual(planned.waves, [[{ components: ['core'] }], [{ components: ['cli'] }]])
  assert.equal(planned.at, at)
  assert.equal(planned.schema, 'greenboard/plan/1')
  assert.deepEqual(planSync(workspace, [change], { at }), planned)
})

test('a plan tells of itself', () => {
  const planned = planSync(workspace, [change], { at })
  assert.match(planTable(planned), /^component +old +new +bump +wave +why\n/)
  assert.deepEqual(why(canonicalJson(planned), 'cli'), why(planned, 'cli'))
  assert.match(whyText(why(planned, 'cli')), /core 1\.2\.0 → 2\.0\.0/)
  assert.equal(render(planned), render(planned, 'text'))
  assert.match(render(planned, 'markdown'), /\n## /)
  assert.match(changelog(planned, 'core'), /^## core 2\.0\.0 \(2026-11-02\)\n/)
  assert.throws(() => why(planned, 'web'), { name: 'GreenboardError', code: 'plan.not_planned' })
  assert.throws(() => render(planned, 'pdf'), { code: 'report.unknown_format' })
})

test('inputs are objects or text', () => {
  const planned = planSync(workspace, [change], { at })
  assert.deepEqual(planSync(JSON.stringify(workspace), JSON.stringify([change]), { policy: '{}', at }), planned)
  assert.deepEqual(planSync(workspace, { changes: [change], notices: [] }, { at: new Date(at) }), planned)
  const yaml = 'components:\n  - {name: core, ecosystem: cargo, path: core, version: 1.2.0}\n'
  assert.equal(planSync(yaml, [change], { at }).entries[0].new, '2.0.0')
  const typed = { name: 'core', ecosystem: 'cargo', version: new Version('1.2.0') }
  assert.equal(planSync({ components: [typed] }, [change]).entries[0].new, '2.0.0')
})

test('a policy is a preset, a document or its text', () => {
  const always = planSync(workspace, [change], { policy: { preset: 'cargo', propagation: 'always' }, at })
  assert.equal(always.policy.rules[0].options.propagation, 'always')
  const rules = [{ preset: 'cargo', options: { propagation: 'always' } }]
  assert.deepEqual(planSync(workspace, [change], { policy: rules, at }), always)
  assert.deepEqual(planSync(workspace, [change], { policy: { rules }, at }), always)
  assert.deepEqual(planSync(workspace, [change], { policy: always.policy, at }), always)
  assert.deepEqual(planSync(workspace, [change], { policy: 'preset: cargo\npropagation: always', at }), always)
  assert.equal(planSync(workspace, [change], { policy: 'cargo', at }).policy.rules[0].preset, 'cargo')
  assert.throws(() => planSync(workspace, [change], { policy: 'frogs' }), { code: 'plan.unknown_preset' })
  assert.throws(() => planSync(workspace, [change], { policy: 'preset: cargo\npropagate: always' }), {
    code: 'document.unknown_key',
    path: 'policy: propagate',
    line: 2,
  })
})

test('what remains, and what is independent', () => {
  const planned = planSync(workspace, [change], { at })
  const [first] = planned.entries
  const rest = remaining(planned, [first.registry_key])
  assert.ok(rest.entries.every((entry) => entry.component !== first.component))
  assert.deepEqual(remaining(planned, []), planned)
  const parts = split(planned).parts.flatMap((part) => part.components)
  assert.equal(parts.length, planned.entries.length)
})

test('the configuration of changesets is a policy', () => {
  const text = '{"linked": [["@acme/*"]], "ignore": ["@acme/docs"], "commit": true}'
  const read = config.changesets(text, { pre: '{"mode": "pre", "tag": "next", "changesets": []}' })
  assert.deepEqual(
    read.left.map((left) => left.key),
    ['commit'],
  )
  assert.equal(read.policy.trains[0].tag, 'next')
  assert.throws(() => config.check(workspace, read.policy), { code: 'plan.invalid_configuration' })
})

test('the instant is a date, a text, or now', () => {
  const before = Date.now()
  const recorded = Date.parse(planSync(workspace, [change]).at)
  assert.ok(before <= recorded && recorded <= Date.now())
  assert.throws(() => planSync(workspace, [change], { at: '2026-11-02' }), { code: 'document.invalid_value', path: 'at' })
  assert.throws(() => planSync(workspace, [change], { at: 0 }), TypeError)
  assert.throws(() => planSync(workspace, [change], { at: new Date(Number.NaN) }), RangeError)
})

test('a promise rejects and never throws', async () => {
  const rejected = [
    plan('{', [change]),
    plan(workspace, [change], { policy: 'frogs' }),
    plan(workspace, undefined),
    plan(workspace, [change], { at: 0 }),
    plan(workspace, [change], { signal: AbortSignal.abort() }),
  ]
  const reasons = (await Promise.allSettled(rejected)).map(({ reason }) => reason?.code ?? reason?.name)
  assert.deepEqual(reasons, ['document.syntax', 'plan.unknown_preset', 'TypeError', 'TypeError', 20])
  assert.ok(errorCodes().includes(reasons[0]) && errorCodes().includes(reasons[1]))
})
