'use strict'
const { inspect } = require('node:util')
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')
const { background } = require('./task')
const tool = require('./tool')

const handles = new WeakMap()

/** What the core takes: the text of a list, or of one fact. */
function prepared(facts) {
  const iterable = typeof facts === 'object' && facts !== null && typeof facts[Symbol.iterator] === 'function'
  return given(iterable ? [...facts] : facts)
}

/** Many facts, ready to be asked. */
class Facts {
  constructor(workspace) {
    handles.set(this, call(() => native.Facts.of(workspace === undefined ? undefined : given(workspace))))
  }

  async add(facts, options) {
    return JSON.parse(await background(() => handles.get(this).add(prepared(facts)), options))
  }

  addSync(facts) {
    return JSON.parse(call(() => handles.get(this).addSync(prepared(facts))))
  }

  async read(payload, { tool: name, subject, ...options }) {
    return this.add(await tool.read(payload, name, subject, options), options)
  }

  readSync(payload, { tool: name, subject, ...options }) {
    return this.addSync(tool.readSync(payload, name, subject, options))
  }

  get unresolved() {
    return JSON.parse(call(() => handles.get(this).unresolved()))
  }

  get contradictions() {
    return JSON.parse(call(() => handles.get(this).contradictions()))
  }

  get absorbed() {
    return handles.get(this).absorbed()
  }

  ofKind(kind) {
    return JSON.parse(call(() => handles.get(this).ofKind(kind)))
  }

  toJson() {
    return call(() => handles.get(this).toJson())
  }

  toJSON() {
    return JSON.parse(this.toJson())
  }

  digest() {
    return call(() => handles.get(this).digest())
  }

  get length() {
    return handles.get(this).len()
  }

  [inspect.custom]() {
    return `Facts(${this.length})`
  }
}

/** The handle behind facts. */
function factsOf(facts) {
  const handle = handles.get(facts)
  if (handle === undefined) throw new TypeError(`expected Facts, not ${inspect(facts)}`)
  return handle
}

module.exports = { Facts, factsOf }
