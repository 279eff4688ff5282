//! Templates: the stages that a release goes through, as a document that people write.
//!
//! A [`Template`] names the kind of change, the stages in their order with what guards their exit, and the [`TemplateOptions`]
//! that the rules of the lifecycle leave open. Four come along: `train`, `quarterly`, `hotfix` and `continuous`
//! ([`Template::builtin`]); they are YAML files like anybody's.

mod builtin;
mod check;
mod error;
mod freeze;
mod length;
mod options;
mod types;

pub(crate) use error::TemplateError;
pub use freeze::{FreezeInFlight, FreezeKind, StageFreeze};
pub use length::StageLength;
pub use options::TemplateOptions;
pub use types::{StageRole, Template, TemplateStage};
