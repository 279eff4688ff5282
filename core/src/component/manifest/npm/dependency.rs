//! What a dependency's text stands for: a range, an alias, `workspace:`, `catalog:`, a folder, or something that names no
//! versions.

use super::catalog::Catalogs;
use super::{Npm, Package, TABLES};
use crate::component::manifest::Rules;
use crate::component::manifest::files::resolve;
use crate::component::manifest::problems::Problems;
use crate::component::manifest::tree::{is_true, text};
use crate::component::{Component, Dependency, DependencyKind};
use crate::document::Node;
use crate::version::Requirement;
use std::collections::BTreeMap;

/// Knows all members, and the catalogs.
pub(super) struct Resolver<'w> {
    by_name: BTreeMap<&'w str, &'w Component>,
    by_folder: BTreeMap<&'w str, &'w Component>,
    catalogs: &'w Catalogs,
}

impl<'w> Resolver<'w> {
    pub(super) fn new(members: impl Iterator<Item = &'w Component> + Clone, catalogs: &'w Catalogs) -> Self {
        let by_name = members.clone().map(|member| (member.name.as_str(), member)).collect();
        let by_folder = members.map(|member| (member.path.as_str(), member)).collect();
        Self { by_name, by_folder, catalogs }
    }

    /// The dependencies of one package, table after table.
    pub(super) fn dependencies(&self, package: &Package, problems: &mut Problems) -> Vec<Dependency> {
        let manifest = &package.manifest;
        let root = &manifest.root;
        let mut dependencies = Vec::new();
        let meta =
            manifest.map(root, "peerDependenciesMeta", problems).map_or(&[][..], |(_, entries)| entries);
        let meta: BTreeMap<&str, &Node> = meta.iter().map(|(key, node)| (key.text.as_str(), node)).collect();
        for (table, kind) in TABLES {
            let Some((_, entries)) = manifest.map(root, table, problems) else { continue };
            for (key, node) in entries {
                let Some(specifier) = text(node) else {
                    let what = format!("the dependency {:?}", key.text);
                    problems.push(manifest.wrong(what, node, "a range or another specifier as text"));
                    continue;
                };
                let mut dependency = Dependency::unversioned(&key.text, kind, specifier);
                let folder = &package.component.path;
                let found = match specifier.trim().strip_prefix("catalog:") {
                    Some(catalog) => {
                        let stated = self.catalogs.range(catalog.trim(), &key.text, manifest.place(node.at));
                        let Some(stated) = problems.take(stated) else { continue };
                        dependency.stated_in = (stated.file != manifest.path).then(|| stated.file.clone());
                        self.target(folder, &key.text, stated.range.trim())
                    }
                    None => self.target(folder, &key.text, specifier.trim()),
                };
                let Target { name, requirement, local } = found;
                dependency = Dependency { name, requirement, local, ..dependency };
                if kind == DependencyKind::Peer
                    && meta.get(key.text.as_str()).is_some_and(|meta| is_true(meta, "optional"))
                {
                    dependency.optional = true;
                }
                dependencies.push(dependency);
            }
        }
        dependencies
    }

    fn target(&self, folder: &str, key: &str, specifier: &str) -> Target {
        if let Some(rest) = specifier.strip_prefix("workspace:") {
            return self.in_workspace(folder, key, rest.trim());
        }
        if let Some(alias) = specifier.strip_prefix("npm:") {
            let (name, range) = match alias_of(alias) {
                Some(alias) => alias,
                // yarn writes a range of the package itself this way too.
                None if range_of(alias).is_some() => (key, alias),
                None => (alias, ""),
            };
            return Target { name: name.to_owned(), requirement: range_of(range), local: false };
        }
        let path = ["file:", "link:", "portal:"].iter().find_map(|protocol| specifier.strip_prefix(protocol));
        let path = path.or_else(|| specifier.starts_with("./").then_some(specifier));
        if let Some(path) = path.or_else(|| specifier.starts_with("../").then_some(specifier)) {
            return match self.at(folder, path) {
                Some(member) => Target { name: member.name.clone(), requirement: None, local: true },
                None => Target::nothing(key),
            };
        }
        // Addresses and protocols have a colon, and whatever else is no range is a dist-tag or a repository.
        let requirement = if specifier.contains(':') { None } else { range_of(specifier) };
        Target { name: key.to_owned(), requirement, local: false }
    }

    /// What follows `workspace:`.
    fn in_workspace(&self, folder: &str, key: &str, range: &str) -> Target {
        if range.starts_with("./") || range.starts_with("../") || range == "." {
            return match self.at(folder, range) {
                Some(member) => {
                    Target { requirement: current(member, ""), name: member.name.clone(), local: true }
                }
                None => Target { local: true, ..Target::nothing(key) },
            };
        }
        let (name, range) = alias_of(range).unwrap_or((key, range));
        let operator = match range {
            "" | "*" => Some(""),
            "^" => Some("^"),
            "~" => Some("~"),
            _ => None,
        };
        let requirement = match operator {
            Some(operator) => self.by_name.get(name).and_then(|member| current(member, operator)),
            None => range_of(range),
        };
        Target { name: name.to_owned(), requirement, local: true }
    }

    fn at(&self, folder: &str, path: &str) -> Option<&'w Component> {
        self.by_folder.get(resolve(folder, path)?.as_str()).copied()
    }
}

/// What a specifier leads to.
struct Target {
    name: String,
    requirement: Option<Requirement>,
    local: bool,
}

impl Target {
    /// Something that names no versions.
    fn nothing(key: &str) -> Self {
        Self { name: key.to_owned(), requirement: None, local: false }
    }
}

/// `name@range`, where the name may have a scope.
fn alias_of(text: &str) -> Option<(&str, &str)> {
    let at = text.char_indices().skip(1).find(|(_, character)| *character == '@')?.0;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The range that a text is; none for a dist-tag.
fn range_of(text: &str) -> Option<Requirement> {
    // Nothing at all means any version.
    Requirement::parse_as(Npm::SCHEME, if text.is_empty() { "*" } else { text }).ok()
}

/// What `workspace:` stands for once published: the member's version under an operator.
fn current(member: &Component, operator: &str) -> Option<Requirement> {
    range_of(&format!("{operator}{}", member.version.as_ref()?))
}
