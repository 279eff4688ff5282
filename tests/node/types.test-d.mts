// What the types promise: compiled by tsc, never run.
import { GreenboardError, Repository, Requirement, Version, npm, pep440, plan, planSync, why } from 'greenboard'
import type { Bump, Change, Plan, Policy, Scheme, Step, Why, Workspace } from 'greenboard'

const version: Version = new Version('1.2.3', { scheme: 'npm' })
const scheme: Scheme = version.scheme
const next: Version = version.bump('premajor', { identifier: 'rc', base: null })
const bump: Bump = version.diff(next)
const order: -1 | 0 | 1 = version.compare(next)
const sorted: Version[] = [next, version].sort((a, b) => a.compare(b))
const step: Step = 'prerelease'

const requirement: Requirement = new Requirement('^1.2')
const matches: boolean = requirement.matches(version) && requirement.matches('1.2.3')

// @ts-expect-error no scheme of this name
new Version('1.2.3', { scheme: 'perl' })
// @ts-expect-error no step of this name
version.bump('bigger')
// @ts-expect-error a version is frozen
version.scheme = 'npm'
// @ts-expect-error a text is no version here
version.compare('1.2.3')

try {
  new Version('x')
} catch (error) {
  if (error instanceof GreenboardError) {
    const place: [string | undefined, number | undefined, number | undefined] = [error.path, error.line, error.column]
    void [place, error.code, error.details['input'], error.retryable, error.toJSON().message]
  }
}
void [scheme, bump, order, sorted, step, matches]

const repository: Repository = Repository.open('.')
const workspace: Workspace = await repository.workspace({ signal: AbortSignal.timeout(1000) })
const change: Change = { id: '1', description: 'add x', bumps: { core: 'minor' } }
const options = { versioning: { kind: 'semantic', bump_minor_pre_major: true } } as const
const policy: Policy = { rules: [{ preset: 'cargo', options }] }
const planned: Plan = await plan(workspace, await repository.changes(workspace, { firstParent: true }), { policy })
const again: Plan = planSync(workspace, [change], { policy: 'cargo', at: new Date() })
const reasons: Why = why(planned, 'core')
for (const { causes } of again.entries) {
  for (const cause of causes) {
    const of: string = 'component' in cause ? cause.component : cause.kind
    void of
  }
}
// @ts-expect-error no kind of this name
const wrong: Policy = { rules: [{ options: { versioning: { kind: 'calender', pattern: 'YYYY' } } }] }
// @ts-expect-error a repository is opened
new Repository('.')
// @ts-expect-error what is off the main thread cannot be had at once
const early: Plan = plan(workspace, [change])

const clean: string | null = npm.clean('=v1.2.3', { loose: true })
const kept: string[] = pep440.filter('>=1', ['1.0', '2.0'], { prereleases: true })
void [reasons, wrong, early, clean, kept]

// Ledgers: every store is one, drafts leave out what has a default, and signers may be asynchronous.
import { ledger } from 'greenboard'
import { PostgresLedger, create as createPostgres } from 'greenboard/postgres'
import { SqliteLedger, create as createSqlite } from 'greenboard/sqlite'
import type { PostgresPool } from 'greenboard/postgres'
import type { SqliteDatabase } from 'greenboard/sqlite'

declare const pool: PostgresPool
declare const database: SqliteDatabase
const draft = {
  id: 'plan-1',
  kind: 'release.planned',
  subject: 'api-1.4.0',
  actor: { id: 'ci', kind: 'service' as const },
  at: '2026-01-02T03:05:00Z',
}
createSqlite(database)
await createPostgres(pool)
const stores: ledger.Store[] = [ledger.Ledger.memory(), new SqliteLedger(database), new PostgresLedger(pool).within(pool)]
for (const store of stores) {
  const { head } = await store.append(draft, { expect: { subject: 'api-1.4.0', seq: 3 } })
  const note = await store.checkpoint({ key: 'a+b+c', sign: async (message: Uint8Array) => message })
  const { checkpoint } = ledger.openCheckpoint(note, { origin: 'a', key: 'a+b+c' })
  await store.verify({ anchor: head, checkpoint })
  for await (const entry of store) entry.kind satisfies string
}
// @ts-expect-error an expectation is a number, not its text
await stores[0]?.append(draft, { expect: '3' })
