//! What is meant to go out.

use crate::document::{Extra, reads};
use crate::fact::{ChangeType, Source};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What is meant to go out: a version of a component, and who made it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Candidate {
    /// The component.
    pub component: String,
    /// Its version.
    pub version: Option<String>,
    /// The digest of its artefact.
    pub digest: Option<String>,
    /// Its tag; facts about the tag are about this version.
    pub tag: Option<String>,
    /// The commit that it is built from; facts about the commit, or seven digits of it or more, are about this version.
    pub commit: Option<String>,
    /// Who wrote what is in it: they do not approve it.
    #[schemars(default)]
    pub authors: Vec<String>,
    /// Who asked for the release.
    pub requested_by: Option<String>,
    /// The kind of process that it goes through.
    #[schemars(default)]
    pub change_type: ChangeType,
    /// Its change request.
    pub change_request: Option<String>,
    /// The digest of what is to be approved: plan, change set or artefact.
    pub scope: Option<String>,
    /// The version that it takes the place of.
    pub previous: Option<String>,
    /// The tool that says so; `given` where the caller does.
    #[schemars(default)]
    pub source: Source,
    /// When it was put forward.
    #[schemars(with = "Option<String>")]
    pub observed_at: Option<Timestamp>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Candidate keeping extra { component, version, digest, tag, commit, authors = Vec::new(), requested_by, change_type = ChangeType::default(), change_request, scope, previous, source = Source::given(), observed_at });

impl Candidate {
    /// With nothing said beyond this.
    pub fn new(component: impl Into<String>) -> Self {
        Self {
            component: component.into(),
            version: None,
            digest: None,
            tag: None,
            commit: None,
            authors: Vec::new(),
            requested_by: None,
            change_type: ChangeType::default(),
            change_request: None,
            scope: None,
            previous: None,
            source: Source::given(),
            observed_at: None,
            extra: Extra::default(),
        }
    }

    /// With `version`: its version.
    #[must_use]
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// With `digest`: the digest of its artefact.
    #[must_use]
    pub fn with_digest(mut self, digest: impl Into<String>) -> Self {
        self.digest = Some(digest.into());
        self
    }

    /// With `tag`: its tag; facts about the tag are about this version.
    #[must_use]
    pub fn with_tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }

    /// With `commit`: the commit that it is built from; facts about the commit, or seven digits of it or more, are about this version.
    #[must_use]
    pub fn with_commit(mut self, commit: impl Into<String>) -> Self {
        self.commit = Some(commit.into());
        self
    }

    /// With `authors`: who wrote what is in it: they do not approve it.
    #[must_use]
    pub fn with_authors(mut self, authors: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.authors = authors.into_iter().map(Into::into).collect();
        self
    }

    /// With `requested_by`: who asked for the release.
    #[must_use]
    pub fn with_requested_by(mut self, requested_by: impl Into<String>) -> Self {
        self.requested_by = Some(requested_by.into());
        self
    }

    /// With `change_type`: the kind of process that it goes through.
    #[must_use]
    pub fn with_change_type(mut self, change_type: ChangeType) -> Self {
        self.change_type = change_type;
        self
    }

    /// With `change_request`: its change request.
    #[must_use]
    pub fn with_change_request(mut self, change_request: impl Into<String>) -> Self {
        self.change_request = Some(change_request.into());
        self
    }

    /// With `scope`: the digest of what is to be approved: plan, change set or artefact.
    #[must_use]
    pub fn with_scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// With `previous`: the version that it takes the place of.
    #[must_use]
    pub fn with_previous(mut self, previous: impl Into<String>) -> Self {
        self.previous = Some(previous.into());
        self
    }

    /// With `source`: the tool that says so; `given` where the caller does.
    #[must_use]
    pub fn with_source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }

    /// With `observed_at`: when it was put forward.
    #[must_use]
    pub fn with_observed_at(mut self, observed_at: Timestamp) -> Self {
        self.observed_at = Some(observed_at);
        self
    }
}
