'use strict'
const { inspect } = require('node:util')
const { given } = require('./document')
const { call } = require('./errors')
const { factsOf } = require('./fact')
const { instant } = require('./instant')
const native = require('./native')
const { background } = require('./task')

const handles = new WeakMap()

/** Gates made ready to be asked. */
class GateSet {
  constructor(gates) {
    handles.set(this, call(() => native.GateSet.of(given(gates))))
  }
}

/** The handle of gates, or of a gate file. */
const gatesOf = (gates) => handles.get(gates instanceof GateSet ? gates : new GateSet(gates))

/** The arguments of the native call. */
function prepare(gates, facts, component, { stage, environment, at } = {}) {
  return [gatesOf(gates), factsOf(facts), component, { stage, environment, at: instant(at) }]
}

async function evaluate(gates, facts, component, options) {
  return JSON.parse(await background(() => native.evaluate(...prepare(gates, facts, component, options)), options))
}

function evaluateSync(gates, facts, component, options) {
  return JSON.parse(call(() => native.evaluateSync(...prepare(gates, facts, component, options))))
}

function explain(verdict) {
  return call(() => native.explain(given(verdict)))
}

function renderVerdict(verdict, format = 'text') {
  return call(() => native.renderVerdict(given(verdict), format))
}

module.exports = { GateSet, evaluate, evaluateSync, explain, renderVerdict }
