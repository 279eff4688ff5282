'use strict'
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')
const { Version, handleOfVersion, wholeNumber } = require('./version')

function branches(branches) {
  return JSON.parse(call(() => native.branches(given(branches))))
}

function lastRelease(branch) {
  return JSON.parse(call(() => native.lastRelease(given(branch))))
}

function nextOnBranch(branch, bump) {
  return new Version(call(() => native.nextOnBranch(given(branch), bump)), { scheme: 'npm' })
}

function checkBranch(ranges, branch, version, bump) {
  call(() => native.checkBranch(given(ranges), branch, handleOfVersion(version), bump))
}

function checkMerge(range, version) {
  call(() => native.checkMerge(given(range), handleOfVersion(version)))
}

function nextPrerelease(target, identifier, { last, first = 1 } = {}) {
  const before = last === undefined || last === null ? null : handleOfVersion(last)
  const next = call(() => native.nextPrerelease(handleOfVersion(target), before, identifier, wholeNumber(first) ?? 0))
  return new Version(next, { scheme: target.scheme })
}

function graduate(version) {
  return new Version(call(() => native.graduate(handleOfVersion(version))), { scheme: version.scheme })
}

module.exports = { branches, checkBranch, checkMerge, graduate, lastRelease, nextOnBranch, nextPrerelease }
