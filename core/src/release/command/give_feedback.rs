//! Says what somebody thinks of it.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::FeedbackGiven;
use crate::release::part::Feedback;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says what somebody thinks of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct GiveFeedbackCommand {
    /// What.
    pub feedback: Feedback,
}

reads!(GiveFeedbackCommand { feedback });

impl GiveFeedbackCommand {
    /// With nothing said beyond this.
    pub fn new(feedback: Feedback) -> Self {
        Self { feedback }
    }
}

impl Decide for GiveFeedbackCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        true
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let mut feedback = self.feedback.clone();
        deciding.required(RefusalCode::FormIncomplete, "text", Some(&feedback.text));
        feedback.by.get_or_insert_with(|| deciding.envelope.actor.id.clone());
        deciding.emit(FeedbackGiven::new(feedback));
    }
}
