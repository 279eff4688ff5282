//! Releases: from planning to review as a sequence of recorded decisions.

mod error;
mod template;

pub(crate) use error::ReleaseError;
pub(crate) use template::TemplateError;
pub use template::{
    FreezeInFlight, FreezeKind, StageFreeze, StageLength, StageRole, Template, TemplateOptions, TemplateStage,
};
