//! Which types of commits call for a release: those with a visible section in the changelog.

use super::types::ChangelogSection;
use crate::change::Levels;
use crate::version::Bump;

const FEATURES: &str = "Features";
const FIXES: &str = "Bug Fixes";
const PERFORMANCE: &str = "Performance Improvements";
const REVERTS: &str = "Reverts";
const DOCUMENTATION: &str = "Documentation";

/// The sections where none are configured.
const USUAL: &[(&str, &str)] =
    &[("feat", FEATURES), ("feature", FEATURES), ("fix", FIXES), ("perf", PERFORMANCE), ("revert", REVERTS)];
const WITH_DOCS: &[(&str, &str)] = &[
    ("feat", FEATURES),
    ("fix", FIXES),
    ("perf", PERFORMANCE),
    ("revert", REVERTS),
    ("docs", DOCUMENTATION),
];
const WITH_DEPENDENCIES: &[(&str, &str)] = &[
    ("feat", FEATURES),
    ("fix", FIXES),
    ("perf", PERFORMANCE),
    ("deps", "Dependencies"),
    ("revert", REVERTS),
    ("docs", DOCUMENTATION),
];
const PHP: &[(&str, &str)] = &[
    ("feat", FEATURES),
    ("fix", FIXES),
    ("perf", PERFORMANCE),
    ("revert", REVERTS),
    ("chore", "Miscellaneous Chores"),
];
const PHP_YOSHI: &[(&str, &str)] = &[
    ("feat", FEATURES),
    ("fix", FIXES),
    ("perf", PERFORMANCE),
    ("revert", REVERTS),
    ("docs", DOCUMENTATION),
    ("misc", "Miscellaneous"),
];

/// The visible sections of a release type, where none are configured.
pub(super) fn usual(release_type: &str) -> Vec<ChangelogSection> {
    let sections = match release_type {
        "python" | "r" | "java" | "maven" => WITH_DEPENDENCIES,
        "go-yoshi" | "ruby-yoshi" | "dotnet-yoshi" => WITH_DOCS,
        "java-yoshi" | "java-yoshi-mono-repo" | "java-backport" | "java-bom" | "java-lts" => {
            WITH_DEPENDENCIES
        }
        "php" => PHP,
        "php-yoshi" => PHP_YOSHI,
        _ => USUAL,
    };
    let section = |(kind, section): &(&str, &str)| ChangelogSection {
        kind: (*kind).to_owned(),
        section: (*section).to_owned(),
        hidden: false,
    };
    sections.iter().map(section).collect()
}

/// What each type asks for: an addition is minor, and whatever else is shown is a patch. What is hidden calls for nothing, but
/// for a break, which is always shown.
pub(super) fn levels(sections: &[ChangelogSection]) -> Levels {
    let shown = sections.iter().filter(|section| !section.hidden);
    let bump = |kind: &str| match kind {
        "feat" | "feature" => Bump::Minor,
        _ => Bump::Patch,
    };
    Levels::new().with_only(shown.map(|section| (section.kind.as_str(), bump(&section.kind))))
}
