//! C16: emergency share stays under limit; repeats have a problem record.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::Happening;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const CONTROL: Control = Control {
    id: "C16",
    title: "emergency is rare",
    statement: "Emergency share stays under limit; repeats have a problem record",
    evidence: &["counts per period"],
    computed: "emergency / all <= limit per quarter",
    clauses: &[
        Clause { standard: "SOC2", clauses: &["CC8.1"] },
        Clause { standard: "NIST", clauses: &["CM-3f"] },
    ],
    check: Check::Period(check),
};

fn check(trails: &[Trail<'_>], tally: &mut Tally) {
    let mut quarters: BTreeMap<(i16, i8), Vec<&Trail<'_>>> = BTreeMap::new();
    for trail in trails {
        let Some(start) = trail.starts.first() else { continue };
        let day = TimeZone::UTC.to_datetime(start.event.at).date();
        quarters.entry((day.year(), (day.month() - 1) / 3 + 1)).or_default().push(trail);
    }
    if quarters.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    for ((year, quarter), all) in quarters {
        check_quarter(&format!("{year}-Q{quarter}"), &all, tally);
    }
}

fn check_quarter(name: &str, all: &[&Trail<'_>], tally: &mut Tally) {
    all.iter().filter_map(|trail| trail.starts.first()).for_each(|start| tally.uses(start.event));
    let emergencies: Vec<&&Trail<'_>> = all.iter().filter(|trail| trail.is_emergency()).collect();
    let limit = all.first().map_or(0.0, |trail| trail.context.policy().emergency_share);
    // Counts of releases are far below the 53 bits that a float holds exactly.
    #[allow(clippy::cast_precision_loss)]
    let share = emergencies.len() as f64 / all.len() as f64;
    let count = emergencies.len();
    if share > limit {
        tally.fails(format!(
            "{name}: {count} of {} deployments were emergencies, more than {limit} of them",
            all.len()
        ));
    }
    let mut of: BTreeMap<&str, Vec<&Trail<'_>>> = BTreeMap::new();
    for trail in emergencies {
        let items = trail.starts.iter().flat_map(|start| &start.what.items);
        let components: BTreeSet<&str> = items.map(|item| item.subject.component.as_str()).collect();
        components.into_iter().for_each(|component| of.entry(component).or_default().push(trail));
    }
    for (component, repeated) in of.into_iter().filter(|(_, trails)| trails.len() > 1) {
        if !repeated.iter().any(|trail| has_problem_record(trail, tally)) {
            tally.fails(format!(
                "{name}: {component} had {} emergencies, and no cause or action is recorded",
                repeated.len()
            ));
        }
    }
}

/// Whether somebody recorded why it happened or what is done about it.
fn has_problem_record(trail: &Trail<'_>, tally: &mut Tally) -> bool {
    let record = trail.events.iter().find(|event| match &event.what {
        Happening::IncidentRecorded(recorded) => recorded.incident.cause.is_some(),
        Happening::ActionSet(_) => true,
        Happening::ReleaseClosed(closed) => closed
            .review
            .as_ref()
            .is_some_and(|review| !review.factors.is_empty() || !review.actions.is_empty()),
        _ => false,
    });
    record.inspect(|event| tally.uses(event)).is_some()
}
