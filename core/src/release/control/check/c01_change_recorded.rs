//! C01: every production deployment traces to a recorded change with description and reason.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::control::trail::shown;

pub(super) const CONTROL: Control = Control {
    id: "C01",
    title: "change recorded",
    statement: "Every production deployment traces to a recorded change with description and reason",
    evidence: &["scope item", "change record"],
    computed: "items in deployed diff joined to ScopeItem; coverage = linked / all, must be 1",
    clauses: &[
        Clause { standard: "SOC2", clauses: &["CC8.1 documents", "CC8.1 tracks"] },
        Clause { standard: "PCI", clauses: &["6.5.1"] },
        Clause { standard: "RTS17", clauses: &["(d)"] },
        Clause { standard: "NIST", clauses: &["CM-3c"] },
        Clause { standard: "ISO", clauses: &["A.8.32"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.starts.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    for start in &trail.starts {
        tally.uses(start.event);
        if start.what.items.is_empty() {
            tally.lacks(format!("{} does not say what it deployed", start.event.id));
        }
        for item in &start.what.items {
            let Some(named) = trail.items.get(item.id.as_str()) else {
                tally.fails(format!("{} was deployed and is in no scope", shown(item)));
                continue;
            };
            tally.uses(named.event);
            let change = item.change.as_ref().or(named.item.change.as_ref());
            let title = item.title.as_ref().or(named.item.title.as_ref());
            if change.is_none_or(|change| change.trim().is_empty()) {
                tally.fails(format!("{} names no recorded change that says why", shown(item)));
            }
            if title.is_none_or(|title| title.trim().is_empty()) {
                tally.fails(format!("{} has no title that says what it is", shown(item)));
            }
        }
    }
}
