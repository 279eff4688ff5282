//! As the tool changesets decides.

use crate::plan::policy::{FirstRelease, Options, Peers, Ranges, Rewrite};
use crate::plan::versioning::Semantic;

/// Version 2 of the tool: a peer dependency on what moves by more than a patch is a break.
pub(super) fn v2() -> Options {
    Options {
        ranges: Ranges::Changesets2,
        version_private: true,
        exit_ignored: true,
        peers: Peers::Major,
        ..v3()
    }
}

/// Version 3 of the tool: a peer dependency is one like any other, and private packages are left alone.
pub(super) fn v3() -> Options {
    Options {
        // Node's rule for versions, to the letter: 0.x is no exception.
        versioning: Semantic::new().with_bump_minor_pre_major(false).into(),
        ranges: Ranges::Changesets3,
        rewrite: Rewrite::Patch,
        rewrite_peers: true,
        first_release: FirstRelease::Bump,
        strict: true,
        access: Some("restricted".to_owned()),
        ..Options::default()
    }
}
