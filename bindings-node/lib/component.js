'use strict'
const { inspect } = require('node:util')
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')
const { background } = require('./task')

function readManifests(files, { root = '' } = {}) {
  return JSON.parse(call(() => native.readManifests({ ...files }, root)))
}

function readRepositories(files, repositories) {
  return JSON.parse(call(() => native.readRepositories({ ...files }, repositories)))
}

async function loadWorkspace(dir = '.', options) {
  return JSON.parse(await background(() => native.loadWorkspace(dir), options))
}

function loadWorkspaceSync(dir = '.') {
  return JSON.parse(call(() => native.loadWorkspaceSync(dir)))
}

/** What is mapped to a tool's name, by the kind of thing. */
function identify(kind) {
  return (identity, tool, alias) => call(() => native.identify(given(identity), kind, tool, alias)) ?? undefined
}

const selected = (selection) => (selection === undefined ? undefined : [...selection])

/** Who depends on whom in a workspace. */
class Graph {
  #handle

  constructor(workspace) {
    this.#handle =
      workspace instanceof native.Graph ? workspace : call(() => native.Graph.of(given(workspace)))
  }

  static fromEdges(names, edges) {
    const flat = edges instanceof Uint32Array ? edges : Uint32Array.from(edges.flat())
    return new Graph(call(() => native.Graph.fromEdges([...names], flat)))
  }

  get names() {
    return this.#handle.names()
  }

  waves(selection) {
    return JSON.parse(call(() => this.#handle.waves(selected(selection))))
  }

  waveNumbers() {
    return this.#handle.waveNumbers()
  }

  longestChain(selection) {
    return JSON.parse(call(() => this.#handle.longestChain(selected(selection))))
  }

  units() {
    return JSON.parse(call(() => this.#handle.units()))
  }

  cycles() {
    return JSON.parse(call(() => this.#handle.cycles()))
  }

  impact(name) {
    return JSON.parse(call(() => this.#handle.impact(name)))
  }

  dependents(name) {
    return call(() => this.#handle.dependents(name))
  }

  [inspect.custom]() {
    return `Graph(${this.names.length} components)`
  }
}

module.exports = {
  Graph,
  componentOf: identify('component'),
  environmentOf: identify('environment'),
  loadWorkspace,
  loadWorkspaceSync,
  personOf: identify('person'),
  readManifests,
  readRepositories,
}
