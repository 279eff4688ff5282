//! Laws: what holds for every input, checked on random ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod document;
mod graph;
mod jcs;
