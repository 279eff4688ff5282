'use strict'
// A ledger in SQLite, over better-sqlite3's `Database` or node:sqlite's `DatabaseSync`.
const { inspect } = require('node:util')
const { instant } = require('./instant')
const { SqlStore, columns, hex, prepare, statements } = require('./ledger-sql')
const { drafts, expected, stored } = require('./ledger-entry')

function create(database) {
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;')
  database.exec(statements('sqlite').schema)
}

/** One of the ledgers in a database, by its name. */
class SqliteLedger extends SqlStore {
  #database
  #prepared = new Map()

  constructor(database, { name = 'ledger' } = {}) {
    super()
    this.#database = database
    Object.defineProperty(this, 'name', { value: name, enumerable: true })
    if (!inside(database)) database.exec('PRAGMA synchronous=FULL')
  }

  #statement(text) {
    if (!this.#prepared.has(text)) this.#prepared.set(text, this.#database.prepare(statements('sqlite')[text]))
    return this.#prepared.get(text)
  }

  async append(given, options) {
    return this.appendSync(given, options)
  }

  appendSync(given, { expect, now } = {}) {
    const [read, wanted, at] = [drafts(given), expected(expect), instant(now)]
    return this.#transaction(() => {
      const subject = wanted.kind === 'subject' ? wanted.text : null
      const rows = this.#statement('state').all({ ledger: this.name, ids: JSON.stringify(read.ids()), subject })
      const { done, entries, on } = prepare(read, wanted, rows, at)
      if (done !== undefined) return done
      let onto = on === undefined ? null : hex(on.hash)
      for (const entry of entries) {
        const row = columns(entry)
        this.#statement('append').run({ ledger: this.name, ...row, expect: onto })
        onto = row.hash
      }
      return { entries, head: entries.at(-1).head, repeated: false }
    })
  }

  /** In a savepoint of the transaction that is open; else in one that may write from its first statement on. */
  #transaction(work) {
    const nested = inside(this.#database)
    const run = (text) => this.#database.exec(text)
    run(nested ? 'SAVEPOINT greenboard_ledger' : 'BEGIN IMMEDIATE')
    try {
      const result = work()
      run(nested ? 'RELEASE greenboard_ledger' : 'COMMIT')
      return result
    } catch (error) {
      // Some errors have ended the transaction already.
      if (inside(this.#database)) {
        if (nested) run('ROLLBACK TO greenboard_ledger; RELEASE greenboard_ledger')
        else run('ROLLBACK')
      }
      throw error
    }
  }

  async head() {
    return this.headSync()
  }

  headSync() {
    const row = this.#statement('head').get({ ledger: this.name })
    return row === undefined ? undefined : stored(row.body).head
  }

  async entry(seq) {
    const row = this.#statement('entry').get({ ledger: this.name, seq })
    return row === undefined ? undefined : stored(row.body)
  }

  async byId(id) {
    const row = this.#statement('by_id').get({ ledger: this.name, id })
    return row === undefined ? undefined : stored(row.body)
  }

  rows(after, limit) {
    return this.#statement('entries').all({ ledger: this.name, after, limit })
  }

  [inspect.custom]() {
    return `SqliteLedger(${this.name})`
  }
}

/** Whether a transaction is open, as either driver says it. */
function inside(database) {
  const said = database.inTransaction ?? database.isTransaction
  if (said === undefined) throw new TypeError('expected a Database of better-sqlite3, or a DatabaseSync of Node 22.16 or newer')
  return said
}

module.exports = { SqliteLedger, create }
