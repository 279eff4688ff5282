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

  async edits(plan, { options = {}, signal } = {}) {
    return JSON.parse(await background(() => this.#handle.edits(given(plan), given(options)), { signal }))
  }

  editsSync(plan, { options = {} } = {}) {
    return JSON.parse(call(() => this.#handle.editsSync(given(plan), given(options))))
  }

  async apply(plan, { options = {}, dryRun = false, signal } = {}) {
    return JSON.parse(await background(() => this.#handle.apply(given(plan), given(options), dryRun), { signal }))
  }

  applySync(plan, { options = {}, dryRun = false } = {}) {
    return JSON.parse(call(() => this.#handle.applySync(given(plan), given(options), dryRun)))
  }

  async recover(settings) {
    return JSON.parse(await background(() => this.#handle.recover(), settings))
  }

  recoverSync() {
    return JSON.parse(call(() => this.#handle.recoverSync()))
  }

  [inspect.custom]() {
    return `Repository(${this.root})`
  }
}

module.exports = { Repository }
