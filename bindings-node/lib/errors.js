'use strict'

/** A failure, the same in every language: its message is the place and the sentence for people. */
class GreenboardError extends Error {
  #sentence

  constructor(message, { code = '', path, line, column, details = {}, retryable = false, sentence = message } = {}) {
    super(message)
    this.#sentence = sentence
    Object.assign(this, { code, path, line, column, details, retryable })
  }

  toJSON() {
    const { code, path = null, line = null, column = null, details, retryable } = this
    return { code, message: this.#sentence, path, line, column, details, retryable }
  }
}
Object.defineProperty(GreenboardError.prototype, 'name', { value: 'GreenboardError', writable: true, configurable: true })

/** A command that is refused, with every reason and what would lift it. */
class Refused extends GreenboardError {
  get refusal() {
    return this.details
  }

  get reasons() {
    return this.details.reasons
  }
}
Object.defineProperty(Refused.prototype, 'name', { value: 'Refused', writable: true, configurable: true })

/** How the core marks an error of its own in the message of a plain one; see `src/error.rs`. */
const MARK = 'greenboard:'

/** The error to throw for one that came out of the native module. */
function fromNative(error) {
  if (!(error instanceof Error)) return error
  if (error.message.startsWith(MARK)) {
    const { text, fields } = JSON.parse(error.message.slice(MARK.length))
    const { path, line, column } = fields
    const place = { path: path ?? undefined, line: line ?? undefined, column: column ?? undefined }
    const Kind = fields.code === 'release.refused' ? Refused : GreenboardError
    return new Kind(text, { ...fields, ...place, sentence: fields.message })
  }
  // How N-API says that an argument is of a wrong type.
  return /^InvalidArg$|Expected$/.test(error.code) ? new TypeError(error.message, { cause: error }) : error
}

/** Calls the core. */
function call(work) {
  try {
    return work()
  } catch (error) {
    throw fromNative(error)
  }
}

module.exports = { GreenboardError, Refused, call, fromNative }
