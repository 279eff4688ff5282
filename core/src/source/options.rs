//! How a repository is read.

use crate::change::conventional::Mode;
use crate::change::{CommitOverrides, Enrichment, Levels};
use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// The lock files of the ecosystems, as globs for [`Options::ignored`]: what changes in them changed elsewhere first.
pub const LOCKFILES: [&str; 9] = [
    "**/Cargo.lock",
    "**/bun.lock",
    "**/bun.lockb",
    "**/go.sum",
    "**/package-lock.json",
    "**/pnpm-lock.yaml",
    "**/poetry.lock",
    "**/uv.lock",
    "**/yarn.lock",
];

/// How history is read.
///
/// ```
/// use greenboard::source::Options;
/// assert!(Options::new().with_first_parent(true).first_parent);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default, rename = "HistoryOptions")]
#[non_exhaustive]
pub struct Options {
    /// Follow only the first parent of each merge: a merged branch counts as the one commit that merged it. Otherwise its
    /// commits count one by one, and the merge only where it has something to say that none of them says: a conventional
    /// message, where none of theirs is one.
    pub first_parent: bool,
    /// How commit messages are read.
    pub mode: Mode,
    /// What each type of change asks for.
    pub levels: Levels,
    /// What tells the changes.
    pub read: Sources,
    /// How releases are tagged where a component does not say so itself, with `{name}`, `{package}`, `{path}` and `{version}`;
    /// none for every way that is known.
    pub tag: Option<String>,
    /// Whether a prerelease may be a component's last release. None where its present version tells: it may be where that is
    /// one too.
    pub prereleases: Option<bool>,
    /// The files that concern nobody, as globs over paths relative to the repository's root; see [`LOCKFILES`].
    pub ignored: Vec<String>,
    /// What counts instead of the messages of commits.
    pub overrides: CommitOverrides,
    /// What the host knows of commits.
    pub enrichment: Enrichment,
}

reads!(Options { first_parent, mode, levels, read, tag, prereleases, ignored, overrides, enrichment, .. });

/// What tells the changes of a repository.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sources {
    /// Changesets where there is a `.changeset/config.json`, commits elsewhere.
    #[default]
    Auto,
    /// The messages of commits.
    Commits,
    /// Changeset files.
    Changesets,
    /// Both.
    Both,
}

impl Sources {
    /// Every choice.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Commits, Self::Changesets, Self::Both];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Commits => "commits",
            Self::Changesets => "changesets",
            Self::Both => "both",
        }
    }
}

names!(Sources: "sources");

impl Options {
    /// Every parent, lenient messages, the default levels.
    pub fn new() -> Self {
        Self::default()
    }
    /// Following first parents only, or all.
    #[must_use]
    pub fn with_first_parent(mut self, first_parent: bool) -> Self {
        self.first_parent = first_parent;
        self
    }
    /// Reading messages in this mode.
    #[must_use]
    pub fn with_mode(mut self, mode: Mode) -> Self {
        self.mode = mode;
        self
    }
    /// At these levels.
    #[must_use]
    pub fn with_levels(mut self, levels: Levels) -> Self {
        self.levels = levels;
        self
    }
    /// With the changes that these tell.
    #[must_use]
    pub fn with_read(mut self, read: Sources) -> Self {
        self.read = read;
        self
    }
    /// Finding tags of this form.
    #[must_use]
    pub fn with_tag(mut self, pattern: impl Into<String>) -> Self {
        self.tag = Some(pattern.into());
        self
    }
    /// Beginning at prereleases too, or at none.
    #[must_use]
    pub fn with_prereleases(mut self, prereleases: bool) -> Self {
        self.prereleases = Some(prereleases);
        self
    }
    /// Leaving out the files that match this glob.
    #[must_use]
    pub fn with_ignored<P: Into<String>>(mut self, patterns: impl IntoIterator<Item = P>) -> Self {
        self.ignored.extend(patterns.into_iter().map(Into::into));
        self
    }
    /// Under these overrides.
    #[must_use]
    pub fn with_overrides(mut self, overrides: CommitOverrides) -> Self {
        self.overrides = overrides;
        self
    }
    /// With what the host knows.
    #[must_use]
    pub fn with_enrichment(mut self, enrichment: Enrichment) -> Self {
        self.enrichment = enrichment;
        self
    }
}
