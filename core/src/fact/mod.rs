//! Facts: what other systems observed, and the names by which they say it.
//!
//! Every tool has names of its own for a component, a person and an environment. [`Identity`] maps them, once, to the names used
//! here; nothing is guessed from how names look.

mod error;
mod identity;

pub(crate) use error::FactError;
pub use identity::{Aliases, Identity};
