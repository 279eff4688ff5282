//! Stories: what a user sees, given a situation.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cargo_manifests;
mod histories;
mod npm_manifests;
mod sandbox;
mod source;
