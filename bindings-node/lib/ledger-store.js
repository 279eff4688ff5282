'use strict'
// What every store of ledgers can do, out of its own `head`, `entries` and `verify`.
const { call } = require('./errors')
const native = require('./native')
const { signCheckpoint } = require('./ledger-proof')

/** How many entries are read at once. */
const PAGE = 4096

/** A ledger, wherever it is kept. */
class Store {
  async length() {
    const head = await this.head()
    return head === undefined ? 0 : head.seq + 1
  }

  async *[Symbol.asyncIterator]() {
    let after
    for (;;) {
      const page = await this.entries({ after, limit: PAGE })
      if (page.length === 0) return
      yield* page
      after = page.at(-1).seq
    }
  }

  async #tree() {
    const tree = native.LedgerTree.empty()
    for await (const entry of this) tree.push(entry.body)
    return tree
  }

  async inclusion(seq, size) {
    const tree = await this.#tree()
    return JSON.parse(call(() => tree.inclusion(seq, size ?? tree.size())))
  }

  async consistency(size1, size2) {
    const tree = await this.#tree()
    return JSON.parse(call(() => tree.consistency(size1, size2 ?? tree.size())))
  }

  async checkpoint(signer, { previous } = {}) {
    const tree = await this.#tree()
    const size = tree.size()
    const checkpoint = { origin: signer.key.split('+')[0], size, root: call(() => tree.rootAt(size)) }
    const proven = previous !== undefined && previous.size > 0 && previous.size <= size
    const proof = proven ? JSON.parse(call(() => tree.consistency(previous.size, size))) : undefined
    return signCheckpoint(checkpoint, signer, { previous, proof })
  }

  async *export() {
    for await (const entry of this) yield Buffer.concat([entry.body, Buffer.from('\n')])
  }
}

module.exports = { PAGE, Store }
