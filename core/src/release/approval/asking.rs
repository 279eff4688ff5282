//! Who may say yes or no to which step.

use super::given::{ApprovalSignature, ApprovalStanding};
use super::{change_type, is_same_person, is_satisfied, next_step, part_of, steps_of};
use crate::fact::ChangeType;
use crate::release::deciding::Deciding;
use crate::release::part::ApprovalStep;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};

/// The step that an approval is for: the one that is named, where it is its turn, or the one whose turn it is.
pub(crate) fn step_to_approve(
    state: &ReleaseState,
    deciding: &mut Deciding<'_>,
    named: Option<&str>,
) -> Option<ApprovalStep> {
    let after = is_after(state, deciding)?;
    let now = deciding.now();
    let next = next_step(state, after, now);
    let Some(named) = named else {
        if next.is_none() {
            let steps = steps_of(state).into_iter();
            nothing_to_say(deciding, after, steps.filter(|step| step.retrospective == after).count());
        }
        return next;
    };
    let step = known_step(state, deciding, named, after)?;
    if is_satisfied(state, &step, now) {
        deciding
            .refuse(RefusalCode::AlreadyDecided, format!("enough approved the step {named} already"))
            .about(named);
        return None;
    }
    if let Some(next) = next.filter(|next| next.name != step.name) {
        out_of_order(deciding, &step, &next);
        return None;
    }
    Some(step)
}

/// The step that a rejection is for: the one that is named, where it is its turn or was, or the one whose turn it is; the last where
/// enough said yes to all.
pub(crate) fn step_to_reject(
    state: &ReleaseState,
    deciding: &mut Deciding<'_>,
    named: Option<&str>,
) -> Option<ApprovalStep> {
    let after = is_after(state, deciding)?;
    let now = deciding.now();
    let next = next_step(state, after, now);
    let Some(named) = named else {
        let mut steps = steps_of(state).into_iter().filter(|step| step.retrospective == after);
        let step = next.or_else(|| steps.next_back());
        if step.is_none() {
            nothing_to_say(deciding, after, 0);
        }
        return step;
    };
    let step = known_step(state, deciding, named, after)?;
    match next.filter(|next| next.name != step.name && !is_satisfied(state, &step, now)) {
        Some(next) => {
            out_of_order(deciding, &step, &next);
            None
        }
        None => Some(step),
    }
}

/// Whether what is said now is said after the fact. Refused where there is nothing to say after it.
fn is_after(state: &ReleaseState, deciding: &mut Deciding<'_>) -> Option<bool> {
    let after = matches!(state.status, ReleaseStatus::Observing | ReleaseStatus::Review);
    if after && change_type(state) != ChangeType::Emergency {
        let message = format!(
            "the release is {}, and only emergencies are approved after the fact",
            state.status.name()
        );
        deciding.refuse(RefusalCode::WrongState, message).lifted_by("approvals are given before it goes out");
        return None;
    }
    Some(after)
}

fn nothing_to_say(deciding: &mut Deciding<'_>, after: bool, steps: usize) {
    let (code, message) = match (after, steps) {
        (_, 1..) => (RefusalCode::AlreadyDecided, "enough approved every step already"),
        (false, 0) => (RefusalCode::NoSuchStep, "nothing has to be approved before it goes out"),
        (true, 0) => (RefusalCode::NoSuchStep, "nothing has to be approved after the fact"),
    };
    deciding.refuse(code, message);
}

/// The step that is called so, and of that time. Refused where there is none.
fn known_step(
    state: &ReleaseState,
    deciding: &mut Deciding<'_>,
    named: &str,
    after: bool,
) -> Option<ApprovalStep> {
    let steps = steps_of(state);
    let Some(step) = steps.iter().find(|step| step.name == named) else {
        let known: Vec<&str> = steps.iter().map(|step| step.name.as_str()).collect();
        let lift = match known.as_slice() {
            [] => "this kind of change needs no approvals".to_owned(),
            known => format!("the steps are {}", known.join(", ")),
        };
        let message = format!("there is no step {named:?}");
        deciding.refuse(RefusalCode::NoSuchStep, message).lifted_by(lift).about(named);
        return None;
    };
    if step.retrospective != after {
        let (message, lift) = match after {
            true => (format!("the step {named} is for before it goes out"), "name a step for after the fact"),
            false => (format!("the step {named} is for after the fact"), "approve it once it is out"),
        };
        deciding.refuse(RefusalCode::OutOfOrder, message).lifted_by(lift).about(named);
        return None;
    }
    Some(step.clone())
}

fn out_of_order(deciding: &mut Deciding<'_>, step: &ApprovalStep, next: &ApprovalStep) {
    deciding
        .refuse(RefusalCode::OutOfOrder, format!("the step {} comes before {}", next.name, step.name))
        .lifted_by(format!("have {} approved first", next.name))
        .about(&step.name)
        .up_to(&next.role);
}

/// Refuses who is not in the role of a step at this time.
pub(crate) fn check_role(deciding: &mut Deciding<'_>, step: &ApprovalStep) {
    if deciding.is_in(&step.role) {
        return;
    }
    let message = format!("{} is not {}, who says so in the step {}", deciding.actor(), step.role, step.name);
    deciding
        .refuse(RefusalCode::NotInRole, message)
        .lifted_by(format!("ask somebody who is {}", step.role))
        .about(&step.name)
        .up_to(&step.role);
}

/// Refuses who may not approve: not in the role, part of what goes out, or heard already.
pub(crate) fn check_approver(state: &ReleaseState, deciding: &mut Deciding<'_>, step: &ApprovalStep) {
    check_role(deciding, step);
    let (context, actor) = (deciding.context, deciding.envelope.actor.id.as_str());
    if let Some(part) = part_of(state, context, actor) {
        let message = format!("{} {}, and does not approve it", deciding.actor(), part.said());
        deciding
            .refuse(RefusalCode::SelfApproval, message)
            .lifted_by(format!("ask somebody else who is {}", step.role))
            .about(&step.name)
            .up_to(&step.role);
    }
    let has_said = state.approvals.iter().any(|approval| {
        approval.step == step.name
            && approval.standing == ApprovalStanding::Counts
            && is_same_person(context, &approval.by, actor)
    });
    if has_said {
        let message = format!("{} approved the step {} already", deciding.actor(), step.name);
        deciding
            .refuse(RefusalCode::AlreadyDecided, message)
            .lifted_by(format!("ask somebody else who is {}", step.role))
            .about(&step.name)
            .up_to(&step.role);
    }
}

/// Refuses a signature without name or meaning, and one of a time to come.
pub(crate) fn check_signature(deciding: &mut Deciding<'_>, signature: Option<&ApprovalSignature>) {
    let Some(signature) = signature else { return };
    for (what, text) in [("name", &signature.name), ("meaning", &signature.meaning)] {
        if text.trim().is_empty() {
            deciding
                .refuse(RefusalCode::FormIncomplete, format!("the signature has no {what}"))
                .lifted_by(format!("sign with a {what}"));
        }
    }
    let now = deciding.now();
    if let Some(at) = signature.signed_at.filter(|at| *at > now) {
        deciding
            .refuse(RefusalCode::TooEarly, format!("it would be signed at {at}; it is {now}"))
            .lifted_by("sign it, then approve");
    }
}
