//! Slow, obvious models that the crate is compared with.

pub mod gate;
pub mod plan;
pub mod revert;
