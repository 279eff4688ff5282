//! Changes: what happened in the code since the last release.

mod types;

pub use types::{Change, Origin};
