import type { Template } from '../documents'

/** Templates: the stages that a release goes through, as a document that people write. */
export namespace templates {
  /**
   * A template that comes along: `train`, `quarterly`, `hotfix` or `continuous`.
   *
   * ```js
   * templates.builtin('train').stages[3].steps_pct // [1, 10, 50, 100]
   * ```
   */
  function builtin(name: string): Template
  /**
   * A template that comes along, as the YAML text that it is written in: where to start a template of one's own.
   *
   * ```js
   * templates.builtinText('hotfix').split('\n')[1] // 'name: hotfix'
   * ```
   */
  function builtinText(name: string): string
  /**
   * A template that people wrote, checked, with its defaults filled in.
   *
   * ```js
   * templates.read({ name: 'plain', stages: [{ name: 'out', role: 'deploy' }] }).options.approval_days // 3
   * ```
   */
  function read(template: Template | string): Template
}
