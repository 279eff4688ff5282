//! Risk as ServiceNow and registers score it.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::release::RiskLevel;
use greenboard::release::risk::{
    RegisterMethod, RegisterRow, RiskMethod, StageMethod, TrackRecordMethod, highest, inherent,
};
use serde_json::{Value, json};

/// ServiceNow's score of stage-oriented releases.
pub fn stage(case: &Case) -> Judged {
    let input = case.field("input");
    let mut stage = StageMethod::new(count(input, "tasks")?, count(input, "closed")?)
        .with_policies(count(input, "policies_run")?, count(input, "policies_failed")?);
    if !input.field("days_to_readiness").is_null() {
        let days = i32::try_from(input.integer("days_to_readiness")?);
        stage = stage.with_days_to_readiness(days.map_err(|_| Trouble::row("days beyond reason"))?);
    }
    let score = RiskMethod::from(stage).assess()?.score;
    Ok(Outcome::equal(case.field("expect").field("score").clone(), json!(score)))
}

/// The track record.
pub fn success_score(case: &Case) -> Judged {
    let input = case.field("input");
    let of = |key: &str| if input.field(key).is_null() { Ok(0) } else { count(input, key) };
    let record = TrackRecordMethod::new(of("successful")?, of("successful_issues")?, of("unsuccessful")?)
        .with_incidents(of("p1")?, of("p2")?, of("p3")?);
    let score = RiskMethod::from(record).assess()?.score;
    Ok(Outcome::equal(case.field("expect").field("score").clone(), json!(score)))
}

/// The highest of several methods.
pub fn max_rule(case: &Case) -> Judged {
    let level = |name: &str| match name {
        "none" => Ok(None),
        _ => RiskLevel::ALL
            .iter()
            .find(|level| level.name() == name)
            .map(|level| Some(*level))
            .ok_or_else(|| Trouble::row(format!("unknown level {name:?}"))),
    };
    let levels = case.texts("input")?.into_iter().map(level).collect::<Result<Vec<_>, _>>()?;
    Ok(Outcome::equal(case.text("expect")?, highest(levels).map_or("none", RiskLevel::name)))
}

/// The register.
pub fn register(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let of = |key: &str| {
        u8::try_from(input.integer(key)?).map_err(|_| Trouble::row(format!("{key} beyond reason")))
    };
    let (likelihood, impact) = (of("likelihood")?, of("impact")?);
    let row = RegisterRow::new("risk", likelihood, impact)
        .with_effectiveness(input.number("effectiveness_pct")? / 100.0);
    let residual = RiskMethod::from(RegisterMethod::new([row])).assess()?.score;
    Ok(Outcome::all([
        Outcome::equal(expect.field("inherent").clone(), json!(inherent(likelihood, impact)?)),
        Outcome::equal(expect.field("residual").clone(), json!(residual)),
    ]))
}

/// ServiceNow's formula for timeline-oriented releases, which is not adopted.
pub fn timeline(_: &Case) -> Judged {
    Ok(Outcome::unsupported(
        "the timeline formula is not adopted: it ends at 2, below the levels that it is graded by",
    ))
}

fn count(row: &Value, key: &str) -> Result<u32, Trouble> {
    u32::try_from(row.integer(key)?).map_err(|_| Trouble::row(format!("{key} should be a count")))
}
