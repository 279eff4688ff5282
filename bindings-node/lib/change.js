'use strict'
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

/** The changes alone, on their way to the core. */
const listed = (changes) => given(typeof changes === 'string' || Array.isArray(changes) ? changes : changes.changes)

/** How messages are read. */
const reading = ({ mode = 'lenient', levels = {} } = {}) => [mode, given(levels)]

function parseCommit(text, { mode = 'lenient' } = {}) {
  return JSON.parse(call(() => native.parseCommit(text, mode)))
}

function commitChanges(commit, components, options) {
  return JSON.parse(call(() => native.commitChanges(given(commit), [...components], ...reading(options))))
}

function readChangeset(name, text) {
  return JSON.parse(call(() => native.readChangeset(name, text)))
}

function readChangesets(files) {
  return JSON.parse(call(() => native.readChangesets(given(files))))
}

function changesetText(change) {
  return call(() => native.changesetText(given(change)))
}

function overrideCommits(changes, overrides, options) {
  return JSON.parse(call(() => native.overrideCommits(listed(changes), given(overrides), ...reading(options))))
}

function enrich(changes, enrichment, options) {
  return JSON.parse(call(() => native.enrich(listed(changes), given(enrichment), ...reading(options))))
}

function mergeDuplicates(changes) {
  return JSON.parse(call(() => native.mergeDuplicates(listed(changes))))
}

function cancelReverts(changes) {
  return JSON.parse(call(() => native.cancelReverts(listed(changes))))
}

function backports(history, rules = {}) {
  return JSON.parse(call(() => native.backports(given(history), given(rules))))
}

function uncovered(workspace, changes, touched, coverage = {}) {
  return JSON.parse(call(() => native.uncovered(given(workspace), listed(changes), [...touched], given(coverage))))
}

module.exports = {
  backports,
  cancelReverts,
  changesetText,
  commitChanges,
  enrich,
  mergeDuplicates,
  overrideCommits,
  parseCommit,
  readChangeset,
  readChangesets,
  uncovered,
}
