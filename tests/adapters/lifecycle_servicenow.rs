//! ServiceNow's change requests, policies and approvals.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::fact::ChangeType;
use greenboard::release::change_request::{
    ChangeAction, ChangeApprovals, ChangeFlow, ChangeState, ChangeStep, ChangeTask, CloseCode, advance_change,
};
use greenboard::release::{ApprovalQuorum, ApprovalStep, PolicyStatus};
use serde_json::{Value, json};

/// A change request's next state, or the first reason against it.
pub fn change_states(case: &Case) -> Judged {
    let (input, expect) = (case.field("input"), case.field("expect"));
    let got = match advance_change(&flow(input)?, &step(input)?) {
        Ok(next) => json!({
            "ok": true,
            "state": spelled(next.state),
            "on_hold": next.hold.is_some(),
            "approvals": match next.approvals {
                ChangeApprovals::Cancelled => "canceled",
                other => other.name(),
            },
        }),
        Err(refused) => json!({ "refused": refused.reasons.first().map(|reason| reason.name()) }),
    };
    let keys = expect.as_object().into_iter().flatten();
    Ok(Outcome::all(keys.map(|(key, value)| Outcome::equal(value.clone(), got.field(key).clone()))))
}

fn flow(input: &Value) -> Result<ChangeFlow, Trouble> {
    let change_type = named(input.text("type")?, ChangeType::ALL, |of| of.name())?;
    let state = named(input.text("state")?, ChangeState::ALL, spelled)?;
    let mut flow = ChangeFlow::new(change_type).with_state(state);
    if input.optional_flag("on_hold")?.unwrap_or(false) {
        flow = flow.with_hold("more to be known");
    }
    if input.optional_flag("approvals_generated")?.unwrap_or(false) {
        flow = flow.with_approvals(ChangeApprovals::Requested);
    }
    if input.optional_flag("unauthorized")?.unwrap_or(false) {
        flow = flow.with_unauthorized(input.optional_flag("outage_record")?.unwrap_or(false));
    }
    let tasks = if input.field("open_tasks").is_null() { 0 } else { input.integer("open_tasks")? };
    for task in 0..tasks {
        flow = flow.with_task(ChangeTask::new(format!("CTASK{task}")));
    }
    Ok(flow)
}

fn step(input: &Value) -> Result<ChangeStep, Trouble> {
    let mut step = ChangeStep::new(named(input.text("command")?, ChangeAction::ALL, |of| of.name())?);
    if let Some(code) = input.optional_text("close_code")? {
        step.close_code = Some(named(code, CloseCode::ALL, |of| of.name())?);
    }
    step.close_notes = input.optional_text("close_notes")?.map(str::to_owned);
    step.reason = Some("more to be known".to_owned());
    // The rows do not say which kind it is to become: another one that every kind may become.
    let other = if input.text("type")? == "normal" { ChangeType::Emergency } else { ChangeType::Normal };
    step.to = Some(other);
    Ok(step)
}

/// As it is spelled there.
fn spelled(state: ChangeState) -> &'static str {
    match state {
        ChangeState::New => "New",
        ChangeState::Assess => "Assess",
        ChangeState::Authorize => "Authorize",
        ChangeState::Scheduled => "Scheduled",
        ChangeState::Implement => "Implement",
        ChangeState::Review => "Review",
        ChangeState::Closed => "Closed",
        ChangeState::Cancelled => "Canceled",
        _ => "unknown",
    }
}

fn named<T: Copy>(text: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Result<T, Trouble> {
    let found = all.iter().copied().find(|value| name(*value) == text);
    found.ok_or_else(|| Trouble::row(format!("unknown name {text:?}")))
}

/// What several policies come to.
pub fn policy_aggregation(case: &Case) -> Judged {
    let status = |name: &str| named(name, PolicyStatus::ALL, |of| of.name());
    let statuses = case.texts("input")?.into_iter().map(status).collect::<Result<Vec<_>, _>>()?;
    Ok(Outcome::equal(case.text("expect")?, PolicyStatus::of_all(statuses).name()))
}

/// Whether enough approved.
pub fn approval_wait_for(case: &Case) -> Judged {
    let input = case.field("input");
    let quorum = named(input.text("mode")?, ApprovalQuorum::ALL, |of| of.name())?;
    let mut step = ApprovalStep::new("authorise", "board").with_quorum(quorum);
    if !input.field("percent").is_null() {
        step = step.with_percent(input.number("percent")?);
    }
    let of = |key: &str| usize::try_from(input.integer(key)?).map_err(|_| Trouble::row("a count below zero"));
    let met = step.is_met(of("approved")?, of("members")?);
    Ok(Outcome::equal(case.field("expect").flag("approved")?, met))
}
