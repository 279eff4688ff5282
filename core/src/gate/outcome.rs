//! The algebra of verdicts: outcomes of criteria, weighed by severity, give a signal; the worst wins.

use crate::document::names;
use schemars::JsonSchema;
use serde::Serialize;

/// What a criterion came to. Missing is never pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outcome {
    /// It holds.
    Pass,
    /// It does not apply here; the reason says why.
    Skipped,
    /// It does not hold, and somebody who may has said that it need not.
    Waived,
    /// It nearly does not hold.
    Warn,
    /// Evidence or an approval is missing, out of date or contradictory.
    Pending,
    /// It does not hold.
    Fail,
}

names!(Outcome: "outcome");

impl Outcome {
    /// All of them, best first.
    pub const ALL: &'static [Self] =
        &[Self::Pass, Self::Skipped, Self::Waived, Self::Warn, Self::Pending, Self::Fail];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Skipped => "skipped",
            Self::Waived => "waived",
            Self::Warn => "warn",
            Self::Pending => "pending",
            Self::Fail => "fail",
        }
    }
}

/// How much a gate weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Severity {
    /// It is shown, and changes nothing.
    Info,
    /// What does not hold makes the verdict conditional.
    Warn,
    /// What does not hold stops the release.
    #[default]
    Block,
}

names!(Severity: "severity");

impl Severity {
    /// All of them, lightest first.
    pub const ALL: &'static [Self] = &[Self::Info, Self::Warn, Self::Block];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Block => "block",
        }
    }

    /// What an outcome of this weight means for the whole.
    ///
    /// ```
    /// use greenboard::gate::{Outcome, Severity, Signal};
    /// assert_eq!(Severity::Block.signal(Outcome::Pending), Signal::Pending);
    /// assert_eq!(Severity::Warn.signal(Outcome::Fail), Signal::Conditional);
    /// assert_eq!(Severity::Info.signal(Outcome::Fail), Signal::Go);
    /// ```
    pub const fn signal(self, outcome: Outcome) -> Signal {
        match (self, outcome) {
            (Self::Info, _) | (_, Outcome::Pass | Outcome::Skipped) => Signal::Go,
            (_, Outcome::Warn | Outcome::Waived) | (Self::Warn, _) => Signal::Conditional,
            (Self::Block, Outcome::Pending) => Signal::Pending,
            (Self::Block, Outcome::Fail) => Signal::NoGo,
        }
    }
}

/// The answer to "may it go out?", best first: of several, the worst wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Signal {
    /// Yes.
    Go,
    /// Yes, with warnings or waivers.
    Conditional,
    /// Not yet: evidence or approvals are missing.
    Pending,
    /// No.
    NoGo,
}

names!(Signal: "signal");

impl Signal {
    /// All of them, best first.
    pub const ALL: &'static [Self] = &[Self::Go, Self::Conditional, Self::Pending, Self::NoGo];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Go => "go",
            Self::Conditional => "conditional",
            Self::Pending => "pending",
            Self::NoGo => "no_go",
        }
    }
}
