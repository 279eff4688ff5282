// The generated types accept what the core reads, and refuse what it refuses.
import type { Calendar, Component, Semantic, Versioning } from '../../bindings-node/documents'
const calendar: Versioning = { kind: 'calendar', pattern: 'YYYY.0M.MICRO' }
const semantic: Semantic = { kind: 'semantic' }
export function text(versioning: Versioning): string {
  switch (versioning.kind) {
    case 'calendar': return versioning.pattern
    case 'semantic': return String(versioning.bump_minor_pre_major ?? true)
    case 'cargo': return versioning.minor_increment ?? ''
    case 'release_please': return versioning.strategy ?? 'default'
    case 'semantic_release': return versioning.prerelease ?? ''
  }
}
// @ts-expect-error: a key of the other kind
const wrong: Calendar = { kind: 'calendar', pattern: 'x', bump_minor_pre_major: true }
// @ts-expect-error: an unknown kind
const unknown: Versioning = { kind: 'calender', pattern: 'x' }
const component: Component = { name: 'core', ecosystem: 'cargo', version: null }
export default [calendar, semantic, wrong, unknown, component]
