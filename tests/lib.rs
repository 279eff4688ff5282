//! What the tests of greenboard share: the case runner and its adapters.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod adapters;
pub mod runner;
