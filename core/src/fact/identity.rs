//! One component, person or environment under its names in each tool.

use super::error::FactError;
use crate::document::{Document, Fields, Node, Read, Value};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The names that tools have for the components, people and environments of an organisation: mapped once, and never guessed.
///
/// A name that is mapped for a tool is known; every other is not, however alike it looks. Tools are called as the facts that
/// come from them are: `github`, `jira`, `jenkins`, `servicenow`, `kubernetes`, …; the addresses of people stand under `email`,
/// where upper and lower case do not count.
///
/// ```
/// use greenboard::document::{self, Format};
/// use greenboard::fact::Identity;
///
/// let identity: Identity = document::parse("
/// components:
///   payments: {jenkins: payments-deploy, servicenow: [CI0012, CI0013]}
/// people:
///   ada: {github: ada-l, email: ada@acme.dev}
/// environments:
///   production: {kubernetes: prod-eu}
/// ", Format::Yaml)?;
/// assert_eq!(identity.component("servicenow", "CI0013")?, Some("payments"));
/// assert_eq!(identity.person("email", "Ada@acme.dev")?, Some("ada"));
/// assert_eq!(identity.environment("jenkins", "prod-eu")?, None);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Identity {
    /// The aliases of components, by component.
    #[schemars(default)]
    pub components: BTreeMap<String, Aliases>,
    /// The aliases of people, by person.
    #[schemars(default)]
    pub people: BTreeMap<String, Aliases>,
    /// The aliases of environments, by environment.
    #[schemars(default)]
    pub environments: BTreeMap<String, Aliases>,
    /// From kind, tool and alias to names: derived from the others, and the same wherever they are.
    #[serde(skip)]
    index: Index,
}

type Index = BTreeMap<(Kind, String, String), Vec<String>>;

/// The tool under which people have their addresses.
const EMAIL: &str = "email";

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Component,
    Person,
    Environment,
}

impl Kind {
    fn plural(self) -> &'static str {
        match self {
            Self::Component => "components",
            Self::Person => "people",
            Self::Environment => "environments",
        }
    }
}

impl Identity {
    /// Nobody and nothing is known by any other name.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more alias of a component.
    ///
    /// ```
    /// use greenboard::fact::Identity;
    /// let identity = Identity::new().with_component("payments", "jenkins", "payments-deploy");
    /// assert_eq!(identity.component("jenkins", "payments-deploy")?, Some("payments"));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    #[must_use]
    pub fn with_component(mut self, name: &str, tool: &str, alias: &str) -> Self {
        self.add(Kind::Component, name, tool, alias);
        self
    }

    /// With one more alias of a person.
    #[must_use]
    pub fn with_person(mut self, name: &str, tool: &str, alias: &str) -> Self {
        self.add(Kind::Person, name, tool, alias);
        self
    }

    /// With one more alias of an environment.
    #[must_use]
    pub fn with_environment(mut self, name: &str, tool: &str, alias: &str) -> Self {
        self.add(Kind::Environment, name, tool, alias);
        self
    }

    /// With all that `other` knows besides: what several files, or several repositories, say together.
    ///
    /// ```
    /// use greenboard::fact::Identity;
    /// let one = Identity::new().with_person("ada", "github", "al");
    /// let other = Identity::new().with_person("alan", "github", "al");
    /// let error = one.and(&other).person("github", "al").unwrap_err();
    /// assert_eq!(error.code(), "fact.ambiguous_alias");
    /// assert_eq!(error.details()["names"].to_string(), r#"["ada","alan"]"#);
    /// ```
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        for (kind, names) in other.kinds() {
            for (name, aliases) in names {
                // A name without aliases is a name all the same.
                self.names_mut(kind).entry(name.clone()).or_default();
                for (tool, alias) in aliases.iter() {
                    self.add(kind, name, tool, alias);
                }
            }
        }
        self
    }

    /// With components called as `names` has it for their present names, where it has them.
    ///
    /// ```
    /// use greenboard::fact::Identity;
    /// let names = [("core".to_owned(), "payments:core".to_owned())].into();
    /// let identity = Identity::new().with_component("core", "jira", "CORE").renamed(&names);
    /// assert_eq!(identity.component("jira", "CORE")?, Some("payments:core"));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    #[must_use]
    pub fn renamed(self, names: &BTreeMap<String, String>) -> Self {
        if !self.components.keys().any(|name| names.contains_key(name)) {
            return self;
        }
        let mut renamed = Self { components: BTreeMap::new(), index: Index::new(), ..self.clone() };
        let new = |name: &String| names.get(name).unwrap_or(name).clone();
        renamed.components =
            self.components.iter().map(|(name, aliases)| (new(name), aliases.clone())).collect();
        Self::new().and(&renamed)
    }

    /// The component that `tool` calls `alias`; none where no component is mapped to that.
    ///
    /// # Errors
    /// `fact.ambiguous_alias` where several are, naming them.
    pub fn component(&self, tool: &str, alias: &str) -> crate::Result<Option<&str>> {
        self.name(Kind::Component, tool, alias)
    }

    /// The person that `tool` knows under this login, or address where the tool is `email`; none where nobody is mapped to it.
    ///
    /// # Errors
    /// As [`component`](Self::component).
    pub fn person(&self, tool: &str, login: &str) -> crate::Result<Option<&str>> {
        self.name(Kind::Person, tool, login)
    }

    /// The environment that `tool` calls `alias`; none where no environment is mapped to that.
    ///
    /// # Errors
    /// As [`component`](Self::component).
    pub fn environment(&self, tool: &str, alias: &str) -> crate::Result<Option<&str>> {
        self.name(Kind::Environment, tool, alias)
    }

    /// Every alias that a tool has for two at once, which asking for it would fail with; none in a sound mapping.
    pub fn ambiguous(&self) -> Vec<crate::Error> {
        let several = self.index.iter().filter(|(_, names)| names.len() > 1);
        several.map(|((kind, tool, alias), names)| ambiguous(*kind, tool, alias, names)).collect()
    }

    /// Whether nothing is mapped.
    pub fn is_empty(&self) -> bool {
        self.kinds().iter().all(|(_, names)| names.is_empty())
    }

    fn name(&self, kind: Kind, tool: &str, alias: &str) -> crate::Result<Option<&str>> {
        match self.index.get(&(kind, tool.to_owned(), folded(tool, alias))).map(Vec::as_slice) {
            None | Some([]) => Ok(None),
            Some([name]) => Ok(Some(name)),
            Some(names) => Err(ambiguous(kind, tool, alias, names)),
        }
    }

    fn add(&mut self, kind: Kind, name: &str, tool: &str, alias: &str) {
        let names = self.index.entry((kind, tool.to_owned(), folded(tool, alias))).or_default();
        // Said twice is said once.
        let Err(at) = names.binary_search_by(|known| known.as_str().cmp(name)) else { return };
        names.insert(at, name.to_owned());
        let aliases = self.names_mut(kind).entry(name.to_owned()).or_default();
        let list = aliases.0.entry(tool.to_owned()).or_default();
        let at = list.partition_point(|known| known.as_str() < alias);
        list.insert(at, alias.to_owned());
    }

    fn kinds(&self) -> [(Kind, &BTreeMap<String, Aliases>); 3] {
        [
            (Kind::Component, &self.components),
            (Kind::Person, &self.people),
            (Kind::Environment, &self.environments),
        ]
    }

    fn names_mut(&mut self, kind: Kind) -> &mut BTreeMap<String, Aliases> {
        match kind {
            Kind::Component => &mut self.components,
            Kind::Person => &mut self.people,
            Kind::Environment => &mut self.environments,
        }
    }
}

fn ambiguous(kind: Kind, tool: &str, alias: &str, names: &[String]) -> crate::Error {
    let (tool, alias, names) = (tool.to_owned(), alias.to_owned(), names.to_vec());
    FactError::Ambiguous { what: kind.plural(), tool, alias, names }.into()
}

/// An alias as it is compared.
fn folded(tool: &str, alias: &str) -> String {
    if tool == EMAIL { alias.to_lowercase() } else { alias.to_owned() }
}

impl Read for Identity {
    fn read(node: &Node) -> crate::Result<Self> {
        let read = Written::read(node)?;
        let mut identity = Self::new();
        let kinds = [
            (Kind::Component, read.components),
            (Kind::Person, read.people),
            (Kind::Environment, read.environments),
        ];
        for (kind, names) in kinds {
            for (name, aliases) in names {
                identity.names_mut(kind).entry(name.clone()).or_default();
                for (tool, alias) in aliases.iter() {
                    identity.add(kind, &name, tool, alias);
                }
            }
        }
        Ok(identity)
    }
}

impl Document for Identity {
    const SCHEMA: &'static str = "greenboard/identity/1";
}

/// As it is written, its index not yet made.
struct Written {
    components: BTreeMap<String, Aliases>,
    people: BTreeMap<String, Aliases>,
    environments: BTreeMap<String, Aliases>,
}

impl Read for Written {
    fn read(node: &Node) -> crate::Result<Self> {
        let fields = Fields::of(node, Some(Identity::SCHEMA), &["components", "people", "environments"])?;
        let of = |key| fields.optional(key).map(Option::unwrap_or_default);
        Ok(Self { components: of("components")?, people: of("people")?, environments: of("environments")? })
    }
}

/// The names that tools have for one component, person or environment, by tool.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Aliases(pub BTreeMap<String, Vec<String>>);

impl Aliases {
    /// Tool and alias of each.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(tool, aliases)| aliases.iter().map(|alias| (tool.as_str(), alias.as_str())))
    }
}

impl Read for Aliases {
    fn read(node: &Node) -> crate::Result<Self> {
        let lists: BTreeMap<String, OneOrMore> = Read::read(node)?;
        Ok(Self(lists.into_iter().map(|(tool, list)| (tool, list.0)).collect()))
    }
}

/// A list of texts, which in what people write may be one text where it has one.
struct OneOrMore(Vec<String>);

impl Read for OneOrMore {
    fn read(node: &Node) -> crate::Result<Self> {
        match &node.value {
            Value::Text(text) => Ok(Self(vec![text.clone()])),
            _ => Vec::read(node).map(Self),
        }
    }
}
