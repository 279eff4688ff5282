//! Argo Rollouts' analysis runs, as its own tests have them. Conditions are read as CEL.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::document::{self, Format};
use greenboard::gate::measurement::{
    self, Exceeded, MeasuredMetric, MeasuredResult, Measurement, MeasurementPhase, MetricResult, RunSummary,
};
use serde_json::{Value, json};

fn phase(value: &Value) -> Result<MeasurementPhase, Trouble> {
    let name = value.as_str().unwrap_or_default().to_ascii_lowercase();
    Ok(document::parse(json!(name).to_string(), Format::Json)?)
}

fn metric(row: &Value) -> Result<MeasuredMetric, Trouble> {
    let mut known = row.as_object().cloned().unwrap_or_default();
    known.entry("name").or_insert_with(|| json!("metric"));
    Ok(document::parse(Value::Object(known).to_string(), Format::Json)?)
}

fn result(row: &Value) -> Result<MetricResult, Trouble> {
    let number = |key: &str| row.field(key).as_i64().unwrap_or_default();
    let mut result = MetricResult::default();
    for measurement in row.field("measurements").as_array().into_iter().flatten() {
        result.measurements.push(Measurement::new(phase(measurement.field("phase"))?));
    }
    result.phase = if row.field("phase").is_null() { None } else { Some(phase(row.field("phase"))?) };
    result.count = number("count");
    result.successful = number("successful");
    result.failed = number("failed");
    result.inconclusive = number("inconclusive");
    result.error = number("error");
    result.consecutive_error = number("consecutive_error");
    result.consecutive_success = number("consecutive_success");
    Ok(result)
}

/// How a metric stands, or which limit it exceeded.
pub fn metric_assessment(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let (metric, result) = (metric(input.field("metric"))?, result(input.field("result"))?);
    if case.optional_text("op")? == Some("limits") {
        let got = measurement::limits(&metric, &result);
        let expected =
            if expect.field("phase").is_null() { None } else { Some(phase(expect.field("phase"))?) };
        let name = |phase: Option<MeasurementPhase>| phase.map(MeasurementPhase::name);
        return Ok(Outcome::equal(name(expected), name(got.map(|Exceeded { phase, .. }| phase))));
    }
    let got = measurement::assess(&metric, &result, input.flag("terminating")?);
    Ok(Outcome::equal(phase(expect.field("phase"))?.name(), got.name()))
}

/// How a measurement went, which phase is worse, how a run stands.
pub fn evaluate(case: &Case) -> Judged {
    match case.text("op")? {
        "evaluate_result" => evaluate_result(case),
        "is_worse" => {
            let (current, new) =
                (phase(case.field("input").field("current"))?, phase(case.field("input").field("new"))?);
            Ok(Outcome::equal(case.flag("expect")?, new.is_worse_than(current)))
        }
        "assess_run" => assess_run(case),
        other => Ok(Outcome::unsupported(format!("the operation {other:?} is not known"))),
    }
}

fn evaluate_result(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let condition = |key| input.optional_text(key);
    let got = measurement::evaluate_result(
        input.field("value"),
        condition("success_condition")?,
        condition("failure_condition")?,
    );
    if expect.flag("error")? {
        return Ok(Outcome::accepted(false, &got));
    }
    Ok(Outcome::of(phase(expect.field("phase"))?.name(), got.map(MeasurementPhase::name)))
}

fn assess_run(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let dry: Vec<&str> =
        if input.field("dry_run").is_null() { Vec::new() } else { input.texts("dry_run")? };
    let mut metrics = Vec::new();
    for row in input.list("metrics")? {
        let name = row.text("name")?;
        let measured = MeasuredResult::new(MeasuredMetric::new(name), Some(result(row)?));
        metrics.push(measured.with_dry_run(dry.contains(&name)));
    }
    let terminate = input.optional_flag("terminate")?.unwrap_or(false);
    let got = measurement::assess_run(&metrics, terminate);
    let summary = |expected: &Value, got: &RunSummary| {
        let counts = [
            ("count", got.count),
            ("successful", got.successful),
            ("failed", got.failed),
            ("inconclusive", got.inconclusive),
            ("error", got.error),
        ];
        let judged = counts.iter().map(|(key, got)| {
            if expected.is_null() {
                Outcome::Pass
            } else {
                Outcome::equal(expected.field(key).as_u64().unwrap_or(0), *got)
            }
        });
        Outcome::all(judged)
    };
    Ok(Outcome::all([
        Outcome::equal(phase(expect.field("phase"))?.name(), got.phase.name()),
        summary(expect.field("run_summary"), &got.summary),
        summary(expect.field("dry_run_summary"), &got.dry_run_summary),
    ]))
}
