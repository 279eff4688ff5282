//! C20: only the deployer role starts production deployments.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::part::DEPLOYER;

pub(super) const CONTROL: Control = Control {
    id: "C20",
    title: "deploy right separated",
    statement: "Only the deployer role starts production deployments",
    evidence: &["actor of start"],
    computed: "actor role = deployer and actor not among authors",
    clauses: &[
        Clause { standard: "PCI", clauses: &["6.5.4"] },
        Clause { standard: "NIST", clauses: &["CM-5"] },
        Clause { standard: "ISO", clauses: &["A.5.3"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.starts.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    if trail.authors.is_empty() {
        tally.lacks("nobody is named as an author, so it cannot be told who is another");
    }
    for start in &trail.starts {
        tally.uses(start.event);
        let who = trail.actor(start.event);
        if start.what.role != DEPLOYER {
            tally.fails(format!("{who} began {} as {}, not as {DEPLOYER}", start.event.id, start.what.role));
        }
        let named = trail.context.roles().filter(|roles| roles.roles.contains_key(DEPLOYER));
        if named.is_some_and(|roles| !roles.holds(DEPLOYER, &who, start.event.at)) {
            tally.fails(format!("{who} was not in the role {DEPLOYER} at {}", start.event.at));
        }
        if trail.authors.contains(&who) {
            tally.fails(format!("{who} began {} and is an author", start.event.id));
        }
    }
}
