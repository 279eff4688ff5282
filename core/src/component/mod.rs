//! Components, their dependencies, and the workspace that holds them.

mod types;
mod workspace;

pub use types::{Component, Dependency, DependencyKind, Ecosystem};
pub(crate) use workspace::ComponentError;
pub use workspace::Workspace;
