//! What gates say of what goes out with a release.

mod ask;
mod facts;
mod judged;

pub(crate) use ask::{Asked, Judgement, judge, judge_among, judge_named, unknown_components};
pub(crate) use facts::facts_of;
pub use judged::{Judged, JudgedFinding};
