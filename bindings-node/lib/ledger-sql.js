'use strict'
// What both SQL stores have in common: rows in, statements out.
const { call } = require('./errors')
const native = require('./native')
const { Store, PAGE } = require('./ledger-store')
const { appended, held, stored } = require('./ledger-entry')

/** How often an append is tried while others are faster. */
const ATTEMPTS = 32

let texts
/** The statements for a database, as the core has them. */
function statements(database) {
  texts ??= JSON.parse(native.ledgerSql())
  return texts[database]
}

/** What is to be done with drafts: `done`, or entries to be added on top of the head `on`. */
function prepare(drafts, expect, rows, now) {
  let head
  let lastAbout
  const known = []
  for (const { part, seq, body } of rows) {
    if (part === 'head') head = stored(body)
    else if (part === 'known') known.push(stored(body).body)
    else lastAbout = Number(seq)
  }
  const { entries, repeated } = appended(call(() => drafts.prepare(expect, head?.body, known, lastAbout, now)))
  if (repeated || entries.length === 0) return { done: { entries, head: head?.head, repeated } }
  return { entries, on: head }
}

const hex = (hash) => Buffer.from(hash, 'hex')

/** The row of an entry. */
function columns(entry) {
  const { seq, id, kind, subject, body } = entry
  return { seq, prev: seq === 0 ? null : hex(entry.prev), hash: hex(entry.hash), id, kind, subject, body }
}

/** A row as the core takes it. */
function row({ seq, prev, hash, id, kind, subject, body }) {
  const buffer = (bytes) => (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes))
  return { seq: Number(seq), prev: prev === null ? undefined : buffer(prev), hash: buffer(hash), id, kind, subject, body: buffer(body) }
}

/** Verifies rows, page by page: `rows` gives those after a number. */
class SqlStore extends Store {
  async verify(options = {}) {
    const verifier = call(() => native.LedgerVerifier.of(held(options)))
    for (let after = -1; ; ) {
      const rows = await this.rows(after, PAGE)
      if (rows.length === 0) break
      for (const each of rows) call(() => verifier.pushRow(row(each)))
      after += rows.length
    }
    const found = JSON.parse(call(() => verifier.finish()))
    return { ...found, head: found.head ?? undefined }
  }

  async entries({ after = -1, limit = 1000 } = {}) {
    return (await this.rows(after, limit)).map(({ body }) => stored(body))
  }
}

module.exports = { ATTEMPTS, SqlStore, columns, hex, prepare, statements }
