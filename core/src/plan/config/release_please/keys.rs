//! The documented keys, and what becomes of those that are not honoured.

use crate::plan::config::LeftKey;
use std::collections::BTreeMap;

/// Keys that are honoured, of the whole file or of a path.
pub(super) const HEARD: &[&str] = &[
    "$schema",
    "bootstrap-sha",
    "bump-minor-pre-major",
    "bump-patch-for-minor-pre-major",
    "changelog-path",
    "changelog-sections",
    "component",
    "date-format",
    "exclude-paths",
    "extra-files",
    "include-component-in-tag",
    "include-v-in-tag",
    "initial-version",
    "last-release-sha",
    "package-name",
    "packages",
    "plugins",
    "prerelease",
    "prerelease-type",
    "release-as",
    "release-type",
    "separate-pull-requests",
    "skip-changelog",
    "skip-github-release",
    "tag-separator",
    "version-file",
    "versioning",
];

const HOST: &str = "it is about the release or pull request on the host, which greenboard leaves to you";
const SEARCH: &str = "it is about how release-please asks the host; history is read whole here";
const CHANGELOG: &str =
    "it is about how release-please writes its changelog; see the changelog's own options";

/// Documented keys that are not honoured, and why.
const UNHEARD: &[(&str, &str)] = &[
    ("always-link-local", "dependencies inside the workspace are always met by it"),
    ("always-update", HOST),
    ("changelog-host", CHANGELOG),
    ("changelog-type", CHANGELOG),
    ("commit-batch-size", SEARCH),
    ("commit-search-depth", SEARCH),
    ("component-no-space", HOST),
    ("draft", HOST),
    ("draft-pull-request", HOST),
    ("extra-label", HOST),
    ("force-tag-creation", HOST),
    ("group-pull-request-title-pattern", HOST),
    ("include-commit-authors", CHANGELOG),
    ("include-v-in-release-name", HOST),
    ("label", HOST),
    ("pull-request-footer", HOST),
    ("pull-request-header", HOST),
    ("pull-request-title-pattern", HOST),
    ("release-label", HOST),
    ("release-search-depth", SEARCH),
    ("sequential-calls", SEARCH),
    ("signoff", HOST),
    ("skip-snapshot", "no snapshot versions are made for Java"),
    ("snapshot-label", HOST),
];

/// What is not honoured, each key once.
#[derive(Default)]
pub(super) struct Unheard {
    found: BTreeMap<String, (String, String, usize)>,
}

impl Unheard {
    /// Notes a key of a map, where it is not honoured; `at` is the path of the map.
    pub fn note(&mut self, at: &str, key: &str) {
        if HEARD.contains(&key) {
            return;
        }
        let documented = UNHEARD.iter().find(|(documented, _)| *documented == key);
        let reason = documented.map_or("it is no documented key of release-please's", |(_, reason)| reason);
        self.add(key, format!("{at}{key}"), reason);
    }

    /// Notes something else that is not honoured.
    pub fn add(&mut self, key: &str, path: impl Into<String>, reason: &str) {
        let (_, _, count) =
            self.found.entry(key.to_owned()).or_insert_with(|| (path.into(), reason.to_owned(), 0));
        *count += 1;
    }

    pub fn into_left(self) -> Vec<LeftKey> {
        let left = |(key, (path, reason, count)): (String, (String, String, usize))| {
            let times = if count > 1 { format!(" ({count} times)") } else { String::new() };
            LeftKey::new(super::FILE, path, format!("{key}{times} has no effect: {reason}"))
        };
        self.found.into_iter().map(left).collect()
    }
}
