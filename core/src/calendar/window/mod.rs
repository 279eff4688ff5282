//! Windows: when work may go out, and when it may not.

mod compile;
mod types;

pub use types::{Calendar, InFlight, Kind, Window};

pub(super) use compile::{Compiled, Schedule};
