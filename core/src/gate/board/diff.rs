//! What is otherwise from one board, or one verdict, to another.

use super::types::{Board, BoardRow};
use crate::Result;
use crate::document::reads;
use crate::gate::outcome::{Outcome, Signal};
use crate::gate::verdict::{Finding, Verdict};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is otherwise from one board to another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct BoardDiff {
    /// The verdict of the first board.
    pub from: Signal,
    /// The verdict of the second.
    pub to: Signal,
    /// The components whose row is not the same, by name.
    pub changes: Vec<VerdictChange>,
}

reads!(BoardDiff as "greenboard/board_diff/1" { from, to, changes });

impl BoardDiff {
    /// The canonical JSON.
    ///
    /// # Errors
    /// None: nothing in it has no form in JSON.
    pub fn to_json(&self) -> Result<String> {
        crate::document::emit(self)
    }
}

/// What is otherwise about one component.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct VerdictChange {
    /// The component.
    pub component: String,
    /// Its verdict before; none where it was not on the board.
    pub from: Option<Signal>,
    /// Its verdict since; none where it is not on the board.
    pub to: Option<Signal>,
    /// Its version before.
    pub from_version: Option<String>,
    /// Its version since.
    pub to_version: Option<String>,
    /// The findings that are not the same, gate by gate.
    pub findings: Vec<FindingChange>,
}

reads!(VerdictChange as "greenboard/verdict_change/1" {
    component, from, to, from_version, to_version, findings,
});

impl VerdictChange {
    /// The canonical JSON.
    ///
    /// # Errors
    /// None: nothing in it has no form in JSON.
    pub fn to_json(&self) -> Result<String> {
        crate::document::emit(self)
    }
}

/// What is otherwise about one finding.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FindingChange {
    /// The gate.
    pub gate: String,
    /// The criterion, by its name.
    pub criterion: String,
    /// What it came to before; none where it was not listed: boards list no pass.
    pub from: Option<Outcome>,
    /// What it comes to since; none likewise.
    pub to: Option<Outcome>,
    /// Why, as it is since, or was before where it is listed no more.
    pub reason: String,
}

reads!(FindingChange { gate, criterion, from, to, reason });

/// What is otherwise from one board to another.
///
/// ```
/// use greenboard::fact::{Candidate, Evidence, Facts, Metric, Roster, Subject};
/// use greenboard::gate::{GateSet, Scope, Signal, board, diff_boards};
///
/// let gates = GateSet::parse("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: errors}]}]")?;
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let mut facts = Facts::new(Roster::new());
/// facts.add([Candidate::new("api").into()]);
/// let before = board(&gates, &facts, &Scope::new(), at)?;
/// facts.add([Evidence::new("e1", Subject::new("api"), Metric::new("errors", 0.0).into(), at).into()]);
///
/// let diff = diff_boards(&before, &board(&gates, &facts, &Scope::new(), at)?);
/// assert_eq!((diff.from, diff.to), (Signal::Pending, Signal::Go));
/// assert_eq!(diff.changes[0].findings[0].criterion, "errors");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn diff_boards(a: &Board, b: &Board) -> BoardDiff {
    let mut changes = Vec::new();
    let side = |board| -> BTreeMap<&str, Side<'_>> { sides(board).collect() };
    let (before, since) = (side(a), side(b));
    let mut names: Vec<&str> = before.keys().chain(since.keys()).copied().collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        changes.extend(change(name, before.get(name), since.get(name)));
    }
    BoardDiff { from: a.verdict, to: b.verdict, changes }
}

/// What is otherwise from one verdict to another; findings are compared by gate and criterion.
pub fn diff_verdicts(a: &Verdict, b: &Verdict) -> VerdictChange {
    let side = |verdict: &'_ Verdict| Side {
        verdict: verdict.verdict,
        version: verdict.version.clone(),
        findings: &[],
    };
    let (mut before, mut since) = (side(a), side(b));
    before.findings = &a.findings;
    since.findings = &b.findings;
    compared(&b.component, Some(&before), Some(&since))
}

/// What one board or verdict says of a component.
struct Side<'b> {
    verdict: Signal,
    version: Option<String>,
    findings: &'b [Finding],
}

impl<'b> Side<'b> {
    fn of(row: &'b BoardRow) -> Self {
        Self { verdict: row.verdict, version: row.version.clone(), findings: &row.findings }
    }
}

fn sides(board: &Board) -> impl Iterator<Item = (&str, Side<'_>)> {
    board.rows.iter().map(|row| (row.component.as_str(), Side::of(row)))
}

/// What is otherwise from one row of a component to another; none where nothing is.
pub(super) fn rows(before: Option<&BoardRow>, since: Option<&BoardRow>) -> Option<VerdictChange> {
    let component = since.or(before)?.component.as_str();
    change(component, before.map(Side::of).as_ref(), since.map(Side::of).as_ref())
}

fn change(component: &str, before: Option<&Side<'_>>, since: Option<&Side<'_>>) -> Option<VerdictChange> {
    let change = compared(component, before, since);
    let same =
        change.from == change.to && change.from_version == change.to_version && change.findings.is_empty();
    (!same).then_some(change)
}

fn compared(component: &str, before: Option<&Side<'_>>, since: Option<&Side<'_>>) -> VerdictChange {
    VerdictChange {
        component: component.to_owned(),
        from: before.map(|side| side.verdict),
        to: since.map(|side| side.verdict),
        from_version: before.and_then(|side| side.version.clone()),
        to_version: since.and_then(|side| side.version.clone()),
        findings: findings(before.map_or(&[], |side| side.findings), since.map_or(&[], |side| side.findings)),
    }
}

fn findings(before: &[Finding], since: &[Finding]) -> Vec<FindingChange> {
    type Key<'f> = (&'f str, &'f str);
    fn key(finding: &Finding) -> Key<'_> {
        (&finding.gate, &finding.criterion)
    }
    let known: BTreeMap<Key<'_>, &Finding> = before.iter().map(|finding| (key(finding), finding)).collect();
    let still: BTreeMap<Key<'_>, &Finding> = since.iter().map(|finding| (key(finding), finding)).collect();
    let told = |finding: &Finding, from: Option<Outcome>, to: Option<Outcome>| FindingChange {
        gate: finding.gate.clone(),
        criterion: finding.criterion.clone(),
        from,
        to,
        reason: finding.reason.clone(),
    };
    let moved = since.iter().filter_map(|finding| {
        let old = known.get(&key(finding)).map(|old| (old.outcome, &old.reason));
        let same = old == Some((finding.outcome, &finding.reason));
        (!same).then(|| told(finding, old.map(|(outcome, _)| outcome), Some(finding.outcome)))
    });
    let gone = before.iter().filter(|finding| !still.contains_key(&key(finding)));
    moved.chain(gone.map(|finding| told(finding, Some(finding.outcome), None))).collect()
}
