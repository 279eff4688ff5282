//! As semantic-release decides.

use crate::change::Levels;
use crate::plan::policy::{FirstRelease, Options};
use crate::plan::versioning::SemanticRelease;
use crate::version::Bump;

/// The first release is 1.0.0, and below it a break is major too. Dependents follow where they have to, as it is common among
/// the tools that run it in monorepos.
pub(super) fn options() -> Options {
    let patches = ["fix", "perf", "revert"].map(|kind| (kind, Bump::Patch));
    Options {
        versioning: SemanticRelease::new().into(),
        levels: Some(Levels::new().with_only(patches.into_iter().chain([("feat", Bump::Minor)]))),
        prereleases_admitted: true,
        tag_private: true,
        first_release: FirstRelease::Bump,
        ..Options::default()
    }
}
