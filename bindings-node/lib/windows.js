'use strict'
// Windows in which work may go out, or may not: freezes, change windows, calendars.
const { given } = require('./document')
const { call } = require('./errors')
const { instant } = require('./instant')
const native = require('./native')
const { wholeNumber } = require('./version')

function decide(windows, { at, manual = false } = {}) {
  return decideAll(windows, [instant(at)], { manual })[0]
}

function decideAll(windows, at, { manual = false } = {}) {
  const instants = Array.from(at, (one) => instant(one))
  return JSON.parse(call(() => native.windowsDecide(given(windows), instants, manual)))
}

function occurrences(windows, start, end, { limit = 1000 } = {}) {
  const most = wholeNumber(limit) ?? 0
  return JSON.parse(call(() => native.windowsOccurrences(given(windows), instant(start), instant(end), most)))
}

function parseIcalendar(text, { name, zone, kind } = {}) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  return JSON.parse(call(() => native.windowsParseIcalendar(bytes, given({ name, zone, kind }))))
}

module.exports = { decide, decideAll, occurrences, parseIcalendar }
