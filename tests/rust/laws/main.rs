//! Laws: what must hold for every input, tried on many generated ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../oracle/mod.rs"]
mod oracle;

mod applied;
mod bulk;
mod cargo;
mod cel;
mod change;
mod changeset;
mod document;
mod edit;
mod gate;
mod graph;
mod identity;
mod jcs;
mod licences;
mod manifest;
mod npm;
mod pep440;
mod plan;
mod schemes;
mod tool;
mod vers;
mod versioning;
mod vulnerabilities;
