//! What we think best.

use crate::plan::policy::Options;

/// SemVer, softened under 0.x as far as a break goes; dependents follow when they have to, and not because of prereleases.
pub(super) fn options() -> Options {
    Options { prereleases_admitted: true, version_private: true, tag_private: true, ..Options::default() }
}
