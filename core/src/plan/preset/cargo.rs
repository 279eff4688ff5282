//! Crates.

use super::greenboard;
use crate::change::Levels;
use crate::plan::policy::Options;
use crate::plan::versioning::Cargo;
use crate::version::Bump;

/// As `greenboard`, with versions as Cargo resolves them; any commit to a crate is worth a patch, as to release-plz.
pub(super) fn options() -> Options {
    Options {
        levels: Some(Levels::new().with_other(Bump::Patch)),
        ..greenboard::options().with_versioning(Cargo::new())
    }
}
