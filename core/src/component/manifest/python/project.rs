//! One project: `[project]`, or Poetry's table.

use super::pep508::{self, is_name};
use super::{Python, Sources, normalised, poetry, tool};
use crate::component::manifest::problems::Problems;
use crate::component::manifest::tree::{Manifest, Texts, is_true, present, text};
use crate::component::manifest::{Ecosystem, Rules};
use crate::component::{Component, ComponentError, Dependency, DependencyKind, VersionSource};
use crate::document::{Node, Value};
use crate::version::Requirement;
use std::collections::BTreeMap;

/// The classifier under which the index refuses an upload.
const PRIVATE: &str = "Private :: ";

/// Reads what `manifest` declares, if it declares anything, into `components`, by name as the index has it.
pub(super) fn read(
    manifest: &Manifest,
    folder: &str,
    sources: &Sources<'_>,
    components: &mut BTreeMap<String, Component>,
    problems: &mut Problems,
) {
    let mut reader = Reader { manifest, sources, problems };
    let Some((component, name)) = reader.component(folder) else { return };
    if let Some(first) = components.get(&component.package) {
        problems.push(ComponentError::Duplicate {
            first: first.path.clone(),
            second: component.path,
            name: component.name,
            place: manifest.place(name.at),
        });
    } else {
        components.insert(component.package.clone(), component);
    }
}

struct Reader<'m, 'p> {
    manifest: &'m Manifest,
    sources: &'m Sources<'m>,
    problems: &'p mut Problems,
}

impl<'m> Reader<'m, '_> {
    /// The component, and the node of its name.
    fn component(&mut self, folder: &str) -> Option<(Component, &'m Node)> {
        let manifest = self.manifest;
        let poetry = tool(manifest, "poetry");
        let standard = manifest.map(&manifest.root, "project", self.problems).map(|(project, _)| project);
        let table = match (standard, poetry) {
            (Some(project), _) => project,
            (None, _) if present(&manifest.root, "project").is_some() => return None,
            // A Poetry project that is no package has no name.
            (None, Some(poetry)) if present(poetry, "name").is_some() => poetry,
            (None, _) => return None,
        };
        let name = manifest.name(table, "name", "a project has a name", self.problems)?;
        let node = present(table, "name")?;
        if !is_name(name) {
            let expected = "letters and digits, with . - and _ between them";
            self.problems.push(manifest.wrong("name", node, expected));
            return None;
        }
        let mut component = Component::new(name, Ecosystem::Python, folder)
            .with_package(normalised(name))
            .with_manifest(&manifest.path)
            .with_private(self.is_private(table));
        self.version(table, standard.is_some(), &mut component);
        let uv = tool(manifest, "uv");
        component.publishing.registry =
            uv.and_then(|uv| present(uv, "publish-url")).and_then(text).map(str::to_owned);
        self.build(&mut component);
        if standard.is_some() {
            self.standard(table, &mut component);
        }
        if let Some(poetry) = poetry {
            self.poetry(poetry, standard.is_none(), &mut component);
        }
        self.groups(uv, &mut component);
        Some((component, node))
    }

    fn version(&mut self, table: &Node, standard: bool, component: &mut Component) {
        let dynamic = self.manifest.texts(table, "dynamic", self.problems).unwrap_or_default();
        let dynamic = standard && dynamic.iter().any(|(field, _)| *field == "version");
        match present(table, "version") {
            Some(node) => component.version = self.manifest.version(node, Python::SCHEME, self.problems),
            None if dynamic => component.version_source = VersionSource::Build,
            None => {
                let expected = "a project states its version, or lists it under dynamic";
                self.problems.push(self.manifest.missing("version", table, expected));
            }
        }
    }

    /// Whether an index would refuse it, or its tool not build it.
    fn is_private(&mut self, table: &Node) -> bool {
        let classifiers = self.manifest.texts(table, "classifiers", self.problems).unwrap_or_default();
        let says_false = |tool_name: &str, key: &str| {
            let value = tool(self.manifest, tool_name).and_then(|table| present(table, key));
            value.is_some_and(|value| value.value == Value::Bool(false))
        };
        classifiers.iter().any(|(classifier, _)| classifier.starts_with(PRIVATE))
            || says_false("uv", "package")
            || says_false("poetry", "package-mode")
    }

    fn build(&mut self, component: &mut Component) {
        let manifest = self.manifest;
        let Some((system, _)) = manifest.map(&manifest.root, "build-system", self.problems) else { return };
        let texts = manifest.texts(system, "requires", self.problems).unwrap_or_default();
        self.all(&texts, DependencyKind::Build, component);
    }

    /// The dependencies of `[project]`.
    fn standard(&mut self, project: &Node, component: &mut Component) {
        let manifest = self.manifest;
        let texts = manifest.texts(project, "dependencies", self.problems).unwrap_or_default();
        self.all(&texts, DependencyKind::Normal, component);
        let extras = manifest.map(project, "optional-dependencies", self.problems);
        for (extra, node) in extras.map_or(&[][..], |(_, entries)| entries) {
            let texts = manifest.texts_in(&extra.text, node, self.problems);
            self.all(&texts, DependencyKind::Optional, component);
        }
    }

    /// The groups of PEP 735, and uv's older list.
    fn groups(&mut self, uv: Option<&Node>, component: &mut Component) {
        let manifest = self.manifest;
        let groups = manifest.map(&manifest.root, "dependency-groups", self.problems);
        for (group, node) in groups.map_or(&[][..], |(_, entries)| entries) {
            let Value::List(items) = &node.value else {
                self.problems.push(manifest.wrong(&group.text, node, "a list of dependencies"));
                continue;
            };
            for item in items {
                match &item.value {
                    Value::Text(text) => self.one(text, item, DependencyKind::Dev, component),
                    // What another group has is read there.
                    Value::Map(_) if present(item, "include-group").is_some() => {}
                    _ => {
                        let what = format!("an entry of {}", group.text);
                        let expected = "a dependency as text, or {include-group = …}";
                        self.problems.push(manifest.wrong(what, item, expected));
                    }
                }
            }
        }
        if let Some(uv) = uv {
            let texts = manifest.texts(uv, "dev-dependencies", self.problems).unwrap_or_default();
            self.all(&texts, DependencyKind::Dev, component);
        }
    }

    fn all(&mut self, texts: &Texts<'_>, kind: DependencyKind, component: &mut Component) {
        for (text, at) in texts {
            let node = Node { value: Value::Text((*text).to_owned()), at: *at };
            self.one(text, &node, kind, component);
        }
    }

    /// One dependency as PEP 508 writes it.
    fn one(&mut self, text: &str, node: &Node, kind: DependencyKind, component: &mut Component) {
        let Some(found) = pep508::parse(text) else {
            self.problems.push(ComponentError::Syntax {
                reason: format!("{text:?} is no dependency"),
                expected: "a name, extras in brackets, specifiers and a marker (PEP 508), such as \"core[fast] >=1.2\"",
                place: self.manifest.place(node.at),
            });
            return;
        };
        let name = normalised(found.name);
        let requirement = match found.specifiers {
            None => None,
            Some(specifiers) => match self.requirement(specifiers, node) {
                Some(requirement) => Some(requirement),
                None => return,
            },
        };
        let local = self.sources.has(&name);
        let mut dependency =
            Dependency::unversioned(name, kind, found.specifiers.unwrap_or(text.trim())).with_local(local);
        dependency.requirement = requirement;
        component.dependencies.push(dependency);
    }

    fn requirement(&mut self, specifiers: &str, node: &Node) -> Option<Requirement> {
        let requirement = Requirement::parse_as(Python::SCHEME, specifiers);
        let placed =
            |error: crate::Error| error.in_value_at(node.at.line, node.at.column).within(&self.manifest.path);
        self.problems.take(requirement.map_err(placed))
    }

    /// Poetry's tables; its main one only where there is no `[project]`, which has the dependencies otherwise.
    fn poetry(&mut self, poetry: &Node, whole: bool, component: &mut Component) {
        let manifest = self.manifest;
        if whole {
            self.constraints(poetry, "dependencies", DependencyKind::Normal, component);
        }
        self.constraints(poetry, "dev-dependencies", DependencyKind::Dev, component);
        let groups = manifest.map(poetry, "group", self.problems);
        for (_, group) in groups.map_or(&[][..], |(_, entries)| entries) {
            self.constraints(group, "dependencies", DependencyKind::Dev, component);
        }
    }

    fn constraints(&mut self, of: &Node, key: &str, kind: DependencyKind, component: &mut Component) {
        let table = self.manifest.map(of, key, self.problems);
        for (name, node) in table.map_or(&[][..], |(_, entries)| entries) {
            if normalised(&name.text) == "python" {
                continue;
            }
            let alternatives = match &node.value {
                Value::List(items) => items.as_slice(),
                _ => std::slice::from_ref(node),
            };
            for constraint in alternatives {
                self.constraint(&name.text, constraint, kind, component);
            }
        }
    }

    fn constraint(&mut self, name: &str, node: &Node, kind: DependencyKind, component: &mut Component) {
        let (version, optional) = match &node.value {
            Value::Text(_) => (Some(node), false),
            Value::Map(_) => (present(node, "version"), is_true(node, "optional")),
            _ => {
                let what = format!("the dependency {name:?}");
                self.problems.push(self.manifest.wrong(what, node, "a constraint or a map"));
                return;
            }
        };
        let kind = if optional && kind == DependencyKind::Normal { DependencyKind::Optional } else { kind };
        let path = present(node, "path").and_then(text);
        let local = path
            .is_some_and(|path| crate::component::manifest::files::resolve(&component.path, path).is_some());
        let written = version.and_then(text).unwrap_or_default().trim();
        let mut dependency = Dependency::unversioned(normalised(name), kind, written).with_local(local);
        if let Some(version) = version {
            if text(version).is_none() {
                let what = format!("the version of {name:?}");
                self.problems.push(self.manifest.wrong(what, version, "a constraint as text"));
                return;
            }
            // Alternatives (`^1 || ^2`) are beyond what PEP 440 can say: an edge without a requirement.
            if let Some(specifiers) = poetry::specifiers(written) {
                let Some(requirement) = self.requirement(&specifiers, version) else { return };
                dependency.requirement = Some(requirement);
            }
        }
        component.dependencies.push(dependency);
    }
}
