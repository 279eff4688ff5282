import type { Branch, BranchRange, Bump, Tag } from '../documents'
import type { Version } from './version'

/**
 * What may be released from each branch, by semantic-release's rules, given the versions that are tagged on all of them.
 * Maintenance branches come first, by their ranges, then release and prerelease branches in the order given.
 *
 * ```js
 * const tags = (...versions) => versions.map((version) => ({ version }))
 * const [old, main] = branches([{ name: 'main', tags: tags('1.0.0', '2.0.0') }, { name: '1.x', tags: tags('1.0.0') }])
 * old.range // '>=1.0.0 <2.0.0'
 * main.range // '>=2.0.0'
 * ```
 *
 * @throws {GreenboardError} `plan.invalid_branch`, where branches do not go together
 */
export function branches(branches: readonly Branch[] | string): BranchRange[]

/**
 * The last release on a branch; on a prerelease branch its own prereleases count too. Null where there is none.
 *
 * ```js
 * lastRelease({ name: 'main', tags: [{ version: '1.0.0' }, { version: '1.1.0-beta.1' }] }).version // '1.0.0'
 * ```
 */
export function lastRelease(branch: Branch | string): Tag | null

/**
 * The next version on a branch after its last release. The first one is 1.0.0.
 *
 * ```js
 * const beta = { name: 'beta', prerelease: true, tags: [{ version: '1.0.0' }] }
 * nextOnBranch(beta, 'minor').toString() // '1.1.0-beta.1'
 * ```
 */
export function nextOnBranch(branch: Branch | string, bump: Bump): Version

/**
 * Throws where a version may not be released from a branch; the message says what would help.
 *
 * ```js
 * const ranges = branches([{ name: 'main', tags: [{ version: '2.0.0' }] }, { name: '1.x' }])
 * checkBranch(ranges, '1.x', new Version('1.4.0'), 'minor') // undefined
 * ```
 *
 * @throws {GreenboardError} `plan.out_of_branch_range`
 */
export function checkBranch(ranges: readonly BranchRange[] | string, branch: string, version: Version, bump: Bump): void

/**
 * Throws where a version that was released elsewhere may not be merged into a maintenance branch.
 *
 * ```js
 * const [old] = branches([{ name: 'main' }, { name: '1.1.x' }])
 * checkMerge(old, new Version('1.1.4')) // undefined
 * ```
 *
 * @throws {GreenboardError} `plan.out_of_merge_range`
 */
export function checkMerge(range: BranchRange | string, version: Version): void

/**
 * The next prerelease on the way to a release. The count goes on from `last` while that leads there, or further; else it starts
 * anew from `first` (1).
 *
 * ```js
 * nextPrerelease(new Version('1.1.0'), 'beta', { last: new Version('1.1.0-beta.1') }).toString() // '1.1.0-beta.2'
 * nextPrerelease(new Version('2.0.0'), 'beta', { last: new Version('1.1.0-beta.2') }).toString() // '2.0.0-beta.1'
 * ```
 */
export function nextPrerelease(target: Version, identifier: string, options?: { last?: Version; first?: number }): Version

/**
 * The release that a prerelease leads to; a release as it is.
 *
 * ```js
 * graduate(new Version('1.2.0-rc.4')).toString() // '1.2.0'
 * ```
 */
export function graduate(version: Version): Version
