//! What is said of a verdict.

use super::page::{Cell, List, Page, Table};
use super::words::{NOBODY, clauses, criterion, gate_name, is_open, observed, outcome, overrides, reason, said, subject, worst_first};
use crate::gate::{Finding, Verdict};
use std::collections::BTreeMap;
use std::fmt;

impl fmt::Display for Verdict {
    /// The answer in a line, and what every criterion came to.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", super::words::plain(&subject(self)), said(self.verdict))?;
        if self.findings.is_empty() { Ok(()) } else { write!(f, "\n{}", super::text::table(&table(self))) }
    }
}

pub(super) fn page(verdict: &Verdict) -> Page {
    let mut page = Page::default();
    page.head(subject(verdict), verdict.verdict);
    page.note(format!("At {}.", verdict.at));
    if verdict.gates.is_empty() {
        page.note("No gate asks anything here.");
    } else {
        let gates = verdict.gates.iter().map(|gate| format!("{} is {}", gate_name(&gate.gate, gate.title.as_deref()), said(gate.verdict)));
        page.note(clauses(gates));
    }
    page.table(table(verdict));
    page.list(to_do(verdict));
    page.list(overrides(&verdict.overrides));
    page
}

fn table(verdict: &Verdict) -> Table {
    let mut table = Table::of(&["gate", "criterion", "outcome", "observed", "expected", "why"]).with_wide("expected");
    let row = |finding: &Finding| {
        vec![
            finding.gate.as_str().into(),
            criterion(finding).into(),
            Cell::Marked(outcome(finding), finding.signal()),
            observed(finding).unwrap_or_default().into(),
            finding.expected.as_str().into(),
            reason(finding).into(),
        ]
    };
    table.rows = verdict.findings.iter().map(row).collect();
    table
}

/// Who has to do what, by owner, the worst first; what several findings ask for alike stands once.
fn to_do(verdict: &Verdict) -> List {
    let mut owners: Vec<&str> = Vec::new();
    let mut actions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut add = |owner: Option<&'_ String>, action: &'_ str| {
        let owner = owner.map_or(NOBODY, String::as_str);
        let list = actions.entry(owner).or_insert_with(|| {
            owners.push(owner);
            Vec::new()
        });
        if !list.contains(&action) {
            list.push(action);
        }
    };
    for finding in worst_first(verdict).into_iter().filter(|finding| is_open(finding)) {
        for step in &finding.steps {
            add(step.owner.as_ref(), &step.action);
        }
        if let (true, Some(action)) = (finding.steps.is_empty(), &finding.next_action) {
            add(finding.owner.as_ref(), action);
        }
    }
    let mut list = List::of("To do");
    for owner in owners {
        for action in actions.get(owner).into_iter().flatten() {
            list.item(Some(owner), *action);
        }
    }
    list
}
