//! C19: review closed and actions done on time.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::{Event, Happening};
use crate::release::part::Action;
use std::collections::BTreeMap;

pub(super) const CONTROL: Control = Control {
    id: "C19",
    title: "learned",
    statement: "Review closed and actions done on time",
    evidence: &["review", "actions"],
    computed: "required review closed by due date; overdue actions = 0",
    clauses: &[
        Clause { standard: "SOC2", clauses: &["CC8.1"] },
        Clause { standard: "NIST", clauses: &["CM-3f"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    let opened = trail.events.iter().find_map(|event| match &event.what {
        Happening::ReviewOpened(opened) => Some((*event, opened)),
        _ => None,
    });
    let mut actions: BTreeMap<&str, (&Event, &Action)> = BTreeMap::new();
    for event in &trail.events {
        let stated: &[Action] = match &event.what {
            Happening::ReleaseCreated(created) => &created.release.actions,
            Happening::ActionSet(set) => std::slice::from_ref(&set.action),
            Happening::ReleaseClosed(closed) => closed.review.as_ref().map_or(&[], |review| &review.actions),
            _ => &[],
        };
        actions.extend(stated.iter().map(|action| (action.id.as_str(), (*event, action))));
    }
    let required = opened.filter(|(_, opened)| opened.required);
    if required.is_none() && actions.is_empty() {
        return tally.inapplicable("no review is required, and no action is open");
    }
    if let Some((event, opened)) = required {
        tally.uses(event);
        match trail.closed() {
            Some(closed) if closed.at > opened.due => {
                tally.uses(closed);
                tally.fails(format!("the review was closed at {}, and was due at {}", closed.at, opened.due));
            }
            Some(closed) => tally.uses(closed),
            None if trail.at > opened.due => tally.fails(format!("the review was due at {}", opened.due)),
            None => tally.lacks(format!("the review is due at {}", opened.due)),
        }
    }
    for (event, action) in actions.into_values() {
        tally.uses(event);
        let Some(due) = action.due else { continue };
        let done = action.done_at.unwrap_or(trail.at);
        if done > due {
            tally.fails(format!("action {} was due at {due}", action.id));
        }
    }
}
