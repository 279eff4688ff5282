//! Moves it to another time; later milestones move as much.

use crate::document::reads;
use crate::fact::ChangeType;
use crate::release::approval::{change_type, void_of_window, withdraw_go};
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{BaselineTaken, Rescheduled};
use crate::release::go::when::days_after;
use crate::release::moving::Moved;
use crate::release::part::{RELEASE_MANAGER, ReleaseWindow};
use crate::release::planning::{check_collisions, check_dates, tell_dependents};
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Moves it to another time; later milestones move as much.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RescheduleCommand {
    /// When it is to go out.
    #[schemars(with = "Option<String>")]
    pub target: Option<Timestamp>,
    /// When it may go out.
    pub window: Option<ReleaseWindow>,
    /// Why.
    pub reason: Option<String>,
}

reads!(RescheduleCommand { target, window, reason });

impl RescheduleCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { target: None, window: None, reason: None }
    }

    /// With `target`: when it is to go out.
    #[must_use]
    pub fn with_target(mut self, target: Timestamp) -> Self {
        self.target = Some(target);
        self
    }

    /// With `window`: when it may go out.
    #[must_use]
    pub fn with_window(mut self, window: ReleaseWindow) -> Self {
        self.window = Some(window);
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for RescheduleCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for RescheduleCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Planned | ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn beside(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let reason = deciding.required(RefusalCode::ReasonMissing, "reason", self.reason.as_ref());
        if self.target.is_none() && self.window.is_none() {
            deciding
                .refuse(RefusalCode::MissingField, "neither a target nor a window is given")
                .lifted_by("say when it is to go out, or when it may");
            return;
        }
        let moved = Moved::of(state, self.target, self.window);
        let is_emergency = change_type(state) == ChangeType::Emergency;
        check_dates(deciding, moved.target, moved.window, is_emergency);
        if !is_emergency {
            check_collisions(state, deciding, moved.window);
        }
        let (now, days) = (deciding.now(), state.template.options.notice_days);
        let soonest = days_after(now, i64::from(days));
        let first = self.target.or(self.window.map(|window| window.starts_at));
        if let Some(first) = first.filter(|first| now <= *first && *first < soonest && !is_emergency) {
            deciding
                .refuse(RefusalCode::NoticeTooShort, format!("{first} is less than {days} days from now"))
                .lifted_by(format!("take {soonest} or later"))
                .about("target");
        }
        deciding.emit(Rescheduled {
            target: moved.target,
            window: moved.window,
            milestones: moved.milestones,
            ..Rescheduled::new(&reason)
        });
        let baseline = deciding.ahead(state).baseline("reschedule", now);
        deciding.emit(BaselineTaken::new(baseline));
        let cause = format!("it was moved: {reason}");
        withdraw_go(state, deciding, &cause);
        void_of_window(state, deciding, &cause);
        tell_dependents(state, deciding, &cause);
    }
}
