//! The values: what release-please's files say beside the policy.

use super::releaser::Releaser;
use crate::document::reads;
use crate::plan::config::LeftKey;
use crate::plan::policy::Policy;
use schemars::JsonSchema;
use serde::Serialize;

/// What release-please's files say. Made by [`release_please`](super::release_please).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleasePleaseConfig {
    /// How versions move, and what goes together.
    pub policy: Policy,
    /// The configured paths, in the order of the file.
    pub paths: Vec<ReleasePleasePath>,
    /// For a path that was never released: the commit after which commits count; none for all.
    pub bootstrap_sha: Option<String>,
    /// For every path: the commit after which commits count at the earliest; none where the tags say it.
    pub last_release_sha: Option<String>,
    /// Whether each path is released by a pull request of its own, so that they go out one by one.
    pub separate_pull_requests: bool,
    /// What of the configuration is not followed, each key once.
    pub left: Vec<LeftKey>,
}

reads!(ReleasePleaseConfig as "greenboard/release_please_config/1" {
    policy,
    paths,
    bootstrap_sha = None,
    last_release_sha = None,
    separate_pull_requests = false,
    left = Vec::new(),
});

/// What is configured for a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleasePleasePath {
    /// The folder, relative to the repository's root; empty for the root itself.
    pub path: String,
    /// What it is, in release-please's word: `node`, `rust`, `python`, `simple`, …
    pub release_type: String,
    /// What its releases are called, where that is configured: its component, else its package's name.
    pub component: Option<String>,
    /// The version that the manifest states; none where it was never released.
    pub version: Option<String>,
    /// Whether a workspace plugin makes it follow what it depends on, at whatever version it requires that.
    #[schemars(default)]
    pub follows: bool,
    /// How releases are tagged, as in the options of a policy.
    pub tag: String,
    /// Whether release-please makes the tag, by a release on the host.
    pub tagged: bool,
    /// The changelog, relative to the repository's root; none where it has none.
    pub changelog: Option<String>,
    /// The sections of the changelog, by the types of commits; what is hidden calls for no release either.
    pub changelog_sections: Vec<ChangelogSection>,
    /// Other files that state the version.
    pub extra_files: Vec<ConfiguredFile>,
    /// How dates are written in those files, as strftime has it.
    pub date_format: Option<String>,
    /// The file that states the version, for types that have one of their own; relative to the repository's root.
    pub version_file: Option<String>,
    /// Paths whose commits do not count, relative to the repository's root: a commit counts unless all that it touches below this path is
    /// below one of them.
    pub exclude_paths: Vec<String>,
}

reads!(ReleasePleasePath {
    path,
    release_type,
    component = None,
    version = None,
    follows = false,
    tag,
    tagged = true,
    changelog = None,
    changelog_sections = Vec::new(),
    extra_files = Vec::new(),
    date_format = None,
    version_file = None,
    exclude_paths = Vec::new(),
});

/// A section of a changelog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ChangelogSection {
    /// The type of its commits.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its title.
    pub section: String,
    /// Whether it is left out.
    #[schemars(default)]
    pub hidden: bool,
}

reads!(ChangelogSection { kind as "type", section, hidden = false });

/// A file that states a version, and where in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ConfiguredFile {
    /// The file, or a glob over files, relative to the repository's root.
    pub path: String,
    /// Whether the path is a glob.
    #[schemars(default)]
    pub glob: bool,
    /// How the version is found in it: `auto` (by its extension and by markers), `generic` (by markers), `json`, `yaml`,
    /// `toml`, `xml` or `pom`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The JSONPath or XPath that leads to it; none where the type needs none.
    pub selector: Option<String>,
}

reads!(ConfiguredFile { path, glob = false, kind as "type", selector = None });

/// What a merged configuration says of a path.
pub(super) fn path(
    path: String,
    releaser: Releaser,
    version: Option<String>,
    follows: bool,
) -> ReleasePleasePath {
    let below = |file: &str| below(&path, file);
    let file = |file: &ConfiguredFile| ConfiguredFile { path: below(&file.path), ..file.clone() };
    let (changelog, skip) = (releaser.changelog_path.as_deref(), releaser.skip_changelog);
    ReleasePleasePath {
        component: releaser.stated_name(),
        tag: releaser.tag(),
        tagged: !releaser.skip_github_release.unwrap_or(false),
        changelog: (!skip.unwrap_or(false)).then(|| below(changelog.unwrap_or("CHANGELOG.md"))),
        changelog_sections: releaser.sections(),
        extra_files: releaser.extra_files.iter().flat_map(|files| &files.0).map(file).collect(),
        date_format: releaser.date_format.clone(),
        version_file: releaser.version_file.as_deref().map(below),
        exclude_paths: releaser.exclude_paths.iter().flatten().map(|path| super::normal(path)).collect(),
        release_type: releaser.release_type().to_owned(),
        version,
        follows,
        path,
    }
}

/// A file of a path; one that begins with `/` is the root's.
fn below(path: &str, file: &str) -> String {
    match file.strip_prefix('/') {
        Some(file) => file.to_owned(),
        None if path.is_empty() => file.to_owned(),
        None => format!("{path}/{file}"),
    }
}
