//! What happens after it.

use crate::document::{Extra, reads};
use crate::release::judge::Judged;
use crate::release::part::{Action, Feedback, ReleaseOutcome, Review};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// It is to be looked back on.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReviewOpened {
    /// When that has to be done.
    #[schemars(with = "String")]
    pub due: Timestamp,
    /// Whether it has to be done.
    #[schemars(default)]
    pub required: bool,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReviewOpened keeping extra { due, required = false });

impl ReviewOpened {
    /// With nothing said beyond this.
    pub fn new(due: Timestamp) -> Self {
        Self { due, required: false, extra: Extra::default() }
    }

    /// With `required`: whether it has to be done.
    #[must_use]
    pub fn with_required(mut self, required: bool) -> Self {
        self.required = required;
        self
    }
}

/// An action was added, or done.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ActionSet {
    /// The action.
    pub action: Action,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ActionSet keeping extra { action });

impl ActionSet {
    /// With nothing said beyond this.
    pub fn new(action: Action) -> Self {
        Self { action, extra: Extra::default() }
    }
}

/// Somebody said what they think of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct FeedbackGiven {
    /// What.
    pub feedback: Feedback,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(FeedbackGiven keeping extra { feedback });

impl FeedbackGiven {
    /// With nothing said beyond this.
    pub fn new(feedback: Feedback) -> Self {
        Self { feedback, extra: Extra::default() }
    }
}

/// It ended.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReleaseClosed {
    /// How.
    pub outcome: ReleaseOutcome,
    /// What there is to say.
    pub notes: Option<String>,
    /// What was learned.
    pub review: Option<Review>,
    /// What the gates said, of a release that was opened and closed at once.
    #[schemars(default)]
    pub judged: Vec<Judged>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReleaseClosed keeping extra { outcome, notes, review, judged = Vec::new() });

impl ReleaseClosed {
    /// With nothing said beyond this.
    pub fn new(outcome: ReleaseOutcome) -> Self {
        Self { outcome, notes: None, review: None, judged: Vec::new(), extra: Extra::default() }
    }

    /// With `notes`: what there is to say.
    #[must_use]
    pub fn with_notes(mut self, notes: impl Into<String>) -> Self {
        self.notes = Some(notes.into());
        self
    }

    /// With `review`: what was learned.
    #[must_use]
    pub fn with_review(mut self, review: Review) -> Self {
        self.review = Some(review);
        self
    }

    /// With `judged`: what the gates said, of a release that was opened and closed at once.
    #[must_use]
    pub fn with_judged(mut self, judged: impl IntoIterator<Item = Judged>) -> Self {
        self.judged = judged.into_iter().collect();
        self
    }
}
