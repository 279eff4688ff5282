'use strict'
// Risk: how risky a release is, by the method that it chose.
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

function assess(method) {
  return JSON.parse(call(() => native.riskAssess(given(method))))
}

module.exports = { assess }
