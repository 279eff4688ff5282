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
            match overriding(trail, start) {
                Some(event) => tally.uses(event),
                None => tally.fails(format!("{} began in the freeze {}", start.event.id, freeze.window)),
            }
        }
    }
}

/// The event that lets a deployment through a freeze.
fn overriding<'a>(trail: &Trail<'a>, start: &Start<'_>) -> Option<&'a Event> {
    let criteria = &trail.context.policy().freeze_criteria;
    let covers = |event: &&&Event| match &event.what {
        Happening::ExceptionGranted(granted) => start.at < granted.until,
        Happening::GateWaived(waived) => {
            let waiver = &waived.waiver;
            criteria.contains(&waiver.criterion)
                && waiver.expires_at.is_some_and(|expires| start.at < expires)
        }
        _ => false,
    };
    trail.events.iter().take(start.index).find(covers).copied()
}
