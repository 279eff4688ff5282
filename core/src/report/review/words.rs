//! What several pages say alike.

use super::page::List;
use crate::document::{Node, Value, canonical};
use crate::gate::{Finding, Outcome, Overridden, Severity, Signal, Verdict};
use crate::report::one_line;
use std::cmp::Reverse;

/// Who has to act where nobody is named.
pub(super) const NOBODY: &str = "(nobody named)";

/// A signal as people write it: `no-go`.
pub(super) const fn said(signal: Signal) -> &'static str {
    match signal {
        Signal::NoGo => "no-go",
        other => other.name(),
    }
}

/// `payments 1.4.0 into production at stage deploy`.
pub(super) fn subject(verdict: &Verdict) -> String {
    let version = verdict.version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
    let scope = scope(verdict.environment.as_deref(), verdict.stage.as_deref());
    format!("{}{version}{scope}", verdict.component)
}

/// ` into production at stage deploy`, as far as either is known.
pub(super) fn scope(environment: Option<&str>, stage: Option<&str>) -> String {
    let environment = environment.map(|name| format!(" into {name}")).unwrap_or_default();
    let stage = stage.map(|name| format!(" at stage {name}")).unwrap_or_default();
    environment + &stage
}

/// What people call a gate.
pub(super) fn gate_name<'g>(name: &'g str, title: Option<&'g str>) -> &'g str {
    title.unwrap_or(name)
}

/// What people call a criterion.
pub(super) fn criterion(finding: &Finding) -> &str {
    finding.title.as_deref().unwrap_or(&finding.criterion)
}

/// What was observed, in a line.
pub(super) fn observed(finding: &Finding) -> Option<String> {
    finding.observed.as_ref().map(value)
}

fn value(node: &Node) -> String {
    match &node.value {
        Value::Text(text) => plain(text),
        // Only a number that is none has no canonical form.
        _ => canonical::write(node, canonical::Policy::Rounded).unwrap_or_else(|_| "no number".to_owned()),
    }
}

/// Whether somebody has to look at it: it keeps the whole from a plain go.
pub(super) fn is_open(finding: &Finding) -> bool {
    finding.signal() != Signal::Go
}

/// The findings, worst first, those that weigh alike in the order of the gates.
pub(super) fn worst_first(verdict: &Verdict) -> Vec<&Finding> {
    let mut findings: Vec<&Finding> = verdict.findings.iter().collect();
    findings.sort_by_key(|finding| Reverse((finding.signal(), finding.outcome)));
    findings
}

/// The findings that keep the whole from a plain go, worst first.
pub(super) fn worst(findings: &[Finding]) -> Vec<&Finding> {
    let mut open: Vec<&Finding> = findings.iter().filter(|finding| is_open(finding)).collect();
    open.sort_by_key(|finding| Reverse((finding.signal(), finding.outcome)));
    open
}

/// `errors: error_rate is 0.2`.
pub(super) fn because(finding: &Finding) -> String {
    format!("{}: {}", criterion(finding), reason(finding))
}

/// Why a finding came out as it did; its expectation where it gives no reason.
pub(super) fn reason(finding: &Finding) -> &str {
    if finding.reason.is_empty() { &finding.expected } else { &finding.reason }
}

/// The outcome, and how much it weighs where that is not as much as can be.
pub(super) fn outcome(finding: &Finding) -> String {
    let name = finding.outcome.name();
    match finding.severity {
        Severity::Block => name.to_owned(),
        _ if matches!(finding.outcome, Outcome::Pass | Outcome::Skipped) => name.to_owned(),
        lighter => format!("{name} ({})", lighter.name()),
    }
}

/// What is otherwise in the gates than where they come from.
pub(super) fn overrides(overridden: &[Overridden]) -> List {
    let mut list = List::of("Overridden");
    for change in overridden {
        let what = match &change.criterion {
            Some(criterion) => format!("{} / {criterion}", change.gate),
            None => change.gate.clone(),
        };
        let shown = |node: &Option<Node>| node.as_ref().map_or("nothing".to_owned(), value);
        let (from, to) = (shown(&change.from), shown(&change.to));
        let file = change.file.as_ref().map(|file| format!(", by {file}")).unwrap_or_default();
        list.item(None, format!("{what}: {} is {to} instead of {from}{file}: {}", change.key, change.reason));
    }
    list
}

/// Clauses as one, with semicolons between them.
pub(super) fn clauses(clauses: impl Iterator<Item = String>) -> String {
    clauses.collect::<Vec<_>>().join("; ")
}

/// Text of others in one line, without what a terminal would obey.
pub(super) fn plain(text: &str) -> String {
    // Control characters, and those that turn the direction of what follows.
    let turns = |char: char| matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let obeyed = |char: char| (char.is_control() && !char.is_whitespace()) || turns(char);
    if text.contains(obeyed) { one_line(&text.replace(obeyed, "\u{fffd}")) } else { one_line(text) }
}
