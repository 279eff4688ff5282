//! What is said of a verdict.

use super::page::{Cell, List, Page, Table};
use super::words::{
    NOBODY, clauses, criterion, gate_name, is_open, observed, outcome, overrides, reason, said, subject,
    worst_first,
};
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
        let gates = verdict.gates.iter().map(|gate| {
            format!("{} is {}", gate_name(&gate.gate, gate.title.as_deref()), said(gate.verdict))
        });
        page.note(clauses(gates));
    }
    page.table(table(verdict));
    page.list(to_do(verdict));
    page.list(overrides(&verdict.overrides));
    page
}

fn table(verdict: &Verdict) -> Table {
    let mut table =
        Table::of(&["gate", "criterion", "outcome", "observed", "expected", "why"]).with_wide("expected");
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
    let mut asked: Vec<(&str, &str)> = Vec::new();
    for finding in worst_first(verdict).into_iter().filter(|finding| is_open(finding)) {
        let steps = finding.steps.iter().map(|step| (step.owner.as_deref(), step.action.as_str()));
        asked.extend(steps.map(|(owner, action)| (owner.unwrap_or(NOBODY), action)));
        if let (true, Some(action)) = (finding.steps.is_empty(), &finding.next_action) {
            asked.push((finding.owner.as_deref().unwrap_or(NOBODY), action));
        }
    }
    // Owners in the order of their worst findings, and their actions together.
    let mut by_owner: BTreeMap<&str, (usize, Vec<&str>)> = BTreeMap::new();
    for (place, (owner, action)) in asked.into_iter().enumerate() {
        let (_, actions) = by_owner.entry(owner).or_insert((place, Vec::new()));
        if !actions.contains(&action) {
            actions.push(action);
        }
    }
    let mut owners: Vec<_> = by_owner.into_iter().collect();
    owners.sort_by_key(|(_, (place, _))| *place);
    let mut list = List::of("To do");
    for (owner, (_, actions)) in owners {
        actions.into_iter().for_each(|action| list.item(Some(owner), action));
    }
    list
}
