//! Laws: what must hold for every input, tried on many generated ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../oracle/mod.rs"]
mod oracle;

mod applied;
mod approvals;
mod bulk;
mod calendar;
mod cargo;
mod cel;
mod change;
mod changeset;
mod contracts;
mod document;
mod edit;
mod facts;
mod gate;
mod graph;
mod identity;
mod jcs;
mod ledger;
mod ledger_faults;
mod ledger_tree;
mod licences;
mod manifest;
mod measurement;
mod npm;
mod pep440;
mod plan;
mod release;
mod release_due;
mod release_evolve;
mod release_planning;
mod release_streams;
mod report_criteria;
mod schemes;
mod slo;
mod tool;
mod vers;
mod versioning;
mod vulnerabilities;
mod wide_boards;
