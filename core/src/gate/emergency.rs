//! Emergencies: gates passed over by somebody who may, and the duty that is left.

use super::case::Target;
use super::file::BreakGlassRule;
use super::set::GateSet;
use crate::fact::{Approval, ApprovalDecision, BreakGlass, Checklist, ChecklistAnswer, Facts, Subject};
use jiff::Timestamp;

/// The step of an approval, and the name of a checklist, by which an emergency is accounted for.
pub(crate) const RETROSPECTIVE: &str = "retrospective";

/// What emergencies mean for a target at an instant.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Emergencies<'a> {
    /// The one that passes the gates over now: what blocks and does not hold becomes `waived`, by its id.
    pub open: Option<&'a BreakGlass>,
    /// Those that do not count, and why; said beside what stands.
    pub refused: Vec<(&'a BreakGlass, Refused)>,
    /// What is to be made up for: each is a finding of weight `warn` that is pending, so that the verdict stays conditional.
    pub duties: Vec<Duty<'a>>,
}

/// Why an emergency does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The gate file lets nobody pass the gates over.
    NotForeseen,
    /// No reason is given.
    NoReason,
    /// The gate file does not name the role.
    Role,
    /// Whoever did it is not in the role.
    NotInRole,
    /// Nobody knows who did it.
    Stranger,
    /// It is over.
    Expired,
}

/// What is to be made up for after an emergency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Duty<'a> {
    /// The emergency.
    pub of: &'a BreakGlass,
    /// When somebody else has to have looked at it; never, where the gate file does not say.
    pub due: Option<Timestamp>,
    /// Whether that is past.
    pub overdue: bool,
}

/// What emergencies mean for a target at an instant.
pub(crate) fn of<'a>(gates: &GateSet, facts: &Facts, target: &Target<'a>, at: Timestamp) -> Emergencies<'a> {
    let mut found = Emergencies::default();
    let all = target.held.map(|held| held.emergencies.as_slice()).unwrap_or_default();
    for emergency in all {
        if emergency.observed_at > at || !target.is_meant(&emergency.subject) {
            continue;
        }
        let rule = match permitted(gates, facts, emergency) {
            Ok(rule) => rule,
            Err(why) => {
                found.refused.push((emergency, why));
                continue;
            }
        };
        if emergency.expires_at.is_some_and(|end| end <= at) {
            // What was passed over then is to be made up for all the same.
            found.refused.push((emergency, Refused::Expired));
        } else {
            found.open = Some(emergency);
        }
        if !is_accounted_for(facts, target, emergency, at) {
            let due = rule.retrospective_within.map(|within| within.after(emergency.observed_at));
            found.duties.push(Duty { of: emergency, due, overdue: due.is_some_and(|due| due <= at) });
        }
    }
    found
}

impl Refused {
    /// Why, in a sentence without a full stop.
    pub(crate) fn said(self, of: &BreakGlass) -> String {
        let (id, by, role) = (&of.id, &of.by, &of.role);
        let why = match self {
            Self::NotForeseen => "the gate file lets nobody break the glass".to_owned(),
            Self::NoReason => "it gives no reason".to_owned(),
            Self::Role => format!("the role {role:?} may not break the glass"),
            Self::NotInRole => format!("{by} is not in the group {role:?}"),
            Self::Stranger => format!("nobody is known as {by:?}, who declared it"),
            Self::Expired => {
                let end = of.expires_at.unwrap_or(Timestamp::MAX);
                return format!("emergency {id:?} is over since {end}");
            }
        };
        format!("emergency {id:?} does not count: {why}")
    }
}

impl Duty<'_> {
    /// What is to be done, in a sentence without a full stop.
    pub(crate) fn said(&self) -> String {
        let (id, by, reason) = (&self.of.id, &self.of.by, &self.of.reason);
        let until = match (self.due, self.overdue) {
            (None, _) => String::new(),
            (Some(due), false) => format!(", due {due}"),
            (Some(due), true) => format!(", overdue since {due}"),
        };
        format!("emergency {id:?} by {by} ({reason}) has had no retrospective by somebody else{until}")
    }
}

fn permitted<'g>(
    gates: &'g GateSet,
    facts: &Facts,
    emergency: &BreakGlass,
) -> Result<&'g BreakGlassRule, Refused> {
    let rule = gates.break_glass().ok_or(Refused::NotForeseen)?;
    if emergency.reason.trim().is_empty() {
        return Err(Refused::NoReason);
    }
    if !rule.roles.contains(&emergency.role) {
        return Err(Refused::Role);
    }
    if !facts.knows_person(&emergency.by) {
        return Err(Refused::Stranger);
    }
    match gates.group(&emergency.role) {
        Some(members) if !members.contains(&emergency.by) => Err(Refused::NotInRole),
        _ => Ok(rule),
    }
}

/// Whether somebody else has looked at an emergency afterwards.
fn is_accounted_for(facts: &Facts, target: &Target<'_>, emergency: &BreakGlass, at: Timestamp) -> bool {
    let Some(held) = target.held else { return false };
    let after = |subject: &Subject, observed_at: Timestamp| {
        observed_at >= emergency.observed_at && observed_at <= at && target.is_meant(subject)
    };
    let approved = |approval: &Approval| {
        approval.step.as_deref() == Some(RETROSPECTIVE)
            && approval.decision == ApprovalDecision::Approve
            && approval.by != emergency.by
            && facts.knows_person(&approval.by)
            && after(&approval.subject, approval.observed_at)
            && !held.approvals.iter().any(|later| withdraws(later, approval, at))
    };
    let listed = |list: &Checklist| {
        list.name == RETROSPECTIVE && after(&list.subject, list.observed_at) && is_complete(list, emergency)
    };
    held.approvals.iter().any(|approval| approved(approval))
        || held.checklists.iter().find(|list| list.name == RETROSPECTIVE).is_some_and(|list| listed(list))
}

/// Whether a person takes back, by an instant, what they said before of the same step.
fn withdraws(later: &Approval, earlier: &Approval, at: Timestamp) -> bool {
    later.decision != ApprovalDecision::Approve
        && later.by == earlier.by
        && later.step == earlier.step
        && later.observed_at > earlier.observed_at
        && later.observed_at <= at
}

/// Whether all that has to be answered was, and not by the one who declared the emergency alone.
fn is_complete(list: &Checklist, emergency: &BreakGlass) -> bool {
    let mut due = list.items.iter().filter(|item| !item.optional).peekable();
    let answered = due.peek().is_some()
        && due.all(|item| matches!(item.answer, ChecklistAnswer::Go | ChecklistAnswer::NotApplicable));
    answered && list.items.iter().any(|item| item.by.as_ref().is_some_and(|by| *by != emergency.by))
}
