//! Stories: what a user sees, as given, when, then.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod amend;
mod applied;
mod approvals;
mod cargo_manifests;
mod change;
mod changelog;
mod changeset;
mod cli;
mod cli_gate;
mod criteria_measured;
mod document;
mod edits;
mod freeze_exceptions;
mod freezes;
mod gates_document;
mod go_manifests;
mod helm_manifests;
mod histories;
mod ledger;
mod npm_manifests;
mod plan;
mod policy;
mod python_manifests;
mod report;
mod report_criteria;
mod reverts;
mod review;
mod sandbox;
mod security;
mod shared_versions;
mod source;
mod source_changes;
mod versioning;
mod workspace_file;
