//! A release manager as a library: what goes out, at which versions, why, and in what order.
//!
//! The story in five lines: a [`Workspace`](component::Workspace) is the components of a repository and what they need of each
//! other; a [`Change`](change::Change) is what happened to them since their last release; [`plan()`](plan::plan()) turns both
//! into the next versions, by a [`Policy`](plan::Policy); and [`why`](plan::why) leads from each back to its commits.
//!
//! ```
//! use greenboard::change::Change;
//! use greenboard::component::{Component, Ecosystem, Workspace};
//! use greenboard::plan::{Policy, plan};
//! use greenboard::version::{Bump, Version};
//!
//! let core = Component::new("core", Ecosystem::Cargo, "core").with_version(Version::parse("1.2.0")?);
//! let change = Change::new("9fceb02", "read arrays").with_bump("core", Bump::Minor);
//! let at = "2026-11-02T09:00:00Z".parse().unwrap();
//!
//! let plan = plan(&Workspace::new([core])?, &[change], &Policy::new(), at)?;
//! assert_eq!(plan.to_string(), "\
//! component  old    new    bump   wave  why
//! core       1.2.0  1.3.0  minor     1  read arrays");
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! # The map
//!
//! Data flows down this table, and no module knows one below it.
//!
//! | module | what lives there |
//! |---|---|
//! | [`error`] | the one [`Error`]: a stable code, a sentence, a place |
//! | [`document`] | JSON, YAML and TOML into a located tree; canonical JSON and digests out |
//! | [`version`] | versions and requirements of every ecosystem, one by one and in [`bulk`](version::bulk) |
//! | [`calendar`] | zones, recurrence, windows that allow and deny |
//! | [`fact`] | what other systems observed, and what they call whom |
//! | [`ledger`] | what was decided: hash-chained, provable, and stored so that crashes lose nothing promised |
//! | [`component`] | components, their dependencies, the workspace and its graph; manifests |
//! | [`change`] | Conventional Commits, changesets, reverts, backports, the changelog |
//! | [`gate`] | go or no-go: gates, verdicts, boards, and what would turn them green |
//! | `tool` | other tools' reports: recognised, inspected, read as facts (feature `tool`) |
//! | [`plan`] | the engine: policies, bumps, propagation, causes, waves; the edits that a plan makes |
//! | [`release`] | the lifecycle: commands in, events or refusals out; what is due, collisions, controls, the audit |
//! | [`report`] | plans, changelogs, verdicts and boards for people: text, Markdown, pull request, diff, Mermaid, HTML; Arrow |
//! | [`catalogue`] | all of it as data: kinds, error codes, JSON Schemas |
//! | `source` | repositories on disk and their git history (feature `source`) |
//! | `cli` | the command line over all of it (feature `cli`); with `source` the only I/O |
//!
//! # Rules that hold everywhere
//!
//! Engines are pure: the time is an argument, the same input gives the same bytes, in Rust, Python and Node. Documents are
//! written as canonical JSON ([`document::to_json`]). Every fallible function returns [`Error`], and none panics on any input.
#![forbid(unsafe_code)]

pub mod calendar;
pub mod catalogue;
pub mod change;
#[cfg(feature = "cli")]
pub mod cli;
pub mod component;
pub mod document;
pub mod error;
pub mod fact;
pub mod gate;
pub mod ledger;
pub mod plan;
mod registry;
pub mod release;
pub mod report;
#[cfg(feature = "source")]
pub mod source;
#[cfg(feature = "tool")]
pub mod tool;
pub mod version;

pub use error::{Error, Result};
pub use version::{Requirement, Scheme, Version};

/// The examples of the README, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// Those of the page on releases.
#[cfg(doctest)]
#[doc = include_str!("../../docs/releases.md")]
struct Releases;
