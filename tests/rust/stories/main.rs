//! Stories: what a user sees, as given, when, then.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod applied;
mod cargo_manifests;
mod change;
mod cli;
mod document;
mod edits;
mod go_manifests;
mod helm_manifests;
mod histories;
mod npm_manifests;
mod plan;
mod python_manifests;
mod report;
mod sandbox;
mod source;
mod workspace_file;
