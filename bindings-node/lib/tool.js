'use strict'
// The reports of other tools: what they say, and what that means for a component.
const { given } = require('./document')
const { call } = require('./errors')
const { instant } = require('./instant')
const native = require('./native')
const { background } = require('./task')

function bytes(payload) {
  return typeof payload === 'string' ? Buffer.from(payload) : Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength)
}

/** The arguments of the native call. */
function prepare(payload, tool, subject, { at, suite, uri, expiresAt, key } = {}) {
  const options = { suite, uri, expires_at: expiresAt === undefined ? undefined : instant(expiresAt), key }
  return [bytes(payload), tool, given(subject), instant(at), given(options)]
}

async function detect(payload, options) {
  return JSON.parse(await background(() => native.toolDetect(bytes(payload)), options))
}

function detectSync(payload) {
  return JSON.parse(call(() => native.toolDetectSync(bytes(payload))))
}

async function inspect(payload, tool, options) {
  return JSON.parse(await background(() => native.toolInspect(bytes(payload), tool), options))
}

function inspectSync(payload, tool) {
  return JSON.parse(call(() => native.toolInspectSync(bytes(payload), tool)))
}

async function read(payload, tool, subject, options) {
  return JSON.parse(await background(() => native.toolRead(...prepare(payload, tool, subject, options)), options))
}

function readSync(payload, tool, subject, options) {
  return JSON.parse(call(() => native.toolReadSync(...prepare(payload, tool, subject, options))))
}

async function verify(payload, key, options) {
  return JSON.parse(await background(() => native.toolVerify(bytes(payload), key), options))
}

function verifySync(payload, key) {
  return JSON.parse(call(() => native.toolVerifySync(bytes(payload), key)))
}

module.exports = { detect, detectSync, inspect, inspectSync, read, readSync, verify, verifySync }
