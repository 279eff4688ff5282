//! Controls: what auditors ask of every release, answered from its events.
//!
//! Each of the 25 says pass, fail, not applicable or no evidence, with the events that show it: [`compliance()`] for all of them.

mod check;
mod compliance;
mod context;
mod policy;
mod result;
mod tally;
mod trail;

pub use compliance::{Clause, Control, catalogue, compliance};
pub use context::{ControlContext, LateEntry, TrailCheck};
pub use policy::ControlPolicy;
pub use result::{Compliance, ControlOutcome, ControlResult, ReleaseCompliance};
