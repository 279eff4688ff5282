'use strict'
// Releases: from planning to review as a sequence of recorded decisions.
const { randomUUID } = require('node:crypto')
const { inspect } = require('node:util')
const { given } = require('./document')
const { GreenboardError, Refused, call } = require('./errors')
const { factsOf } = require('./fact')
const { gatesOf } = require('./gate')
const { instant } = require('./instant')
const native = require('./native')
const { background } = require('./task')

/** How many entries are read at once. */
const PAGE = 4096
/** How often a command is decided on where others are faster every time. Each of them got on meanwhile. */
const ATTEMPTS = 64

const handles = new WeakMap()
const optional = (document) => (document === undefined || document === null ? undefined : given(document))
const parsed = (text) => (text === undefined || text === null ? undefined : JSON.parse(text))
const lines = (entries) => entries.map((entry) => `${entry.body.toString()}\n`).join('')

/** What commands are decided in. */
class Context {
  constructor({ gates = 'gates: []', roles, facts, templates = [] } = {}) {
    const many = typeof templates === 'string' ? templates : [...templates]
    const of = facts === undefined ? undefined : factsOf(facts)
    const make = () =>
      native.ReleaseContext.of(gatesOf(gates), optional(roles), of, many.length === 0 ? undefined : given(many))
    handles.set(this, call(make))
  }

  get digest() {
    return handles.get(this).digest()
  }

  [inspect.custom]() {
    return `Context(${this.digest})`
  }
}

const contextOf = (context) => {
  const handle = handles.get(context)
  if (handle === undefined) throw new TypeError(`expected a release.Context, not ${inspect(context)}`)
  return handle
}

/** Where commands are given: decides on them, records what happens, and begins anew where somebody else was faster. */
class Desk {
  #releases = native.Releases.none()

  constructor(ledger, context = new Context()) {
    this.ledger = ledger
    this.context = context
  }

  static async open(ledger, context) {
    const desk = new Desk(ledger, context)
    await desk.refresh()
    return desk
  }

  static openSync(ledger, context) {
    const desk = new Desk(ledger, context)
    desk.refreshSync()
    return desk
  }

  async refresh() {
    for (;;) {
      const page = await this.ledger.entries({ after: this.#releases.seen() ?? undefined, limit: PAGE })
      if (page.length === 0) return
      call(() => this.#releases.read(lines(page)))
    }
  }

  refreshSync() {
    for (;;) {
      const page = this.ledger.entriesSync({ after: this.#releases.seen() ?? undefined, limit: PAGE })
      if (page.length === 0) return
      call(() => this.#releases.read(lines(page)))
    }
  }

  #asking(release, command, { actor, id = randomUUID(), at, expectedVersion }) {
    const who = typeof actor === 'string' ? { id: actor, kind: 'human' } : actor
    return { release, id, actor: given(who), at: instant(at), expectedVersion, command: given(command) }
  }

  /** What the ledger must still be. */
  #expect(release, whole) {
    const seq = this.#releases.seen()
    if (seq === undefined || seq === null) return 'empty'
    return whole ? seq : { subject: release, seq }
  }

  #done(release, events, { entries = [], repeated = true } = {}) {
    return { events, entries, repeated, state: this.state(release) }
  }

  async act(release, command, options = {}) {
    const asking = this.#asking(release, command, options)
    await this.refresh()
    for (let attempt = 1; ; attempt += 1) {
      const work = () => this.#releases.prepare(asking, contextOf(this.context))
      const { events, drafts, whole } = JSON.parse(await background(work, options))
      if (events.length === 0) return this.#done(release, events)
      const expect = this.#expect(release, whole)
      try {
        const appended = await this.ledger.append(drafts, { expect, now: options.now })
        await this.refresh()
        return this.#done(release, events, appended)
      } catch (error) {
        if (!isConflict(error) || attempt === ATTEMPTS) throw error
        await this.refresh()
      }
    }
  }

  actSync(release, command, options = {}) {
    const asking = this.#asking(release, command, options)
    this.refreshSync()
    for (let attempt = 1; ; attempt += 1) {
      const work = () => this.#releases.prepareSync(asking, contextOf(this.context))
      const { events, drafts, whole } = JSON.parse(call(work))
      if (events.length === 0) return this.#done(release, events)
      const expect = this.#expect(release, whole)
      try {
        const appended = this.ledger.appendSync(drafts, { expect, now: options.now })
        this.refreshSync()
        return this.#done(release, events, appended)
      } catch (error) {
        if (!isConflict(error) || attempt === ATTEMPTS) throw error
        this.refreshSync()
      }
    }
  }

  create(release, options) {
    return this.act(release.id, { kind: 'create', release }, options)
  }

  createSync(release, options) {
    return this.actSync(release.id, { kind: 'create', release }, options)
  }

  get releases() {
    return this.#releases.ids()
  }

  state(release) {
    return parsed(call(() => this.#releases.state(release)))
  }

  [inspect.custom]() {
    const count = this.releases.length
    return `Desk(${count} release${count === 1 ? '' : 's'})`
  }
}

const isConflict = (error) => error instanceof GreenboardError && error.code === 'ledger.conflict'

function decide(state, envelope, context) {
  return JSON.parse(call(() => native.releaseDecide(optional(state), given(envelope), contextOf(context))))
}

const whole = (document) => (typeof document === 'string' ? JSON.parse(document) : document)

function evolve(state, event) {
  return parsed(call(() => native.releaseFold(optional(state), given([whole(event)]))))
}

function fold(events) {
  const many = typeof events === 'string' ? events : [...events].map(whole)
  return parsed(call(() => native.releaseFold(undefined, given(many))))
}

function draft(event) {
  return JSON.parse(call(() => native.releaseDraft(given(event))))
}

/** What of an entry its author said. */
function said(entry) {
  if (entry.body === undefined) return entry
  const { v: _v, seq: _seq, prev: _prev, recorded_at: _recordedAt, ...draft } = entry.toJSON()
  return draft
}

function event(entry) {
  return parsed(call(() => native.releaseEvent(given(said(entry)))))
}

const viewed = (options) => ({ ...options, at: instant(options.at) })
const view = (what, options) => JSON.parse(call(() => native.releaseViewSync(what, viewed(options))))
const viewLater = async (what, options, { signal } = {}) =>
  JSON.parse(await background(() => native.releaseView(what, viewed(options)), { signal }))

/** The entries of a store, or of whatever holds them. */
async function gathered(entries) {
  const found = []
  for await (const entry of entries) found.push(entry)
  return lines(found)
}

function due(state, { at } = {}) {
  return view('due', { document: given(state), at })
}

function diff(before, after) {
  return view('diff', { document: given(before), after: given(after) })
}

async function replay(entries, { seq, recordedBy, happenedBy, signal } = {}) {
  const recorded = recordedBy === undefined ? undefined : instant(recordedBy)
  const happened = happenedBy === undefined ? undefined : instant(happenedBy)
  return viewLater('replay', { lines: await gathered(entries), seq, recorded, happened }, { signal })
}

function portfolio(releases, { rules, at } = {}) {
  return view('portfolio', { document: given([...releases].map(whole)), rules: optional(rules), at })
}

function compliance(events, { policy, roles, at } = {}) {
  const document = given([...events].map(whole))
  return view('compliance', { document, rules: optional(policy), roles: optional(roles), at })
}

async function audit(entries, { releases = [], checkpoint, policy, roles, at, signal } = {}) {
  if (typeof releases === 'string') throw new TypeError('releases must be many ids, not one text')
  const options = { releases: [...releases], checkpoint, rules: optional(policy), roles: optional(roles), at }
  return viewLater('audit', { ...options, lines: await gathered(entries) }, { signal })
}

/** What sort of thing is to be told. */
function kindOf(what) {
  if (Array.isArray(what)) {
    const [first] = what
    if (first === undefined || 'what' in first) return 'events'
    return 'due' in first ? 'owed' : 'states'
  }
  if ('period' in what) return 'compliance'
  if ('backed' in what) return 'audit'
  return 'reasons' in what ? 'refusal' : 'state'
}

function render(what, format = 'text', { at } = {}) {
  const told = what instanceof Refused ? what.refusal : what
  return call(() => native.releaseRender(kindOf(told), given(told), format, instant(at)))
}

module.exports = {
  Context,
  Desk,
  audit,
  compliance,
  decide,
  diff,
  draft,
  due,
  event,
  evolve,
  fold,
  portfolio,
  render,
  replay,
}
