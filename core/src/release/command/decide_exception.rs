//! Decides on an exception.

use crate::document::reads;
use crate::release::approval::{is_same_person, withdraw_go};
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{ExceptionGranted, ExceptionRefused};
use crate::release::go::when::days_after;
use crate::release::part::EXCEPTION_BOARD;
use crate::release::refusal::RefusalCode;
use crate::release::stages::reopen;
use crate::release::state::{ExceptionStatus, ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Decides on an exception: once for an item and freeze.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct DecideExceptionCommand {
    /// The item, by id.
    pub item: String,
    /// Whether it is granted.
    #[schemars(default)]
    pub granted: bool,
    /// How many days; as asked for, where left out.
    pub days: Option<u32>,
    /// Why.
    pub reason: Option<String>,
}

reads!(DecideExceptionCommand { item, granted = false, days, reason });

impl DecideExceptionCommand {
    /// With nothing said beyond this.
    pub fn new(item: impl Into<String>) -> Self {
        Self { item: item.into(), granted: false, days: None, reason: None }
    }

    /// With `granted`: whether it is granted.
    #[must_use]
    pub fn with_granted(mut self, granted: bool) -> Self {
        self.granted = granted;
        self
    }

    /// With `days`: how many days; as asked for, where left out.
    #[must_use]
    pub fn with_days(mut self, days: u32) -> Self {
        self.days = Some(days);
        self
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Decide for DecideExceptionCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[EXCEPTION_BOARD]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Planned | ReleaseStatus::Active | ReleaseStatus::Ready)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let Some(exception) = state.exception(&self.item) else {
            deciding
                .refuse(
                    RefusalCode::NotRequested,
                    format!("nobody asked for an exception for item {:?}", self.item),
                )
                .lifted_by("ask for it with `request_exception`")
                .about(&self.item);
            return;
        };
        if exception.status != ExceptionStatus::Requested {
            let status = exception.status.name();
            let message =
                format!("the exception for item {:?} is {status} already, and that is final", self.item);
            deciding.refuse(RefusalCode::AlreadyDecided, message).about(&self.item);
            return;
        }
        let actor = &deciding.envelope.actor.id;
        let is_actor = |name: &String| is_same_person(deciding.context, name, actor);
        let owns = exception.item.owner.as_ref().is_some_and(is_actor);
        if is_actor(&exception.requested_by) || owns {
            let message = format!("{} asked for it, and does not decide on it", deciding.actor());
            deciding
                .refuse(RefusalCode::SelfDecision, message)
                .lifted_by("have somebody else of the board decide")
                .about(&self.item)
                .up_to(EXCEPTION_BOARD);
        }
        if !self.granted {
            let mut refused = ExceptionRefused::new(&self.item);
            refused.reason.clone_from(&self.reason);
            deciding.emit(refused);
            return;
        }
        let (asked, days) = (exception.days, self.days.unwrap_or(exception.days));
        if days > asked || days == 0 {
            let message = format!("{asked} days were asked for, and {days} are granted");
            deciding
                .refuse(RefusalCode::TooManyDays, message)
                .lifted_by(format!("grant 1 to {asked} days, or refuse it"))
                .about(&self.item);
        }
        let mut granted =
            ExceptionGranted::new(&self.item, days, days_after(deciding.now(), i64::from(days)));
        granted.reason.clone_from(&self.reason);
        deciding.emit(granted);
        let cause = format!("item {:?} may still come in", self.item);
        if state.status == ReleaseStatus::Ready {
            withdraw_go(state, deciding, &cause);
            reopen(state, deciding, &cause);
        }
    }
}
