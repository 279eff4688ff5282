// Repositories: read from disk and git, given as plain documents.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { inspect } from 'node:util'
import { Repository, plan } from 'greenboard'

/** A folder that goes when the test does. */
function folder(t) {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'greenboard-')))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A crate, released as v1.2.0, with one feature since. */
function released(t) {
  const dir = folder(t)
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false']
  const git = (...args) => execFileSync('git', [...identity, ...args], { cwd: dir, stdio: 'pipe' })
  writeFileSync(join(dir, 'Cargo.toml'), '[package]\nname = "core"\nversion = "1.2.0"\n')
  git('init', '-b', 'main')
  git('add', '.')
  git('commit', '-m', 'chore: begin')
  git('tag', 'v1.2.0')
  writeFileSync(join(dir, 'lib.rs'), '')
  git('add', '.')
  git('commit', '-m', 'feat: read arrays')
  return dir
}

test('from directory to plan', async (t) => {
  const dir = released(t)
  const repository = Repository.open(dir)
  assert.equal(repository.root, dir)
  assert.equal(inspect(repository), `Repository(${dir})`)
  const workspace = await repository.workspace()
  assert.deepEqual(workspace, repository.workspaceSync())
  assert.deepEqual(workspace.components.map(({ name, version }) => [name, version]), [['core', '1.2.0']])
  const changes = await repository.changes()
  assert.deepEqual(changes, repository.changesSync(workspace, { firstParent: true, mode: 'strict' }))
  assert.deepEqual(changes.changes.map(({ description, bumps }) => [description, bumps]), [['read arrays', { core: 'minor' }]])
  assert.equal((await plan(workspace, changes)).entries[0].new, '1.3.0')
})

test('what cannot be read is a typed error', async (t) => {
  const dir = folder(t)
  assert.throws(() => Repository.open(join(dir, 'missing')), { name: 'GreenboardError', code: 'source.no_directory' })
  assert.throws(() => new Repository(), TypeError)
  writeFileSync(join(dir, 'Cargo.toml'), '[package]\nname = 3\n')
  await assert.rejects(Repository.open(dir).workspace(), { name: 'GreenboardError', code: 'component.broken_manifests' })
  await assert.rejects(Repository.open(dir).workspace({ signal: AbortSignal.abort() }), { name: 'AbortError' })
})

test('from a repository to its plan, and into its files', async (t) => {
  const dir = released(t)
  const repository = Repository.open(dir)
  const at = '2026-11-02T09:00:00Z'
  assert.deepEqual((await repository.configuration()).files, [])
  const planned = await repository.plan({ at })
  assert.deepEqual(planned, repository.planSync({ at }))
  assert.deepEqual([planned.plan.entries[0].new, planned.notices], ['1.3.0', []])
  assert.equal(repository.planSync({ policy: 'cargo', at }).configuration.policy.rules[0].preset, 'cargo')
  const applied = await repository.apply(planned.plan)
  assert.deepEqual(applied.changed, ['CHANGELOG.md', 'Cargo.toml'])
  assert.deepEqual(repository.applySync(planned.plan).changed, [])
  writeFileSync(join(dir, 'greenboard.yaml'), 'policy:\n  preset: changesets@3\n')
  assert.deepEqual(repository.configurationSync().files, ['greenboard.yaml'])
})
