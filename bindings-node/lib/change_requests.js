'use strict'
// Change requests: the states that the tickets of change management go through, by the kind of change.
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

function advance(flow, step) {
  const said = typeof step === 'string' ? { action: step } : step
  return JSON.parse(call(() => native.changeRequestAdvance(given(flow), given(said))))
}

module.exports = { advance }
