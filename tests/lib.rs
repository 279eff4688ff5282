//! What the tests of greenboard share: the case runner with its adapters, and our own cases.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod adapters;
pub mod conformance;
pub mod runner;
