'use strict'
const { inspect } = require('node:util')
const { call } = require('./errors')
const native = require('./native')
const { background } = require('./task')
const { Requirement, Version, handleOf } = require('./version')

const SCHEME = 'cargo'

/** The versions of a call as the core takes them; see `src/bulk.rs`. */
function encode(versions, column) {
  if (versions instanceof Uint8Array) return { count: 0, ipc: versions, column }
  if (!Array.isArray(versions)) {
    throw new TypeError(`expected an array of versions or an Arrow IPC stream, not ${inspect(versions)}`)
  }
  for (const version of versions) {
    if (typeof version !== 'string' && !(version instanceof Version)) {
      throw new TypeError(`expected a Version or the text of one, not ${inspect(version)}`)
    }
  }
  const joined = versions.join('\0')
  const clean = countOf(joined) === Math.max(versions.length - 1, 0)
  // NUL is no character of a version, and neither is what stands in for it here: the core refuses both.
  return { count: versions.length, joined: clean ? joined : versions.map((v) => `${v}`.replaceAll('\0', '\ufffd')).join('\0') }
}

/** How many NULs there are. */
function countOf(text) {
  let count = 0
  for (let at = text.indexOf('\0'); at !== -1; at = text.indexOf('\0', at + 1)) count += 1
  return count
}

function question(kind, { scheme = SCHEME, invalid = 'refuse' }) {
  if (invalid !== 'refuse' && invalid !== 'skip') {
    throw new TypeError(`invalid must be 'refuse' or 'skip', not ${inspect(invalid)}`)
  }
  return { kind, scheme, skip: invalid === 'skip' }
}

/** The arguments of the native call; a requirement's text is read in `scheme`. */
function prepare(kind, versions, requirement, options) {
  const asked = typeof requirement === 'string' ? new Requirement(requirement, options) : requirement
  return [encode(versions, options.column), question(kind, options), asked && handleOf(asked)]
}

/** The answer in the shape of the question: the items themselves for an array, row numbers for a column. */
function items(versions, rows) {
  return versions instanceof Uint8Array ? rows : Array.from(rows, (row) => versions[row])
}

function one(versions, rows) {
  return items(versions, rows)[0] ?? null
}

/** A function of many versions and its `Sync` twin. */
function twins(kind, takesRequirement, shape) {
  const split = (given) => (takesRequirement ? given : [undefined, ...given])
  const answer = (versions, ...given) => {
    const [requirement, options = {}] = split(given)
    return background(
      () => native.rows(...prepare(kind, versions, requirement, options)).then((rows) => shape(versions, rows)),
      options,
    )
  }
  const answerSync = (versions, ...given) => {
    const [requirement, options = {}] = split(given)
    return shape(versions, call(() => native.rowsSync(...prepare(kind, versions, requirement, options))))
  }
  return [answer, answerSync]
}

const [sortVersions, sortVersionsSync] = twins('sort', false, items)
const [filterVersions, filterVersionsSync] = twins('filter', true, items)
const [maxSatisfying, maxSatisfyingSync] = twins('max', true, one)
const [minSatisfying, minSatisfyingSync] = twins('min', true, one)

/** Which requirement (row) is met by which version (column), a bit each. */
class Matrix {
  #handle

  constructor(handle) {
    if (!(handle instanceof native.Matrix)) throw new TypeError('a Matrix comes from matchMatrix')
    this.#handle = handle
  }

  get requirements() {
    return this.#handle.requirements()
  }

  get versions() {
    return this.#handle.versions()
  }

  get(requirement, version) {
    this.#check('version', version, this.versions)
    return this.#handle.get(this.#row(requirement), version)
  }

  count(requirement) {
    return this.#handle.count(this.#row(requirement))
  }

  matches(requirement) {
    return this.#handle.matches(this.#row(requirement))
  }

  #row(requirement) {
    return this.#check('requirement', requirement, this.requirements)
  }

  #check(what, index, count) {
    if (Number.isInteger(index) && index >= 0 && index < count) return index
    throw new RangeError(`no ${what} ${index} of ${count}`)
  }

  [inspect.custom]() {
    return `Matrix(${this.requirements} requirements, ${this.versions} versions)`
  }
}

function prepareMatrix(requirements, versions, options) {
  return [encode(versions, options.column), question('matrix', options), requirements.map(String)]
}

function matchMatrix(requirements, versions, options = {}) {
  return background(
    () => native.matrix(...prepareMatrix(requirements, versions, options)).then((handle) => new Matrix(handle)),
    options,
  )
}

function matchMatrixSync(requirements, versions, options = {}) {
  return new Matrix(call(() => native.matrixSync(...prepareMatrix(requirements, versions, options))))
}

module.exports = {
  Matrix,
  filterVersions,
  filterVersionsSync,
  matchMatrix,
  matchMatrixSync,
  maxSatisfying,
  maxSatisfyingSync,
  minSatisfying,
  minSatisfyingSync,
  sortVersions,
  sortVersionsSync,
}
