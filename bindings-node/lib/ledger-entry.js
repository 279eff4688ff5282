'use strict'
// Entries, and what is given to a ledger and taken out of it.
const { createHash } = require('node:crypto')
const { inspect } = require('node:util')
const { exact } = require('./document')
const { call } = require('./errors')
const native = require('./native')

/** Says that the bytes came out of the core, and need not be looked at again. */
const TRUSTED = Symbol('trusted')

/** What was recorded: a draft with its number, the hash of the entry before it, and when it was recorded. */
class Entry {
  #hash
  #fields

  constructor(body, trusted) {
    if (trusted !== TRUSTED) this.#hash = call(() => native.ledgerEntryHash(body))
    Object.defineProperty(this, 'body', { value: body, enumerable: true })
  }

  get hash() {
    this.#hash ??= createHash('sha256').update('\0').update(this.body).digest('hex')
    return this.#hash
  }

  get #read() {
    this.#fields ??= JSON.parse(this.body.toString())
    return this.#fields
  }

  get head() {
    return { seq: this.seq, hash: this.hash, recorded_at: this.recordedAt }
  }

  get seq() {
    return this.#read.seq
  }

  get prev() {
    return this.#read.prev
  }

  get recordedAt() {
    return this.#read.recorded_at
  }

  get at() {
    return this.#read.at
  }

  get id() {
    return this.#read.id
  }

  get kind() {
    return this.#read.kind
  }

  get kindV() {
    return this.#read.kind_v
  }

  get subject() {
    return this.#read.subject
  }

  get actor() {
    return this.#read.actor
  }

  get data() {
    return this.#read.data
  }

  get payload() {
    return this.#read.payload
  }

  toJSON() {
    return JSON.parse(this.body.toString())
  }

  [inspect.custom]() {
    return `Entry(${this.seq}: ${this.kind} ${this.id} of ${this.subject})`
  }
}

/** An entry that a store keeps. */
const stored = (body) => new Entry(Buffer.isBuffer(body) ? body : Buffer.from(body), TRUSTED)

/** The entries of lines out of the core. */
function entries(lines) {
  return lines.split('\n').slice(0, -1).map((line) => new Entry(Buffer.from(line), TRUSTED))
}

/** What an append did. */
function appended(text) {
  const end = text.indexOf('\n')
  const { head, repeated } = JSON.parse(text.slice(0, end))
  return { entries: entries(text.slice(end + 1)), head: head ?? undefined, repeated }
}

/** Drafts, read: one, many, or the JSON text of a list. */
function drafts(given) {
  if (typeof given === 'string') return call(() => native.Drafts.of({ text: given, written: true }))
  const many = typeof given[Symbol.iterator] === 'function' ? [...given] : [given]
  const text = exact(many)
  return call(() => native.Drafts.of({ text, written: false }))
}

/** An expectation as the core takes it. */
function expected(expect = 'any') {
  if (expect === 'any' || expect === 'empty') return { kind: expect }
  if (Number.isSafeInteger(expect) && expect >= 0) return { kind: 'seq', seq: expect }
  if (typeof expect === 'object' && expect !== null) {
    if ('subject' in expect && !(expect instanceof Entry)) return { kind: 'subject', seq: expect.seq, text: expect.subject }
    if (typeof expect.hash === 'string') return { kind: 'head', text: expect.hash }
  }
  throw new TypeError(`expect must be 'any', 'empty', a number, a head or { subject, seq }, not ${inspect(expect)}`)
}

/** A number of entries, or of one of them. */
function whole(number, name) {
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new TypeError(`${name} must be a whole number of at least 0, not ${inspect(number)}`)
}

const list = (one) => (one === undefined ? [] : Array.isArray(one) ? one : [one])

/** What somebody holds, as the core takes it. */
function held({ anchor, checkpoint } = {}) {
  const checkpoints = list(checkpoint)
  return {
    anchors: JSON.stringify(list(anchor).map(({ seq, hash }) => ({ seq, hash }))),
    sizes: checkpoints.map((one) => one.size),
    roots: checkpoints.map((one) => one.root),
  }
}

module.exports = { Entry, appended, drafts, entries, expected, held, stored, whole }
