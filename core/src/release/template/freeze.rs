//! Freezes of a stage: after them, something may change by exception only.

use crate::calendar::{InFlight, Length};
use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// A freeze that a stage brings: a dated milestone after which what it freezes changes by exception only.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct StageFreeze {
    /// What is frozen.
    pub kind: FreezeKind,
    /// How long before the end of the stage it comes; at its end, where left out.
    #[schemars(default = "at_the_end")]
    pub before_end: Length,
    /// What becomes of work in flight.
    #[schemars(default)]
    pub in_flight: FreezeInFlight,
    /// What people should know of it.
    pub note: Option<String>,
}

reads!(StageFreeze {
    kind,
    before_end = at_the_end(),
    in_flight = FreezeInFlight::default(),
    note = None,
});

fn at_the_end() -> Length {
    Length::of_days(0)
}

impl StageFreeze {
    /// At the end of the stage, letting work in flight finish.
    pub fn new(kind: FreezeKind) -> Self {
        Self { kind, before_end: at_the_end(), in_flight: FreezeInFlight::default(), note: None }
    }

    /// So long before the end of the stage.
    #[must_use]
    pub fn with_before_end(mut self, before_end: Length) -> Self {
        self.before_end = before_end;
        self
    }

    /// With this to become of work in flight.
    #[must_use]
    pub fn with_in_flight(mut self, in_flight: FreezeInFlight) -> Self {
        self.in_flight = in_flight;
        self
    }

    /// With a note for people.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// What a freeze freezes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FreezeKind {
    /// The answers about an item's readiness.
    Readiness,
    /// The items of the scope.
    Scope,
    /// The code.
    Code,
    /// The tests.
    Test,
    /// The documentation.
    Docs,
}

names!(FreezeKind: "kind of freeze");

impl FreezeKind {
    /// All of them, in the order in which they usually come.
    pub const ALL: &'static [Self] = &[Self::Readiness, Self::Scope, Self::Code, Self::Test, Self::Docs];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Readiness => "readiness",
            Self::Scope => "scope",
            Self::Code => "code",
            Self::Test => "test",
            Self::Docs => "docs",
        }
    }
}

/// What becomes of work in flight when a freeze begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FreezeInFlight {
    /// The work is finished, all of its steps.
    FinishAll,
    /// The step under way is finished, and the next waits until the freeze is over.
    #[default]
    FinishStep,
    /// The work stops where it is.
    Stop,
}

names!(FreezeInFlight: "policy for work in flight at a freeze");

impl FreezeInFlight {
    /// All of them, the mildest first.
    pub const ALL: &'static [Self] = &[Self::FinishAll, Self::FinishStep, Self::Stop];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::FinishAll => "finish_all",
            Self::FinishStep => "finish_step",
            Self::Stop => "stop",
        }
    }

    /// Whether work under way may go on, at a step's start or in the midst of one.
    ///
    /// ```
    /// use greenboard::release::FreezeInFlight;
    /// assert!(FreezeInFlight::FinishStep.goes_on(true));
    /// assert!(!FreezeInFlight::FinishStep.goes_on(false));
    /// ```
    pub const fn goes_on(self, within_step: bool) -> bool {
        match self {
            Self::FinishAll => true,
            Self::FinishStep => within_step,
            Self::Stop => false,
        }
    }
}

impl From<InFlight> for FreezeInFlight {
    /// What a window's policy for work in flight comes to: to finish is to finish all, to pause is to finish the step, to abort is to
    /// stop.
    fn from(window: InFlight) -> Self {
        match window {
            InFlight::Finish => Self::FinishAll,
            InFlight::Pause => Self::FinishStep,
            InFlight::Abort => Self::Stop,
        }
    }
}
