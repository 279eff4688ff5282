//! C18: post-deployment verification recorded.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::control::trail::says_passed;
use jiff::Timestamp;

pub(super) const CONTROL: Control = Control {
    id: "C18",
    title: "verified after",
    statement: "Post-deployment verification recorded",
    evidence: &["verification result"],
    computed: "VerificationPassed.at in (finish, finish + limit]",
    clauses: &[
        Clause { standard: "DORA", clauses: &["9(4)(e)"] },
        Clause { standard: "PCI", clauses: &["6.5.2"] },
        Clause { standard: "SOC2", clauses: &["CC8.1"] },
    ],
    check: Check::Release(check),
};

/// What evidence of a verification is called.
const VERIFICATION: &str = "verification";

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    let policy = trail.context.policy();
    let limit = policy.span(&policy.verification);
    let mut any = false;
    for start in &trail.starts {
        let Some(end) = start.end.filter(|end| end.out) else { continue };
        any = true;
        tally.uses(end.event);
        let until = end.at.checked_add(limit).unwrap_or(Timestamp::MAX);
        let reports = trail
            .custom(VERIFICATION)
            .into_iter()
            .map(|stated| (stated.event, stated.fact.observed_at, says_passed(stated.fact)));
        let seen = trail.deployments.iter().filter_map(|stated| {
            let subject = &stated.fact.subject;
            let production = subject.environment.as_ref()? == &start.what.environment;
            // Something else that was seen there verifies nothing of this.
            let own = start.items.iter().any(|item| {
                item.subject.component == subject.component && item.subject.digest == subject.digest
            });
            Some((stated.event, stated.fact.verified_at.filter(|_| production && own)?, true))
        });
        let after: Vec<_> = reports.chain(seen).filter(|(_, at, _)| end.at < *at).collect();
        let within = after.iter().filter(|(_, at, _)| *at <= until);
        match within.max_by_key(|(_, at, _)| *at) {
            Some((event, at, passed)) => {
                tally.uses(event);
                if !passed {
                    tally.fails(format!("the verification at {at} did not pass"));
                }
            }
            None => match after.first() {
                Some((event, at, _)) => {
                    tally.uses(event);
                    tally.fails(format!("it was verified at {at}, and that was due by {until}"));
                }
                None => tally.lacks(format!("no verification after {} is recorded", end.event.id)),
            },
        }
    }
    if !any {
        tally.inapplicable("nothing was brought out to production");
    }
}
