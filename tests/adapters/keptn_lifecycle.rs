//! Keptn's lifecycle toolkit, as its own tests have it.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::document::{self, Format};
use greenboard::gate::slo::SloResult;
use greenboard::gate::slo::lifecycle::{self, Analysis, AnalysisObjective, AnalysisOperator, AnalysisTarget};
use serde_json::{Map, Value};

/// An operator, whose keys the rows write as Go does.
fn operator(value: &Value) -> Result<Option<AnalysisOperator>, Trouble> {
    fn lowered(value: &Value) -> Value {
        let Value::Object(entries) = value else { return value.clone() };
        let entries = entries.iter().map(|(key, value)| {
            let mut name = String::new();
            for c in key.chars() {
                if c.is_ascii_uppercase() && !name.is_empty() {
                    name.push('_');
                }
                name.push(c.to_ascii_lowercase());
            }
            (name, lowered(value))
        });
        Value::Object(entries.collect::<Map<_, _>>())
    }
    if value.is_null() {
        return Ok(None);
    }
    Ok(Some(document::parse(lowered(value).to_string(), Format::Json)?))
}

fn verdict(expect: &Value, got: SloResult) -> Result<Outcome, Trouble> {
    Ok(Outcome::all([
        Outcome::equal(expect.flag("pass")?, got == SloResult::Pass),
        Outcome::equal(expect.flag("warning")?, got == SloResult::Warning),
    ]))
}

/// What is asked of a value.
pub fn operators(case: &Case) -> Judged {
    let input = case.field("input");
    let got = operator(input.field("operator"))?
        .is_some_and(|operator| operator.holds(input.field("value").as_f64().unwrap_or(f64::NAN)));
    Ok(Outcome::equal(case.flag("expect")?, got))
}

/// What fails a value, and what warns of it.
pub fn targets(case: &Case) -> Judged {
    let input = case.field("input");
    let target = AnalysisTarget::new(operator(input.field("failure"))?, operator(input.field("warning"))?);
    verdict(case.field("expect"), target.result(input.number("value")?))
}

/// One objective, the verdict on its value given.
pub fn objectives(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let values = input.field("values");
    let value =
        values.get(input.text("key")?).and_then(Value::as_str).and_then(|text| text.parse::<f64>().ok());
    if value.is_none() || expect.flag("error")? {
        let score = lifecycle::objective_score(SloResult::Fail, input.number("weight")?);
        return Ok(Outcome::all([
            Outcome::equal(expect.flag("error")?, value.is_none()),
            Outcome::equal(expect.number("score")?, score),
        ]));
    }
    let given = input.field("target_verdict");
    let result = match (given.flag("pass")?, given.flag("warning")?) {
        (true, _) => SloResult::Pass,
        (false, true) => SloResult::Warning,
        (false, false) => SloResult::Fail,
    };
    Ok(Outcome::all([
        case.equal(
            expect.field("score").clone(),
            lifecycle::objective_score(result, input.number("weight")?),
        ),
        case.equal(expect.field("value").clone(), value.unwrap_or_default()),
    ]))
}

/// A whole analysis, the score of every objective given: each is made to come out so.
pub fn analysis(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let above = |number: f64| Some(AnalysisOperator::greater_than(number));
    let (mut objectives, mut values) = (Vec::new(), std::collections::BTreeMap::new());
    for (index, row) in input.field("objectives").as_array().into_iter().flatten().enumerate() {
        let (weight, score) = (row.number("weight")?, row.number("score")?);
        let name = format!("value {index}");
        let target = AnalysisTarget::new(above(2.0), above(1.0));
        let value = if score == weight && weight != 0.0 {
            0.5
        } else if score == 0.0 {
            3.0
        } else if score == weight / 2.0 {
            1.5
        } else {
            return Err(Trouble::row(format!("no result gives {score} of {weight}")));
        };
        objectives.push(AnalysisObjective::new(&name, target).with_weight(weight).with_key(row.flag("key")?));
        values.insert(name, value);
    }
    let analysis =
        Analysis::new(objectives, input.number("pass_percentage")?, input.number("warning_percentage")?);
    let got = analysis.evaluate(&values);
    Ok(Outcome::all([
        case.equal(expect.field("total_score").clone(), got.achieved),
        case.equal(expect.field("maximum_score").clone(), got.maximum),
        verdict(expect, got.result)?,
    ]))
}
