'use strict'
const { call } = require('./errors')
const native = require('./native')

/** What the core takes for a document: its text, and whether someone wrote that, so that errors name line and column. */
function given(document) {
  return typeof document === 'string' ? { text: document, written: true } : { text: JSON.stringify(document), written: false }
}

/** The JSON of any value. `JSON.stringify` would write a number that is not finite as null. */
function exact(value) {
  if (typeof value === 'string') return value
  const text = JSON.stringify(value, (key, item) => {
    if (typeof item === 'number' && !Number.isFinite(item)) throw new TypeError(`${item} is no number of JSON`)
    return item
  })
  if (text === undefined) throw new TypeError(`${typeof value} is no value of JSON`)
  return text
}

function canonicalJson(value) {
  const text = exact(value)
  return call(() => native.canonicalJson(text))
}

function digest(value) {
  const text = exact(value)
  return call(() => native.digest(text))
}

function digestText(text) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  return call(() => native.digestText(bytes))
}

module.exports = { canonicalJson, digest, digestText, exact, given }
