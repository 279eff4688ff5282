'use strict'
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')
const { background } = require('./task')

/** The arguments of the native call. */
function prepare(plan, files, { options = {} } = {}) {
  return [given(plan), { ...files }, given(options)]
}

async function edits(plan, files, settings) {
  return JSON.parse(await background(() => native.edits(...prepare(plan, files, settings)), settings))
}

function editsSync(plan, files, settings) {
  return JSON.parse(call(() => native.editsSync(...prepare(plan, files, settings))))
}

function applied(edits, files) {
  return call(() => native.applied(given(edits), { ...files }))
}

function diff(before, after) {
  return call(() => native.diff(before, after))
}

module.exports = { applied, diff, edits, editsSync }
