'use strict'
// What only PEP 440 has, on texts.
const { call } = require('./errors')
const native = require('./native')

module.exports = {
  contains: (specifiers, candidate, { prereleases } = {}) =>
    call(() => native.pep440Contains(specifiers, candidate, prereleases)),
  filter: (specifiers, candidates, { prereleases } = {}) =>
    call(() => native.pep440Filter(specifiers, candidates, prereleases)),
  isUnsatisfiable: (specifiers, { prereleases } = {}) =>
    call(() => native.pep440IsUnsatisfiable(specifiers, prereleases)),
  isSubset: (a, b) => call(() => native.pep440IsSubset(a, b)),
  isDisjoint: (a, b) => call(() => native.pep440IsDisjoint(a, b)),
  isEquivalent: (a, b) => call(() => native.pep440IsEquivalent(a, b)),
}
