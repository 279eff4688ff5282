import type { Decision, Occurrence, ReleaseCalendar, Window } from '../documents'

/** A calendar, a list of calendars that must all be open, or a list of windows; also as JSON or YAML text. */
export type WindowsLike = ReleaseCalendar | readonly ReleaseCalendar[] | readonly Window[] | string

/** Windows in which work may go out, or may not: freezes, change windows, calendars. */
export namespace windows {
  /**
   * Whether work may go out at an instant (now, where it is left out), by which windows, and when that changes.
   *
   * `manual` work, which a person sets off, passes where every window that blocks it has `manual_override`.
   *
   * ```js
   * const freeze = { name: 'christmas', kind: 'deny', start: '2026-12-18', end: '2027-01-04', manual_override: true }
   * windows.decide([freeze], { at: '2026-12-24T12:00:00Z' }).next_open // '2027-01-04T00:00:00Z'
   * windows.decide([freeze], { at: '2026-12-24T12:00:00Z', manual: true }).open // true
   * ```
   */
  function decide(windows: WindowsLike, options?: { at?: Date | string; manual?: boolean }): Decision
  /**
   * What `decide` says of each of many instants; the windows are made ready once.
   *
   * ```js
   * const nightly = { name: 'backup', kind: 'deny', cron: '0 2 * * *', duration: '1h' }
   * windows.decideAll([nightly], ['2026-07-01T01:59:59Z', '2026-07-01T02:00:00Z']).map(({ open }) => open) // [true, false]
   * ```
   */
  function decideAll(windows: WindowsLike, at: Iterable<Date | string>, options?: { manual?: boolean }): Decision[]
  /**
   * When windows are: all that overlap the time from `start` to `end`, by their start, at most `limit` (1000).
   *
   * ```js
   * const friday = { name: 'friday', kind: 'deny', start: '2026-01-02T17:00', duration: '7h', rule: 'FREQ=WEEKLY' }
   * windows.occurrences([friday], '2026-07-01T00:00:00Z', '2026-07-08T00:00:00Z')[0].start // '2026-07-03T17:00:00Z'
   * ```
   */
  function occurrences(windows: WindowsLike, start: Date | string, end: Date | string, options?: { limit?: number }): Occurrence[]
  /**
   * The calendar of windows that an iCalendar text (RFC 5545) makes.
   *
   * Events are windows that deny; of a calendar that says it is `DEFAULT_CLOSED`, as those of AWS Systems Manager do, windows that
   * allow. `kind` says it for a calendar that does not. Times without a zone are in `zone`, else in the calendar's own, else in UTC.
   *
   * ```js
   * const text = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Holiday\nDTSTART:20260704\nEND:VEVENT\nEND:VCALENDAR'
   * windows.parseIcalendar(text, { name: 'holidays' }).windows[0].name // 'Holiday'
   * ```
   */
  function parseIcalendar(
    text: string | Uint8Array,
    options?: { name?: string; zone?: string; kind?: 'allow' | 'deny' },
  ): ReleaseCalendar
}
