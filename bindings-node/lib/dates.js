'use strict'
// Dates: phases planned backward in working days.
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

function planBackward(phases, target, calendar = {}) {
  const pairs = [...phases]
  const names = pairs.map(([phase]) => phase)
  const days = pairs.map(([, days]) => days)
  return JSON.parse(call(() => native.datesPlanBackward(names, days, target, given(calendar))))
}

module.exports = { planBackward }
