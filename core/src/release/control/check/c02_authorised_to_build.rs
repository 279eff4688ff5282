//! C02: work is authorised before it starts.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::control::trail::shown;
use crate::release::event::Happening;
use crate::release::part::ItemStatus;
use std::collections::BTreeMap;

pub(super) const CONTROL: Control = Control {
    id: "C02",
    title: "authorised to build",
    statement: "Work is authorised before it starts",
    evidence: &["acceptance of scope item"],
    computed: "ScopeItemAccepted.at <= first commit time",
    clauses: &[
        Clause { standard: "SOC2", clauses: &["CC8.1 authorizes"] },
        Clause { standard: "RTS17", clauses: &["(c)"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.items.is_empty() {
        return tally.inapplicable("there is nothing in the scope");
    }
    let accepted: BTreeMap<&str, _> = trail
        .events
        .iter()
        .rev()
        .filter_map(|event| match &event.what {
            Happening::ScopeItemAccepted(accepted) => Some((accepted.item.as_str(), *event)),
            _ => None,
        })
        .collect();
    for named in trail.items.values().filter(|named| named.item.status != ItemStatus::Removed) {
        let (event, at) = match (accepted.get(named.item.id.as_str()), named.item.accepted_at) {
            (Some(event), _) => (*event, event.at),
            (None, Some(at)) => (named.event, at),
            (None, None) => {
                tally.lacks(format!("{} was accepted by nobody", shown(named.item)));
                continue;
            }
        };
        tally.uses(event);
        match named.item.first_commit_at {
            None => tally.lacks(format!("{} does not say when its first commit was", shown(named.item))),
            Some(first) if at <= first => {}
            Some(first) => tally.fails(format!(
                "{} was accepted at {at}, after its first commit at {first}",
                shown(named.item)
            )),
        }
    }
}
