//! What the tests of greenboard share: the case runner with its adapters, our own cases, and the bodies
//! of the fuzz targets.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod adapters;
pub mod conformance;
pub mod fuzzing;
pub mod runner;
pub mod stores;
pub mod world;
