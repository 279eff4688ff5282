//! What a rule decides for its components.

use super::choice::{Dependents, FirstRelease, Peers, Propagation, Ranges, Rewrite};
use crate::change::{ChangelogLayout, Levels};
use crate::document::{Fields, Node, Read, Value};
use crate::plan::versioning::Versioning;
use schemars::JsonSchema;
use serde::Serialize;

/// What a rule decides for its components. In a document each is left to the rule's preset unless it is given.
///
/// ```
/// use greenboard::plan::{Options, Propagation};
/// let options = Options::default().with_propagation(Propagation::Always);
/// assert!(!options.strict);
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Options {
    /// How a bump moves a version.
    #[schemars(with = "Option<Versioning>")]
    pub versioning: Versioning,
    /// What a commit asks for by its type, where that is not left to how the commits were read.
    pub levels: Option<Levels>,
    /// The sections of changelogs, by the types of commits; none for greenboard's own.
    pub changelog: Option<ChangelogLayout>,
    /// When a release calls for releases of its dependents.
    #[schemars(with = "Option<Propagation>")]
    pub propagation: Propagation,
    /// What it then asks of them.
    #[schemars(with = "Option<Dependents>")]
    pub dependents: Dependents,
    /// What it asks of those that have it as a peer.
    #[schemars(with = "Option<Peers>")]
    pub peers: Peers,
    /// Whether a prerelease is as good as the release that it leads to, when it is asked whether dependents have to follow. Their
    /// requirements are rewritten all the same where they do not admit it.
    #[schemars(with = "Option<bool>")]
    pub prereleases_admitted: bool,
    /// How requirements inside the workspace are read and written.
    #[schemars(with = "Option<Ranges>")]
    pub ranges: Ranges,
    /// Whether only requirements under `workspace:` count.
    #[schemars(with = "Option<bool>")]
    pub workspace_protocol_only: bool,
    /// When requirements that admit the new version are rewritten.
    #[schemars(with = "Option<Rewrite>")]
    pub rewrite: Rewrite,
    /// Whether a requirement on a peer is also rewritten where it admits the new version, for a release of any size.
    #[schemars(with = "Option<bool>")]
    pub rewrite_peers: bool,
    /// Whether private components are versioned; otherwise they are left out as if ignored.
    #[schemars(with = "Option<bool>")]
    pub version_private: bool,
    /// Whether releases of private components are tagged.
    #[schemars(with = "Option<bool>")]
    pub tag_private: bool,
    /// Whether an arriving train also releases what the policy leaves alone, as version 2 of changesets does.
    #[schemars(with = "Option<bool>")]
    pub exit_ignored: bool,
    /// The version of a first release.
    #[schemars(with = "Option<FirstRelease>")]
    pub first_release: FirstRelease,
    /// Whether changeset files that name an unknown component, or ignored ones among others, are an error; otherwise there is
    /// a warning.
    #[schemars(with = "Option<bool>")]
    pub strict: bool,
    /// How releases are tagged, with `{name}`, `{package}`, `{unscoped}` (the package without npm's scope), `{path}`
    /// and `{version}` filled in, where the component does not say so
    /// itself; none for `v{version}` of a workspace's only component in its root, and `{name}@{version}` otherwise.
    pub tag: Option<String>,
    /// The dist-tag of releases, where neither a train nor the component says so.
    pub dist_tag: Option<String>,
    /// What stands after the base of a snapshot's version, where the snapshot does not say so itself.
    pub snapshot_template: Option<String>,
    /// Whether the base of a snapshot is the version that a release would have, where the snapshot does not say so itself.
    #[schemars(with = "Option<bool>")]
    pub snapshot_calculated: bool,
    /// Who may install what is released, in the registry's own word, where the component does not say so itself.
    pub access: Option<String>,
}

impl Options {
    /// With another way to move versions.
    #[must_use]
    pub fn with_versioning(mut self, versioning: impl Into<Versioning>) -> Self {
        self.versioning = versioning.into();
        self
    }
    /// With commits asking for what their types say here.
    #[must_use]
    pub fn with_levels(mut self, levels: Levels) -> Self {
        self.levels = Some(levels);
        self
    }
    /// With changelogs in these sections.
    #[must_use]
    pub fn with_changelog(mut self, layout: ChangelogLayout) -> Self {
        self.changelog = Some(layout);
        self
    }
    /// With another choice of when dependents follow.
    #[must_use]
    pub fn with_propagation(mut self, propagation: Propagation) -> Self {
        self.propagation = propagation;
        self
    }
    /// With another bump of the dependents that follow.
    #[must_use]
    pub fn with_dependents(mut self, dependents: Dependents) -> Self {
        self.dependents = dependents;
        self
    }
    /// With another rule for peers.
    #[must_use]
    pub fn with_peers(mut self, peers: Peers) -> Self {
        self.peers = peers;
        self
    }
    /// With prereleases as good as their releases, or not.
    #[must_use]
    pub fn with_prereleases_admitted(mut self, admitted: bool) -> Self {
        self.prereleases_admitted = admitted;
        self
    }
    /// With another choice of when requirements are rewritten.
    #[must_use]
    pub fn with_rewrite(mut self, rewrite: Rewrite) -> Self {
        self.rewrite = rewrite;
        self
    }
    /// With private components versioned, or not.
    #[must_use]
    pub fn with_version_private(mut self, versioned: bool) -> Self {
        self.version_private = versioned;
        self
    }
    /// With another rule for first releases.
    #[must_use]
    pub fn with_first_release(mut self, first: FirstRelease) -> Self {
        self.first_release = first;
        self
    }
    /// With releases tagged so.
    #[must_use]
    pub fn with_tag(mut self, pattern: impl Into<String>) -> Self {
        self.tag = Some(pattern.into());
        self
    }
}

/// Implements the reading of options over those of a preset: what is left out, or null, stays.
macro_rules! over {
    ($($field:ident),+ $(,)?) => {
        impl Options {
            /// The keys in documents.
            pub(super) const KEYS: &'static [&'static str] = &[$(stringify!($field)),+];

            /// Takes from a map what it gives.
            pub(super) fn take(&mut self, fields: &Fields<'_>) -> crate::Result<()> {
                $({
                    let value = fields.with(stringify!($field), |node| match node.value {
                        Value::Null => Ok(None),
                        _ => Read::read(node).map(Some),
                    })?;
                    if let Some(value) = value.flatten() {
                        self.$field = value;
                    }
                })+
                Ok(())
            }

            /// The names of those that are not as in `other`.
            pub(in crate::plan) fn differing(&self, other: &Self) -> Vec<&'static str> {
                let mut names = Vec::new();
                $(if self.$field != other.$field {
                    names.push(stringify!($field));
                })+
                names
            }
        }
    };
}

over!(
    versioning,
    levels,
    changelog,
    propagation,
    dependents,
    peers,
    prereleases_admitted,
    ranges,
    workspace_protocol_only,
    rewrite,
    rewrite_peers,
    version_private,
    tag_private,
    exit_ignored,
    first_release,
    strict,
    tag,
    dist_tag,
    snapshot_template,
    snapshot_calculated,
    access,
);

impl Options {
    /// Takes from a map of options only.
    pub(super) fn take_all(&mut self, node: &Node) -> crate::Result<()> {
        self.take(&Fields::of(node, None, Self::KEYS)?)
    }
}
