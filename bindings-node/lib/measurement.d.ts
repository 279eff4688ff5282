import type {
  Exceeded,
  MeasuredMetric,
  MeasuredResult,
  MeasurementPhase,
  MetricResult,
  RunAssessment,
} from '../documents'

/** Measurements over time, as Argo Rollouts assesses the metrics of its analysis runs. Conditions are CEL over `result`. */
export namespace measurement {
  /**
   * How a measurement with this value, anything of JSON, went. Of one condition the other is the opposite; without any it went
   * well.
   *
   * ```js
   * measurement.evaluateResult([0.92], { success: 'result[0] >= 0.95', failure: 'result[0] < 0.9' }) // 'inconclusive'
   * ```
   *
   * @throws {GreenboardError} `gate.expression_*` where a condition cannot be read or has no value: the measurement is an error
   */
  function evaluateResult(value: unknown, conditions?: { success?: string; failure?: string }): MeasurementPhase
  /**
   * What came of measurements, oldest first.
   *
   * ```js
   * measurement.count(['failed', 'error', 'successful', 'successful']).consecutive_success // 2
   * ```
   */
  function count(phases: Iterable<MeasurementPhase>): MetricResult
  /**
   * How a metric stands. `terminating`: no more measurements will be started.
   *
   * ```js
   * const metric = { name: 'success-rate', interval: '60s', count: 3, failure_limit: 1 }
   * measurement.assess(metric, measurement.count(['successful', 'failed'])) // 'running'
   * ```
   */
  function assess(
    metric: MeasuredMetric | string,
    result: MetricResult | string,
    options?: { terminating?: boolean },
  ): MeasurementPhase
  /**
   * The limit that a metric has exceeded; null where there is none.
   *
   * ```js
   * measurement.limits({ name: 'errors' }, measurement.count(['failed'])).message // 'failed (1) > failure_limit (0)'
   * ```
   */
  function limits(metric: MeasuredMetric | string, result: MetricResult | string): Exceeded | null
  /**
   * How a run stands: as its worst metric does, once none is under way. `terminate`: it was asked to end.
   *
   * ```js
   * measurement.assessRun([{ metric: { name: 'errors' }, result: measurement.count(['failed']) }]).phase // 'failed'
   * ```
   */
  function assessRun(metrics: Iterable<MeasuredResult>, options?: { terminate?: boolean }): RunAssessment
}
