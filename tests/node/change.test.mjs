// Changes of a real repository: changesets, branches, maintenance lines; and what is known better.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { Repository, backports, readChangeset, readChangesets } from 'greenboard'

/** A repository of two packages, and git in it. */
function sandbox(t) {
  const dir = mkdtempSync(join(tmpdir(), 'greenboard-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false']
  const git = (...args) => execFileSync('git', [...identity, ...args], { cwd: dir, encoding: 'utf8', stdio: 'pipe' }).trim()
  const write = (path, text = '') => {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  const commit = (message) => {
    git('add', '-A')
    git('commit', '--allow-empty', '-m', message)
    return git('rev-parse', 'HEAD')
  }
  const change = (path, message) => {
    write(path, message)
    return commit(message)
  }
  write('package.json', '{"private": true, "workspaces": ["p/*"]}')
  for (const name of ['core', 'app']) write(`p/${name}/package.json`, `{"name": "${name}", "version": "1.0.0"}`)
  git('init', '-b', 'main')
  commit('chore: begin')
  git('tag', 'v1.0.0')
  return { change, commit, git, repository: Repository.open(dir), write }
}

test('changesets are read where they are used', async (t) => {
  const { commit, repository, write } = sandbox(t)
  write('.changeset/config.json', '{}')
  write('.changeset/cool-cats.md', '---\ncore: minor\n---\n\nArrays\n')
  const added = commit('feat: arrays (#12)')
  const [change] = (await repository.changes()).changes
  assert.deepEqual([change.id, change.origin, change.commit, change.pull_request], ['cool-cats', 'changeset', added, 12])
  const commits = repository.changesSync(undefined, { history: { read: 'commits' } }).changes
  assert.ok(commits.every(({ origin }) => origin === 'commit'))
})

test('options of history', async (t) => {
  const { change, repository } = sandbox(t)
  const wrong = change('p/core/a.js', 'oops')
  change('p/core/package-lock.json', 'fix: lock')
  const history = {
    ignored: ['**/package-lock.json'],
    levels: { types: { deps: 'patch' } },
    overrides: { commits: { [wrong]: { message: 'deps: newer' } } },
  }
  const { changes } = await repository.changes(undefined, { history })
  assert.deepEqual(changes.map(({ description, bumps }) => [description, bumps]), [['newer', { core: 'patch' }]])
  await assert.rejects(repository.changes(undefined, { history: { levles: {} } }), { path: 'options: levles' })
})

test('what a branch brings has to be covered', async (t) => {
  const { change, git, repository } = sandbox(t)
  git('checkout', '-b', 'topic')
  change('p/core/a.js', 'feat: arrays')
  change('p/app/b.js', 'docs: guide')
  const since = await repository.since('main')
  assert.deepEqual([since.base, since.files], [git('rev-parse', 'main'), ['p/app/b.js', 'p/core/a.js']])
  assert.deepEqual(repository.sinceSync('main'), since)
  const found = await repository.uncovered('main')
  assert.deepEqual(found, [{ component: 'app', files: ['p/app/b.js'] }])
  assert.deepEqual(repository.uncoveredSync('main', undefined, { coverage: { ignore: ['app'] } }), [])
  await assert.rejects(repository.since('nowhere'), { code: 'source.unknown_revision' })
})

test('fixes that a maintenance line misses', async (t) => {
  const { change, git, repository } = sandbox(t)
  git('branch', '1.x')
  const picked = change('p/core/a.js', 'fix: picked')
  const missing = change('p/core/b.js', 'fix: missing')
  git('checkout', '1.x')
  git('cherry-pick', '-x', picked)
  const divergence = await repository.divergence('main', '1.x')
  assert.deepEqual(repository.divergenceSync('main', '1.x'), divergence)
  const found = backports(divergence)
  assert.deepEqual(found.missing.map(({ id }) => id), [missing])
  assert.deepEqual(found.present.map((fix) => [fix.change.id, fix.by]), [[picked, 'cherry_pick']])
  assert.deepEqual(backports(divergence, { not_needed: [missing] }).missing, [])
})

test('an error of a changeset says where', () => {
  assert.throws(() => readChangeset('a.md', 'Arrays'), { code: 'change.no_front_matter', path: 'a.md', line: 1 })
  assert.throws(
    () => readChangesets({ 'a.md': '', 'b.md': '---\ncore: x\n---\n' }),
    ({ details }) => details.problems.map(({ path }) => path).join() === 'a.md,b.md: core',
  )
})
