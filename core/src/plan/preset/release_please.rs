//! As release-please decides, without a config file.

use crate::change::{ChangelogLayout, Levels};
use crate::plan::policy::{Dependents, FirstRelease, Options};
use crate::plan::versioning::ReleasePlease;
use crate::version::Bump;

/// Each component by its own commits: without a workspace plugin, dependents are left alone.
pub(in crate::plan) fn options() -> Options {
    Options {
        versioning: ReleasePlease::new().into(),
        levels: Some(Levels::new()),
        changelog: Some(ChangelogLayout::release_please()),
        dependents: Dependents {
            normal: Bump::None,
            build: Bump::None,
            dev: Bump::None,
            peer: Bump::None,
            optional: Bump::None,
            api: Bump::None,
        },
        version_private: true,
        tag_private: true,
        first_release: FirstRelease::Bump,
        ..Options::default()
    }
}
