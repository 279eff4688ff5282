//! Says that people were told.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::NoticeOccasion;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says that people were told.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct NotifyCommand {
    /// Who.
    #[schemars(default)]
    pub audience: Vec<String>,
    /// What of.
    pub occasion: NoticeOccasion,
    /// How.
    pub channel: Option<String>,
    /// What they were told.
    pub text: Option<String>,
}

reads!(NotifyCommand { audience = Vec::new(), occasion, channel, text });

impl NotifyCommand {
    /// With nothing said beyond this.
    pub fn new(occasion: NoticeOccasion) -> Self {
        Self { audience: Vec::new(), occasion, channel: None, text: None }
    }

    /// With `audience`: who.
    #[must_use]
    pub fn with_audience(mut self, audience: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.audience = audience.into_iter().map(Into::into).collect();
        self
    }

    /// With `channel`: how.
    #[must_use]
    pub fn with_channel(mut self, channel: impl Into<String>) -> Self {
        self.channel = Some(channel.into());
        self
    }

    /// With `text`: what they were told.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
}

impl Decide for NotifyCommand {
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
