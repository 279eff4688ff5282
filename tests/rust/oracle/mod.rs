//! Slow, obvious models that the crate is compared with.

pub mod calendar;
pub mod conflict;
pub mod contracts;
pub mod due;
pub mod gate;
pub mod ledger;
pub mod plan;
pub mod release;
pub mod revert;
pub mod slo;
