// Edits and what becomes of them on disk.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { Repository, applied, diff, edits, editsSync, planSync } from 'greenboard'

const MANIFEST = "[package]\nname = 'core'\nversion = '1.2.0' # ours\n"
const NEXT = MANIFEST.replace('1.2.0', '1.3.0')

function scene(t) {
  const dir = mkdtempSync(join(tmpdir(), 'greenboard-'))
  t.after(() => rmSync(dir, { recursive: true }))
  writeFileSync(join(dir, 'Cargo.toml'), MANIFEST)
  const repository = Repository.open(dir)
  const change = { id: '1', description: 'lanes', bumps: { core: 'minor' } }
  const plan = planSync(repository.workspaceSync(), [change])
  return { repository, plan, text: () => readFileSync(join(dir, 'Cargo.toml'), 'utf8'), dir }
}

test('edits are documents', async (t) => {
  const { plan } = scene(t)
  const files = { 'Cargo.toml': MANIFEST }
  const made = await edits(plan, files, { options: { changelogs: { 'CHANGELOG.md': '## 1.3.0' } } })
  assert.deepEqual(made.edits.map(({ path }) => path), ['CHANGELOG.md', 'Cargo.toml'])
  const after = applied(made, files)
  assert.equal(after['Cargo.toml'], NEXT)
  assert.deepEqual(editsSync(plan, after).edits, [])
  assert.equal(diff(MANIFEST, NEXT).split('\n').length, 6)
})

test('a plan is applied once', async (t) => {
  const { repository, plan, text } = scene(t)
  const tried = await repository.apply(plan, { dryRun: true })
  assert.ok(!tried.written && text() === MANIFEST)
  const done = repository.applySync(plan)
  assert.ok(done.written && text() === NEXT)
  assert.equal(done.diff, tried.diff)
  assert.deepEqual((await repository.apply(plan)).changed, [])
  assert.deepEqual([await repository.recover(), repository.recoverSync()], [[], []])
})

test('edits are applied as they are', async (t) => {
  const { repository, plan, dir } = scene(t)
  const made = await repository.edits(plan, { options: { changelogs: { 'CHANGELOG.md': '## 1.3.0' } } })
  assert.deepEqual(made, repository.editsSync(plan, { options: 'changelogs: {CHANGELOG.md: "## 1.3.0"}' }))
  assert.deepEqual((await repository.apply(made)).changed, ['CHANGELOG.md', 'Cargo.toml'])
  assert.equal(readFileSync(join(dir, 'CHANGELOG.md'), 'utf8'), '# Changelog\n\n## 1.3.0\n')
})

test('what was changed meanwhile', async (t) => {
  const { repository, plan, dir } = scene(t)
  const made = repository.editsSync(plan)
  writeFileSync(join(dir, 'Cargo.toml'), `${MANIFEST}\n`)
  await assert.rejects(repository.apply(made), { code: 'source.changed' })
  const outside = { edits: [{ path: '../x', kind: 'create', text: '' }], warnings: [] }
  assert.throws(() => repository.applySync(outside), { code: 'source.outside' })
})
