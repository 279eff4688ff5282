//! What was learned.

use super::{Action, PreviousAction, RootCause};
use crate::document::{names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What people say of a release after it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Review {
    /// What happened, in a few sentences.
    pub summary: String,
    /// Who was hit, how many, for how long.
    pub impact: Option<String>,
    /// How it was noticed, and how long that took.
    pub detection: Option<String>,
    /// What set it off.
    pub trigger: Option<String>,
    /// What contributed: more than one cause, as a rule.
    #[schemars(default)]
    pub factors: Vec<RootCause>,
    /// What happened when.
    #[schemars(default)]
    pub timeline: Vec<ReviewEvent>,
    /// What went well.
    #[schemars(default)]
    pub went_well: Vec<String>,
    /// What went badly.
    #[schemars(default)]
    pub went_badly: Vec<String>,
    /// Where we were lucky.
    #[schemars(default)]
    pub lucky: Vec<String>,
    /// What is to be done so that it goes better.
    #[schemars(default)]
    pub actions: Vec<Action>,
    /// How the actions of releases before it stand.
    #[schemars(default)]
    pub previous_actions: Vec<PreviousAction>,
}

reads!(Review { summary, impact, detection, trigger, factors = Vec::new(), timeline = Vec::new(), went_well = Vec::new(), went_badly = Vec::new(), lucky = Vec::new(), actions = Vec::new(), previous_actions = Vec::new() });

impl Review {
    /// With nothing said beyond this.
    pub fn new(summary: impl Into<String>) -> Self {
        Self {
            summary: summary.into(),
            impact: None,
            detection: None,
            trigger: None,
            factors: Vec::new(),
            timeline: Vec::new(),
            went_well: Vec::new(),
            went_badly: Vec::new(),
            lucky: Vec::new(),
            actions: Vec::new(),
            previous_actions: Vec::new(),
        }
    }

    /// With `impact`: who was hit, how many, for how long.
    #[must_use]
    pub fn with_impact(mut self, impact: impl Into<String>) -> Self {
        self.impact = Some(impact.into());
        self
    }

    /// With `detection`: how it was noticed, and how long that took.
    #[must_use]
    pub fn with_detection(mut self, detection: impl Into<String>) -> Self {
        self.detection = Some(detection.into());
        self
    }

    /// With `trigger`: what set it off.
    #[must_use]
    pub fn with_trigger(mut self, trigger: impl Into<String>) -> Self {
        self.trigger = Some(trigger.into());
        self
    }

    /// With `factors`: what contributed: more than one cause, as a rule.
    #[must_use]
    pub fn with_factors(mut self, factors: impl IntoIterator<Item = RootCause>) -> Self {
        self.factors = factors.into_iter().collect();
        self
    }

    /// With `timeline`: what happened when.
    #[must_use]
    pub fn with_timeline(mut self, timeline: impl IntoIterator<Item = ReviewEvent>) -> Self {
        self.timeline = timeline.into_iter().collect();
        self
    }

    /// With `went_well`: what went well.
    #[must_use]
    pub fn with_went_well(mut self, went_well: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.went_well = went_well.into_iter().map(Into::into).collect();
        self
    }

    /// With `went_badly`: what went badly.
    #[must_use]
    pub fn with_went_badly(mut self, went_badly: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.went_badly = went_badly.into_iter().map(Into::into).collect();
        self
    }

    /// With `lucky`: where we were lucky.
    #[must_use]
    pub fn with_lucky(mut self, lucky: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.lucky = lucky.into_iter().map(Into::into).collect();
        self
    }

    /// With `actions`: what is to be done so that it goes better.
    #[must_use]
    pub fn with_actions(mut self, actions: impl IntoIterator<Item = Action>) -> Self {
        self.actions = actions.into_iter().collect();
        self
    }

    /// With `previous_actions`: how the actions of releases before it stand.
    #[must_use]
    pub fn with_previous_actions(
        mut self,
        previous_actions: impl IntoIterator<Item = PreviousAction>,
    ) -> Self {
        self.previous_actions = previous_actions.into_iter().collect();
        self
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReviewEvent {
    /// When.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// What.
    pub text: String,
    /// Who says so.
    pub source: Option<String>,
}

reads!(ReviewEvent { at, text, source });

impl ReviewEvent {
    /// With nothing said beyond this.
    pub fn new(at: Timestamp, text: impl Into<String>) -> Self {
        Self { at, text: text.into(), source: None }
    }

    /// With `source`: who says so.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }
}

/// What somebody says of a release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Feedback {
    /// What they say.
    pub text: String,
    /// Who says so.
    pub by: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
}

reads!(Feedback { text, by, topic });

impl Feedback {
    /// With nothing said beyond this.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), by: None, topic: None }
    }

    /// With `by`: who says so.
    #[must_use]
    pub fn with_by(mut self, by: impl Into<String>) -> Self {
        self.by = Some(by.into());
        self
    }

    /// With `topic`: what it is about.
    #[must_use]
    pub fn with_topic(mut self, topic: impl Into<String>) -> Self {
        self.topic = Some(topic.into());
        self
    }
}

/// How a release ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReleaseOutcome {
    /// As planned.
    Successful,
    /// Out, with some trouble.
    SuccessfulWithIssues,
    /// It did not bring what it was to bring.
    Unsuccessful,
    /// It was taken back.
    RolledBack,
}

names!(ReleaseOutcome: "outcome");

impl ReleaseOutcome {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Successful, Self::SuccessfulWithIssues, Self::Unsuccessful, Self::RolledBack];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Successful => "successful",
            Self::SuccessfulWithIssues => "successful_with_issues",
            Self::Unsuccessful => "unsuccessful",
            Self::RolledBack => "rolled_back",
        }
    }
}
