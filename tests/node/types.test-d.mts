// What the types promise: compiled by tsc, never run.
import { GreenboardError, Requirement, Version } from 'greenboard'
import type { Bump, Scheme, Step } from 'greenboard'

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
