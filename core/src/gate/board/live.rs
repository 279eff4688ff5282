//! A board that is kept up as facts come in.

use super::diff::{self, VerdictChange};
use super::glance::Seat;
use super::types::{Board, BoardRow};
use super::watch::{News, Seen, Watch};
use super::{MANY, components, of_rows, row};
use crate::Result;
use crate::fact::Facts;
use crate::gate::ask::Questions;
use crate::gate::scope::Scope;
use crate::gate::set::GateSet;
use jiff::Timestamp;
use rayon::prelude::*;

/// A board that is kept up as facts come in and time passes: only what they bear on is judged anew.
///
/// ```
/// use greenboard::fact::{Candidate, Evidence, Facts, Metric, Roster, Subject};
/// use greenboard::gate::{GateSet, LiveBoard, Scope, Signal};
///
/// let gates = GateSet::parse("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: errors}]}]")?;
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let mut facts = Facts::new(Roster::new());
/// facts.add([Candidate::new("api").into(), Candidate::new("web").into()]);
/// let mut live = LiveBoard::new(gates, Scope::new(), &facts, at)?;
///
/// facts.add([Evidence::new("e1", Subject::new("api"), Metric::new("errors", 0.0).into(), at).into()]);
/// let changed = live.update(&facts, at)?;
/// assert_eq!((changed[0].component.as_str(), changed[0].to), ("api", Some(Signal::Go)));
/// assert_eq!(live.board().verdicts.go, 1);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct LiveBoard {
    gates: GateSet,
    scope: Scope,
    board: Board,
    watch: Watch,
}

impl LiveBoard {
    /// The board of these gates on these facts at this instant.
    ///
    /// # Errors
    /// As [`board`](crate::gate::board()).
    pub fn new(gates: GateSet, scope: Scope, facts: &Facts, at: Timestamp) -> Result<Self> {
        let questions = Questions::of(&gates, facts, &scope, at)?;
        let components = components(&questions)?;
        let judged = judged(&questions, &components);
        let (rows, seen): (Vec<BoardRow>, Vec<Seen>) = judged.into_iter().unzip();
        let watch = Watch { at, common: facts.common(), seen };
        let board = of_rows(&questions, rows);
        Ok(Self { board, watch, gates: gates.clone(), scope: scope.clone() })
    }

    /// The board as it is.
    pub fn board(&self) -> &Board {
        &self.board
    }

    /// The row of a component.
    pub fn row(&self, component: &str) -> Option<&BoardRow> {
        self.board.row(component)
    }

    /// Takes in what is known by now, and gives the verdicts that are otherwise since, by component. The board is then equal to one
    /// made anew.
    ///
    /// # Errors
    /// As [`board`](crate::gate::board()); the board stays as it was.
    pub fn update(&mut self, facts: &Facts, at: Timestamp) -> Result<Vec<VerdictChange>> {
        let questions = Questions::of(&self.gates, facts, &self.scope, at)?;
        let components = components(&questions)?;
        let news = News::between(&self.watch, &questions);
        let rows = std::mem::take(&mut self.board.rows).into_iter();
        let mut old = rows.zip(std::mem::take(&mut self.watch.seen)).peekable();
        let mut changes = Vec::new();
        // What is kept, and with none in its place what is to be judged.
        let mut kept: Vec<Option<(BoardRow, Seen)>> = Vec::with_capacity(components.len());
        let mut stale: Vec<(&str, Option<BoardRow>)> = Vec::new();
        for component in &components {
            while let Some((gone, _)) = old.next_if(|(row, _)| row.component.as_str() < *component) {
                changes.extend(diff::rows(Some(&gone), None));
            }
            let known = old.next_if(|(row, _)| row.component == *component);
            match known {
                Some((row, seen)) if !seen.is_stale(&news, &questions, &row) => kept.push(Some((row, seen))),
                known => {
                    stale.push((component, known.map(|(row, _)| row)));
                    kept.push(None);
                }
            }
        }
        changes.extend(old.filter_map(|(gone, _)| diff::rows(Some(&gone), None)));
        let wanted: Vec<&str> = stale.iter().map(|(component, _)| *component).collect();
        let fresh = judged(&questions, &wanted);
        for ((_, before), (row, _)) in stale.iter().zip(&fresh) {
            changes.extend(diff::rows(before.as_ref(), Some(row)));
        }
        let mut fresh = fresh.into_iter();
        let all = kept.into_iter().filter_map(|kept| kept.or_else(|| fresh.next()));
        let (rows, seen) = all.unzip();
        self.board = of_rows(&questions, rows);
        self.watch = Watch { at, common: facts.common(), seen };
        changes.sort_by(|a, b| a.component.cmp(&b.component));
        Ok(changes)
    }
}

/// The rows of these components, and what they rest on.
fn judged(questions: &Questions<'_>, components: &[&str]) -> Vec<(BoardRow, Seen)> {
    let one = |component: &&str| {
        let seat = Seat::of(questions, component);
        (row(&seat), Seen::of(questions, seat.standing()))
    };
    if components.len() < MANY {
        components.iter().map(one).collect()
    } else {
        components.par_iter().map(one).collect()
    }
}
