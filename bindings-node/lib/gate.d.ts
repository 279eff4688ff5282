import type {
  Board,
  BoardDiff,
  BoardRow,
  Explanation,
  Fact,
  GateFile,
  OwnerTasks,
  Signal,
  SignalCounts,
  Verdict,
  VerdictChange,
  Ways,
} from '../documents'
import type { Facts } from './fact'
import type { TaskOptions } from './task'

/**
 * The gates of a gate file, made ready to be asked: everything that can be wrong with them has been found. A gate file is a
 * document, or the text of one in YAML or JSON; {@link GateSet.ofFiles} and {@link GateSet.load} read those that it includes too.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * gates.names // ['quality']
 * ```
 *
 * @throws {GreenboardError} `gate.*`, `document.*`
 */
export class GateSet {
  constructor(gates: GateFile | string)
  /** The gates of the file `main` among these texts by path, with those that it includes. */
  static ofFiles(main: string, files: Record<string, string>): GateSet
  /**
   * The gates of a gate file on disk, with those that it includes; of a directory, those that its `greenboard.yaml` has in the
   * section `gates`.
   */
  static load(path?: string): GateSet
  /** The names of the gates, in order. */
  readonly names: string[]
  /** The digest of the gates as they are asked: parameters filled in, overrides applied. */
  readonly digest: string
  /** The gates as one gate file, parameters filled in and overrides applied. */
  toJSON(): GateFile
}

/** Gates: made ready, or a gate file. */
export type GatesLike = GateSet | GateFile | string

/** What is asked about, and for when. */
export interface GateOptions {
  /** The stage. */
  stage?: string
  /** The environment. */
  environment?: string
  /** Whether somebody does it by hand: freezes that may be overridden let them. */
  manual?: boolean
  /** The instant: a `Date`, or RFC 3339 text; now, unless said otherwise. The verdict records it. */
  at?: Date | string
}

/** What is to be reached, and how many ways to it are wanted. */
export interface WhatIfOptions {
  /** The verdict to be reached, or a better one: `go`, unless said otherwise. */
  target?: Signal
  /** The most ways; 3, unless said otherwise. */
  most?: number
}

/** Which components a board is of. */
export interface BoardOptions extends GateOptions {
  /** Those; all that are to go out, unless given. */
  components?: Iterable<string>
}

/**
 * Whether a component may go out: what its gates say on these facts, and why.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * const verdict = await evaluate(gates, new Facts(), 'payments', { environment: 'production' })
 * verdict.verdict // 'pending'
 * ```
 */
export function evaluate(
  gates: GatesLike,
  facts: Facts,
  component: string,
  options?: GateOptions & TaskOptions,
): Promise<Verdict>

/** {@link evaluate}, at once. */
export function evaluateSync(gates: GatesLike, facts: Facts, component: string, options?: GateOptions): Verdict

/**
 * Why the verdict on a component is what it is: all its findings, which of them decide, and what would turn it green.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * const { because } = await explain(gates, new Facts(), 'payments')
 * because // [{ gate: 'quality', criterion: 'errors' }]
 * ```
 */
export function explain(
  gates: GatesLike,
  facts: Facts,
  component: string,
  options?: GateOptions & TaskOptions,
): Promise<Explanation>

/** {@link explain}, at once. */
export function explainSync(gates: GatesLike, facts: Facts, component: string, options?: GateOptions): Explanation

/**
 * The cheapest sets of steps that turn the verdict on a component: no step of a way can be left out.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * const { ways } = await whatWouldTurnItGreen(gates, new Facts(), 'payments')
 * ways[0].steps.map((step) => step.criterion) // ['errors']
 * ```
 */
export function whatWouldTurnItGreen(
  gates: GatesLike,
  facts: Facts,
  component: string,
  options?: GateOptions & WhatIfOptions & TaskOptions,
): Promise<Ways>

/** {@link whatWouldTurnItGreen}, at once. */
export function whatWouldTurnItGreenSync(
  gates: GatesLike,
  facts: Facts,
  component: string,
  options?: GateOptions & WhatIfOptions,
): Ways

/**
 * Is the board green? The verdicts on all components that are to go out, or on those that are named.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * const facts = new Facts()
 * facts.addSync([{ kind: 'candidate', component: 'api' }, { kind: 'candidate', component: 'web' }])
 * const ready = await board(gates, facts, { at: '2026-11-02T09:00:00Z' })
 * ready.verdicts.pending // 2
 * ```
 */
export function board(gates: GatesLike, facts: Facts, options?: BoardOptions & TaskOptions): Promise<LiveBoard>

/** {@link board}, at once. */
export function boardSync(gates: GatesLike, facts: Facts, options?: BoardOptions): LiveBoard

/**
 * How many components come to which verdict: what a board counts, and no more. Where all that is to be known is whether it is
 * green, this takes a small part of a board's time.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * const facts = new Facts()
 * facts.addSync([{ kind: 'candidate', component: 'payments' }])
 * const counts = await signals(gates, facts)
 * counts.pending // 1
 * ```
 */
export function signals(gates: GatesLike, facts: Facts, options?: BoardOptions & TaskOptions): Promise<SignalCounts>

/** {@link signals}, at once. */
export function signalsSync(gates: GatesLike, facts: Facts, options?: BoardOptions): SignalCounts

/**
 * A board that is kept up as facts come in and time passes; {@link board} gives one.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * const facts = new Facts()
 * facts.addSync([{ kind: 'candidate', component: 'api' }])
 * const live = boardSync(gates, facts, { at: '2026-11-02T09:00:00Z' })
 * const value = { kind: 'metric', name: 'error_rate', value: 0.002 }
 * const fact = { kind: 'evidence', id: 'e1', subject: { component: 'api' }, value, observed_at: '2026-11-02T09:00:00Z' }
 * const [change] = await live.update([fact], { at: '2026-11-02T09:05:00Z' })
 * change.to // 'go'
 * ```
 */
export class LiveBoard {
  private constructor()
  /** The worst of all verdicts; `pending` where there is none. */
  readonly verdict: Signal
  /** How many components come to which verdict. */
  readonly verdicts: SignalCounts
  /** The instant that it is of. */
  readonly at: string
  /** How many components it has. */
  readonly length: number
  /** What it says of a component. */
  row(component: string): BoardRow | undefined
  /** Who has to act on what: those with the worst first. */
  byOwner(): OwnerTasks[]
  /**
   * Adds facts to those that the board was made of, and takes in what is known by now: the verdicts that are otherwise since, by
   * component.
   */
  update(facts?: Iterable<Fact> | string, options?: { at?: Date | string } & TaskOptions): Promise<VerdictChange[]>
  /** {@link LiveBoard.update}, at once. */
  updateSync(facts?: Iterable<Fact> | string, options?: { at?: Date | string }): VerdictChange[]
  /** Why the verdict on a component is what it is, as {@link explain}: on what is known by now, at the board's instant. */
  explain(component: string): Explanation
  /** The cheapest ways to a better verdict on a component, as {@link whatWouldTurnItGreen}. */
  whatWouldTurnItGreen(component: string, options?: WhatIfOptions): Ways
  /** What is otherwise since another board, or since a document of one. */
  diff(before: LiveBoard | Board | string): BoardDiff
  /** The board for a readiness review: at most `limit` components (100, unless given) one by one, the worst first. */
  render(format?: ReviewFormat, options?: { limit?: number }): string
  /** A row for each finding, as an Arrow IPC stream. */
  toArrow(): Uint8Array
  /** The board as a document, to be kept. */
  toJSON(): Board
  /** The board as a table of text. */
  toString(): string
}

/**
 * What is otherwise from one verdict to another: findings are compared by gate and criterion.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * const verdict = evaluateSync(gates, new Facts(), 'payments')
 * diffVerdicts(verdict, verdict).findings // []
 * ```
 */
export function diffVerdicts(a: Verdict | string, b: Verdict | string): VerdictChange

/**
 * What is otherwise from one board to another, as documents; a {@link LiveBoard} compares itself.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * const document = boardSync(gates, new Facts()).toJSON()
 * diffBoards(document, document).changes // []
 * ```
 */
export function diffBoards(a: Board | string, b: Board | string): BoardDiff

/**
 * Who has to act on what, of a board that was kept; a {@link LiveBoard} says it itself.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * byOwner(boardSync(gates, new Facts()).toJSON()) // []
 * ```
 */
export function byOwner(board: Board | string): OwnerTasks[]

/** How verdicts and boards are written. */
export type ReviewFormat = 'text' | 'markdown' | 'html'

/**
 * A verdict for people: the answer, what every criterion came to, and who has to do what.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * const verdict = evaluateSync(gates, new Facts(), 'payments')
 * renderVerdict(verdict, 'markdown').split('\n')[0] // '## payments: pending'
 * ```
 */
export function renderVerdict(verdict: Verdict | string, format?: ReviewFormat): string

/**
 * A board that was kept, for a readiness review; a {@link LiveBoard} writes itself.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * renderBoard(boardSync(gates, new Facts()).toJSON()).split('\n')[0] // 'Readiness: pending'
 * ```
 */
export function renderBoard(board: Board | string, format?: ReviewFormat, options?: { limit?: number }): string

/**
 * Ways to a better verdict, step by step.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * renderWays(whatWouldTurnItGreenSync(gates, new Facts(), 'payments')).split('\n')[0] // 'payments: pending'
 * ```
 */
export function renderWays(ways: Ways | string, format?: ReviewFormat): string

/**
 * Who has to act on what.
 *
 * ```js
 * renderOwners([]) // 'Nobody has to act.\n'
 * ```
 */
export function renderOwners(owners: readonly OwnerTasks[], format?: ReviewFormat): string

/**
 * What has changed from one board to another, or since facts came in: a row a component.
 *
 * ```js
 * renderChanges([]) // 'Nothing has changed.\n'
 * ```
 */
export function renderChanges(changes: readonly VerdictChange[] | BoardDiff, format?: ReviewFormat): string

/**
 * A verdict as a table of text.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * verdictTable(evaluateSync(gates, new Facts(), 'payments')).split('\n')[0] // 'payments: pending'
 * ```
 */
export function verdictTable(verdict: Verdict | string): string

/**
 * Every finding of a verdict in full, worst first: what was expected and observed, on which evidence, what to do next, and who.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * findingsText(evaluateSync(gates, new Facts(), 'payments')).split('\n')[2] // 'quality / errors: pending'
 * ```
 */
export function findingsText(verdict: Verdict | string): string

/**
 * An explanation as text: every finding in full, and the cheapest ways to `go`.
 *
 * ```js
 * const gates = new GateSet('gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: error_rate}]}]')
 * explanationText(explainSync(gates, new Facts(), 'payments')).split('\n')[0] // 'payments: pending'
 * ```
 */
export function explanationText(explanation: Explanation | string): string
