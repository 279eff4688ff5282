//! What people decided on a target, as it stands at an instant.

use crate::fact::Facts;
use crate::fact::{Approval, ApprovalDecision, Candidate};
use crate::gate::age::Age;
use crate::gate::case::Target;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What people decided on a target, as it stands at an instant.
#[derive(Debug, Default)]
pub(in crate::gate) struct Decisions<'a> {
    /// Each person's standing approvals: by step and groups, the newest of each.
    pub approvals: BTreeMap<&'a str, Vec<&'a Approval>>,
    /// Rejections that stand, oldest first.
    pub rejections: Vec<&'a Approval>,
    /// Approvals that do not count, and why.
    pub lapsed: Vec<(&'a Approval, Lapse)>,
}

/// Why an approval does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::gate) enum Lapse {
    /// It is of another scope.
    Scope,
    /// It is past its end.
    Expired,
    /// It is older than the criterion wants.
    Old,
    /// It is the author's own, or of whoever asked for the release.
    Own,
    /// Nobody knows who gave it.
    Stranger,
    /// It came before the step before it was through.
    Early,
}

impl Lapse {
    /// Why, in a few words.
    pub fn said(self, approval: &Approval) -> String {
        let by = &approval.by;
        match self {
            Self::Scope => format!("{by} approved another scope"),
            Self::Expired => {
                let end = approval.expires_at.unwrap_or(Timestamp::MAX);
                format!("the approval by {by} lapsed at {end}")
            }
            Self::Old => format!("the approval by {by} is too old"),
            Self::Own => format!("{by} takes part in the change and cannot approve it"),
            Self::Stranger => format!("nobody is known as {by:?}, who approved"),
            Self::Early => format!("{by} approved before the step before was through"),
        }
    }
}

impl<'a> Decisions<'a> {
    /// What stands at an instant.
    pub fn of(facts: &Facts, target: &Target<'a>, at: Timestamp, maximum_age: Option<Age>) -> Self {
        let mut found = Self::default();
        let all = target.held.map(|held| held.approvals.as_slice()).unwrap_or_default();
        // Oldest first, so that what is taken back stands before.
        for decision in all.iter().map(|decision| &**decision) {
            if decision.observed_at > at || !target.is_meant(&decision.subject) {
                continue;
            }
            if decision.decision == ApprovalDecision::Withdraw {
                found.withdraw(decision);
                continue;
            }
            match lapse(facts, target.candidate, decision, at, maximum_age) {
                // Whoever takes part may stop it all the same.
                Some(Lapse::Own) if decision.decision == ApprovalDecision::Reject => {
                    found.rejections.push(decision);
                }
                Some(lapse) => found.lapsed.push((decision, lapse)),
                None if decision.decision == ApprovalDecision::Reject => found.rejections.push(decision),
                None => found.approve(decision),
            }
        }
        found
    }

    fn approve(&mut self, approval: &'a Approval) {
        let standing = self.approvals.entry(approval.by.as_str()).or_default();
        standing.retain(|known| known.step != approval.step || known.groups != approval.groups);
        standing.push(approval);
    }

    /// Takes back what the same person decided before, of the step that is named or of all.
    fn withdraw(&mut self, withdrawal: &Approval) {
        let remains = |known: &Approval| withdrawal.step.is_some() && known.step != withdrawal.step;
        let by = withdrawal.by.as_str();
        if let Some(standing) = self.approvals.get_mut(by) {
            standing.retain(|known| remains(known));
        }
        self.approvals.retain(|_, standing| !standing.is_empty());
        self.rejections.retain(|known| known.by != by || remains(known));
        self.lapsed.retain(|(known, _)| known.by != by || remains(known));
    }
}

fn lapse(
    facts: &Facts,
    candidate: Option<&Candidate>,
    decision: &Approval,
    at: Timestamp,
    maximum_age: Option<Age>,
) -> Option<Lapse> {
    if !facts.knows_person(&decision.by) {
        return Some(Lapse::Stranger);
    }
    if candidate.is_some_and(|candidate| is_another_scope(candidate, decision)) {
        return Some(Lapse::Scope);
    }
    if decision.expires_at.is_some_and(|end| end <= at) {
        return Some(Lapse::Expired);
    }
    if maximum_age.is_some_and(|age| age.after(decision.observed_at) < at) {
        return Some(Lapse::Old);
    }
    candidate.is_some_and(|candidate| takes_part(candidate, &decision.by)).then_some(Lapse::Own)
}

/// Whether a decision was on something else than what is put forward now.
fn is_another_scope(candidate: &Candidate, decision: &Approval) -> bool {
    let Some(scope) = &decision.scope else { return false };
    let now = [&candidate.scope, &candidate.digest];
    now.iter().any(|known| known.is_some()) && !now.into_iter().flatten().any(|known| known == scope)
}

/// Whether two names are one person's. Logins and addresses differ in case from tool to tool; who is kept from approving is
/// better kept once too often.
fn is_same(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

/// Whether somebody wrote what is put forward, or asked for it to go out.
pub(in crate::gate) fn takes_part(candidate: &Candidate, person: &str) -> bool {
    candidate.requested_by.as_deref().is_some_and(|by| is_same(by, person))
        || candidate.authors.iter().any(|author| is_same(author, person))
}
