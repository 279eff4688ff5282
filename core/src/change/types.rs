//! The value: what happened in the code since the last release.

use crate::document::{names, reads};
use crate::version::Bump;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What happened in the code since the last release, and how much it asks of each component's next version.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Change {
    /// What identifies it: a commit's full hash, a changeset's file name, or a name of one's own.
    pub id: String,
    /// How much it asks of each component it concerns; `none` where it touches one without a release.
    #[schemars(default)]
    pub bumps: BTreeMap<String, Bump>,
    /// The Conventional Commits type, such as `feat`; none where it was given without one.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The scope in parentheses after the type.
    pub scope: Option<String>,
    /// One line for people: the header without type and scope, or the first line of a changeset's summary.
    pub description: String,
    /// What a changeset's summary says below its first line; none for commits, whose bodies speak to their reviewers.
    pub body: Option<String>,
    /// What a consumer has to do about a break; present exactly when the change is breaking, and may repeat the description.
    pub breaking: Option<String>,
    /// What it reverts: hashes, whole or the first seven characters and more. A revert that names none names its target's
    /// header in its description.
    #[schemars(default)]
    pub reverts: Vec<String>,
    /// The version that its author wants next for the components it concerns (`Release-As: 2.0.0`), as text of their scheme.
    pub release_as: Option<String>,
    /// The commit that brought it, by its full hash; of a changeset, the one that added the file.
    pub commit: Option<String>,
    /// The number of the pull request that brought it.
    pub pull_request: Option<u64>,
    /// The labels of that pull request.
    #[schemars(default)]
    pub labels: Vec<String>,
    /// Where it comes from.
    #[schemars(default = "Origin::given")]
    pub origin: Origin,
    /// When it was made, UTC.
    #[schemars(with = "Option<String>", extend("format" = "date-time"))]
    pub at: Option<Timestamp>,
    /// Its place in history: of two changes the one with the greater number is newer. It tells what the time cannot: commits
    /// that were rebased together share a second.
    pub order: Option<u64>,
    /// Who made it, as the origin names them.
    pub author: Option<String>,
    /// The name under which the author, or whoever opened the pull request, is known to the host.
    pub login: Option<String>,
}

reads!(Change as "greenboard/change/1" {
    id,
    bumps = BTreeMap::new(),
    kind as "type",
    scope,
    description,
    body = None,
    breaking,
    reverts = Vec::new(),
    release_as = None,
    commit = None,
    pull_request = None,
    labels = Vec::new(),
    origin = Origin::given(),
    at,
    order = None,
    author,
    login = None,
});

/// Where a change comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Origin {
    /// A commit's message.
    Commit,
    /// A changeset file.
    Changeset,
    /// Given outright by the caller.
    Given,
}

impl Origin {
    /// Every origin.
    pub const ALL: [Self; 3] = [Self::Commit, Self::Changeset, Self::Given];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Commit => "commit",
            Self::Changeset => "changeset",
            Self::Given => "given",
        }
    }

    /// Where a change comes from unless it says so.
    fn given() -> Self {
        Self::Given
    }
}

names!(Origin: "origin");

impl Change {
    /// A change given outright.
    pub fn new(id: impl Into<String>, description: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            bumps: BTreeMap::new(),
            kind: None,
            scope: None,
            description: description.into(),
            body: None,
            breaking: None,
            reverts: Vec::new(),
            release_as: None,
            commit: None,
            pull_request: None,
            labels: Vec::new(),
            origin: Origin::Given,
            at: None,
            order: None,
            author: None,
            login: None,
        }
    }
    /// Asking this of a component's next version; the greater of two demands stands.
    #[must_use]
    pub fn with_bump(mut self, component: impl Into<String>, bump: Bump) -> Self {
        let entry = self.bumps.entry(component.into()).or_default();
        *entry = bump.max(*entry);
        self
    }
    /// With a Conventional Commits type.
    #[must_use]
    pub fn with_type(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }
    /// With a scope.
    #[must_use]
    pub fn with_scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }
    /// With more to say than the one line.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }
    /// Breaking, with what a consumer has to do.
    #[must_use]
    pub fn with_breaking(mut self, note: impl Into<String>) -> Self {
        self.breaking = Some(note.into());
        self
    }
    /// Reverting the commits with these hashes.
    #[must_use]
    pub fn with_reverts<H: Into<String>>(mut self, hashes: impl IntoIterator<Item = H>) -> Self {
        self.reverts.extend(hashes.into_iter().map(Into::into));
        self
    }
    /// Wanting this version next for the components it concerns.
    #[must_use]
    pub fn with_release_as(mut self, version: impl Into<String>) -> Self {
        self.release_as = Some(version.into());
        self
    }
    /// Brought by this commit.
    #[must_use]
    pub fn with_commit(mut self, hash: impl Into<String>) -> Self {
        self.commit = Some(hash.into());
        self
    }
    /// Brought by this pull request.
    #[must_use]
    pub fn with_pull_request(mut self, number: u64) -> Self {
        self.pull_request = Some(number);
        self
    }
    /// With one more label.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>) -> Self {
        self.labels.push(label.into());
        self
    }
    /// Made at this time.
    #[must_use]
    pub fn with_at(mut self, at: Timestamp) -> Self {
        self.at = Some(at);
        self
    }
    /// At this place in history; see [`order`](Self::order).
    #[must_use]
    pub fn with_order(mut self, order: u64) -> Self {
        self.order = Some(order);
        self
    }
    /// Made by this person.
    #[must_use]
    pub fn with_author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
    /// Made by whom the host knows under this name.
    #[must_use]
    pub fn with_login(mut self, login: impl Into<String>) -> Self {
        self.login = Some(login.into());
        self
    }
    /// From this origin.
    #[must_use]
    pub fn with_origin(mut self, origin: Origin) -> Self {
        self.origin = origin;
        self
    }

    /// What tells newer changes from older ones: newer is greater, whatever order they are given in. The place in history
    /// counts first, then the time; what neither tells apart goes by id.
    ///
    /// ```
    /// use greenboard::change::Change;
    /// let at = "2026-11-02T09:00:00Z".parse().unwrap();
    /// let [older, newer] = [(1, "b"), (2, "a")].map(|(order, id)| Change::new(id, "x").with_at(at).with_order(order));
    /// assert!(newer.recency() > older.recency());
    /// ```
    pub fn recency(&self) -> impl Ord + use<'_> {
        (self.order, self.at, self.id.as_str())
    }

    /// How much it asks of this component's next version.
    pub fn bump_of(&self, component: &str) -> Bump {
        self.bumps.get(component).copied().unwrap_or_default()
    }
}

/// A commit as its repository tells it; [`from_commit`](super::from_commit) reads the changes in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Commit {
    /// Its full hash, in lower-case hexadecimal.
    pub id: String,
    /// Its whole message.
    pub message: String,
    /// Who wrote it: a name, an address, or `Name <address>`.
    pub author: Option<String>,
    /// When it was committed, UTC.
    #[schemars(with = "String", extend("format" = "date-time"))]
    pub at: Timestamp,
    /// Its place in history: of two commits the one with the greater number is newer.
    pub order: Option<u64>,
    /// The number of the pull request whose branch it is of, where a merge commit says so.
    pub pull_request: Option<u64>,
    /// The files it touches, relative to the repository's root, `/` between parts.
    #[schemars(default)]
    pub paths: Vec<String>,
}

reads!(Commit { id, message, author = None, at, order = None, pull_request = None, paths = Vec::new() });

impl Commit {
    /// A commit without author and paths.
    pub fn new(id: impl Into<String>, message: impl Into<String>, at: Timestamp) -> Self {
        let (id, message) = (id.into(), message.into());
        Self { id, message, author: None, at, order: None, pull_request: None, paths: Vec::new() }
    }
    /// At this place in history; see [`order`](Self::order).
    #[must_use]
    pub fn with_order(mut self, order: u64) -> Self {
        self.order = Some(order);
        self
    }
    /// Of this pull request's branch.
    #[must_use]
    pub fn with_pull_request(mut self, number: u64) -> Self {
        self.pull_request = Some(number);
        self
    }
    /// Written by this person.
    #[must_use]
    pub fn with_author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
    /// Touching these files.
    #[must_use]
    pub fn with_paths<P: Into<String>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        self.paths.extend(paths.into_iter().map(Into::into));
        self
    }
}
