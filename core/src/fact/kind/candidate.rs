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
    /// Whether a fact that speaks of `version` speaks of this candidate: its version, its tag, the digest of its artefact, its
    /// commit, or the first seven digits of that or more.
    ///
    /// ```
    /// use greenboard::fact::Candidate;
    ///
    /// let candidate = Candidate::new("payments").with_version("1.4.0").with_commit("9fceb02d0ae598e95dc970b74767f19372d61af8");
    /// assert!(candidate.is_called("1.4.0") && candidate.is_called("9fceb02"));
    /// assert!(!candidate.is_called("9fceb0") && !candidate.is_called("1.4"));
    /// ```
    pub fn is_called(&self, version: &str) -> bool {
        let names = [&self.version, &self.tag, &self.digest];
        names.into_iter().flatten().any(|name| name == version)
            || self.commit.as_deref().is_some_and(|commit| is_same_commit(commit, version))
    }

    /// Whether it says which version it is, by any name.
    pub(crate) fn is_named(&self) -> bool {
        [&self.version, &self.tag, &self.digest, &self.commit].into_iter().any(Option::is_some)
    }

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

/// The fewest digits that a commit is known by.
pub(in crate::fact) const FEWEST_DIGITS: usize = 7;

/// Whether two texts name one commit: the same, or one of them the first digits of the other, in lower case.
pub(in crate::fact) fn is_same_commit(one: &str, other: &str) -> bool {
    one == other || is_commit(one) && is_commit(other) && (one.starts_with(other) || other.starts_with(one))
}

/// Whether a text may be a commit, or the first digits of one.
pub(in crate::fact) fn is_commit(text: &str) -> bool {
    (FEWEST_DIGITS..=64).contains(&text.len())
        && text.bytes().all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit))
}
