//! Gates: is the board green?

pub mod cel;
mod error;
pub mod measurement;
pub mod slo;
pub mod soak;

pub(crate) use error::GateError;
