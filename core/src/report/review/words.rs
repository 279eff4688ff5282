//! What all formats say alike.

use crate::document::{Node, Value, canonical};
use crate::gate::{Finding, Outcome, Severity, Signal, Verdict};
use crate::report::{counted, one_line};
use std::collections::BTreeMap;

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
    let mut out = plain(&verdict.component);
    if let Some(version) = &verdict.version {
        out = out + " " + &plain(version);
    }
    out + &scope(verdict.environment.as_deref(), verdict.stage.as_deref())
}

/// ` into production at stage deploy`, as far as either is known.
pub(super) fn scope(environment: Option<&str>, stage: Option<&str>) -> String {
    let environment = environment.map(|name| format!(" into {}", plain(name))).unwrap_or_default();
    let stage = stage.map(|name| format!(" at stage {}", plain(name))).unwrap_or_default();
    environment + &stage
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
    weighed(finding) != Signal::Go
}

/// What a finding alone means for the whole.
pub(super) const fn weighed(finding: &Finding) -> Signal {
    finding.severity.signal(finding.outcome)
}

/// The findings, worst first, those that weigh alike in the order of the gates.
pub(super) fn worst_first(verdict: &Verdict) -> Vec<&Finding> {
    let mut findings: Vec<&Finding> = verdict.findings.iter().collect();
    let weight = |finding: &&Finding| (weighed(finding), finding.outcome);
    findings.sort_by_key(|finding| std::cmp::Reverse(weight(finding)));
    findings
}

/// Why the verdict is what it is, in a line: the worst finding, and how many more are open.
pub(super) fn why(verdict: &Verdict) -> String {
    let open: Vec<&Finding> = worst_first(verdict).into_iter().filter(|finding| is_open(finding)).collect();
    match open.as_slice() {
        [] => String::new(),
        [first] => because(first),
        [first, rest @ ..] => format!("{} (and {})", because(first), counted(rest.len(), "more", "more")),
    }
}

/// `errors: error_rate is 0.2`.
pub(super) fn because(finding: &Finding) -> String {
    format!("{}: {}", plain(&finding.criterion), plain(reason(finding)))
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

/// Who has to do what, by owner; what several findings ask for alike stands once.
pub(super) fn to_do(verdict: &Verdict) -> BTreeMap<&str, Vec<&str>> {
    let mut by_owner: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for finding in worst_first(verdict).into_iter().filter(|finding| is_open(finding)) {
        let Some(action) = &finding.next_action else { continue };
        let actions = by_owner.entry(finding.owner.as_deref().unwrap_or(NOBODY)).or_default();
        if !actions.contains(&action.as_str()) {
            actions.push(action);
        }
    }
    by_owner
}

/// Text of others in one line, without what a terminal would obey.
pub(super) fn plain(text: &str) -> String {
    let obeyed = |char: char| char.is_control() && !char.is_whitespace();
    if text.contains(obeyed) { one_line(&text.replace(obeyed, "\u{fffd}")) } else { one_line(text) }
}
