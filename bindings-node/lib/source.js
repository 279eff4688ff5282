'use strict'
const { inspect } = require('node:util')
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')
const { background } = require('./task')

/** The arguments of the native calls. */
function prepare(workspace, { firstParent = false, mode = 'lenient' } = {}) {
  return [workspace === undefined ? undefined : given(workspace), firstParent, mode]
}

/** A directory with manifests in it, usually a git repository's work tree. */
class Repository {
  #handle

  constructor(handle) {
    if (!(handle instanceof native.Repository)) throw new TypeError('open a repository with Repository.open(dir)')
    this.#handle = handle
  }

  static open(dir = '.') {
    return new Repository(call(() => new native.Repository(dir)))
  }

  get root() {
    return this.#handle.root()
  }

  async workspace(options) {
    return JSON.parse(await background(() => this.#handle.workspace(), options))
  }

  workspaceSync() {
    return JSON.parse(call(() => this.#handle.workspaceSync()))
  }

  async changes(workspace, options) {
    return JSON.parse(await background(() => this.#handle.changes(...prepare(workspace, options)), options))
  }

  changesSync(workspace, options) {
    return JSON.parse(call(() => this.#handle.changesSync(...prepare(workspace, options))))
  }

  [inspect.custom]() {
    return `Repository(${this.root})`
  }
}

module.exports = { Repository }
