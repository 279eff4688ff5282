//! The values: what goes out, at which version, why, and in which order.

use super::cause::Cause;
use super::error::PlanError;
use super::policy::Policy;
use crate::change::Changelog;
use crate::component::{DependencyKind, Ecosystem, Unit};
use crate::document::{names, reads};
use crate::version::{Bump, Scheme, Version};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What would be released next. Made by [`plan`](super::plan()); nothing in it depends on the order of what it was made of.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Plan {
    /// The time it was made for, UTC: the date of calendar versions and changelogs.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// The policy it was made under, with nothing left to defaults.
    pub policy: Policy,
    /// What goes out, in the order in which it goes out: by wave, then by name.
    pub entries: Vec<Entry>,
    /// The order of publication: all units of a wave may go out at once, after all waves before it. By name within one.
    pub waves: Vec<Vec<Unit>>,
    /// Requirements to be rewritten in manifests of components that are not released themselves.
    pub rewrites: Vec<RequirementUpdate>,
    /// Components that the plan touches and does not release, by name.
    pub kept: Vec<Kept>,
    /// What could not be taken into account.
    pub warnings: Vec<Warning>,
}

reads!(Plan as "greenboard/plan/1" { at, policy, entries, waves, rewrites, kept, warnings });

impl Plan {
    /// The entry of a component; none where it is not released.
    pub fn entry(&self, component: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.component == component)
    }

    /// The entry of a component, or the error that says that there is none.
    pub(crate) fn require(&self, component: &str) -> crate::Result<&Entry> {
        let missing = || PlanError::NotPlanned { component: component.to_owned() }.into();
        self.entry(component).ok_or_else(missing)
    }

    /// Whether there is nothing to release.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every requirement that has to be rewritten, in components that are released and in others, by component.
    pub fn requirements(&self) -> impl Iterator<Item = &RequirementUpdate> {
        let released = self.entries.iter().flat_map(|entry| &entry.requirements);
        let mut all: Vec<&RequirementUpdate> = released.chain(&self.rewrites).collect();
        all.sort();
        all.into_iter()
    }

    /// Its canonical JSON, from which [`document::parse`](crate::document::parse) reads an equal plan.
    ///
    /// # Errors
    /// `document.*`, for a plan that was built by hand of what JSON cannot hold.
    pub fn to_json(&self) -> crate::Result<String> {
        crate::document::emit(self)
    }
}

/// One component's release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Entry {
    /// The component's name.
    pub component: String,
    /// Its name in its ecosystem.
    #[schemars(with = "Option<String>")]
    pub package: String,
    /// The ecosystem it is published in.
    pub ecosystem: Ecosystem,
    /// The scheme of both versions.
    pub scheme: Scheme,
    /// The folder it lives in, relative to the repository's root; empty for the root itself.
    pub path: String,
    /// The file that states its version, relative to the repository's root; none where it is not known which does.
    pub manifest: Option<String>,
    /// The version it has; none for a first release of a component that states none.
    pub old: Option<Version>,
    /// The version it gets.
    pub new: Version,
    /// How much its causes ask for at most. What the version makes of it is up to the policy: under 0.x a break may be a
    /// minor step.
    pub bump: Bump,
    /// The wave it goes out in, counted from 1.
    pub wave: usize,
    /// The released components that have to go out before it, or with it where it is a part of a circle; by name.
    pub after: Vec<String>,
    /// The first by name of the released components that it always shares its version with; none where it has its version to
    /// itself.
    pub fixed_with: Option<String>,
    /// The tag of its release; none where it is not tagged.
    pub tag: Option<String>,
    /// The dist-tag that it can be found under; none where its registry has none.
    pub dist_tag: Option<String>,
    /// Who may install it, in the registry's own word; none where its registry does not ask.
    pub access: Option<String>,
    /// Whether it is kept out of the public registry.
    pub private: bool,
    /// The command that publishes it, program and arguments, to be run in its folder; empty where it is not published.
    pub publish: Vec<String>,
    /// What its release is looked up under in its registry, as a package URL: `pkg:npm/%40acme/core@1.2.0`; none where it is not
    /// published.
    pub registry_key: Option<String>,
    /// Why it is released: what people decided, its changes, oldest first, then its dependencies by name, then its group or its
    /// train. Never empty.
    pub causes: Vec<Cause>,
    /// The requirements to be rewritten in its manifest.
    pub requirements: Vec<RequirementUpdate>,
    /// What the release brings, for people.
    pub changelog: Changelog,
}

reads!(Entry {
    component: String,
    package = component.clone(),
    ecosystem: Ecosystem,
    scheme = ecosystem.scheme(),
    path,
    manifest = None,
    old under scheme,
    new under scheme,
    bump,
    wave,
    after = Vec::new(),
    fixed_with = None,
    tag = None,
    dist_tag = None,
    access = None,
    private = false,
    publish = Vec::new(),
    registry_key = None,
    causes,
    requirements,
    changelog,
});

/// A requirement to be rewritten in a manifest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RequirementUpdate {
    /// The component whose manifest it is.
    pub component: String,
    /// The component depended on.
    pub dependency: String,
    /// How it is depended on.
    pub kind: DependencyKind,
    /// The text in the manifest.
    pub old: String,
    /// The text that takes its place.
    pub new: String,
    /// The file that holds the text, relative to the repository's root.
    pub file: String,
}

reads!(RequirementUpdate { component, dependency, kind, old, new, file });

/// A component that the plan touches and does not release.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Kept {
    /// The component.
    pub component: String,
    /// Why it is not released.
    pub reason: KeptReason,
    /// The releases that touch it, by name; empty where a changeset does.
    pub touched_by: Vec<String>,
}

reads!(Kept { component, reason, touched_by });

/// Why a component is not released though the plan touches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum KeptReason {
    /// A changeset names it and asks for nothing.
    Named,
    /// Only a requirement of it moves that is never shipped.
    Requirement,
    /// It is ignored.
    Ignored,
    /// It is private, and such are not versioned.
    Private,
    /// It states no version.
    NoVersion,
    /// It is not selected this time.
    Held,
    /// Others release it.
    External,
}

impl KeptReason {
    /// Every reason.
    pub const ALL: [Self; 7] = [
        Self::Named,
        Self::Requirement,
        Self::Ignored,
        Self::Private,
        Self::NoVersion,
        Self::Held,
        Self::External,
    ];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Requirement => "requirement",
            Self::Ignored => "ignored",
            Self::Private => "private",
            Self::NoVersion => "no_version",
            Self::Held => "held",
            Self::External => "external",
        }
    }
}

names!(KeptReason: "reason");

/// Something that could not be taken into account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Warning {
    /// The component it is about.
    pub component: String,
    /// What the matter is.
    pub kind: WarningKind,
    /// The sentence for people.
    pub message: String,
}

reads!(Warning { component, kind, message });

/// What could not be taken into account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WarningKind {
    /// Changes name a component that is not in the workspace.
    UnknownComponent,
    /// Changes ask for a release of a private component that has no version, so there is nothing to release.
    NoVersion,
    /// A requirement does not admit the new version and could not be rewritten.
    RequirementLeft,
    /// Something is asked of a component that is not released: it is ignored, or not selected this time.
    Held,
    /// A component that is not released is left behind: what is published of it does not admit the new version of a dependency.
    LeftBehind,
    /// A component is released without what is asked of a dependency of it that is not.
    WithoutDependency,
    /// A version that is wanted next cannot be.
    VersionLeft,
    /// A group names what is not in the workspace.
    GroupMember,
}

impl WarningKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::UnknownComponent,
        Self::NoVersion,
        Self::RequirementLeft,
        Self::Held,
        Self::LeftBehind,
        Self::WithoutDependency,
        Self::VersionLeft,
        Self::GroupMember,
    ];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnknownComponent => "unknown_component",
            Self::NoVersion => "no_version",
            Self::RequirementLeft => "requirement_left",
            Self::Held => "held",
            Self::LeftBehind => "left_behind",
            Self::WithoutDependency => "without_dependency",
            Self::VersionLeft => "version_left",
            Self::GroupMember => "group_member",
        }
    }
}

names!(WarningKind: "warning");
