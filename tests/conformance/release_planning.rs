//! The calls of what is planned around releases.

use super::{instant, json, read};
use crate::runner::{Fields, Trouble};
use greenboard::document;
use greenboard::release::Template;
use greenboard::release::change_request::{ChangeFlow, ChangeStep, advance_change};
use greenboard::release::conflict::{self, Claim, ConflictRules};
use greenboard::release::risk::RiskMethod;
use greenboard::release::timeline::{self, Day, WorkCalendar};
use serde_json::Value;

/// One call, if it is one of these.
pub fn call(name: &str, args: &Value) -> Option<Result<String, Trouble>> {
    Some(match name {
        "risk.assess" => assess(args),
        "conflicts.find" => find(args),
        "conflicts.free_slots" => free_slots(args),
        "change_requests.advance" => advance(args),
        "templates.builtin" => builtin(args),
        "templates.read" => {
            read::<Template>(args, "template").and_then(|template| Ok(document::emit(&template)?))
        }
        "dates.plan_backward" => plan_backward(args),
        _ => return None,
    })
}

fn assess(args: &Value) -> Result<String, Trouble> {
    Ok(document::emit(&read::<RiskMethod>(args, "method")?.assess()?)?)
}

fn find(args: &Value) -> Result<String, Trouble> {
    let (claims, rules): (Vec<Claim>, ConflictRules) = (read(args, "claims")?, read(args, "rules")?);
    Ok(document::emit(&conflict::conflicts(&claims, &rules, instant(args)?)?)?)
}

fn free_slots(args: &Value) -> Result<String, Trouble> {
    let (wanted, claims): (Claim, Vec<Claim>) = (read(args, "wanted")?, read(args, "claims")?);
    let rules: ConflictRules = read(args, "rules")?;
    json(&conflict::next_free_slots(&wanted, &claims, &rules, instant(args)?)?)
}

fn advance(args: &Value) -> Result<String, Trouble> {
    let (flow, step): (ChangeFlow, ChangeStep) = (read(args, "flow")?, read(args, "step")?);
    Ok(document::emit(&advance_change(&flow, &step).map_err(greenboard::Error::from)?)?)
}

fn builtin(args: &Value) -> Result<String, Trouble> {
    Ok(document::emit(&Template::builtin(args.text("name")?)?)?)
}

fn plan_backward(args: &Value) -> Result<String, Trouble> {
    let mut phases = Vec::new();
    for pair in args.list("phases")? {
        let name = pair[0].as_str().ok_or_else(|| Trouble::row("a phase has a name"))?;
        let days = pair[1].as_u64().and_then(|days| u32::try_from(days).ok());
        phases.push((name, days.ok_or_else(|| Trouble::row("a phase has days"))?));
    }
    let calendar: WorkCalendar = read(args, "calendar")?;
    json(&timeline::plan_backward(&phases, Day::parse(args.text("target")?)?, &calendar)?)
}
