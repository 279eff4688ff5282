//! Says that people were told.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::NoticeSent;
use crate::release::part::NoticeOccasion;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says that people were told.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct NotifyCommand {
    /// Who; the stakeholders, where left out.
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

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let told = self.audience.iter().filter(|who| !who.trim().is_empty());
        let mut audience: Vec<String> = told.cloned().collect();
        if audience.is_empty() {
            audience = state.release.stakeholders.iter().map(|who| who.name.clone()).collect();
        }
        if audience.is_empty() {
            let reason = deciding.refuse(RefusalCode::MissingField, "nobody was told");
            reason.lifted_by("say who was told, or give the release stakeholders").about("audience");
        }
        let mut sent = NoticeSent::new(self.occasion).with_audience(audience);
        sent.channel.clone_from(&self.channel);
        sent.text.clone_from(&self.text);
        deciding.emit(sent);
    }
}
