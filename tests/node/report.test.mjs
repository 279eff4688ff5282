// Reports and the command line: what people read.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { fileURLToPath } from 'node:url'
import { canonicalJson, changelog, planSync, render } from 'greenboard'

const core = { name: 'core', ecosystem: 'cargo', path: 'core', version: '1.2.0' }
const feature = { id: '9fceb02', type: 'feat', description: 'read <arrays>', bumps: { core: 'minor' } }
const planned = planSync({ components: [core] }, [feature], { at: '2026-11-02T09:00:00Z' })

test('every format has its own words', () => {
  assert.equal(render(planned, 'diff'), '  core (core)\n- version 1.2.0\n+ version 1.3.0\n')
  assert.match(render(planned, 'mermaid'), /^flowchart LR\n/)
  assert.match(render(planned, 'pull_request'), /<details><summary>core 1\.3\.0<\/summary>/)
  assert.ok(render(planned, 'pull_request', { limit: 100 }).length <= 100)
  assert.match(render(planned, 'html'), /read &lt;arrays&gt;/)
})

test('a changelog in a style, a template or a function', () => {
  assert.match(changelog(planned, 'core', { style: 'keep_a_changelog' }), /^## \[1\.3\.0\] - 2026-11-02\n\n### Added\n/)
  assert.match(changelog(planned), /^## 2026-11-02\n\n- core 1\.2\.0 → 1\.3\.0\n/)
  const template = '{{ plan.entries | length }} on {{ date }}'
  assert.equal(changelog(planned, undefined, { template }), '1 on 2026-11-02')
  const write = (plan, entry) => `${plan.entries.length} ${entry?.component}`
  assert.equal(changelog(planned, 'core', { write }), '1 core')
  assert.equal(changelog(canonicalJson(planned), undefined, { write }), '1 undefined')
})

test('what cannot be written is said', () => {
  const template = '\n{{ nothing }}'
  assert.throws(() => changelog(planned, 'core', { template }), { code: 'report.template', line: 2 })
  assert.throws(() => changelog(planned, 'core', { style: 'fancy' }), { code: 'report.unknown_style' })
  assert.throws(() => changelog(planned, 'nobody', { write: () => '' }), { code: 'plan.not_planned' })
  assert.throws(() => changelog(planned, 'core', { template, write: () => '' }), TypeError)
})

test('the command line is the same program', () => {
  const bin = fileURLToPath(new URL('../../bindings-node/bin.js', import.meta.url))
  const greenboard = (...args) => spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' })
  const version = greenboard('--version')
  assert.deepEqual([version.status, version.stderr], [0, ''])
  assert.match(version.stdout, /^greenboard /)
  const wrong = greenboard('pln')
  assert.deepEqual([wrong.status, wrong.stdout], [2, ''])
  assert.match(wrong.stderr, /'plan'/)
})
