//! A board that is kept up as facts come in.

use super::types::{Board, BoardRow};
use super::{board, diff};
use crate::Result;
use crate::fact::Facts;
use crate::gate::board::VerdictChange;
use crate::gate::scope::Scope;
use crate::gate::set::GateSet;
use jiff::Timestamp;

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
}

impl LiveBoard {
    /// The board of these gates on these facts at this instant.
    ///
    /// # Errors
    /// As [`board`](crate::gate::board()).
    pub fn new(gates: GateSet, scope: Scope, facts: &Facts, at: Timestamp) -> Result<Self> {
        let board = board(&gates, facts, &scope, at)?;
        Ok(Self { gates, scope, board })
    }

    /// The board as it is.
    pub fn board(&self) -> &Board {
        &self.board
    }

    /// The row of a component.
    pub fn row(&self, component: &str) -> Option<&BoardRow> {
        self.board.row(component)
    }

    /// Takes in what is known by now, and gives the verdicts that are otherwise since, by component. Equal to a board made anew.
    ///
    /// # Errors
    /// As [`board`](crate::gate::board()); the board stays as it was.
    pub fn update(&mut self, facts: &Facts, at: Timestamp) -> Result<Vec<VerdictChange>> {
        let board = board(&self.gates, facts, &self.scope, at)?;
        let changes = diff::diff_boards(&self.board, &board).changes;
        self.board = board;
        Ok(changes)
    }
}
