'use strict'
// Service level objectives, scored as Keptn scores them.
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

const parsed = (run) => JSON.parse(call(run))

const parseCriterion = (text) => parsed(() => native.sloParseCriterion(text))
const parseFile = (text) => parsed(() => native.sloParseFile(text))
const parseAnalysis = (text) => parsed(() => native.sloParseAnalysis(text))

/** Values by metric, or documents. */
const valuesOf = (values) =>
  Symbol.iterator in values ? [...values] : Object.entries(values).map(([metric, value]) => ({ metric, value }))

function evaluate(file, values, previous = []) {
  return parsed(() => native.sloEvaluate(given(file), given(valuesOf(values)), given([...previous])))
}

function history(file, newestFirst) {
  return parsed(() => native.sloHistory(given(file), given([...newestFirst])))
}

function score(achieved, maximum, totalScore, { keyFailed = false } = {}) {
  const total = totalScore == null ? undefined : given(totalScore)
  return parsed(() => native.sloScore(achieved, maximum, total, keyFailed))
}

const percentile = (values, p) => call(() => native.sloPercentile([...values], p)) ?? null

const analyse = (analysis, values) => parsed(() => native.sloAnalyse(given(analysis), given(values)))

module.exports = { analyse, evaluate, history, parseAnalysis, parseCriterion, parseFile, percentile, score }
