//! The components of one repository, found by name and in a fixed order.

use super::error::ComponentError;
use super::group::Group;
use super::manifest::{Ecosystem, Files};
use super::types::{Component, Dependency};
use crate::document::{Document, Fields, Node, Read};
use crate::error::Place;
use crate::fact::Identity;
#[cfg(feature = "source")]
use crate::version::Version;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The components of one repository or organisation. Names are unique; iteration is by name.
///
/// ```
/// use greenboard::component::{Component, Ecosystem, Workspace};
///
/// let crates = ["core", "cli"].map(|name| Component::new(name, Ecosystem::Cargo, name));
/// let workspace = Workspace::new(crates)?;
/// assert_eq!(workspace.components().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["cli", "core"]);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workspace {
    components: BTreeMap<String, Component>,
    /// The names of the components whose package has another name than they have. Several of one package live in as many
    /// repositories.
    renamed: BTreeMap<(Ecosystem, String), Vec<String>>,
    groups: Vec<Group>,
    identity: Identity,
}

impl Workspace {
    /// The workspace of an organisation: of several repositories, each in a folder of `files`, by name and folder. Components
    /// that share a name are told apart by their repository (`payments:core`), and an edge leads to the own repository's package
    /// before another's. What a `greenboard.yaml` at the root of `files` says is said of all.
    ///
    /// ```
    /// use greenboard::component::Workspace;
    /// use std::collections::BTreeMap;
    ///
    /// let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    /// let files = BTreeMap::from([
    ///     file("ui/package.json", r#"{"name": "ui", "version": "1.0.0"}"#),
    ///     file("shop/package.json", r#"{"name": "shop", "version": "1.0.0", "dependencies": {"ui": "^1.0.0"}}"#),
    /// ]);
    /// let repositories = ["shop", "ui"].map(|name| (name.to_owned(), name.to_owned()));
    /// let workspace = Workspace::of_repositories(&files, &repositories.into())?;
    /// let shop = workspace.get("shop").unwrap();
    /// assert_eq!(workspace.provider(shop, &shop.dependencies[0]).unwrap().path, "ui");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`manifest::read`](super::manifest::read).
    pub fn of_repositories(
        files: &dyn Files,
        repositories: &BTreeMap<String, String>,
    ) -> crate::Result<Self> {
        super::load::load_all(files, repositories)
    }

    /// A workspace of these components. Two of one name, or of one package in one ecosystem and repository, fail with
    /// `component.duplicate`, which says where both live.
    pub fn new(components: impl IntoIterator<Item = Component>) -> crate::Result<Self> {
        let mut workspace = Self::default();
        for mut component in components {
            component.name_schemes();
            if let Some(first) = workspace.rival(&component) {
                return Err(ComponentError::Duplicate {
                    first: first.path.clone(),
                    second: component.path,
                    name: component.name,
                    place: Place::default(),
                }
                .into());
            }
            if component.package != component.name {
                let key = (component.ecosystem, component.package.clone());
                workspace.renamed.entry(key).or_default().push(component.name.clone());
            }
            workspace.components.insert(component.name.clone(), component);
        }
        Ok(workspace)
    }

    /// The component that leaves no place for this one.
    fn rival(&self, component: &Component) -> Option<&Component> {
        let mut same = self.packages(component.ecosystem, &component.package);
        let same = same.find(|other| other.repository == component.repository);
        self.get(&component.name).or(same)
    }

    /// With these groups of components whose versions go together.
    #[must_use]
    pub fn with_groups(mut self, groups: impl IntoIterator<Item = Group>) -> Self {
        self.groups.extend(groups);
        self
    }

    /// The groups of components whose versions go together, as they were given.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// With these components, by name, at these versions.
    #[cfg(feature = "source")]
    pub(crate) fn with_versions(mut self, versions: BTreeMap<String, Version>) -> Self {
        for (name, version) in versions {
            if let Some(component) = self.components.get_mut(&name) {
                component.version = Some(version);
            }
        }
        self
    }

    /// With what tools call its components, people and environments.
    #[must_use]
    pub fn with_identity(mut self, identity: Identity) -> Self {
        self.identity = identity;
        self
    }

    /// What tools call its components, people and environments.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The component of this name.
    pub fn get(&self, name: &str) -> Option<&Component> {
        self.components.get(name)
    }

    /// The component that `ecosystem` knows as `package`; none where several repositories have one.
    pub fn package(&self, ecosystem: Ecosystem, package: &str) -> Option<&Component> {
        let mut found = self.packages(ecosystem, package);
        let first = found.next();
        first.filter(|_| found.next().is_none())
    }

    fn packages(&self, ecosystem: Ecosystem, package: &str) -> impl Iterator<Item = &Component> {
        let same = |component: &&Component| component.ecosystem == ecosystem && component.package == package;
        // Keys are owned; the few workspaces that have any of these have few.
        let renamed = (!self.renamed.is_empty()).then(|| self.renamed.get(&(ecosystem, package.to_owned())));
        let renamed = renamed.flatten().map_or(&[][..], Vec::as_slice);
        let renamed = renamed.iter().filter_map(|name| self.get(name));
        self.get(package).filter(same).into_iter().chain(renamed)
    }

    /// The component of this workspace that meets a dependency of `consumer`: of its ecosystem and of that name, and either
    /// tied to the copy in the repository or required at a version that it has now. A dependency on another version of it,
    /// or on what a dist-tag stands for, is met by the registry.
    pub fn provider(&self, consumer: &Component, dependency: &Dependency) -> Option<&Component> {
        let provider = match &dependency.component {
            Some(name) => self.get(name)?,
            None => {
                let mut near = self.packages(consumer.ecosystem, &dependency.name);
                // The repository's own package goes before others of that name.
                let own = near.find(|provider| provider.repository == consumer.repository);
                own.or_else(|| self.package(consumer.ecosystem, &dependency.name))?
            }
        };
        Self::is_met(dependency, provider).then_some(provider)
    }

    /// Whether this component, which has the name that a dependency asks for, is what it asks for.
    pub(crate) fn is_met(dependency: &Dependency, provider: &Component) -> bool {
        match (&dependency.requirement, &provider.version) {
            _ if dependency.local || dependency.component.is_some() => true,
            (Some(requirement), Some(version)) => requirement.matches(version).unwrap_or(false),
            (Some(_), None) => true,
            (None, _) => false,
        }
    }

    /// All components, by name.
    pub fn components(&self) -> impl ExactSizeIterator<Item = &Component> {
        self.components.values()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.components.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.components.is_empty()
    }
}

impl Read for Workspace {
    fn read(node: &Node) -> crate::Result<Self> {
        let fields = Fields::of(node, Some(Self::SCHEMA), &["components", "groups", "identity"])?;
        let workspace = Self::new(fields.required::<Vec<Component>>("components")?)?;
        let groups = fields.optional::<Vec<Group>>("groups")?.unwrap_or_default();
        let identity = fields.optional::<Identity>("identity")?.unwrap_or_default();
        Ok(workspace.with_groups(groups).with_identity(identity))
    }
}

impl Document for Workspace {
    const SCHEMA: &'static str = "greenboard/workspace/1";
}

/// The components of one repository or organisation.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Workspace")]
struct Shape<'a> {
    /// The components, by name.
    components: Vec<&'a Component>,
    /// The groups of components whose versions go together.
    #[schemars(default)]
    groups: &'a [Group],
    /// What tools call its components, people and environments.
    #[schemars(default)]
    identity: Cow<'a, Identity>,
}

impl Serialize for Workspace {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Shape {
            components: self.components().collect(),
            groups: self.groups(),
            identity: Cow::Borrowed(&self.identity),
        }
        .serialize(serializer)
    }
}

impl JsonSchema for Workspace {
    fn schema_name() -> Cow<'static, str> {
        Shape::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Shape::json_schema(generator)
    }
}
