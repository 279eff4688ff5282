//! Says what somebody thinks of it.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::Feedback;
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

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
