//! C06: approver held the role at decision time.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::Happening;

pub(super) const CONTROL: Control = Control {
    id: "C06",
    title: "approver had authority",
    statement: "Approver held the role at decision time",
    evidence: &["role membership with dates"],
    computed: "membership interval contains decision time",
    clauses: &[
        Clause { standard: "PCI", clauses: &["6.5.1"] },
        Clause { standard: "P11", clauses: &["11.10(g)"] },
        Clause { standard: "NIST", clauses: &["CM-5"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    let mut any = false;
    for event in &trail.events {
        let Happening::ApprovalGranted(granted) = &event.what else { continue };
        any = true;
        tally.uses(event);
        let who = trail.actor(event);
        let Some(roles) = trail.context.roles().filter(|roles| roles.roles.contains_key(&granted.role))
        else {
            tally.lacks(format!("nothing says who was in the role {}", granted.role));
            continue;
        };
        if !roles.holds(&granted.role, &who, event.at) {
            tally.fails(format!("{who} was not in the role {} at {}", granted.role, event.at));
        }
    }
    if !any {
        tally.inapplicable("nobody approved anything");
    }
}
