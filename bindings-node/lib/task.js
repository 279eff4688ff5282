'use strict'
const { fromNative } = require('./errors')

/**
 * A promise of work that `start` begins off the main thread. It rejects, never throws; once `signal` aborts it rejects with
 * the signal's reason, and what the work still finds out is dropped.
 */
async function background(start, { signal } = {}) {
  signal?.throwIfAborted()
  let stop
  const aborted = new Promise((_, reject) => {
    stop = () => reject(signal.reason)
    signal?.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([start(), aborted])
  } catch (error) {
    throw signal?.aborted && error === signal.reason ? error : fromNative(error)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

module.exports = { background }
