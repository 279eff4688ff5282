'use strict'
const { inspect } = require('node:util')
const { given } = require('./document')
const { call } = require('./errors')
const { instant } = require('./instant')
const native = require('./native')
const { background } = require('./task')

/** A document that may be left out. */
const maybe = (document) => (document === undefined ? undefined : given(document))

/** How history is read: options of the call, or all of them as one document. */
function history({ firstParent = false, mode = 'lenient', history } = {}) {
  return given(history ?? { first_parent: firstParent, mode })
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
    return JSON.parse(await background(() => this.#handle.changes(maybe(workspace), history(options)), options))
  }

  changesSync(workspace, options) {
    return JSON.parse(call(() => this.#handle.changesSync(maybe(workspace), history(options))))
  }

  async since(base, workspace, options) {
    return JSON.parse(await background(() => this.#handle.since(base, maybe(workspace), history(options)), options))
  }

  sinceSync(base, workspace, options) {
    return JSON.parse(call(() => this.#handle.sinceSync(base, maybe(workspace), history(options))))
  }

  async uncovered(base, workspace, options = {}) {
    const coverage = given(options.coverage ?? {})
    return JSON.parse(
      await background(() => this.#handle.uncovered(base, maybe(workspace), history(options), coverage), options),
    )
  }

  uncoveredSync(base, workspace, options = {}) {
    const coverage = given(options.coverage ?? {})
    return JSON.parse(call(() => this.#handle.uncoveredSync(base, maybe(workspace), history(options), coverage)))
  }

  async divergence(main, line, options) {
    return JSON.parse(await background(() => this.#handle.divergence(main, line), options))
  }

  divergenceSync(main, line) {
    return JSON.parse(call(() => this.#handle.divergenceSync(main, line)))
  }

  async configuration(options) {
    return JSON.parse(await background(() => this.#handle.configuration(), options))
  }

  configurationSync() {
    return JSON.parse(call(() => this.#handle.configurationSync()))
  }

  async plan(options = {}) {
    const [policy, at] = [maybe(options.policy), instant(options.at)]
    return JSON.parse(await background(() => this.#handle.plan(policy, history(options), at), options))
  }

  planSync(options = {}) {
    const [policy, at] = [maybe(options.policy), instant(options.at)]
    return JSON.parse(call(() => this.#handle.planSync(policy, history(options), at)))
  }

  async edits(plan, { options, signal } = {}) {
    return JSON.parse(await background(() => this.#handle.edits(given(plan), maybe(options)), { signal }))
  }

  editsSync(plan, { options } = {}) {
    return JSON.parse(call(() => this.#handle.editsSync(given(plan), maybe(options))))
  }

  async apply(plan, { options, dryRun = false, signal } = {}) {
    return JSON.parse(await background(() => this.#handle.apply(given(plan), maybe(options), dryRun), { signal }))
  }

  applySync(plan, { options, dryRun = false } = {}) {
    return JSON.parse(call(() => this.#handle.applySync(given(plan), maybe(options), dryRun)))
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
