//! The board as a document.

use crate::Result;
use crate::document::reads;
use crate::gate::file::Overridden;
use crate::gate::outcome::{Outcome, Severity, Signal};
use crate::gate::verdict::Finding;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Is the board green? The verdicts on all components that are to go out, gate by gate, at one instant.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Board {
    /// The stage that was asked about.
    pub stage: Option<String>,
    /// The environment that was asked about.
    pub environment: Option<String>,
    /// The instant that was asked about.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// The worst of all verdicts; `pending` where there is none.
    pub verdict: Signal,
    /// How many components come to which verdict.
    pub verdicts: SignalCounts,
    /// How many findings come to which outcome.
    pub outcomes: OutcomeCounts,
    /// The gates that guard this stage and environment, in order.
    pub gates: Vec<BoardGate>,
    /// The components, by name.
    pub rows: Vec<BoardRow>,
    /// What is otherwise in these gates than where they come from, and why.
    pub overrides: Vec<Overridden>,
    /// The digest of the gates as they were asked.
    pub gates_digest: String,
}

reads!(Board as "greenboard/board/1" {
    stage, environment, at, verdict, verdicts, outcomes, gates, rows, overrides, gates_digest,
});

/// A gate of a board: the head of a column.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct BoardGate {
    /// The gate.
    pub gate: String,
    /// What people call it.
    pub title: Option<String>,
    /// How much it weighs.
    pub severity: Severity,
}

reads!(BoardGate { gate, title, severity });

/// A component of a board.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct BoardRow {
    /// The component.
    pub component: String,
    /// The version that would go out, where one is known.
    pub version: Option<String>,
    /// Whether it may go out.
    pub verdict: Signal,
    /// What each gate of the board says, in their order; null where the gate is not for this component.
    pub gates: Vec<Option<Signal>>,
    /// How many findings come to which outcome.
    pub outcomes: OutcomeCounts,
    /// The findings that are no pass, gate by gate.
    pub findings: Vec<Finding>,
}

reads!(BoardRow { component, version, verdict, gates, outcomes, findings });

/// How many of each signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct SignalCounts {
    /// Those that are go.
    pub go: u64,
    /// Those that are conditional.
    pub conditional: u64,
    /// Those that are pending.
    pub pending: u64,
    /// Those that are no-go.
    pub no_go: u64,
}

reads!(SignalCounts { go, conditional, pending, no_go, .. });

impl SignalCounts {
    pub(super) fn add(&mut self, signal: Signal) {
        *match signal {
            Signal::Go => &mut self.go,
            Signal::Conditional => &mut self.conditional,
            Signal::Pending => &mut self.pending,
            Signal::NoGo => &mut self.no_go,
        } += 1;
    }
}

/// How many of each outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct OutcomeCounts {
    /// Those that hold.
    pub pass: u64,
    /// Those that do not apply.
    pub skipped: u64,
    /// Those that are passed over.
    pub waived: u64,
    /// Those that nearly do not hold.
    pub warn: u64,
    /// Those that wait for evidence or somebody's word.
    pub pending: u64,
    /// Those that do not hold.
    pub fail: u64,
}

reads!(OutcomeCounts { pass, skipped, waived, warn, pending, fail, .. });

impl OutcomeCounts {
    pub(super) fn add(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Pass => &mut self.pass,
            Outcome::Skipped => &mut self.skipped,
            Outcome::Waived => &mut self.waived,
            Outcome::Warn => &mut self.warn,
            Outcome::Pending => &mut self.pending,
            Outcome::Fail => &mut self.fail,
        } += 1;
    }

    pub(super) fn and(&mut self, other: &Self) {
        self.pass += other.pass;
        self.skipped += other.skipped;
        self.waived += other.waived;
        self.warn += other.warn;
        self.pending += other.pending;
        self.fail += other.fail;
    }
}

impl Board {
    /// The row of a component; none where the board has none.
    pub fn row(&self, component: &str) -> Option<&BoardRow> {
        let at = self.rows.binary_search_by(|row| row.component.as_str().cmp(component)).ok()?;
        self.rows.get(at)
    }

    /// The canonical JSON.
    ///
    /// # Errors
    /// `document.not_finite` where a metric was no number.
    pub fn to_json(&self) -> Result<String> {
        crate::document::emit(self)
    }

    /// Counts its rows anew.
    pub(super) fn count(&mut self) {
        let (mut verdicts, mut outcomes) = (SignalCounts::default(), OutcomeCounts::default());
        let mut worst = None;
        for row in &self.rows {
            verdicts.add(row.verdict);
            outcomes.and(&row.outcomes);
            worst = worst.max(Some(row.verdict));
        }
        // A board on which nothing stands says nothing: that is no go.
        self.verdict = worst.unwrap_or(Signal::Pending);
        self.verdicts = verdicts;
        self.outcomes = outcomes;
    }
}
