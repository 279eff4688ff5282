//! Boards: the verdicts on all components at once, kept up as facts come in, compared, and sorted by who has to act.

mod by_owner;
mod diff;
mod glance;
mod live;
mod types;
mod watch;

pub use by_owner::{OwnerTask, OwnerTasks};
pub use diff::{BoardDiff, FindingChange, VerdictChange, diff_boards, diff_verdicts};
pub use live::LiveBoard;
pub use types::{Board, BoardGate, BoardRow, OutcomeCounts, SignalCounts};

use super::ask::{AskedGate, Questions, Tally};
use super::outcome::{Outcome, Signal};
use super::scope::Scope;
use super::set::GateSet;
use super::verdict::Finding;
use crate::Result;
use crate::fact::Facts;
use glance::{Seat, Sheet};
use jiff::Timestamp;
use rayon::prelude::*;

/// From here on it pays to judge on all processors.
const MANY: usize = 1000;

/// Is the board green? The verdicts on all components that are to go out: those that a candidate is known of; where none is, those
/// that the roster knows, or else those that anything is known of; or those that the scope names.
///
/// A component of which little is known is on the board as pending, and keeps none of the others from being judged.
///
/// ```
/// use greenboard::fact::{Candidate, Facts, Roster};
/// use greenboard::gate::{GateSet, Scope, Signal, board};
///
/// let gates = GateSet::parse("
/// gates:
///   - name: quality
///     criteria: [{name: errors, kind: threshold, metric: error_rate, maximum: 0.01, owner: sre}]
/// ")?;
/// let mut facts = Facts::new(Roster::new());
/// facts.add([Candidate::new("api").with_version("1.4.0").into(), Candidate::new("web").into()]);
///
/// let board = board(&gates, &facts, &Scope::new(), "2026-11-02T09:00:00Z".parse().unwrap())?;
/// assert_eq!((board.verdict, board.verdicts.pending), (Signal::Pending, 2));
/// assert_eq!(board.by_owner()[0].owner.as_deref(), Some("sre"));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`evaluate`](crate::gate::evaluate()); `gate.unknown_component` of a component that the scope names.
pub fn board(gates: &GateSet, facts: &Facts, scope: &Scope, at: Timestamp) -> Result<Board> {
    let questions = Questions::of(gates, facts, scope, at)?;
    let rows = each(&questions, |seat| row(&seat))?;
    Ok(of_rows(&questions, rows))
}

/// How many components come to which verdict: what [`board`] counts, and no more. Where all that is to be known is whether it is
/// green, this takes a small part of a board's time.
///
/// ```
/// use greenboard::fact::{Candidate, Facts, Roster};
/// use greenboard::gate::{GateSet, Scope, signals};
///
/// let gates = GateSet::parse("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: errors}]}]")?;
/// let mut facts = Facts::new(Roster::new());
/// facts.add([Candidate::new("api").into(), Candidate::new("web").into()]);
/// let counts = signals(&gates, &facts, &Scope::new(), "2026-11-02T09:00:00Z".parse().unwrap())?;
/// assert_eq!((counts.go, counts.pending), (0, 2));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`board`].
pub fn signals(gates: &GateSet, facts: &Facts, scope: &Scope, at: Timestamp) -> Result<SignalCounts> {
    let questions = Questions::of(gates, facts, scope, at)?;
    let mut counts = SignalCounts::default();
    each(&questions, |seat| signal(&seat))?.into_iter().for_each(|signal| counts.add(signal));
    Ok(counts)
}

/// The same asked of each component of a board, by name.
fn each<T: Send>(questions: &Questions<'_>, ask: impl Fn(Seat<'_, '_>) -> T + Sync) -> Result<Vec<T>> {
    let is_wide = questions.scope.components.is_empty() && questions.facts.component_count() >= MANY;
    if is_wide && let Some(sheet) = Sheet::of(questions) {
        let rows = sheet.rows();
        return Ok(rows.into_par_iter().map(|row| ask(Seat::at(questions, &sheet, row))).collect());
    }
    let components = components(questions)?;
    let one = |component: &&str| ask(Seat::of(questions, component));
    Ok(if components.len() < MANY {
        components.iter().map(one).collect()
    } else {
        components.par_iter().map(one).collect()
    })
}

fn of_rows(questions: &Questions<'_>, rows: Vec<BoardRow>) -> Board {
    let overridden = questions.gates.overridden().iter();
    let is_asked = |gate: &str| questions.asked.iter().any(|asked| asked.gate.name == gate);
    let head = |asked: &super::ask::AskedGate<'_>| BoardGate {
        gate: asked.gate.name.clone(),
        title: asked.gate.title.clone(),
        severity: asked.gate.severity,
    };
    let mut board = Board {
        stage: questions.scope.stage.clone(),
        environment: questions.scope.environment.clone(),
        at: questions.at,
        verdict: Signal::Pending,
        verdicts: SignalCounts::default(),
        outcomes: OutcomeCounts::default(),
        gates: questions.asked.iter().map(head).collect(),
        rows,
        overrides: overridden.filter(|change| is_asked(&change.gate)).cloned().collect(),
        gates_digest: questions.gates.digest().to_owned(),
    };
    board.count();
    board
}

/// The components of a board, by name.
fn components<'g>(questions: &Questions<'g>) -> Result<Vec<&'g str>> {
    let (facts, named) = (questions.facts, &questions.scope.components);
    if !named.is_empty() {
        let mut names: Vec<&str> = named.iter().map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        names.iter().try_for_each(|name| questions.check_component(name))?;
        return Ok(names);
    }
    let going_out = facts.components().filter(|(_, held)| !held.candidates.is_empty());
    let mut names: Vec<&str> = going_out.map(|(name, _)| name).collect();
    if names.is_empty() {
        names = facts.roster().components.keys().map(String::as_str).collect();
    }
    if names.is_empty() {
        names = facts.components().map(|(name, _)| name).collect();
    }
    Ok(names)
}

/// The verdict on one component, with the findings that are no pass.
fn row(seat: &Seat<'_, '_>) -> BoardRow {
    let questions = seat.questions;
    let mut row = BoardRow {
        component: seat.component.to_owned(),
        version: seat.version(),
        verdict: Signal::Go,
        gates: vec![None; questions.asked.len()],
        outcomes: OutcomeCounts::default(),
        findings: Vec::new(),
    };
    for (index, asked) in seat.gates() {
        let mut tally = Tally::default();
        for (number, criterion) in asked.criteria.iter().enumerate() {
            let outcome = seat.outcome((index, number), asked, criterion);
            row.outcomes.add(outcome);
            tally.add(criterion.severity, criterion.severity.signal(outcome));
            if outcome != Outcome::Pass {
                row.findings.push(questions.find(asked, criterion, seat.standing()));
            }
        }
        let signal = tally.signal(asked.gate.at_least);
        row.verdict = row.verdict.max(signal);
        if let Some(cell) = row.gates.get_mut(index) {
            *cell = Some(signal);
        }
    }
    for finding in seat.besides() {
        row.verdict = row.verdict.max(finding.signal());
        row.outcomes.add(finding.outcome);
        row.findings.push(finding);
    }
    row
}

/// The verdict on one component.
fn signal(seat: &Seat<'_, '_>) -> Signal {
    let gate = |(index, asked): (usize, &AskedGate<'_>)| {
        let mut tally = Tally::default();
        for (number, criterion) in asked.criteria.iter().enumerate() {
            let outcome = seat.outcome((index, number), asked, criterion);
            tally.add(criterion.severity, criterion.severity.signal(outcome));
        }
        tally.signal(asked.gate.at_least)
    };
    let gates = seat.gates().map(gate).max().unwrap_or(Signal::Go);
    seat.besides().iter().map(Finding::signal).fold(gates, Signal::max)
}
