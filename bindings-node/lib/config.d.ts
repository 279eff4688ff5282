import type { Configured, ReleasePleaseConfig, Workspace } from '../documents'
import type { PolicyLike } from './plan'

/** The configuration files of other tools, as policies. The texts are read as they stand in the repository. */
export namespace config {
  /**
   * The policy of a repository that changesets is used in: the texts of `.changeset/config.json`, and of
   * `.changeset/pre.json` where there is one. What is not followed is named in `left`.
   *
   * ```js
   * config.changesets('{"access": "public", "prettier": false}').left.map(({ key }) => key) // ['prettier']
   * ```
   */
  function changesets(config: string, options?: { pre?: string; preset?: string }): Configured
  /**
   * Whether a policy fits a workspace.
   *
   * @throws {GreenboardError} `plan.invalid_configuration`, with all that does not fit
   */
  function check(workspace: Workspace | string, policy: PolicyLike): void
  /**
   * What `release-please-config.json` and `.release-please-manifest.json` say: a policy, what the releases of each path are
   * called and written to, and what of the files is not followed.
   *
   * ```js
   * const packages = '{"packages": {"a": {"release-type": "simple", "component": "a"}}}'
   * const found = config.releasePlease(packages, '{"a": "1.4.0"}')
   * found.paths[0].version // '1.4.0'
   * ```
   */
  function releasePlease(config: string, manifest: string): ReleasePleaseConfig
  /**
   * A workspace with the versions that the manifest states, with components for paths that have none, and with tags by the
   * names that the configuration gives.
   *
   * ```js
   * const packages = '{"packages": {"a": {"release-type": "simple", "component": "a"}}}'
   * const found = config.releasePlease(packages, '{"a": "1.4.0"}')
   * config.workspace(found, { components: [] }).components[0].version // '1.4.0'
   * ```
   */
  function workspace(config: ReleasePleaseConfig | string, found: Workspace | string): Workspace
  /**
   * The configured paths that a commit counts for, by the files that it touches.
   *
   * ```js
   * const found = config.releasePlease('{"packages": {"a": {}, "b": {}}}', '{}')
   * config.touched(found, ['a/index.js', 'README.md']) // ['a']
   * ```
   */
  function touched(config: ReleasePleaseConfig | string, files: Iterable<string>): string[]
}
