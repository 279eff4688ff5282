'use strict'
// Templates: the stages that a release goes through, as a document that people write.
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

function builtin(name) {
  return read(builtinText(name))
}

function builtinText(name) {
  return call(() => native.templateBuiltin(name))
}

function read(template) {
  return JSON.parse(call(() => native.templateRead(given(template))))
}

module.exports = { builtin, builtinText, read }
