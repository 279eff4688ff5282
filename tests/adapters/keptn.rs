//! Keptn's lighthouse, as its own tests have it.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::document::{self, Format};
use greenboard::gate::slo::{
    self, Aggregate, CriteriaSet, SliValue, SloComparison, SloCriterion, SloEvaluation, SloFile,
    SloIndicatorResult, SloOperator, SloResult, SloTarget, TotalScore,
};
use serde_json::{Value, json};

fn read<T: document::Read>(value: &Value) -> Result<T, Trouble> {
    Ok(document::parse(value.to_string(), Format::Json)?)
}

fn sli(value: &Value) -> Result<SliValue, Trouble> {
    let metric = value.text("metric")?;
    Ok(if value.flag("success")? {
        SliValue::new(metric, value.number("value")?)
    } else {
        SliValue::failed(metric, value.optional_text("message")?.unwrap_or_default())
    })
}

/// The results of earlier evaluations; one without a value says nothing.
fn results(rows: &Value) -> Result<Vec<SloIndicatorResult>, Trouble> {
    let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default();
    let told = rows.iter().filter(|row| !row.field("value").is_null());
    told.map(|row| {
        let status = read::<SloResult>(row.field("status"))?;
        Ok(SloIndicatorResult::new(sli(row.field("value"))?, status, row.number("score")?))
    })
    .collect()
}

/// What was measured before, in one number, as the row's comparison has it.
fn before(input: &Value) -> Result<Option<f64>, Trouble> {
    let values: Vec<SliValue> =
        results(input.field("previous"))?.into_iter().map(|result| result.value).collect();
    Ok(slo::compared_value(&values, &read::<SloComparison>(input.field("comparison"))?))
}

/// A percentile of values.
pub fn aggregate(case: &Case) -> Judged {
    let input = case.field("input");
    let values: Vec<f64> = input.list("values")?.iter().filter_map(Value::as_f64).collect();
    let got = match input.text("op")? {
        "percentile_n_plus_1" => slo::percentile(&values, input.number("p")?),
        "avg" | "average" | "mean" => Aggregate::Avg.of(&values),
        other => return Ok(Outcome::unsupported(format!("the operation {other:?} is not known"))),
    };
    // Of no values the peer says 0.
    Ok(case.equal(case.field("expect").field("value").clone(), got.unwrap_or(0.0)))
}

/// A value against a target.
pub fn compare(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let operator = read::<SloOperator>(input.field("operator"));
    if !expect.field("error").is_null() {
        return Ok(if operator.is_err() { Outcome::Pass } else { Outcome::fail("an error", "none") });
    }
    let got = operator?.holds(input.number("measured")?, input.number("target")?);
    Ok(Outcome::equal(expect.flag("result")?, got))
}

/// The text of a criterion in its parts.
pub fn criteria_parse(case: &Case) -> Judged {
    let expect = case.field("expect");
    let got = slo::parse_criterion(case.field("input").text("criteria")?);
    if expect.is_null() || !expect.field("error").is_null() {
        return Ok(Outcome::accepted(false, &got));
    }
    let got = got?;
    Ok(Outcome::all([
        Outcome::equal(expect.text("operator")?, got.operator.name()),
        Outcome::equal(expect.number("value")?, got.value),
        Outcome::equal(expect.flag("check_percentage")?, got.percent),
        Outcome::equal(expect.flag("is_comparison")?, got.is_comparison),
        Outcome::equal(expect.flag("check_increase")?, got.increase),
    ]))
}

/// Judges whether a criterion is met; one that cannot be read, or a value that is none, is an error that misses it.
fn met(
    expect: &Value,
    value: &SliValue,
    criterion: greenboard::Result<SloCriterion>,
    before: Option<f64>,
) -> Judged {
    if !expect.field("error").is_null() {
        let refused = criterion.is_err() || !value.success;
        return Ok(if refused { Outcome::Pass } else { Outcome::fail("an error", "none") });
    }
    let got = criterion.map(|criterion| slo::meets(value, &criterion, before).0);
    Ok(Outcome::of(expect.flag("result")?, got))
}

/// A comparison with history, its criterion given in parts.
pub fn comparison(case: &Case) -> Judged {
    let (input, parts) = (case.field("input"), case.field("input").field("criteria"));
    let sign = match (parts.flag("is_comparison")?, parts.flag("check_increase")?) {
        (false, _) => "",
        (true, true) => "+",
        (true, false) => "-",
    };
    let percent = if parts.flag("check_percentage")? { "%" } else { "" };
    let text = format!("{}{sign}{}{percent}", parts.text("operator")?, parts.number("value")?);
    met(case.field("expect"), &sli(input.field("sli"))?, slo::parse_criterion(&text), before(input)?)
}

/// One criterion, as it is written.
pub fn single_criteria(case: &Case) -> Judged {
    let input = case.field("input");
    let criterion = slo::parse_criterion(input.text("criteria")?);
    met(case.field("expect"), &sli(input.field("sli"))?, criterion, before(input)?)
}

/// A criterion that has no history to ask has no target; the peer's is then 0, or left out.
fn targets(expected: &Value, got: &[SloTarget]) -> Outcome {
    let expected = expected.as_array().map(Vec::as_slice).unwrap_or_default();
    let plain = |target: &Value| {
        let value = target.get("target_value").and_then(Value::as_f64).unwrap_or(0.0);
        json!([
            target.field("criteria"),
            value,
            target.get("violated").and_then(Value::as_bool).unwrap_or(false)
        ])
    };
    let ours =
        |target: &SloTarget| json!([target.criteria, target.target_value.unwrap_or(0.0), target.violated]);
    Outcome::equal(expected.iter().map(plain).collect::<Vec<_>>(), got.iter().map(ours).collect::<Vec<_>>())
}

/// Criteria that hold together, or sets of them of which any holds.
pub fn criteria_set(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let sets: greenboard::Result<Vec<CriteriaSet>> = if input.field("any_of").is_null() {
        document::parse(format!("[{}]", input.field("all_of")), Format::Json)
    } else {
        document::parse(input.field("any_of").to_string(), Format::Json)
    };
    if !expect.field("error").is_null() {
        return Ok(Outcome::accepted(false, &sets));
    }
    let (met, got) = slo::any_set(&sli(input.field("sli"))?, &sets?, before(input)?);
    let judged = if expect.field("targets").is_null() {
        Outcome::Pass
    } else {
        targets(expect.field("targets"), &got)
    };
    Ok(Outcome::all([Outcome::equal(expect.flag("result")?, met), judged]))
}

/// All objectives of a file on values, with evaluations before.
pub fn objectives(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let file: SloFile = read(input.field("slo"))?;
    let values: Vec<SliValue> =
        input.field("sli_values").as_array().into_iter().flatten().map(sli).collect::<Result<_, _>>()?;
    let mut previous = Vec::new();
    for row in input.field("previous_evaluations").as_array().into_iter().flatten() {
        let evaluation = row.field("evaluation");
        let indicators = results(evaluation.field("indicator_results"))?;
        previous.push(SloEvaluation::new(
            read(evaluation.field("result"))?,
            evaluation.number("score")?,
            indicators,
        ));
    }
    let got = slo::evaluate(&file, &values, &previous)?;
    let mut judged = vec![
        Outcome::equal(expect.number("max_score")?, got.maximum),
        Outcome::equal(expect.field("key_sli").flag("failed")?, !got.failed_keys.is_empty()),
    ];
    let expected = expect.field("indicator_results").as_array().map(Vec::as_slice).unwrap_or_default();
    judged.push(Outcome::equal(expected.len(), got.indicator_results.len()));
    for (expected, got) in expected.iter().zip(&got.indicator_results) {
        let value = expected.field("value");
        judged.push(case.equal(expected.field("score").clone(), got.score));
        judged.push(Outcome::equal(expected.text("status")?, got.status.name()));
        judged.push(Outcome::equal(value.text("metric")?, got.value.metric.as_str()));
        judged.push(case.equal(value.field("value").clone(), got.value.value));
        judged.push(Outcome::equal(value.flag("success")?, got.value.success));
        // The peer leaves out a zero.
        let compared = value.get("compared_value").and_then(Value::as_f64).unwrap_or(0.0);
        judged.push(case.equal(compared, got.compared_value.unwrap_or(0.0)));
        judged.push(targets(expected.field("pass_targets"), &got.pass_targets));
        judged.push(targets(expected.field("warning_targets"), &got.warning_targets));
        judged.push(Outcome::equal(expected.flag("key_sli")?, got.key_sli));
    }
    Ok(Outcome::all(judged))
}

/// The score of objectives that were evaluated.
pub fn score(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    // Objectives that nothing passes or fails are informative, whatever their results say.
    let objectives = input.field("slo").field("objectives").as_array().map(Vec::as_slice).unwrap_or_default();
    let informs = |metric: &Value| {
        let of = objectives.iter().find(|objective| objective.field("sli") == metric);
        of.is_some_and(|objective| objective.field("pass").as_array().is_none_or(Vec::is_empty))
    };
    let results = input.field("indicator_results").as_array().into_iter().flatten();
    let counted = results.filter(|result| !informs(result.field("value").field("metric")));
    let achieved: f64 = counted.filter_map(|result| result.field("score").as_f64()).sum();
    let total = input.field("slo").field("total_score");
    let total = if total.is_null() { None } else { Some(read::<TotalScore>(total)?) };
    let failed = input.field("key_sli").flag("failed")?;
    let got = slo::score(achieved, input.number("max_score")?, total.as_ref(), failed);
    if !expect.field("error").is_null() {
        return Ok(Outcome::accepted(false, &got));
    }
    let got = got?;
    Ok(Outcome::all([
        Outcome::equal(expect.text("result")?, got.result.name()),
        case.equal(expect.field("score").clone(), got.score),
    ]))
}

/// A file, with what is left out filled in.
pub fn slo_file(case: &Case) -> Judged {
    let expect = case.field("expect");
    let got = SloFile::parse(case.field("input").text("yaml")?);
    if !expect.field("error").is_null() {
        return Ok(Outcome::accepted(false, &got));
    }
    let sets = |sets: &[CriteriaSet]| {
        sets.iter()
            .map(|set| json!({ "criteria": set.criteria.iter().map(|c| c.as_str()).collect::<Vec<_>>() }))
            .collect::<Vec<_>>()
    };
    let got = got?;
    let expected = expect.field("slo");
    let comparison = expected.field("comparison");
    let total = expected.field("total_score");
    let empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
    let mut judged = vec![
        Outcome::equal(expected.field("spec_version").clone(), got.spec_version.as_str()),
        if empty(expected.field("filter")) {
            Outcome::equal(true, got.filter.is_empty())
        } else {
            Outcome::equal(expected.field("filter").clone(), json!(got.filter))
        },
        Outcome::equal(
            comparison.optional_text("compare_with")?.unwrap_or_default(),
            got.comparison.compare_with.map_or("", |with| with.name()),
        ),
        Outcome::equal(
            comparison.text("include_result_with_score")?,
            got.comparison.include_result_with_score.name(),
        ),
        Outcome::equal(
            comparison.integer("number_of_comparison_results")?,
            got.comparison.number_of_comparison_results,
        ),
        Outcome::equal(comparison.text("aggregate_function")?, got.comparison.aggregate_function.name()),
        Outcome::equal(
            total.optional_text("pass")?.unwrap_or_default(),
            got.total_score.as_ref().map_or("", |total| total.pass.as_str()),
        ),
        Outcome::equal(
            total.optional_text("warning")?.unwrap_or_default(),
            got.total_score.as_ref().and_then(|total| total.warning.as_deref()).unwrap_or_default(),
        ),
    ];
    let expected = expected.field("objectives").as_array().map(Vec::as_slice).unwrap_or_default();
    judged.push(Outcome::equal(expected.len(), got.objectives.len()));
    for (expected, got) in expected.iter().zip(&got.objectives) {
        let list = |key: &str| {
            expected.get(key).filter(|value| !value.is_null()).cloned().unwrap_or_else(|| json!([]))
        };
        judged.push(Outcome::equal(expected.text("sli")?, got.sli.as_str()));
        judged.push(Outcome::equal(list("pass"), sets(&got.pass)));
        judged.push(Outcome::equal(list("warning"), sets(&got.warning)));
        judged.push(Outcome::equal(expected.number("weight")?, got.weight));
        judged.push(Outcome::equal(expected.flag("key_sli")?, got.key_sli));
    }
    Ok(Outcome::all(judged))
}
