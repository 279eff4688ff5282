'use strict'
// Proofs, signed notes and checkpoints: what others hold of a ledger, and check without it.
const { given } = require('./document')
const { call } = require('./errors')
const { instant } = require('./instant')
const { whole } = require('./ledger-entry')
const native = require('./native')

const bytes = (text) => (typeof text === 'string' ? Buffer.from(text) : text)
const hashOf = (entry) => (typeof entry === 'string' ? entry : entry.hash)

/** A signer that knows its seed. */
class Ed25519 {
  #name
  #seed

  constructor(name, seed, { witness = false } = {}) {
    Object.defineProperty(this, 'key', { value: call(() => native.noteKey(name, seed, witness)), enumerable: true })
    this.#name = name
    this.#seed = seed
  }

  sign(message) {
    return call(() => native.noteSignature(this.#name, this.#seed, message))
  }
}

/** The note that `make` makes, once with nothing to learn what is to be signed, and once with the signature. */
async function signed(signer, make) {
  const message = call(() => make())
  const signature = await signer.sign(message)
  return call(() => make(signature)).toString()
}

function signNote(text, signer) {
  return signed(signer, (signature) => native.noteOf(text, signer.key, signature))
}

function verifyNote(note, keys) {
  return JSON.parse(call(() => native.noteVerify(bytes(note), [...keys])))
}

/** What was seen before of a ledger, and the proof from there, as the core takes them. */
function before(checkpoint, proof) {
  return checkpoint && { checkpoint, proof: proof === undefined ? undefined : given(proof) }
}

function signCheckpoint(checkpoint, signer, { previous, proof } = {}) {
  const seen = before(previous, proof)
  return signed(signer, (signature) => native.checkpointNote(checkpoint, seen, signer.key, signature))
}

function cosign(note, witness, { log, at, previous, proof }) {
  const [seen, time] = [before(previous, proof), instant(at)]
  return signed(witness, (signature) => native.checkpointCosigned(note, log, seen, time, witness.key, signature))
}

function openCheckpoint(note, { origin, key, witnesses = [] }) {
  return JSON.parse(call(() => native.checkpointOpen(bytes(note), origin, key, [...witnesses])))
}

/** The Merkle tree over entries, by themselves or by their hashes: what makes proofs. */
class Tree {
  #tree = native.LedgerTree.empty()

  constructor(entries = []) {
    this.extend(entries)
  }

  extend(entries) {
    const hashes = Array.from(entries, hashOf)
    call(() => this.#tree.pushHashes(hashes))
  }

  get size() {
    return this.#tree.size()
  }

  root(size = this.size) {
    return call(() => this.#tree.rootAt(whole(size, 'size')))
  }

  inclusion(seq, size = this.size) {
    return JSON.parse(call(() => this.#tree.inclusion(whole(seq, 'seq'), whole(size, 'size'))))
  }

  consistency(size1, size2 = this.size) {
    return JSON.parse(call(() => this.#tree.consistency(whole(size1, 'size1'), whole(size2, 'size2'))))
  }
}

function verifyInclusion(proof, entry, root) {
  call(() => native.ledgerCheckInclusion(given(proof), hashOf(entry), root))
}

function verifyConsistency(proof, root1, root2) {
  call(() => native.ledgerCheckConsistency(given(proof), root1, root2))
}

function logProof(proof, checkpoint) {
  return call(() => native.logProofText(given(proof), checkpoint))
}

function verifyLogProof(text, entry, { origin, key, witnesses = [] }) {
  return JSON.parse(call(() => native.logProofVerify(text, hashOf(entry), origin, key, [...witnesses])))
}

module.exports = {
  Ed25519,
  Tree,
  cosign,
  logProof,
  openCheckpoint,
  signCheckpoint,
  signNote,
  verifyConsistency,
  verifyInclusion,
  verifyLogProof,
  verifyNote,
}
