//! Freezes the scope.

use crate::document::reads;
use crate::release::approval::void_what_lapsed;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{BaselineTaken, ScopeFrozen, ScopeItemRemoved};
use crate::release::part::{RELEASE_MANAGER, SCHEDULER};
use crate::release::refusal::RefusalCode;
use crate::release::scope::{SCOPE_FREEZE, freeze_date, is_accepted};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Freezes the scope: from here on, items come and go by exceptions only. Items that nobody accepted go.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FreezeScopeCommand {
    /// Why it is frozen before its date.
    pub reason: Option<String>,
}

reads!(FreezeScopeCommand { reason });

impl FreezeScopeCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None }
    }

    /// With `reason`: why it is frozen before its date.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for FreezeScopeCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for FreezeScopeCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, SCHEDULER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Planned | ReleaseStatus::Active)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        if let Some(at) = state.scope_frozen_at {
            deciding
                .refuse(RefusalCode::AlreadyFrozen, format!("the scope is frozen since {at}"))
                .lifted_by("ask for an exception with `request_exception`");
            return;
        }
        let now = deciding.now();
        let is_forced = self.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty());
        if let Some(date) = freeze_date(state).filter(|date| now < *date && !is_forced) {
            deciding
                .refuse(RefusalCode::TooEarly, format!("the scope is to be frozen at {date}"))
                .lifted_by("wait until then, or give a reason");
        }
        // What nobody accepted goes before the freeze, and so is no churn after it.
        for item in state.live_items().filter(|item| !is_accepted(item)) {
            let reason = "nobody accepted it before the freeze";
            deciding.emit(ScopeItemRemoved::new(&item.id).with_reason(reason));
        }
        deciding.emit(ScopeFrozen { reason: self.reason.clone(), ..ScopeFrozen::new() });
        let baseline = deciding.ahead(state).baseline(SCOPE_FREEZE, now);
        deciding.emit(BaselineTaken::new(baseline));
        void_what_lapsed(state, deciding, "items left the scope at its freeze");
    }
}
