'use strict'
// The ledger: what was decided, on which evidence, by whom, when.
const { randomBytes } = require('node:crypto')
const { given } = require('./document')
const { Entry, appended, drafts, entries, expected, held, whole } = require('./ledger-entry')
const { Store } = require('./ledger-store')
const { call } = require('./errors')
const { instant } = require('./instant')
const native = require('./native')
const proof = require('./ledger-proof')
const { background } = require('./task')

function opening({ sync = 'every', groupEntries = 16, groupDelayMs = 20, segmentBytes, readOnly = false } = {}) {
  if (!['every', 'group', 'none'].includes(sync)) throw new TypeError(`sync must be 'every', 'group' or 'none', not ${sync}`)
  return { sync, entries: groupEntries, delay: groupDelayMs, segmentBytes, readOnly }
}

/** A ledger in memory, or in files. */
class Ledger extends Store {
  #handle

  constructor(handle) {
    super()
    if (!(handle instanceof native.Ledger)) throw new TypeError('a Ledger is made by Ledger.open or Ledger.memory')
    this.#handle = handle
  }

  static memory() {
    return new Ledger(native.Ledger.memory())
  }

  static async open(folder, options = {}) {
    const [how, outside] = [opening(options), held(options)]
    return new Ledger(await background(() => native.Ledger.open(`${folder}`, how, outside), options))
  }

  static openSync(folder, options = {}) {
    return new Ledger(call(() => native.Ledger.openSync(`${folder}`, opening(options), held(options))))
  }

  get #open() {
    if (this.#handle === undefined) throw new TypeError('the ledger is closed')
    return this.#handle
  }

  async append(given, { expect, now, signal } = {}) {
    const [read, wanted, at] = [drafts(given), expected(expect), instant(now)]
    return appended(await background(() => this.#open.append(read, wanted, at), { signal }))
  }

  appendSync(given, { expect, now } = {}) {
    const [read, wanted, at] = [drafts(given), expected(expect), instant(now)]
    return appended(call(() => this.#open.appendSync(read, wanted, at)))
  }

  async head() {
    return JSON.parse(await background(() => this.#open.head())) ?? undefined
  }

  headSync() {
    return JSON.parse(call(() => this.#open.headSync())) ?? undefined
  }

  async entry(seq) {
    return entries(await background(() => this.#open.entry(whole(seq, 'seq'))))[0]
  }

  entrySync(seq) {
    return entries(call(() => this.#open.entrySync(whole(seq, 'seq'))))[0]
  }

  async byId(id) {
    return entries(await background(() => this.#open.byId(id)))[0]
  }

  byIdSync(id) {
    return entries(call(() => this.#open.byIdSync(id)))[0]
  }

  async entries({ after, limit = 1000, durable = false, signal } = {}) {
    page(after, limit)
    return entries(await background(() => this.#open.entries(after, limit, durable), { signal }))
  }

  entriesSync({ after, limit = 1000, durable = false } = {}) {
    page(after, limit)
    return entries(call(() => this.#open.entriesSync(after, limit, durable)))
  }

  async verify(options = {}) {
    return found(await background(() => this.#open.verify(held(options)), options))
  }

  verifySync(options = {}) {
    return found(call(() => this.#open.verifySync(held(options))))
  }

  get durableSeq() {
    return this.#open.durableSeq() ?? undefined
  }

  get recovery() {
    return JSON.parse(call(() => this.#open.recovery())) ?? undefined
  }

  async flush() {
    await background(() => this.#open.flush())
  }

  flushSync() {
    call(() => this.#open.flushSync())
  }

  async close() {
    const handle = this.#handle
    this.#handle = undefined
    if (handle !== undefined && sound(handle)) await background(() => handle.flush())
  }

  closeSync() {
    const handle = this.#handle
    this.#handle = undefined
    if (handle !== undefined && sound(handle)) call(() => handle.flushSync())
  }

  async put(body, media, options) {
    return JSON.parse(await background(() => this.#open.put(...content(body, media, options)), options))
  }

  putSync(body, media, options) {
    return JSON.parse(call(() => this.#open.putSync(...content(body, media, options))))
  }

  async payload(payload) {
    return (await background(() => this.#open.payload(digestOf(payload)))) ?? undefined
  }

  payloadSync(payload) {
    return call(() => this.#open.payloadSync(digestOf(payload))) ?? undefined
  }

  async state(seq) {
    return (await background(() => this.#open.payloadState(whole(seq, 'seq')))) ?? undefined
  }

  stateSync(seq) {
    return call(() => this.#open.payloadStateSync(whole(seq, 'seq'))) ?? undefined
  }

  async erase(seq, options) {
    return entries(await background(() => this.#open.erase(...erasing(seq, options)), options))[0]
  }

  eraseSync(seq, options) {
    return entries(call(() => this.#open.eraseSync(...erasing(seq, options))))[0]
  }
}

function page(after, limit) {
  if (after !== undefined) whole(after, 'after')
  if (limit !== Infinity) whole(limit, 'limit')
}

function content(body, media = 'application/octet-stream', { salt = randomBytes(32) } = {}) {
  return [salt, bytes(body), media]
}

function erasing(seq, { id, reason, actor, now }) {
  return [whole(seq, 'seq'), id, reason, given(actor), instant(now)]
}

const digestOf = (payload) => (typeof payload === 'string' ? payload : payload.digest)
const bytes = (text) => (typeof text === 'string' ? Buffer.from(text) : text)
const found = (text) => ({ ...JSON.parse(text), head: JSON.parse(text).head ?? undefined })
const sound = (handle) => ['empty', 'clean', 'torn', undefined].includes(JSON.parse(handle.recovery())?.verdict)

function genesis(origin, actor, { at, nonce = randomBytes(16) } = {}) {
  return JSON.parse(call(() => native.ledgerGenesis(origin, nonce, given(actor), instant(at))))
}

function seal(given_, head, { recordedAt } = {}) {
  const [read, at] = [drafts(given_), instant(recordedAt)]
  const sealed = entries(call(() => read.seal(head === undefined ? undefined : given(head), at)))
  return { entries: sealed, head: sealed.at(-1)?.head ?? head }
}

function verify(all, options = {}) {
  return call(() => {
    const verifier = native.LedgerVerifier.of(held(options))
    for (const entry of all) verifier.push(entry instanceof Entry ? entry.body : entry)
    return found(verifier.finish())
  })
}

/** `import` is no name that a module can export. */
function importEntries(text, options = {}) {
  const exported = bytes(text)
  call(() => native.ledgerImport(exported, held(options)))
  return entries(Buffer.from(exported).toString())
}

function payloadDigest(salt, body) {
  return call(() => native.ledgerPayloadDigest(salt, bytes(body)))
}

module.exports = { Entry, Ledger, Store, genesis, importEntries, payloadDigest, seal, verify, ...proof }
