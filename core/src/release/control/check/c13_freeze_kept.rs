//! C13: no start inside a freeze without granted override.

use crate::calendar::{Calendar, Kind, Windows};
use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Start;
use crate::release::control::trail::Trail;
use crate::release::event::{Event, Happening};

pub(super) const CONTROL: Control = Control {
    id: "C13",
    title: "freeze kept",
    statement: "No start inside a freeze without granted override",
    evidence: &["freeze calendar", "override"],
    computed: "start intersects freeze implies ExceptionGranted covering it",
    clauses: &[
        Clause { standard: "NIST", clauses: &["CM-5"] },
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
        let recorded: Vec<_> = trail.calendars.iter().filter(|stated| stated.index < start.index).collect();
        recorded.iter().for_each(|stated| tally.uses(stated.event));
        let calendars: Vec<&Calendar> =
            recorded.iter().map(|stated| &stated.fact.calendar).chain(trail.context.calendars()).collect();
        if calendars.is_empty() {
            tally.lacks("no calendar of freezes is known");
            continue;
        }
        let Ok(windows) = Windows::of(calendars) else {
            tally.lacks("a calendar of freezes cannot be read");
            continue;
        };
        let decision = windows.decide_for(start.at, start.what.manual);
        if decision.open {
            continue;
        }
        for freeze in decision.blocked_by.iter().filter(|window| window.kind == Kind::Deny) {
            let overriding = overriding(trail, start);
            if overriding.is_empty() {
                tally.fails(format!("{} began in the freeze {}", start.event.id, freeze.window));
            }
            overriding.into_iter().for_each(|event| tally.uses(event));
        }
    }
}

/// The events that let a deployment through a freeze: a waiver, or exceptions for everything that went out, as they are asked for
/// when it begins. None where nothing does.
fn overriding<'a>(trail: &Trail<'a>, start: &Start<'_>) -> Vec<&'a Event> {
    let criteria = &trail.context.policy().freeze_criteria;
    let before = || trail.events.iter().take(start.index).copied();
    let waives = |event: &&Event| match &event.what {
        Happening::GateWaived(waived) => {
            let waiver = &waived.waiver;
            criteria.contains(&waiver.criterion)
                && waiver.expires_at.is_some_and(|expires| start.at < expires)
        }
        _ => false,
    };
    if let Some(waiver) = before().find(waives) {
        return vec![waiver];
    }
    let excepts = |id: &str| {
        before().find(|event| match &event.what {
            Happening::ExceptionGranted(granted) => granted.item == id && start.at < granted.until,
            _ => false,
        })
    };
    let exceptions: Option<Vec<&Event>> = start.items.iter().map(|item| excepts(&item.id)).collect();
    exceptions.unwrap_or_default()
}
