'use strict'
// Proofs, signed notes and checkpoints: what others hold of a ledger, and check without it.
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

const bytes = (text) => (typeof text === 'string' ? Buffer.from(text) : text)
const hashOf = (entry) => (typeof entry === 'string' ? entry : entry.hash)

/** A signer that knows its seed. */
class Ed25519 {
  #name
  #seed

  constructor(name, seed) {
    Object.defineProperty(this, 'key', { value: call(() => native.noteKey(name, seed)), enumerable: true })
    this.#name = name
    this.#seed = seed
  }

  sign(message) {
    return call(() => native.noteSignature(this.#name, this.#seed, message))
  }
}

async function signNote(text, signer) {
  const signature = await signer.sign(Buffer.from(text))
  return call(() => native.noteOf(text, signer.key, signature))
}

function verifyNote(note, keys) {
  return JSON.parse(call(() => native.noteVerify(bytes(note), [...keys])))
}

async function signCheckpoint(checkpoint, signer, { previous, proof } = {}) {
  const text = call(() => native.checkpointText(checkpoint))
  const signature = await signer.sign(Buffer.from(text))
  const proven = proof === undefined ? undefined : given(proof)
  return call(() => native.checkpointNote(checkpoint, previous, proven, signer.key, signature))
}

function openCheckpoint(note, { origin, key, witnesses = [] }) {
  return JSON.parse(call(() => native.checkpointOpen(bytes(note), origin, key, [...witnesses])))
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
  logProof,
  openCheckpoint,
  signCheckpoint,
  signNote,
  verifyConsistency,
  verifyInclusion,
  verifyLogProof,
  verifyNote,
}
