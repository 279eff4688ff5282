'use strict'
// Measurements over time, as Argo Rollouts assesses them.
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

function evaluateResult(value, { success, failure } = {}) {
  return call(() => native.measurementEvaluateResult(JSON.stringify(value ?? null), success, failure))
}

const count = (phases) => JSON.parse(call(() => native.measurementCount(given([...phases]))))

function assess(metric, result, { terminating = false } = {}) {
  return call(() => native.measurementAssess(given(metric), given(result), terminating))
}

const limits = (metric, result) => JSON.parse(call(() => native.measurementLimits(given(metric), given(result))))

function assessRun(metrics, { terminate = false } = {}) {
  return JSON.parse(call(() => native.measurementAssessRun(given([...metrics]), terminate)))
}

module.exports = { assess, assessRun, count, evaluateResult, limits }
