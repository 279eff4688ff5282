//! Passes the gates over in an emergency, by somebody who may.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::GlassBroken;
use crate::release::evidence::check_may_break_glass;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Passes the gates over in an emergency, by somebody who may.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct BreakGlassCommand {
    /// Why it cannot wait.
    pub reason: String,
    /// The role that they do it in.
    pub role: String,
    /// When it stops to count.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
}

reads!(BreakGlassCommand { reason, role, expires_at });

impl BreakGlassCommand {
    /// With nothing said beyond this.
    pub fn new(reason: impl Into<String>, role: impl Into<String>) -> Self {
        Self { reason: reason.into(), role: role.into(), expires_at: None }
    }

    /// With `expires_at`: when it stops to count.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }
}

impl Decide for BreakGlassCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let reason = deciding.required(RefusalCode::ReasonMissing, "reason", Some(&self.reason));
        check_may_break_glass(deciding, &self.role);
        let now = deciding.now();
        if let Some(end) = self.expires_at.filter(|end| *end <= now) {
            deciding
                .refuse(RefusalCode::DateInPast, format!("it would end at {end}; it is {now}"))
                .lifted_by("give an end to come");
        }
        let mut broken = GlassBroken::new(reason, &self.role);
        broken.expires_at = self.expires_at;
        deciding.emit(broken);
    }
}
