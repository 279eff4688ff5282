'use strict'
const { inspect } = require('node:util')
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

const handles = new WeakMap()

/** Many facts, ready to be asked. */
class Facts {
  constructor(workspace) {
    handles.set(this, call(() => native.Facts.of(workspace === undefined ? undefined : given(workspace))))
  }

  add(facts) {
    const list = typeof facts === 'string' ? facts : [...facts]
    call(() => handles.get(this).add(given(list)))
  }

  get length() {
    return handles.get(this).len()
  }

  [inspect.custom]() {
    return `Facts(${this.length})`
  }
}

/** The handle behind facts. */
function factsOf(facts) {
  const handle = handles.get(facts)
  if (handle === undefined) throw new TypeError(`expected Facts, not ${inspect(facts)}`)
  return handle
}

module.exports = { Facts, factsOf }
