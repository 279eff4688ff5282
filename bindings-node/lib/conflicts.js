'use strict'
// Conflicts: what several releases claim at once, and when there is room.
const { given } = require('./document')
const { call } = require('./errors')
const { instant } = require('./instant')
const native = require('./native')

function find(claims, rules = {}, { at } = {}) {
  return JSON.parse(call(() => native.conflictsFind(given([...claims]), given(rules), instant(at))))
}

function freeSlots(wanted, claims = [], rules = {}, { at } = {}) {
  return JSON.parse(
    call(() => native.conflictsFreeSlots(given(wanted), given([...claims]), given(rules), instant(at))),
  )
}

module.exports = { find, freeSlots }
