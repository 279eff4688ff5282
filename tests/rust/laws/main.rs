//! Laws: what must hold for every input, tried on many generated ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bulk;
mod cargo;
mod document;
mod graph;
mod jcs;
mod npm;
