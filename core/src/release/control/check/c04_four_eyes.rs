//! C04: approver is not requester, author or deployer.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::Happening;
use std::collections::BTreeSet;

pub(super) const CONTROL: Control = Control {
    id: "C04",
    title: "four eyes",
    statement: "Approver is not requester, author or deployer",
    evidence: &["identities of the four roles"],
    computed: "approver set disjoint from requester, authors, deployer",
    clauses: &[
        Clause { standard: "RTS17", clauses: &["(b)"] },
        Clause { standard: "PCI", clauses: &["6.5.4"] },
        Clause { standard: "ISO", clauses: &["A.5.3"] },
        Clause { standard: "SOC2", clauses: &["CC8.1"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    let granted = trail.events.iter().filter(|event| matches!(event.what, Happening::ApprovalGranted(_)));
    let approvals: Vec<_> = granted.collect();
    if approvals.is_empty() {
        return tally.inapplicable("nobody approved anything");
    }
    let requester = trail.events.first().map(|event| trail.actor(event));
    let deployers: BTreeSet<String> = trail.starts.iter().map(|start| trail.actor(start.event)).collect();
    if trail.authors.is_empty() {
        tally.lacks("nobody is named as an author, so it cannot be told who is another");
    }
    for event in approvals {
        tally.uses(event);
        let who = trail.actor(event);
        let roles = [
            (requester.as_ref() == Some(&who), "who asked for the release"),
            (trail.authors.contains(&who), "an author"),
            (deployers.contains(&who), "who deployed it"),
        ];
        for (_, role) in roles.iter().filter(|(is, _)| *is) {
            tally.fails(format!("{who} approved in {} and is {role}", event.id));
        }
    }
    trail.starts.iter().for_each(|start| tally.uses(start.event));
}
