//! Components, their dependencies, the workspace that holds them, and the graph between them.
//!
//! [`manifest::read`] makes a [`Workspace`] of the texts of a repository; [`Graph`] answers what is published after what, and
//! what a change may reach.

mod error;
mod graph;
mod group;
mod load;
pub mod manifest;
mod owner;
mod paths;
mod roster;
mod types;
mod workspace;
pub mod workspace_file;

pub(crate) use error::ComponentError;
pub use graph::{Cycle, Edge, Graph, Impact, Order, Unit};
pub use group::{Group, GroupKind};
pub use load::checkouts;
pub use manifest::Ecosystem;
pub use owner::Owners;
pub(crate) use paths::globs;
pub use types::{Component, Dependency, DependencyKind, Publishing, VersionSource};
pub use workspace::Workspace;
pub use workspace_file::{Declaration, DeclaredEdge, WorkspaceFile};
