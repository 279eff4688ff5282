'use strict'
const { inspect } = require('node:util')
const { given } = require('./document')
const { call } = require('./errors')
const { factsOf } = require('./fact')
const { instant } = require('./instant')
const native = require('./native')
const { background } = require('./task')

const handles = new WeakMap()

/** Gates made ready to be asked. */
class GateSet {
  constructor(gates) {
    const handle = gates instanceof native.GateSet ? gates : call(() => native.GateSet.of(given(gates)))
    handles.set(this, handle)
  }

  static ofFiles(main, files) {
    return new GateSet(call(() => native.GateSet.ofFiles(main, { ...files })))
  }

  static load(path = '.') {
    return new GateSet(call(() => native.GateSet.load(path)))
  }

  get names() {
    return handles.get(this).names()
  }

  get digest() {
    return handles.get(this).digest()
  }

  toJSON() {
    return JSON.parse(call(() => handles.get(this).toJson()))
  }

  [inspect.custom]() {
    return `GateSet(${this.names.join(', ')})`
  }
}

/** The gates, made ready. */
const ready = (gates) => (gates instanceof GateSet ? gates : new GateSet(gates))

/** The handle behind gates. */
const gatesOf = (gates) => handles.get(ready(gates))

function asked({ stage, environment, components = [], manual = false, at } = {}) {
  if (typeof components === 'string') throw new TypeError('components must be many names, not one text')
  return { stage, environment, components: [...components], manual, at: instant(at) }
}

/** The arguments of the native call. */
function prepare(wanted, gates, facts, component, options = {}) {
  const { target = 'go', most = 3, ...scope } = options
  const whatIf = wanted === 'ways' ? given({ target, most }) : undefined
  return [handles.get(ready(gates)), factsOf(facts), component, asked(scope), wanted, whatIf]
}

/** A question about one component and its `Sync` twin. */
function twins(wanted) {
  const answer = async (gates, facts, component, options) =>
    JSON.parse(await background(() => native.judge(...prepare(wanted, gates, facts, component, options)), options))
  const answerSync = (gates, facts, component, options) =>
    JSON.parse(call(() => native.judgeSync(...prepare(wanted, gates, facts, component, options))))
  return [answer, answerSync]
}

const [evaluate, evaluateSync] = twins('verdict')
const [explain, explainSync] = twins('explanation')

async function signals(gates, facts, options) {
  const counts = () => native.signals(handles.get(ready(gates)), factsOf(facts), asked(options))
  return JSON.parse(await background(counts, options))
}

function signalsSync(gates, facts, options) {
  return JSON.parse(call(() => native.signalsSync(handles.get(ready(gates)), factsOf(facts), asked(options))))
}

const [whatWouldTurnItGreen, whatWouldTurnItGreenSync] = twins('ways')

/** A board that is kept up as facts come in and time passes. */
class LiveBoard {
  #handle
  #gates
  #facts
  #scope

  constructor(handle, gates, facts, scope) {
    if (!(handle instanceof native.LiveBoard)) throw new TypeError('a LiveBoard comes from board')
    this.#handle = handle
    this.#gates = gates
    this.#facts = facts
    this.#scope = scope
  }

  get verdict() {
    return this.#handle.verdict()
  }

  get verdicts() {
    return JSON.parse(call(() => this.#handle.verdicts()))
  }

  get at() {
    return this.#handle.at()
  }

  get length() {
    return this.#handle.len()
  }

  row(component) {
    const row = call(() => this.#handle.row(component))
    return row ? JSON.parse(row) : undefined
  }

  byOwner() {
    return JSON.parse(call(() => this.#handle.byOwner()))
  }

  async update(facts = [], options = {}) {
    const at = instant(options.at)
    await this.#facts.add(facts, options)
    return JSON.parse(await background(() => this.#handle.update(factsOf(this.#facts), at), options))
  }

  updateSync(facts = [], options = {}) {
    const at = instant(options.at)
    this.#facts.addSync(facts)
    return JSON.parse(call(() => this.#handle.updateSync(factsOf(this.#facts), at)))
  }

  explain(component) {
    return explainSync(this.#gates, this.#facts, component, this.#one())
  }

  whatWouldTurnItGreen(component, options = {}) {
    const { target, most } = options
    return whatWouldTurnItGreenSync(this.#gates, this.#facts, component, { ...this.#one(), target, most })
  }

  #one() {
    return { ...this.#scope, components: [], at: this.at }
  }

  diff(before) {
    if (before instanceof LiveBoard) return JSON.parse(call(() => this.#handle.since(before.#handle)))
    return JSON.parse(call(() => this.#handle.sinceDocument(given(before))))
  }

  render(format = 'text', { limit } = {}) {
    return call(() => this.#handle.render(format, limit))
  }

  toArrow() {
    return call(() => this.#handle.arrow())
  }

  toJSON() {
    return JSON.parse(call(() => this.#handle.toJson()))
  }

  toString() {
    return this.#handle.text()
  }

  [inspect.custom]() {
    return `LiveBoard(${this.verdict}, ${this.length} component${this.length === 1 ? '' : 's'} at ${this.at})`
  }
}

async function board(gates, facts, options = {}) {
  const [made, { at, signal, ...scope }] = [ready(gates), options]
  const handle = await background(() => native.board(handles.get(made), factsOf(facts), asked({ ...scope, at })), { signal })
  return new LiveBoard(handle, made, facts, scope)
}

function boardSync(gates, facts, options = {}) {
  const [made, { at, ...scope }] = [ready(gates), options]
  const handle = call(() => native.boardSync(handles.get(made), factsOf(facts), asked({ ...scope, at })))
  return new LiveBoard(handle, made, facts, scope)
}

const diffVerdicts = (a, b) => JSON.parse(call(() => native.diffVerdicts(given(a), given(b))))
const diffBoards = (a, b) => JSON.parse(call(() => native.diffBoards(given(a), given(b))))
const byOwner = (board) => JSON.parse(call(() => native.byOwner(given(board))))

/** A function that writes documents of a kind for people. */
const writes =
  (what) =>
  (document, format = 'text', { limit } = {}) =>
    call(() => native.review(what, given(document), format, limit))

const renderVerdict = writes('verdict')
const renderBoard = writes('board')
const renderWays = writes('ways')
const renderOwners = writes('owners')

function renderChanges(changes, format) {
  return writes('changes')(Array.isArray(changes) ? changes : changes.changes, format)
}

/** A function that gives documents of a kind as text. */
const tells = (what) => (document) => call(() => native.reviewText(what, given(document)))

module.exports = {
  GateSet,
  LiveBoard,
  board,
  boardSync,
  byOwner,
  diffBoards,
  diffVerdicts,
  evaluate,
  evaluateSync,
  explain,
  explainSync,
  explanationText: tells('explanation'),
  findingsText: tells('findings'),
  gatesOf,
  renderBoard,
  renderChanges,
  renderOwners,
  renderVerdict,
  renderWays,
  signals,
  signalsSync,
  verdictTable: tells('verdict'),
  whatWouldTurnItGreen,
  whatWouldTurnItGreenSync,
}
