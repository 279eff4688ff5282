import type {
  Actor,
  Audit,
  Command,
  CommandEnvelope,
  Compliance,
  ConflictRules,
  ControlPolicy,
  Draft,
  Owed,
  Portfolio,
  Refusal,
  Release,
  ReleaseDiff,
  ReleaseEvent,
  ReleaseState,
  Roles,
  Template,
} from '../documents'
import type { Refused } from './errors'
import type { Facts } from './fact'
import type { GatesLike, ReviewFormat } from './gate'
import type { ledger } from './ledger'
import type { TaskOptions } from './task'

/**
 * Releases: from planning to review as a sequence of recorded decisions. What people do with a release are commands; `decide` takes
 * one and the state and gives events, or throws {@link Refused}; `fold` adds events up to the state; a `Desk` does both over a ledger,
 * and records what happens.
 */
export namespace release {
  /** What a context is made of. */
  interface ContextOptions {
    /** The gates; none, where they are left out. */
    gates?: GatesLike
    /** Who may do what; a role that is not named is anybody's, unless they are `strict`. */
    roles?: Roles | string
    /** What other systems say. */
    facts?: Facts
    /** Templates beside those that come along. */
    templates?: Iterable<Template> | string
  }

  /**
   * What commands are decided in. It is as it was made: facts that are added later need another one.
   *
   * ```js
   * const context = new release.Context({ roles: { roles: { release_manager: [{ person: 'ada' }] } } })
   * context.digest.slice(0, 7) // 'sha256:'
   * ```
   */
  class Context {
    constructor(options?: ContextOptions)
    /** The digest of all of it, which events carry. */
    readonly digest: string
  }

  /** Who gives a command, and when. */
  interface ActOptions extends TaskOptions {
    /** Who gives it; a text is the id of a person. */
    actor: Actor | string
    /** What it is called by: given twice under one id, it is done once. One that nobody else has, where it is left out. */
    id?: string
    /** When it is given; now, where it is left out. */
    at?: Date | string
    /** How many events the release had when it was looked at; refused where there are more by now. */
    expectedVersion?: number
    /** What the store's clock says; the clock's, where it is left out. */
    now?: Date | string
  }

  /** What a command came to. */
  interface Done {
    /** What happened; nothing where the command was decided on before. */
    events: ReleaseEvent[]
    /** What was recorded of it. */
    entries: ledger.Entry[]
    /** Whether the command was decided on before, and changed nothing now. */
    repeated: boolean
    /** The release as it is since. */
    state: ReleaseState | undefined
  }

  /** A ledger that a desk works on; the `Sync` calls of the desk need those of the ledger. */
  type DeskLedger = Pick<ledger.Store, 'append' | 'entries'>

  /**
   * Where commands are given: decides on them, records what happens, and begins anew where somebody else was faster. The ledger is
   * any store: in memory, in files, in SQLite or PostgreSQL.
   *
   * ```js
   * const at = '2026-11-02T09:00:00Z'
   * const book = ledger.Ledger.memory()
   * book.appendSync(ledger.genesis('example.com/releases', { id: 'ci', kind: 'service' }, { at }), { now: at })
   * const desk = await release.Desk.open(book)
   * const done = await desk.create({ id: 'api-1.4.0', template: 'train' }, { actor: 'ada', id: 'create-1', at, now: at })
   * done.events[0].id // 'create-1/0'
   * desk.state('api-1.4.0').status // 'draft'
   * ```
   */
  class Desk {
    private constructor(ledger: DeskLedger, context?: Context)
    /** A desk over a ledger, whose releases are read. */
    static open(ledger: DeskLedger, context?: Context): Promise<Desk>
    /** {@link Desk.open}, at once. */
    static openSync(ledger: DeskLedger, context?: Context): Desk
    /** The ledger. */
    ledger: DeskLedger
    /** What commands are decided in; may be set anew. */
    context: Context
    /** Reads what others recorded meanwhile. */
    refresh(): Promise<void>
    /** {@link Desk.refresh}, at once. */
    refreshSync(): void
    /** Decides on a command for a release, and records what happens; rejects with {@link Refused} and every reason. */
    act(release: string, command: Command | string, options: ActOptions): Promise<Done>
    /** {@link Desk.act}, at once. */
    actSync(release: string, command: Command | string, options: ActOptions): Done
    /** Opens a release. */
    create(release: Release, options: ActOptions): Promise<Done>
    /** {@link Desk.create}, at once. */
    createSync(release: Release, options: ActOptions): Done
    /** The ids of the releases of the ledger, as it was last read. */
    readonly releases: string[]
    /** A release as it was when the ledger was last read; undefined where it was not opened. */
    state(release: string): ReleaseState | undefined
  }

  /**
   * Decides on a command: what happens; throws {@link Refused} with every reason. A command whose id was decided on before gives no
   * events.
   *
   * ```js
   * const command = { kind: 'create', release: { id: 'api-1.4.0', template: 'train' } }
   * const envelope = { id: 'create-1', actor: { id: 'ada', kind: 'human' }, at: '2026-11-02T09:00:00Z', command }
   * release.decide(undefined, envelope, new release.Context())[0].id // 'create-1/0'
   * ```
   */
  function decide(state: ReleaseState | string | undefined, envelope: CommandEnvelope | string, context: Context): ReleaseEvent[]

  /** The state after an event. Total: an event that fits nothing changes nothing but the count of events. */
  function evolve(state: ReleaseState | string | undefined, event: ReleaseEvent | string): ReleaseState | undefined

  /**
   * The state after all of these events; undefined where the release was not opened.
   *
   * ```js
   * release.fold([]) // undefined
   * ```
   */
  function fold(events: Iterable<ReleaseEvent | string> | string): ReleaseState | undefined

  /** An event as an entry to be, for whoever keeps the ledger in a place of their own. */
  function draft(event: ReleaseEvent | string): Draft

  /** The event that an entry of a ledger records, or an entry to be; undefined where it is of another namespace than releases. */
  function event(entry: ledger.Entry | Draft): ReleaseEvent | undefined

  /** Who owes what at an instant (now, where it is left out), since when, and who else is told when it does not come. */
  function due(state: ReleaseState | string, options?: { at?: Date | string }): Owed[]

  /** What changed from one state of a release to another, to be read by people. */
  function diff(before: ReleaseState | string, after: ReleaseState | string): ReleaseDiff

  /** Up to where history is told. */
  interface ReplayOptions extends TaskOptions {
    /** Up to the entry of this number. */
    seq?: number
    /** Up to what was recorded by this instant: what people could know then. */
    recordedBy?: Date | string
    /** Up to what had happened by this instant, whenever it was recorded. */
    happenedBy?: Date | string
  }

  /** Entries in order, such as those of a store. */
  type Entries = AsyncIterable<ledger.Entry> | Iterable<ledger.Entry>

  /**
   * The releases of a ledger as they were, by id; as they are, where nothing is given.
   *
   * ```js
   * await release.replay(ledger.Ledger.memory()) // {}
   * ```
   */
  function replay(entries: Entries, options?: ReplayOptions): Promise<Record<string, ReleaseState>>

  /**
   * Releases beside each other: where they collide in component, window, environment or person, and what goes out when.
   *
   * ```js
   * release.portfolio([], { at: '2026-11-02T09:00:00Z' }).schedule // []
   * ```
   */
  function portfolio(
    releases: Iterable<ReleaseState | string>,
    options?: { rules?: ConflictRules | string; at?: Date | string },
  ): Portfolio

  /** What the controls of an auditor are asked with. */
  interface ControlOptions {
    /** Their limits. */
    policy?: ControlPolicy | string
    /** Who may do what. */
    roles?: Roles | string
    /** As of when; now, where it is left out. */
    at?: Date | string
  }

  /**
   * What the 25 controls of an auditor say of events: pass, fail, not applicable or no evidence, each with the events that show it.
   *
   * ```js
   * release.compliance([], { at: '2026-11-02T09:00:00Z' }).period.map((control) => control.control) // ['C16', 'C17']
   * ```
   */
  function compliance(events: Iterable<ReleaseEvent | string>, options?: ControlOptions): Compliance

  /**
   * The audit of releases, of all of them where none is named: who did what and when, on which evidence, with the proofs that it stands
   * in the ledger, whose entries are given from the first on; and what the controls say.
   */
  function audit(
    entries: Entries,
    options?: ControlOptions & TaskOptions & { releases?: Iterable<string>; checkpoint?: string },
  ): Promise<Audit>

  /**
   * What is known of releases, for people: where one stands, why something was refused, what the controls say, what an audit found,
   * what happened, what is owed, or many releases in a line each.
   *
   * ```js
   * release.render([]) // 'Nothing has happened.\n'
   * ```
   */
  function render(
    what: ReleaseState | Refusal | Refused | Compliance | Audit | ReleaseEvent[] | Owed[] | ReleaseState[],
    format?: ReviewFormat,
    options?: { at?: Date | string },
  ): string
}
