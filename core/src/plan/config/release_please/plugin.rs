//! The plugins: what makes dependents follow, and what goes together.

use super::keys::Unheard;
use super::optional;
use crate::document::{Node, Value};

/// What the plugins ask for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Plugins {
    /// Dependents of packages follow.
    pub node: Option<NodeWorkspace>,
    /// Dependents of crates follow.
    pub cargo: bool,
    /// Components at one version: the group's name, and its components under release-please's names.
    pub linked: Vec<(String, Vec<String>)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct NodeWorkspace {
    /// Whether a peer dependency makes a dependent.
    pub peers: bool,
}

impl Plugins {
    pub fn read(node: Option<&Node>, unheard: &mut Unheard) -> crate::Result<Self> {
        let mut plugins = Self::default();
        let Some(node) = node.filter(|node| node.value != Value::Null) else { return Ok(plugins) };
        let list = node.list().map_err(|error| error.under_key("plugins"))?;
        for (index, plugin) in list.iter().enumerate() {
            let at = format!("plugins[{index}]");
            let taken = plugins.take(plugin, &at, unheard);
            taken.map_err(|error| error.under_index(index).under_key("plugins"))?;
        }
        Ok(plugins)
    }

    /// Whether components of this type follow what they depend on.
    pub fn follows(&self, release_type: &str) -> bool {
        match release_type {
            "node" => self.node.is_some(),
            "rust" => self.cargo,
            _ => false,
        }
    }

    fn take(&mut self, plugin: &Node, at: &str, unheard: &mut Unheard) -> crate::Result<()> {
        let kind = match (&plugin.value, plugin.get("type")) {
            (Value::Text(kind), _) => kind.as_str(),
            (_, Some(kind)) => kind.text().map_err(|error| error.under_key("type"))?,
            _ => return Err(plugin.expected("a plugin's name, or a map with its \"type\"")),
        };
        let flag = |key: &str| optional::<bool>(plugin, key);
        match kind {
            "node-workspace" => {
                self.node = Some(NodeWorkspace { peers: flag("updatePeerDependencies")?.unwrap_or(false) });
            }
            "cargo-workspace" => self.cargo = true,
            "maven-workspace" => {
                unheard.add(kind, at, "dependencies among Maven projects are not read");
            }
            "linked-versions" => {
                let name: Option<String> = optional(plugin, "groupName")?;
                let components: Option<Vec<String>> = optional(plugin, "components")?;
                self.linked.push((name.unwrap_or_default(), components.unwrap_or_default()));
            }
            "sentence-case" => unheard.add(kind, at, "descriptions are left as they are written"),
            "group-priority" => {
                unheard.add(
                    kind,
                    at,
                    "it is about the order of pull requests; use `only` to release a part first",
                );
            }
            other => unheard.add(other, at, "it is no plugin of release-please's own"),
        }
        if flag("updateAllPackages")? == Some(true) {
            let reason = "a release does not release what has no part in it; give those changes of their own";
            unheard.add("updateAllPackages", format!("{at}.updateAllPackages"), reason);
        }
        if flag("merge")?.is_some() {
            let reason = "it is about pull requests, which greenboard leaves to you";
            unheard.add("merge", format!("{at}.merge"), reason);
        }
        if flag("considerAllArtifacts")?.is_some() {
            let reason = "dependencies among Maven projects are not read";
            unheard.add("considerAllArtifacts", format!("{at}.considerAllArtifacts"), reason);
        }
        Ok(())
    }
}
