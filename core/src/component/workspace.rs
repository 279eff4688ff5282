//! The components of one repository, found by name and in a fixed order.

use super::error::ComponentError;
use super::group::Group;
use super::manifest::Ecosystem;
use super::types::{Component, Dependency};
use crate::document::{Document, Fields, Node, Read};
use crate::error::Place;
use schemars::JsonSchema;
use serde::Serialize;
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
    /// The names of the components whose package has another name than they have.
    renamed: BTreeMap<(Ecosystem, String), String>,
    groups: Vec<Group>,
}

impl Workspace {
    /// A workspace of these components. Two of one name, or of one package in one ecosystem, fail with
    /// `component.duplicate`, which says where both live.
    pub fn new(components: impl IntoIterator<Item = Component>) -> crate::Result<Self> {
        let mut workspace = Self::default();
        for mut component in components {
            component.name_schemes();
            let same_package = workspace.package(component.ecosystem, &component.package);
            if let Some(first) = workspace.get(&component.name).or(same_package) {
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
                workspace.renamed.insert(key, component.name.clone());
            }
            workspace.components.insert(component.name.clone(), component);
        }
        Ok(workspace)
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

    /// The component of this name.
    pub fn get(&self, name: &str) -> Option<&Component> {
        self.components.get(name)
    }

    /// The component that `ecosystem` knows as `package`.
    pub fn package(&self, ecosystem: Ecosystem, package: &str) -> Option<&Component> {
        let same = |component: &&Component| component.ecosystem == ecosystem && component.package == package;
        self.get(package).filter(same).or_else(|| {
            // Keys are owned; the few workspaces that have any of these have few.
            let renamed =
                (!self.renamed.is_empty()).then(|| self.renamed.get(&(ecosystem, package.to_owned())));
            self.get(renamed??)
        })
    }

    /// The component of this workspace that meets a dependency of `consumer`: of its ecosystem and of that name, and either
    /// tied to the copy in the repository or required at a version that it has now. A dependency on another version of it,
    /// or on what a dist-tag stands for, is met by the registry.
    pub fn provider(&self, consumer: &Component, dependency: &Dependency) -> Option<&Component> {
        let provider = match &dependency.component {
            Some(name) => self.get(name)?,
            None => self.package(consumer.ecosystem, &dependency.name)?,
        };
        let met = match (&dependency.requirement, &provider.version) {
            _ if dependency.local || dependency.component.is_some() => true,
            (Some(requirement), Some(version)) => requirement.matches(version).unwrap_or(false),
            (Some(_), None) => true,
            (None, _) => false,
        };
        met.then_some(provider)
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
        let fields = Fields::of(node, Some(Self::SCHEMA), &["components", "groups"])?;
        let workspace = Self::new(fields.required::<Vec<Component>>("components")?)?;
        Ok(workspace.with_groups(fields.optional::<Vec<Group>>("groups")?.unwrap_or_default()))
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
}

impl Serialize for Workspace {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Shape { components: self.components().collect(), groups: self.groups() }.serialize(serializer)
    }
}

impl JsonSchema for Workspace {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Shape::schema_name()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Shape::json_schema(generator)
    }
}
