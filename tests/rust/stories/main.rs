//! Stories: the rules of the trade, each as given, when, then.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod plan;
//! Stories: what a user sees, given a situation.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod cargo_manifests;
mod npm_manifests;
mod sandbox;
mod source;
