//! Node face of greenboard: parse, call, return. What it means is decided in the core.

// Under `cfg(test)` napi registers nothing, so that all of it seems unused there.
#![cfg_attr(test, allow(dead_code))]

mod background;
mod board;
mod branch;
mod bulk;
mod catalogue;
mod change;
mod cli;
mod component;
mod config;
mod document;
mod edit;
mod error;
mod fact;
mod gate;
mod ledger;
mod ledger_payload;
mod ledger_proof;
mod ledger_store;
mod measurement;
mod npm;
mod pep440;
mod plan;
mod release;
mod release_planning;
mod report;
mod slo;
mod soak;
mod source;
mod tool;
mod version;
mod windows;
