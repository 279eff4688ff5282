//! Crates.

use super::greenboard;
use crate::plan::policy::Options;
use crate::plan::versioning::Semantic;

/// As `greenboard`, with versions as Cargo resolves them.
pub(super) fn options() -> Options {
    greenboard::options().with_versioning(Semantic::cargo())
}
