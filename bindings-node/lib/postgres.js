'use strict'
// A ledger in PostgreSQL, over a `Pool` or `Client` of pg.
const { inspect } = require('node:util')
const { call } = require('./errors')
const { instant } = require('./instant')
const native = require('./native')
const { ATTEMPTS, SqlStore, columns, hex, prepare, statements } = require('./ledger-sql')
const { drafts, expected, stored } = require('./ledger-entry')

/** Somebody else was faster: foreign key, uniqueness, serialisation. */
const LOST = new Set(['23503', '23505', '40001'])

async function create(client) {
  await client.query(statements('postgres').schema)
}

/** One of the ledgers in a database, by its name. */
class PostgresLedger extends SqlStore {
  #clients
  #within

  constructor(clients, { name = 'ledger', within = false } = {}) {
    super()
    this.#clients = clients
    this.#within = within
    Object.defineProperty(this, 'name', { value: name, enumerable: true })
  }

  within(client) {
    return new PostgresLedger(client, { name: this.name, within: true })
  }

  async append(given, { expect, now } = {}) {
    const [read, wanted, at] = [drafts(given), expected(expect), instant(now)]
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        // One statement adds all or nothing: the first attempt needs no transaction of its own.
        const attempted = (client) => this.#try(client, read, wanted, at, attempt > 0)
        const done = await (this.#within
          ? this.#savepoint(attempted)
          : attempt === 0
            ? attempted(this.#clients)
            : this.#transaction(attempted))
        if (done !== undefined) return done
      } catch (error) {
        if (!LOST.has(error.code) || (this.#within && error.code === '40001')) throw error
      }
    }
    return call(() => native.ledgerContended(ATTEMPTS))
  }

  async #try(client, read, wanted, now, queue) {
    const sql = statements('postgres')
    if (queue) await client.query(sql.queue, [this.name])
    const subject = wanted.kind === 'subject' ? wanted.text : null
    const { rows } = await client.query(sql.state, [this.name, read.ids(), subject])
    const { done, entries, on } = prepare(read, wanted, rows, now)
    if (done !== undefined) return done
    const all = entries.map(columns)
    const column = (key) => all.map((row) => row[key])
    const lists = ['seq', 'prev', 'hash', 'id', 'kind', 'subject', 'body'].map(column)
    const added = await client.query(sql.append, [this.name, ...lists, on === undefined ? null : hex(on.hash)])
    return added.rowCount === entries.length ? { entries, head: entries.at(-1).head, repeated: false } : undefined
  }

  /** Within the transaction that is open on the client. */
  async #savepoint(work) {
    await this.#clients.query('SAVEPOINT greenboard_ledger')
    try {
      const result = await work(this.#clients)
      await this.#clients.query('RELEASE SAVEPOINT greenboard_ledger')
      return result
    } catch (error) {
      await this.#clients.query('ROLLBACK TO SAVEPOINT greenboard_ledger')
      await this.#clients.query('RELEASE SAVEPOINT greenboard_ledger')
      throw error
    }
  }

  /** In a transaction of its own, on one client. */
  async #transaction(work) {
    const pooled = typeof this.#clients.totalCount === 'number'
    const client = pooled ? await this.#clients.connect() : this.#clients
    // A connection that breaks is told by the query that it breaks under; pg would take the process down besides.
    const told = () => {}
    if (pooled) client.on('error', told)
    let broken
    try {
      await client.query('BEGIN')
      const result = await work(client)
      await client.query('COMMIT')
      return result
    } catch (error) {
      // A client that cannot even roll back is of no use to anybody.
      await client.query('ROLLBACK').catch((failure) => (broken = failure))
      throw error
    } finally {
      if (pooled) {
        client.off('error', told)
        client.release(broken)
      }
    }
  }

  async #one(text, ...values) {
    const { rows } = await this.#clients.query(statements('postgres')[text], [this.name, ...values])
    return rows[0] === undefined ? undefined : stored(rows[0].body)
  }

  async head() {
    return (await this.#one('head'))?.head
  }

  entry(seq) {
    return this.#one('entry', seq)
  }

  byId(id) {
    return this.#one('by_id', id)
  }

  async rows(after, limit) {
    return (await this.#clients.query(statements('postgres').entries, [this.name, after, limit])).rows
  }

  [inspect.custom]() {
    return `PostgresLedger(${this.name})`
  }
}

module.exports = { PostgresLedger, create }
