//! As the tool changesets decides.

use crate::plan::policy::{FirstRelease, Options, Peers, Ranges, Rewrite};
use crate::plan::versioning::Semantic;

/// Version 2 of the tool: a peer dependency on what moves by more than a patch is a break.
pub(super) fn v2() -> Options {
    v3().with_peers(Peers::Major)
}

/// Version 3 of the tool: a peer dependency is one like any other.
pub(super) fn v3() -> Options {
    Options {
        // Node's rule for versions, to the letter: 0.x is no exception.
        versioning: Semantic::new().with_bump_minor_pre_major(false).into(),
        ranges: Ranges::Changesets,
        rewrite: Rewrite::Patch,
        version_private: true,
        first_release: FirstRelease::Bump,
        strict: true,
        access: Some("restricted".to_owned()),
        ..Options::default()
    }
}
