'use strict'
// Whether something has been long enough where it was before.
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

function isAvailable(stage, requests, freight) {
  return call(() => native.soakIsAvailable(stage, given([...requests]), given(freight)))
}

module.exports = { isAvailable }
