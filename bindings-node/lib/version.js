'use strict'
const { inspect } = require('node:util')
const { call } = require('./errors')
const native = require('./native')

const SCHEME = 'cargo'

/** The core's handle of a `Version`, and of a `Requirement`; set by the classes, whose handles are private. */
let versionHandle, requirementHandle

/** The number a new prerelease starts at, checked; `null` leaves it out. */
function wholeNumber(base) {
  if (base === null || (Number.isSafeInteger(base) && base >= 0)) return base
  throw new TypeError(`base must be a whole number of at least 0, or null, not ${inspect(base)}`)
}

/** A version of one scheme, in its normalised text. */
class Version {
  #handle
  #scheme

  /** Given a handle of the core instead of a text, it takes that: how results are made. */
  constructor(text, { scheme = SCHEME } = {}) {
    this.#handle = text instanceof native.Version ? text : call(() => new native.Version(text, scheme))
    this.#scheme = scheme
  }

  static {
    versionHandle = (version) => {
      if (version instanceof Version) return version.#handle
      throw new TypeError(`expected a Version, not ${inspect(version)}`)
    }
  }

  get scheme() {
    return this.#scheme
  }

  get isPrerelease() {
    return this.#handle.isPrerelease()
  }

  bump(step, { identifier, base = 0 } = {}) {
    const next = call(() => this.#handle.bump(step, identifier, wholeNumber(base)))
    return new Version(next, { scheme: this.#scheme })
  }

  diff(other) {
    return call(() => this.#handle.diff(versionHandle(other)))
  }

  compare(other) {
    return call(() => this.#handle.compare(versionHandle(other)))
  }

  equals(other) {
    return other instanceof Version && this.#scheme === other.#scheme && this.toString() === other.toString()
  }

  toString() {
    return this.#handle.text()
  }

  toJSON() {
    return this.toString()
  }

  /** `<` and `>` would compare the texts. */
  [Symbol.toPrimitive](hint) {
    if (hint === 'number') throw new TypeError('compare versions with a.compare(b), not with < or >')
    return this.toString()
  }

  [inspect.custom]() {
    return `Version(${this}, ${this.#scheme})`
  }
}

/** What a consumer accepts of a provider: a set of versions in one scheme's notation. */
class Requirement {
  #handle
  #scheme

  /** Given a handle of the core instead of a text, it takes that: how results are made. */
  constructor(text, { scheme = SCHEME } = {}) {
    this.#handle = text instanceof native.Requirement ? text : call(() => new native.Requirement(text, scheme))
    this.#scheme = scheme
  }

  static {
    requirementHandle = (requirement) => {
      if (requirement instanceof Requirement) return requirement.#handle
      throw new TypeError(`expected a Requirement, not ${inspect(requirement)}`)
    }
  }

  get scheme() {
    return this.#scheme
  }

  get isEmpty() {
    return this.#handle.isEmpty()
  }

  matches(version) {
    return call(() =>
      typeof version === 'string' ? this.#handle.matchesText(version) : this.#handle.matches(versionHandle(version)),
    )
  }

  intersects(other) {
    return call(() => this.#handle.intersects(requirementHandle(other)))
  }

  isSubset(other) {
    return call(() => this.#handle.isSubset(requirementHandle(other)))
  }

  static fromVers(text) {
    const handle = call(() => native.Requirement.fromVers(text))
    return new Requirement(handle, { scheme: handle.scheme() })
  }

  toVers() {
    return call(() => this.#handle.toVers())
  }

  movedTo(version) {
    const target = typeof version === 'string' ? new Version(version, { scheme: this.#scheme }) : version
    return new Requirement(call(() => this.#handle.movedTo(versionHandle(target))), { scheme: this.#scheme })
  }

  equals(other) {
    return other instanceof Requirement && this.#scheme === other.#scheme && this.toString() === other.toString()
  }

  toString() {
    return this.#handle.text()
  }

  toJSON() {
    return this.toString()
  }

  [inspect.custom]() {
    return `Requirement(${this}, ${this.#scheme})`
  }
}

module.exports = {
  Version,
  Requirement,
  handleOf: (requirement) => requirementHandle(requirement),
  handleOfVersion: (version) => versionHandle(version),
  wholeNumber,
}
