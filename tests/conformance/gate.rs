//! The calls of gates' building blocks.

use super::{json, read};
use crate::runner::{Fields, Trouble};
use greenboard::document;
use greenboard::gate::measurement::{self, MeasuredMetric, MeasuredResult, MeasurementPhase, MetricResult};
use greenboard::gate::slo::lifecycle::Analysis;
use greenboard::gate::slo::{self, SliValue, SloEvaluation, SloFile, TotalScore};
use greenboard::gate::soak::{self, Freight, FreightRequest};
use serde_json::Value;
use std::collections::BTreeMap;

/// One call, if it is one of these.
pub fn call(name: &str, args: &Value) -> Option<Result<String, Trouble>> {
    Some(match name {
        "slo.parse_criterion" => parsed(args, |text| json(&slo::parse_criterion(text)?)),
        "slo.parse_file" => parsed(args, |text| Ok(document::emit(&SloFile::parse(text)?)?)),
        "slo.evaluate" => evaluated(args),
        "slo.score" => scored(args),
        "slo.percentile" => percentile(args),
        "slo.analyse" => analysed(args),
        "measurement.evaluate_result" => evaluate_result(args),
        "measurement.assess" => metric_and_result(args, |metric, result| {
            json(measurement::assess(metric, result, args.flag("terminating")?).name())
        }),
        "measurement.limits" => {
            metric_and_result(args, |metric, result| json(&measurement::limits(metric, result)))
        }
        "measurement.assess_run" => assess_run(args),
        "soak.is_available" => is_available(args),
        _ => return None,
    })
}

fn parsed(args: &Value, call: impl Fn(&str) -> Result<String, Trouble>) -> Result<String, Trouble> {
    call(args.text("text")?)
}

fn evaluated(args: &Value) -> Result<String, Trouble> {
    let (file, values): (SloFile, Vec<SliValue>) = (read(args, "file")?, read(args, "values")?);
    let previous: Vec<SloEvaluation> = read(args, "previous")?;
    Ok(document::emit(&slo::evaluate(&file, &values, &previous)?)?)
}

fn scored(args: &Value) -> Result<String, Trouble> {
    let total: Option<TotalScore> = read(args, "total_score")?;
    let (achieved, maximum) = (args.number("achieved")?, args.number("maximum")?);
    json(&slo::score(achieved, maximum, total.as_ref(), args.flag("key_failed")?)?)
}

fn percentile(args: &Value) -> Result<String, Trouble> {
    json(&slo::percentile(&read::<Vec<f64>>(args, "values")?, args.number("p")?))
}

fn analysed(args: &Value) -> Result<String, Trouble> {
    let values: BTreeMap<String, f64> = read(args, "values")?;
    json(&read::<Analysis>(args, "analysis")?.evaluate(&values))
}

fn evaluate_result(args: &Value) -> Result<String, Trouble> {
    let (success, failure) = (args.optional_text("success")?, args.optional_text("failure")?);
    json(measurement::evaluate_result(args.field("value"), success, failure)?.name())
}

fn metric_and_result(
    args: &Value,
    call: impl Fn(&MeasuredMetric, &MetricResult) -> Result<String, Trouble>,
) -> Result<String, Trouble> {
    let phases: Vec<MeasurementPhase> = read(args, "phases")?;
    call(&read(args, "metric")?, &MetricResult::of(phases))
}

fn assess_run(args: &Value) -> Result<String, Trouble> {
    let metrics: Vec<MeasuredResult> = read(args, "metrics")?;
    json(&measurement::assess_run(&metrics, args.flag("terminate")?))
}

fn is_available(args: &Value) -> Result<String, Trouble> {
    let requests: Vec<FreightRequest> = read(args, "requests")?;
    json(&soak::is_available(args.text("stage")?, &requests, &read::<Freight>(args, "freight")?))
}
