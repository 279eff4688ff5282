//! The values: what is versioned and released, and what it depends on.

use super::manifest::Ecosystem;
use crate::document::{Fields, Node, ReadUnder, names, reads};
use crate::version::{Requirement, Scheme, Version};
use schemars::JsonSchema;
use serde::Serialize;

/// A thing that is versioned and released: a crate, an npm package, a service, a chart.
///
/// ```
/// use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem};
/// use greenboard::{Requirement, Scheme, Version};
///
/// let range = Requirement::parse_as(Scheme::Npm, "^1.2.0")?;
/// let app = Component::new("@acme/app", Ecosystem::Npm, "packages/app")
///     .with_version(Version::parse_as(Scheme::Npm, "2.0.0")?)
///     .with_dependency(Dependency::new("@acme/core", DependencyKind::Normal, range));
/// assert_eq!(app.dependencies[0].text, "^1.2.0");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Component {
    /// Its name, unique in the workspace.
    pub name: String,
    /// Its name in its ecosystem, by which consumers there ask for it; the same as `name`, unless components of two
    /// ecosystems share it.
    #[schemars(with = "Option<String>")]
    pub package: String,
    /// The ecosystem whose manifest declares it.
    pub ecosystem: Ecosystem,
    /// The rules that its version follows; the ecosystem's own unless said otherwise.
    #[schemars(with = "Option<Scheme>")]
    pub scheme: Scheme,
    /// The repository it lives in, by the organisation's name for it; none where there is but one. Paths then begin with the
    /// folder of that repository.
    pub repository: Option<String>,
    /// The folder it lives in, relative to the repository's root, `/` between parts; empty for the root itself.
    #[schemars(default)]
    pub path: String,
    /// Its present version; none where its manifest states none.
    pub version: Option<Version>,
    /// The manifest that states this version for several components at once, such as the root's `Cargo.toml` for
    /// `version.workspace = true`; relative to the repository's root. None where its own manifest states it for it alone.
    pub version_from: Option<String>,
    /// Where its present version is to be found.
    #[schemars(default)]
    pub version_source: VersionSource,
    /// What it packages, in that thing's own version (a Helm chart's `appVersion`), as written; none where it packages nothing
    /// else.
    pub app_version: Option<String>,
    /// The file that declares it, relative to the repository's root; none where nothing but a workspace file does.
    pub manifest: Option<String>,
    /// Whether it is kept out of the public registry (`publish = false`, `"private": true`).
    #[schemars(default)]
    pub private: bool,
    /// Whether others release it (a vendor's API): it is depended on, and never in a plan.
    #[schemars(default)]
    pub external: bool,
    /// Who answers for it, as the workspace names them.
    #[schemars(default)]
    pub owners: Vec<String>,
    /// How much depends on it, in the organisation's own words: gates select by it.
    pub tier: Option<String>,
    /// How its releases are tagged, with `{name}`, `{package}`, `{path}` and `{version}` filled in; none for the policy's own way.
    pub tag: Option<String>,
    /// How it is published, as far as its manifest says so.
    #[schemars(default)]
    pub publishing: Publishing,
    /// What it depends on, in the manifest's order, dependencies outside the workspace included.
    #[schemars(default)]
    pub dependencies: Vec<Dependency>,
}

impl Component {
    /// A public component without dependencies, under the ecosystem's own scheme.
    pub fn new(name: impl Into<String>, ecosystem: Ecosystem, path: impl Into<String>) -> Self {
        let name = name.into();
        Self {
            package: name.clone(),
            name,
            ecosystem,
            scheme: ecosystem.scheme(),
            repository: None,
            path: path.into(),
            version: None,
            version_from: None,
            version_source: VersionSource::default(),
            app_version: None,
            manifest: None,
            private: false,
            external: false,
            owners: Vec::new(),
            tier: None,
            tag: None,
            publishing: Publishing::default(),
            dependencies: Vec::new(),
        }
    }
    /// In this repository of an organisation.
    #[must_use]
    pub fn with_repository(mut self, repository: impl Into<String>) -> Self {
        self.repository = Some(repository.into());
        self
    }
    /// At this version, and under its scheme.
    #[must_use]
    pub fn with_version(mut self, version: Version) -> Self {
        self.scheme = version.scheme();
        self.version = Some(version);
        self
    }
    /// With a version that this manifest states, for it and for all others that take theirs from there.
    ///
    /// ```
    /// use greenboard::component::{Component, Ecosystem};
    /// let component = Component::new("core", Ecosystem::Cargo, "core").with_version_from("Cargo.toml");
    /// assert_eq!(component.version_from.as_deref(), Some("Cargo.toml"));
    /// ```
    #[must_use]
    pub fn with_version_from(mut self, manifest: impl Into<String>) -> Self {
        self.version_from = Some(manifest.into());
        self
    }
    /// With its present version to be found there.
    #[must_use]
    pub fn with_version_source(mut self, source: VersionSource) -> Self {
        self.version_source = source;
        self
    }
    /// Packaging this version of something else.
    #[must_use]
    pub fn with_app_version(mut self, version: impl Into<String>) -> Self {
        self.app_version = Some(version.into());
        self
    }
    /// Declared by this file.
    #[must_use]
    pub fn with_manifest(mut self, manifest: impl Into<String>) -> Self {
        self.manifest = Some(manifest.into());
        self
    }
    /// Released by others, or not.
    #[must_use]
    pub fn with_external(mut self, external: bool) -> Self {
        self.external = external;
        self
    }
    /// In this tier.
    #[must_use]
    pub fn with_tier(mut self, tier: impl Into<String>) -> Self {
        self.tier = Some(tier.into());
        self
    }
    /// Answered for by one more person or team.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owners.push(owner.into());
        self
    }
    /// With its releases tagged so, such as `{name}@{version}`.
    #[must_use]
    pub fn with_tag(mut self, pattern: impl Into<String>) -> Self {
        self.tag = Some(pattern.into());
        self
    }
    /// Published so.
    #[must_use]
    pub fn with_publishing(mut self, publishing: Publishing) -> Self {
        self.publishing = publishing;
        self
    }
    /// Known to its ecosystem under another name than its own.
    #[must_use]
    pub fn with_package(mut self, package: impl Into<String>) -> Self {
        self.package = package.into();
        self
    }
    /// Kept out of the public registry, or not.
    #[must_use]
    pub fn with_private(mut self, private: bool) -> Self {
        self.private = private;
        self
    }
    /// Says of each requirement in another scheme than the component's own which one it is, so that it can be read again.
    pub(super) fn name_schemes(&mut self) {
        let own = self.scheme;
        for dependency in &mut self.dependencies {
            if let Some(requirement) = &dependency.requirement
                && requirement.scheme() != dependency.scheme.unwrap_or(own)
            {
                dependency.scheme = Some(requirement.scheme());
            }
        }
    }
    /// With one more dependency.
    #[must_use]
    pub fn with_dependency(mut self, dependency: Dependency) -> Self {
        self.dependencies.push(dependency);
        self
    }
}

reads!(Component as "greenboard/component/1" {
    name: String,
    package = name.clone(),
    ecosystem: Ecosystem,
    scheme = ecosystem.scheme(),
    repository = None,
    path = String::new(),
    version under scheme,
    version_from = None,
    version_source = VersionSource::default(),
    app_version = None,
    manifest = None,
    private = false,
    external = false,
    owners = Vec::new(),
    tier,
    tag = None,
    publishing = Publishing::default(),
    dependencies under scheme = Vec::new(),
});

/// How a component is published, as far as its manifest or its workspace says so.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Publishing {
    /// Who may install it, in the registry's own word (npm's `public` and `restricted`).
    pub access: Option<String>,
    /// The registry it goes to, by address or by the name that its ecosystem's configuration gives it.
    pub registry: Option<String>,
    /// The dist-tag that a release is found under.
    pub dist_tag: Option<String>,
    /// The command that publishes it, program and arguments; none for its ecosystem's own.
    pub command: Option<Vec<String>>,
}

reads!(Publishing { access = None, registry = None, dist_tag = None, command = None });

/// Where the present version of a component is to be found.
///
/// ```
/// use greenboard::component::{Ecosystem, VersionSource, manifest};
/// use std::collections::BTreeMap;
///
/// let files = BTreeMap::from([("go.mod".to_owned(), "module example.com/core\n".to_owned())]);
/// let workspace = manifest::read(&files)?;
/// assert_eq!(workspace.get("example.com/core").unwrap().version_source, VersionSource::Tag);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VersionSource {
    /// A file states it: its own manifest, or [`Component::version_from`].
    #[default]
    Manifest,
    /// The tags of its repository, and no file (a Go module).
    Tag,
    /// Its build works it out (Python's `dynamic = ["version"]`); no file that can be read states it.
    Build,
}

impl VersionSource {
    /// Every source.
    pub const ALL: [Self; 3] = [Self::Manifest, Self::Tag, Self::Build];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Manifest => "manifest",
            Self::Tag => "tag",
            Self::Build => "build",
        }
    }
}

names!(VersionSource: "version source");

/// An edge from a component to what it uses.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Dependency {
    /// The provider's name in the consumer's ecosystem; where the manifest renames it, the name it really has.
    pub name: String,
    /// How it is used.
    #[schemars(default = "DependencyKind::normal")]
    pub kind: DependencyKind,
    /// The requirement as the manifest writes it, such as `workspace:^` or `^1.2`; the requirement itself unless said otherwise,
    /// empty where there is none.
    #[schemars(with = "Option<String>")]
    pub text: String,
    /// The requirement it stands for; none where the text names no versions (a path, a git address, a dist-tag).
    pub requirement: Option<Requirement>,
    /// The scheme of the requirement, where that is not the consumer's own: of an edge across ecosystems, the provider's.
    pub scheme: Option<Scheme>,
    /// Whether the manifest ties it to the copy in the same repository (`path = …`, `workspace:`, `link:`).
    #[schemars(default)]
    pub local: bool,
    /// The component of the workspace that provides it, where that is said outright: an edge from one ecosystem to another. None
    /// where the name and the consumer's ecosystem tell.
    pub component: Option<String>,
    /// The file that holds the text, where that is not the consumer's own manifest: the root's `Cargo.toml` for
    /// `workspace = true`, the file of a catalog.
    pub stated_in: Option<String>,
    /// Whether the consumer does without it where it is missing. True of every [`Optional`](DependencyKind::Optional) one,
    /// and of build and peer dependencies marked so.
    #[schemars(default)]
    pub optional: bool,
}

impl Dependency {
    /// An edge whose requirement is written as itself.
    pub fn new(name: impl Into<String>, kind: DependencyKind, requirement: Requirement) -> Self {
        Self {
            name: name.into(),
            kind,
            text: requirement.to_string(),
            requirement: Some(requirement),
            scheme: None,
            local: false,
            component: None,
            stated_in: None,
            optional: kind == DependencyKind::Optional,
        }
    }
    /// An edge that names no versions; `text` is what the manifest says instead.
    pub fn unversioned(name: impl Into<String>, kind: DependencyKind, text: impl Into<String>) -> Self {
        let optional = kind == DependencyKind::Optional;
        Self {
            name: name.into(),
            kind,
            text: text.into(),
            requirement: None,
            scheme: None,
            local: false,
            component: None,
            stated_in: None,
            optional,
        }
    }
    /// With the manifest's own text for it.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }
    /// With its requirement in this scheme, not the consumer's own.
    #[must_use]
    pub fn with_scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = Some(scheme);
        self
    }
    /// Tied to the copy in the same repository, or not.
    #[must_use]
    pub fn with_local(mut self, local: bool) -> Self {
        self.local = local;
        self
    }
    /// Provided by this component of the workspace, whatever its ecosystem.
    #[must_use]
    pub fn with_component(mut self, component: impl Into<String>) -> Self {
        self.component = Some(component.into());
        self
    }
    /// Stated in this file, not in the consumer's own manifest.
    #[must_use]
    pub fn with_stated_in(mut self, file: impl Into<String>) -> Self {
        self.stated_in = Some(file.into());
        self
    }
    /// Optional, or needed.
    #[must_use]
    pub fn with_optional(mut self, optional: bool) -> Self {
        self.optional = optional;
        self
    }
}

impl ReadUnder<Scheme> for Dependency {
    /// An edge whose requirement is in `scheme`'s notation, unless it says another; its text is the requirement's own where it is left out.
    fn read_under(scheme: &Scheme, node: &Node) -> crate::Result<Self> {
        let fields = Fields::of(
            node,
            None,
            &["name", "kind", "text", "requirement", "scheme", "local", "component", "stated_in", "optional"],
        )?;
        let own_scheme: Option<Scheme> = fields.optional("scheme")?;
        let kind = fields.optional("kind")?.unwrap_or_else(DependencyKind::normal);
        let requirement: Option<Requirement> =
            fields.required_under(&own_scheme.unwrap_or(*scheme), "requirement")?;
        let own = || requirement.as_ref().map(ToString::to_string).unwrap_or_default();
        Ok(Self {
            name: fields.required("name")?,
            kind,
            text: fields.optional("text")?.unwrap_or_else(own),
            scheme: own_scheme,
            local: fields.optional("local")?.unwrap_or(false),
            component: fields.optional("component")?,
            stated_in: fields.optional("stated_in")?,
            optional: fields.optional("optional")?.unwrap_or(kind == DependencyKind::Optional),
            requirement,
        })
    }
}

/// How a consumer uses a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DependencyKind {
    /// At run time, shipped with it.
    Normal,
    /// While it is built.
    Build,
    /// While it is developed or tested; never shipped.
    Dev,
    /// Provided by whoever uses the consumer (npm's `peerDependencies`).
    Peer,
    /// At run time, if it is there.
    Optional,
    /// Called at run time over an interface, and not shipped with it: a service that needs a version of another's API.
    Api,
}

impl DependencyKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Normal, Self::Build, Self::Dev, Self::Peer, Self::Optional, Self::Api];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Build => "build",
            Self::Dev => "dev",
            Self::Peer => "peer",
            Self::Optional => "optional",
            Self::Api => "api",
        }
    }

    /// What an edge is unless said otherwise.
    fn normal() -> Self {
        Self::Normal
    }
}

names!(DependencyKind: "dependency kind");
