'use strict'
// Whether the contracts between consumers and providers allow a version into an environment.
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

function canIDeploy(matrix, component, version) {
  return JSON.parse(call(() => native.canIDeploy(given(matrix), component, version)))
}

function together(matrix, component, candidates) {
  return JSON.parse(call(() => native.deployTogether(given(matrix), component, candidates))) ?? undefined
}

module.exports = { canIDeploy, together }
