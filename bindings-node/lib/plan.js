'use strict'
const { given } = require('./document')
const { call } = require('./errors')
const { instant } = require('./instant')
const native = require('./native')
const { background } = require('./task')

/** The arguments of the native call. */
function prepare(workspace, changes, { policy = {}, at } = {}) {
  const list = typeof changes === 'string' || Array.isArray(changes) ? changes : changes.changes
  return [given(workspace), given(list), given(policy), instant(at)]
}

async function plan(workspace, changes, options) {
  return JSON.parse(await background(() => native.plan(...prepare(workspace, changes, options)), options))
}

function planSync(workspace, changes, options) {
  return JSON.parse(call(() => native.planSync(...prepare(workspace, changes, options))))
}

function why(plan, component) {
  return JSON.parse(call(() => native.why(given(plan), component)))
}

function whyText(why) {
  return call(() => native.whyText(given(why)))
}

function planTable(plan) {
  return call(() => native.planTable(given(plan)))
}

function remaining(plan, published) {
  return JSON.parse(call(() => native.remaining(given(plan), [...published])))
}

function split(plan) {
  return JSON.parse(call(() => native.split(given(plan))))
}

module.exports = { plan, planSync, planTable, remaining, split, why, whyText }
