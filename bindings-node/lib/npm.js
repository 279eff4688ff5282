'use strict'
// What only node-semver has, under its names, on texts.
const { call, GreenboardError } = require('./errors')
const native = require('./native')
const { wholeNumber } = require('./version')

/** The options as the core takes them. */
function options({ loose = false, includePrerelease = false } = {}) {
  return { loose, includePrerelease }
}

const SIDES = { '>': true, '<': false }

module.exports = {
  clean: (version, given) => call(() => native.npmClean(version, options(given))),
  coerce: (text, given = {}) => call(() => native.npmCoerce(text, given.rtl ?? false, options(given))),
  inc(version, step, given = {}) {
    const { identifier, base = 0 } = given
    return call(() => native.npmInc(version, step, identifier, wholeNumber(base), options(given)))
  },
  diff: (a, b, given) => call(() => native.npmDiff(a, b, options(given))),
  truncate: (version, step, given) => call(() => native.npmTruncate(version, step, options(given))),
  validRange(range, given) {
    try {
      return call(() => native.npmRange(range, options(given)))
    } catch (error) {
      if (error instanceof GreenboardError) return null
      throw error
    }
  },
  satisfies: (version, range, given) => call(() => native.npmSatisfies(version, range, options(given))),
  intersects: (a, b, given) => call(() => native.npmIntersects(a, b, options(given))),
  subset: (a, b, given) => call(() => native.npmSubset(a, b, options(given))),
  outside(version, range, hilo, given) {
    if (!Object.hasOwn(SIDES, hilo)) throw new TypeError(`hilo must be '>' or '<', not ${hilo}`)
    return call(() => native.npmOutside(version, range, SIDES[hilo], options(given)))
  },
  minVersion: (range, given) => call(() => native.npmMinVersion(range, options(given))),
  simplify: (versions, range, given) => call(() => native.npmSimplify(versions, range, options(given))),
}
