import type {
  Analysis,
  AnalysisResult,
  SliValue,
  SloCriterion,
  SloEvaluation,
  SloFile,
  SloScore,
  TotalScore,
} from '../documents'

/**
 * Service level objectives, scored as Keptn scores them, in both of its dialects. `evaluate` is the first, Keptn's lighthouse; a
 * comparison without history passes there. `analyse` is the second, of the lifecycle toolkit.
 */
export namespace slo {
  /**
   * A criterion such as `<500`, `>=99.9` or `<=+10%` in its parts. A sign or a `%` makes it relative to what was measured before.
   *
   * ```js
   * slo.parseCriterion('<= +10 %').is_comparison // true
   * ```
   */
  function parseCriterion(text: string): SloCriterion
  /**
   * Keptn's own SLO file, in YAML or JSON, with what it leaves out filled in.
   *
   * ```js
   * slo.parseFile("objectives: [{sli: latency, pass: [{criteria: ['<600']}]}]").objectives[0].weight // 1
   * ```
   */
  function parseFile(text: string): SloFile
  /**
   * An analysis of the second dialect: a manifest of the kind `AnalysisDefinition`, or its `spec` alone.
   *
   * ```js
   * const text = 'objectives: [{value: latency, target: {failure: {greaterThan: 600}}}]\ntotalScore: {passPercentage: 90}'
   * slo.parseAnalysis(text).total_score.pass_percentage // 90
   * ```
   */
  function parseAnalysis(text: string): Analysis
  /**
   * Scores the objectives of a file on values by metric, compared with the evaluations before where a criterion asks for it.
   * `previous` is taken as it is; `history` chooses from all that there are what the file asks for.
   *
   * ```js
   * const objectives = [{ sli: 'latency', pass: [{ criteria: ['<=+10%'] }] }]
   * const file = { objectives, total_score: { pass: '90%' } }
   * const first = slo.evaluate(file, { latency: 100 })
   * slo.evaluate(file, { latency: 120 }, [first]).result // 'fail'
   * ```
   */
  function evaluate(
    file: SloFile | string,
    values: Record<string, number> | Iterable<SliValue>,
    previous?: Iterable<SloEvaluation>,
  ): SloEvaluation
  /**
   * Of the evaluations before, newest first, those that a file compares with: as many, and of the results, as it asks for.
   *
   * ```js
   * const before = ['fail', 'pass', 'pass'].map((result) => ({ result, score: 0 }))
   * slo.history({ comparison: { compare_with: 'single_result', include_result_with_score: 'pass' } }, before).length // 1
   * ```
   */
  function history(file: SloFile | string, newestFirst: Iterable<SloEvaluation>): SloEvaluation[]
  /**
   * How the whole came out, from what the objectives achieved and what they could have.
   *
   * ```js
   * slo.score(1.5, 2, { pass: '90%', warning: '75%' }).result // 'warning'
   * ```
   */
  function score(
    achieved: number,
    maximum: number,
    totalScore?: TotalScore | null,
    options?: { keyFailed?: boolean },
  ): SloScore
  /**
   * The `p`-quantile at position p(n+1) of the sorted values, in proportion between two; null of no values.
   *
   * ```js
   * slo.percentile([4, 1, 3, 2], 0.5) // 2.5
   * ```
   */
  function percentile(values: Iterable<number>, p: number): number | null
  /**
   * Scores an analysis of the second dialect on values by name. An objective without a value fails.
   *
   * ```js
   * const objectives = [{ value: 'latency', target: { failure: { greater_than: 600 }, warning: { greater_than: 300 } } }]
   * const analysis = { objectives, total_score: { pass_percentage: 90, warning_percentage: 50 } }
   * slo.analyse(analysis, { latency: 400 }).result // 'warning'
   * ```
   */
  function analyse(analysis: Analysis | string, values: Record<string, number>): AnalysisResult
}
