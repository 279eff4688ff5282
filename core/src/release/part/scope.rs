//! What goes out with a release.

use crate::document::{names, reads};
use crate::fact::Subject;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// One thing that goes out with a release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ScopeItem {
    /// What it is called by.
    pub id: String,
    /// What sort of thing it is.
    #[schemars(default)]
    pub kind: ItemKind,
    /// What it is: component, version and the digest of the artefact, of the configuration, of the migration.
    pub subject: Subject,
    /// What people call it.
    pub title: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Who wrote it: none of them may approve.
    #[schemars(default)]
    pub authors: Vec<String>,
    /// The version that it takes the place of, to which it is rolled back.
    pub from: Option<String>,
    /// The recorded change that it is for: a change request, a ticket.
    pub change: Option<String>,
    /// The commits that it is made of.
    #[schemars(default)]
    pub commits: Vec<String>,
    /// When the first of them was made.
    #[schemars(with = "Option<String>")]
    pub first_commit_at: Option<Timestamp>,
    /// How it stands.
    #[schemars(default)]
    pub status: ItemStatus,
    /// Who accepted it.
    pub accepted_by: Option<String>,
    /// When it was accepted.
    #[schemars(with = "Option<String>")]
    pub accepted_at: Option<Timestamp>,
}

reads!(ScopeItem { id, kind = ItemKind::default(), subject, title, owner, authors = Vec::new(), from, change, commits = Vec::new(), first_commit_at, status = ItemStatus::default(), accepted_by, accepted_at });

impl ScopeItem {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, subject: Subject) -> Self {
        Self {
            id: id.into(),
            kind: ItemKind::default(),
            subject,
            title: None,
            owner: None,
            authors: Vec::new(),
            from: None,
            change: None,
            commits: Vec::new(),
            first_commit_at: None,
            status: ItemStatus::default(),
            accepted_by: None,
            accepted_at: None,
        }
    }

    /// With `kind`: what sort of thing it is.
    #[must_use]
    pub fn with_kind(mut self, kind: ItemKind) -> Self {
        self.kind = kind;
        self
    }

    /// With `title`: what people call it.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// With `owner`: who answers for it.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// With `authors`: who wrote it: none of them may approve.
    #[must_use]
    pub fn with_authors(mut self, authors: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.authors = authors.into_iter().map(Into::into).collect();
        self
    }

    /// With `from`: the version that it takes the place of, to which it is rolled back.
    #[must_use]
    pub fn with_from(mut self, from: impl Into<String>) -> Self {
        self.from = Some(from.into());
        self
    }

    /// With `change`: the recorded change that it is for: a change request, a ticket.
    #[must_use]
    pub fn with_change(mut self, change: impl Into<String>) -> Self {
        self.change = Some(change.into());
        self
    }

    /// With `commits`: the commits that it is made of.
    #[must_use]
    pub fn with_commits(mut self, commits: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.commits = commits.into_iter().map(Into::into).collect();
        self
    }

    /// With `first_commit_at`: when the first of them was made.
    #[must_use]
    pub fn with_first_commit_at(mut self, first_commit_at: Timestamp) -> Self {
        self.first_commit_at = Some(first_commit_at);
        self
    }

    /// With `status`: how it stands.
    #[must_use]
    pub fn with_status(mut self, status: ItemStatus) -> Self {
        self.status = status;
        self
    }

    /// With `accepted_by`: who accepted it.
    #[must_use]
    pub fn with_accepted_by(mut self, accepted_by: impl Into<String>) -> Self {
        self.accepted_by = Some(accepted_by.into());
        self
    }

    /// With `accepted_at`: when it was accepted.
    #[must_use]
    pub fn with_accepted_at(mut self, accepted_at: Timestamp) -> Self {
        self.accepted_at = Some(accepted_at);
        self
    }
}

/// What sort of thing goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ItemKind {
    /// A component at a version.
    #[default]
    ComponentVersion,
    /// Settings.
    Configuration,
    /// Machines, networks, what carries the components.
    Infrastructure,
    /// A migration of data or schema.
    Data,
    /// A feature flag, turned on or off.
    Flag,
}

names!(ItemKind: "kind of item");

impl ItemKind {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::ComponentVersion, Self::Configuration, Self::Infrastructure, Self::Data, Self::Flag];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ComponentVersion => "component_version",
            Self::Configuration => "configuration",
            Self::Infrastructure => "infrastructure",
            Self::Data => "data",
            Self::Flag => "flag",
        }
    }
}

/// How an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ItemStatus {
    /// Somebody asks for it.
    #[default]
    Proposed,
    /// It is part of the release.
    Accepted,
    /// It is part of it, and on its way.
    Tracked,
    /// It may not make it.
    AtRisk,
    /// It is not part of it any more.
    Removed,
    /// It went out.
    Shipped,
}

names!(ItemStatus: "status of an item");

impl ItemStatus {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Proposed, Self::Accepted, Self::Tracked, Self::AtRisk, Self::Removed, Self::Shipped];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Tracked => "tracked",
            Self::AtRisk => "at_risk",
            Self::Removed => "removed",
            Self::Shipped => "shipped",
        }
    }
}
