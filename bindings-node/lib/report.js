'use strict'
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

function render(plan, format = 'text', { limit } = {}) {
  return call(() => native.render(given(plan), format, limit))
}

function changelog(plan, component, { style = 'standard', template, write } = {}) {
  if (write === undefined) {
    return call(() => native.changelog(given(plan), component, style, template))
  }
  if (template !== undefined) throw new TypeError('give a template or a function, not both')
  const document = typeof plan === 'string' ? JSON.parse(plan) : plan
  if (component === undefined) return write(document)
  // The core says it when the component is not released.
  call(() => native.why(given(plan), component))
  return write(document, document.entries.find((entry) => entry.component === component))
}

module.exports = { changelog, render }
