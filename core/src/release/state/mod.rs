//! The state of a release: what its events add up to.

mod opened;
mod record;

pub use record::{
    ExceptionStatus, ReleaseHold, ReleaseState, ReleaseStatus, Rescheduling, ScopeException, SentNotice,
    StageRecord, StageStatus,
};
