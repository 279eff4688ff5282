//! Changes: what happened in the code since the last release.
//!
//! A [`Change`] says how much it asks of the next version of each component it concerns. It is read from a [`Commit`]'s
//! message ([`from_commit`], by the rules of [`conventional`]) or given outright. [`cancel_reverts`] takes out what was undone
//! before it was ever released, [`merge_duplicates`] makes one of what history tells twice, and a [`Changelog`] sorts what
//! remains for people. What a message got wrong is put right by [`override_commits`], and what it does not know is added by
//! [`enrich`], both by the commit's hash.

mod amend;
mod backport;
mod changelog;
pub mod changeset;
mod commit;
pub mod conventional;
mod duplicate;
mod error;
mod levels;
mod pull_request;
mod revert;
mod types;

pub use amend::{
    Amended, CommitDetails, CommitOverride, CommitOverrides, Enrichment, commit_override_in, enrich,
    override_commits,
};
pub use backport::{BackportRules, Backported, Backports, Divergence, Sameness, backports};
pub use changelog::{
    Changelog, ChangelogLayout, Host, Item, ItemLink, ItemLinkKind, Links, Section, SectionKind, SectionRule,
};
pub use commit::{from_commit, from_commit_with};
#[cfg(feature = "source")]
pub(crate) use commit::{is_conventional, pull_request_of};
pub use duplicate::merge_duplicates;
pub(crate) use error::ChangeError;
pub use levels::Levels;
pub use revert::cancel_reverts;
pub use types::{Change, Commit, Origin};
