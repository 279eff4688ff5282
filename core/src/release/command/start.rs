//! Begins the work.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::ReleaseStarted;
use crate::release::part::{DependencyNeed, RELEASE_MANAGER, SCHEDULER};
use crate::release::planning::check_dependencies;
use crate::release::refusal::RefusalCode;
use crate::release::stages::enter_next;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Begins the work: the first stage is entered.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct StartCommand {
    /// Why it begins before its date.
    pub reason: Option<String>,
}

reads!(StartCommand { reason });

impl StartCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None }
    }

    /// With `reason`: why it begins before its date.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for StartCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for StartCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, SCHEDULER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Planned)
    }

    fn on_hold(&self) -> bool {
        false
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let is_forced = self.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
        let now = deciding.now();
        if let Some(date) = state.release.starts_at.filter(|date| now < *date && !is_forced) {
            deciding
                .refuse(RefusalCode::TooEarly, format!("the work is to begin at {date}"))
                .lifted_by("wait until then, or give a reason");
        }
        check_dependencies(state, deciding, &[DependencyNeed::Start]);
        deciding.emit(ReleaseStarted { reason: self.reason.clone(), ..ReleaseStarted::new() });
        enter_next(state, deciding, None);
    }
}
