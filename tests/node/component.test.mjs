// Workspaces from texts and directories, their graph, and who is who.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import test from 'node:test'
import { inspect } from 'node:util'
import { Graph, GreenboardError, componentOf, loadWorkspace, loadWorkspaceSync, readManifests } from 'greenboard'

const FILES = {
  'package.json': '{"workspaces": ["*"]}',
  'core/package.json': '{"name": "core", "version": "1.0.0"}',
  'app/package.json': '{"name": "app", "version": "1.0.0", "dependencies": {"core": "^1.0.0"}}',
  'greenboard.yaml': 'identity: {components: {core: {jira: [CORE, LIB]}}}',
}

/** A folder with these files, that goes when the test does. */
function folder(t, files) {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'greenboard-')))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

test('a directory is read as its texts are', async (t) => {
  const dir = folder(t, FILES)
  const workspace = await loadWorkspace(dir)
  assert.deepEqual(workspace, readManifests(FILES))
  assert.deepEqual(loadWorkspaceSync(dir), workspace)
  assert.equal(componentOf(workspace.identity, 'jira', 'LIB'), 'core')
  assert.equal(componentOf(workspace.identity, 'jira', 'core'), undefined)
})

test('checkouts side by side are an organisation', async (t) => {
  const docs = '{"name": "docs", "version": "1.0.0"}'
  const { components } = await loadWorkspace(folder(t, { 'ui/package.json': docs, 'shop/package.json': docs }))
  assert.deepEqual(components.map(({ name }) => name), ['shop:docs', 'ui:docs'])
})

test('what is not there rejects', async (t) => {
  await assert.rejects(loadWorkspace(folder(t, {})), { name: 'GreenboardError', code: 'component.no_manifest' })
})

test('a graph of edges, in pairs or flat', () => {
  const names = ['app', 'egg', 'hen']
  const graph = Graph.fromEdges(names, [[0, 1], [1, 2], [2, 1]])
  assert.equal(inspect(graph), 'Graph(3 components)')
  assert.deepEqual([...Graph.fromEdges(names, Uint32Array.of(0, 1, 1, 2, 2, 1)).waveNumbers()], [1, 0, 0])
  assert.deepEqual(graph.cycles()[0].components, ['egg', 'hen'])
  assert.deepEqual(graph.dependents('hen'), ['app', 'egg'])
  assert.deepEqual(graph.longestChain(['app']), [{ components: ['app'] }])
  assert.deepEqual(graph.waves(new Set(['hen', 'app'])).length, 2)
  assert.throws(() => graph.impact('cock'), (error) => error instanceof GreenboardError && error.code === 'component.unknown')
  assert.throws(() => Graph.fromEdges(['a'], [[0, 1]]), { code: 'component.unknown' })
})
