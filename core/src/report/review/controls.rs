//! What is said of controls.

use super::format::ReviewFormat;
use super::page::{Cell, Page, Table};
use super::words::clauses;
use crate::gate::Signal;
use crate::release::control::{Compliance, ControlOutcome, ControlResult, catalogue};
use crate::report::counted;
use std::collections::BTreeMap;

/// What the controls say of releases, for people: each with why and the events that show it.
///
/// ```
/// use greenboard::release::control::{ControlContext, ControlPolicy, compliance};
/// use greenboard::report::{self, ReviewFormat};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let nothing = compliance(&[], &ControlContext::new(ControlPolicy::default()), at);
/// let text = report::controls(&nothing, ReviewFormat::Text);
/// assert!(text.starts_with("Controls: "), "{text}");
/// ```
pub fn controls(compliance: &Compliance, format: ReviewFormat) -> String {
    let mut page = Page::default();
    let outcomes = compliance.releases.iter().flat_map(|release| &release.controls).chain(&compliance.period);
    let worst = outcomes.map(|result| signal(result.result)).max().unwrap_or(Signal::Go);
    page.headed("Controls", totals(&compliance.totals), worst);
    let releases = counted(compliance.releases.len(), "release", "releases");
    let complete = compliance
        .completeness
        .map_or_else(String::new, |share| format!(": evidence backs {:.0} % of what applies", share * 100.0));
    page.note(format!("At {}, {releases}{complete}.", compliance.at));
    for release in &compliance.releases {
        page.note(format!("{}: {}", release.release, totals(&release.totals)));
        page.table(table(release.controls.iter()));
    }
    page.table(table(compliance.period.iter()));
    format.write(&page)
}

fn totals(totals: &BTreeMap<String, u64>) -> String {
    let some = ControlOutcome::ALL.iter().filter_map(|outcome| {
        let count = totals.get(outcome.name()).filter(|count| **count > 0)?;
        Some(format!("{count} {}", super::owed::words(outcome.name())))
    });
    let told = some.collect::<Vec<_>>().join(", ");
    if told.is_empty() { "nothing to say".to_owned() } else { told }
}

/// A row for each, with why and what shows it.
pub(super) fn table<'r>(results: impl Iterator<Item = &'r ControlResult>) -> Table {
    let mut table = Table::of(&["control", "title", "result", "why", "events"]).with_wide("events");
    let title =
        |id: &str| catalogue().iter().find(|control| control.id == id).map_or("", |control| control.title);
    let row = |result: &ControlResult| {
        vec![
            result.control.as_str().into(),
            title(&result.control).into(),
            Cell::Marked(super::owed::words(result.result.name()), signal(result.result)),
            clauses(result.findings.iter().cloned()).into(),
            result.events.join(", ").into(),
        ]
    };
    table.rows = results.map(row).collect();
    table
}

pub(super) const fn signal(outcome: ControlOutcome) -> Signal {
    match outcome {
        ControlOutcome::Pass | ControlOutcome::NotApplicable => Signal::Go,
        ControlOutcome::NoEvidence => Signal::Pending,
        ControlOutcome::Fail => Signal::NoGo,
    }
}
