//! Ends it.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::ReleaseClosed;
use crate::release::go::{closing, consent, gates};
use crate::release::judge::{Asked, judge_named};
use crate::release::part::{RELEASE_MANAGER, ReleaseOutcome, Review};
use crate::release::state::{ReleaseState, ReleaseStatus};
use crate::release::template::StageRole;
use schemars::JsonSchema;
use serde::Serialize;

/// Ends it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct CloseCommand {
    /// How it ended; as it went, where left out.
    pub outcome: Option<ReleaseOutcome>,
    /// What there is to say.
    pub notes: Option<String>,
    /// What was learned.
    pub review: Option<Review>,
}

reads!(CloseCommand { outcome, notes, review });

impl CloseCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { outcome: None, notes: None, review: None }
    }

    /// With `outcome`: how it ended; as it went, where left out.
    #[must_use]
    pub fn with_outcome(mut self, outcome: ReleaseOutcome) -> Self {
        self.outcome = Some(outcome);
        self
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
}

impl Default for CloseCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for CloseCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Review)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let outcome = closing::outcome(state, self.outcome, deciding);
        let review = self.review.as_ref().or(state.review.as_ref());
        closing::refuse_unexplained(outcome, self.notes.as_ref(), review, deciding);
        closing::refuse_unreviewed(state, outcome, review, deciding);
        consent::refuse_unapproved_after(state, deciding);
        closing::refuse_open_tasks(state, deciding);
        closing::refuse_unowned(state, review, deciding);
        let mut closed = ReleaseClosed::new(outcome);
        if let Some(stage) = state.template.stage_of(StageRole::Review) {
            let asked = Asked {
                stage: Some(&stage.name),
                environment: state.deployments.last().map(|record| record.environment.as_str()),
                manual: false,
            };
            let judgement = judge_named(state, deciding.context, asked, deciding.now());
            gates::refuse(&judgement, deciding);
            closed.judged = judgement.judged;
        }
        closed.notes.clone_from(&self.notes);
        closed.review = review.cloned();
        deciding.emit(closed);
    }
}
