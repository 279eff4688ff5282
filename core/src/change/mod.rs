//! Changes: what happened in the code since the last release.
//!
//! A [`Change`] says how much it asks of the next version of each component it concerns. It is read from a [`Commit`]'s
//! message ([`from_commit`], by the rules of [`conventional`]) or given outright. [`cancel_reverts`] takes out what was undone
//! before it was ever released, and a [`Changelog`] sorts what remains for people.

mod changelog;
mod commit;
pub mod conventional;
mod error;
mod levels;
mod revert;
mod types;

pub use changelog::{Changelog, Item, Section, SectionKind};
pub use commit::{from_commit, from_commit_with};
pub(crate) use error::ChangeError;
pub use levels::Levels;
pub use revert::cancel_reverts;
pub use types::{Change, Commit, Origin};
