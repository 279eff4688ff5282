//! What is said of what is otherwise.

use super::page::{Cell, Page, Table};
use super::words::{clauses, said};
use crate::gate::{Outcome, Signal, VerdictChange};

pub(super) fn page(changes: &[VerdictChange]) -> Page {
    let mut page = Page::default();
    if changes.is_empty() {
        page.note("Nothing has changed.");
    }
    let mut table = Table::of(&["component", "version", "before", "since", "why"]);
    table.rows = changes.iter().map(row).collect();
    page.table(table);
    page
}

fn row(change: &VerdictChange) -> Vec<Cell> {
    let signal = |signal: Option<Signal>| match signal {
        Some(signal) => Cell::Marked(said(signal).to_owned(), signal),
        None => Cell::Text("not there".to_owned()),
    };
    let version = match (&change.from_version, &change.to_version) {
        (Some(from), Some(to)) if from != to => format!("{from} → {to}"),
        (from, to) => to.as_ref().or(from.as_ref()).cloned().unwrap_or_default(),
    };
    // A finding that passes is not listed.
    let name = |outcome: Option<Outcome>| outcome.unwrap_or(Outcome::Pass).name();
    let findings = change.findings.iter().map(|finding| {
        let (from, to) = (name(finding.from), name(finding.to));
        match from == to {
            true => format!("{} / {}: {}", finding.gate, finding.criterion, finding.reason),
            false => format!("{} / {}: {from} → {to}", finding.gate, finding.criterion),
        }
    });
    let why = clauses(findings);
    vec![change.component.as_str().into(), version.into(), signal(change.from), signal(change.to), why.into()]
}
