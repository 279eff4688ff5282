//! Verdicts for people: is it go or no-go, why, and who has to act.

mod explain;
mod format;
mod html;
mod markdown;
mod text;
mod words;

pub use explain::explain;
pub use format::{ReviewFormat, ReviewOptions, verdict};
