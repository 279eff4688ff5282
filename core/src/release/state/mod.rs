//! The state of a release: what its events add up to.

mod approving;
mod deploying;
mod opened;
mod owing;
mod planning;
mod record;
mod reviewing;

pub use record::{
    ExceptionStatus, ReleaseHold, ReleaseState, ReleaseStatus, Rescheduling, ScopeException, SentNotice,
    StageRecord, StageStatus, StandingJudgement,
};
