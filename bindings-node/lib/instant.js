'use strict'
const { inspect } = require('node:util')

/** The instant as RFC 3339 text; the clock's, read once, where there is none. */
function instant(at = new Date()) {
  if (typeof at === 'string') return at
  if (at instanceof Date) return at.toISOString()
  throw new TypeError(`at must be a Date or RFC 3339 text, not ${inspect(at)}`)
}

module.exports = { instant }
