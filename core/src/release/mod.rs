//! Releases: from planning to review as a sequence of recorded decisions.

mod change_request;
mod error;
mod template;

pub use change_request::{
    ChangeAction, ChangeApprovals, ChangeFlow, ChangeRefusal, ChangeRefused, ChangeState, ChangeStep,
    ChangeTask, ChangeTransition, CloseCode, TaskHold, advance_change, change_transitions,
};
pub(crate) use error::ReleaseError;
pub(crate) use template::TemplateError;
pub use template::{
    FreezeInFlight, FreezeKind, StageFreeze, StageLength, StageRole, Template, TemplateOptions, TemplateStage,
};
