//! C25: notes, runbook, configuration baseline and inventory updated.

use crate::fact::Observation;
use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;

pub(super) const CONTROL: Control = Control {
    id: "C25",
    title: "records updated",
    statement: "Notes, runbook, configuration baseline and inventory updated",
    evidence: &["release notes", "baseline"],
    computed: "DocUpdated for each required kind before close",
    clauses: &[
        Clause { standard: "PCI", clauses: &["6.5.2"] },
        Clause { standard: "SOC2", clauses: &["CC8.1 baseline"] },
        Clause { standard: "ISO", clauses: &["A.8.32"] },
    ],
    check: Check::Release(check),
};

/// What evidence of a document is called.
const DOCUMENT: &str = "document";

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if !trail.starts.iter().any(|start| matches!(start.end, Some((_, true)))) {
        return tally.inapplicable("nothing was brought out to production");
    }
    let closed = trail.closed();
    closed.into_iter().for_each(|event| tally.uses(event));
    let before = trail
        .events
        .iter()
        .position(|event| closed.is_some_and(|closed| closed.id == event.id))
        .unwrap_or(trail.events.len());
    for kind in &trail.context.policy().documents {
        let documents = trail.custom(DOCUMENT);
        let mut updates = documents.iter().filter(|stated| stated.index < before && is_of(stated.fact, kind));
        match updates.next() {
            Some(stated) => tally.uses(stated.event),
            None => tally.lacks(format!("nothing shows that the {} is up to date", kind.replace('_', " "))),
        }
    }
    if closed.is_none() {
        tally.lacks("it is not closed yet");
    }
}

/// Whether evidence is that a document of a kind was brought up to date: its value is the kind, or names it as `kind`.
fn is_of(evidence: &crate::fact::Evidence, kind: &str) -> bool {
    let Observation::Custom(custom) = &evidence.value else { return false };
    let node = custom.value.get("kind").unwrap_or(&custom.value);
    node.text().is_ok_and(|text| text == kind)
}
