//! Which state leads where: one row a state of a kind of change.

use super::flow::ChangeState::{
    self, Assess, Authorize, Cancelled, Closed, Implement, New, Review, Scheduled,
};
use super::refusal::ChangeRefusal;
use crate::fact::ChangeType;

/// What may become of a change request of one kind in one state.
///
/// ```
/// use greenboard::fact::ChangeType;
/// use greenboard::release::change_request::{ChangeState, change_transitions};
/// let path: Vec<_> = change_transitions(ChangeType::Standard).iter().map(|row| row.state.name()).collect();
/// assert_eq!(path, ["new", "scheduled", "implement", "review", "closed", "cancelled"]);
/// assert_eq!(change_transitions(ChangeType::Normal)[1].on_reject, Ok(ChangeState::New));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChangeTransition {
    /// The state that it is in.
    pub state: ChangeState,
    /// Where it goes on to.
    pub on_advance: Result<ChangeState, ChangeRefusal>,
    /// Where an approval leads.
    pub on_approve: Result<ChangeState, ChangeRefusal>,
    /// Where a rejection leads.
    pub on_reject: Result<ChangeState, ChangeRefusal>,
    /// Where taking it back leads.
    pub on_revert: Result<ChangeState, ChangeRefusal>,
    /// Where cancelling it leads.
    pub on_cancel: Result<ChangeState, ChangeRefusal>,
    /// Where closing it leads.
    pub on_close: Result<ChangeState, ChangeRefusal>,
    /// Whether it may become another kind of change.
    pub on_change_type: Result<ChangeState, ChangeRefusal>,
}

/// A state in which it is written: it goes on, and may become another kind.
const fn written(next: ChangeState) -> ChangeTransition {
    ChangeTransition { on_change_type: Ok(New), ..moving(New, next) }
}

/// A state that waits for approvals, the first of them or not.
const fn approved(state: ChangeState, next: ChangeState, first: bool) -> ChangeTransition {
    ChangeTransition {
        on_advance: Err(ChangeRefusal::ApprovalPending),
        on_approve: Ok(next),
        on_reject: Ok(New),
        on_revert: if first { Ok(New) } else { Err(ChangeRefusal::RevertNotAvailable) },
        ..moving(state, next)
    }
}

/// A state that goes on by itself.
const fn moving(state: ChangeState, next: ChangeState) -> ChangeTransition {
    ChangeTransition {
        state,
        on_advance: Ok(next),
        on_approve: Err(ChangeRefusal::NoApprovalInState),
        on_reject: Err(ChangeRefusal::NoApprovalInState),
        on_revert: Err(ChangeRefusal::RevertNotAvailable),
        on_cancel: Ok(Cancelled),
        on_close: Err(ChangeRefusal::NotInReview),
        on_change_type: Err(ChangeRefusal::TypeLocked),
    }
}

/// What all kinds have at their end.
const REVIEW: ChangeTransition = ChangeTransition {
    on_advance: Err(ChangeRefusal::CloseCodeRequired),
    on_cancel: Err(ChangeRefusal::NotCancelableInReview),
    on_close: Ok(Closed),
    ..moving(Review, Closed)
};

const CLOSED: ChangeTransition = ChangeTransition {
    on_advance: Err(ChangeRefusal::Terminal),
    on_cancel: Err(ChangeRefusal::NotCancelableInClosed),
    on_close: Err(ChangeRefusal::Terminal),
    ..moving(Closed, Closed)
};

const CANCELLED: ChangeTransition = ChangeTransition {
    on_advance: Err(ChangeRefusal::Terminal),
    on_cancel: Err(ChangeRefusal::Terminal),
    on_close: Err(ChangeRefusal::Terminal),
    ..moving(Cancelled, Cancelled)
};

const NORMAL: &[ChangeTransition] = &[
    written(Assess),
    approved(Assess, Authorize, true),
    approved(Authorize, Scheduled, false),
    moving(Scheduled, Implement),
    moving(Implement, Review),
    REVIEW,
    CLOSED,
    CANCELLED,
];

const STANDARD: &[ChangeTransition] =
    &[written(Scheduled), moving(Scheduled, Implement), moving(Implement, Review), REVIEW, CLOSED, CANCELLED];

const EMERGENCY: &[ChangeTransition] = &[
    written(Authorize),
    approved(Authorize, Scheduled, true),
    moving(Scheduled, Implement),
    moving(Implement, Review),
    REVIEW,
    CLOSED,
    CANCELLED,
];

/// The states that a kind of change goes through, in their order, and what leads out of each.
pub const fn change_transitions(change_type: ChangeType) -> &'static [ChangeTransition] {
    match change_type {
        ChangeType::Standard => STANDARD,
        ChangeType::Normal => NORMAL,
        ChangeType::Emergency => EMERGENCY,
    }
}
