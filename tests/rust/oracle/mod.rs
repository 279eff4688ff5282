//! Slow, obvious models that the crate is compared with.

pub mod plan;
pub mod revert;
pub mod slo;
