//! What a workspace's file says, applied to what the manifests declare.

use super::include::{Loaded, Said, Statement, folder_of};
use super::{Declaration, DeclaredEdge};
use crate::component::ComponentError;
use crate::component::group::Group;
use crate::component::manifest::files::resolve;
use crate::component::manifest::glob::has_wildcards;
use crate::component::manifest::problems::Problems;
use crate::component::manifest::{Ecosystem, names};
use crate::component::types::{Component, Dependency, Publishing};
use crate::document::nearest;
use crate::error::Place;
use crate::fact::Identity;
use crate::version::{Requirement, Scheme, Version};
use std::collections::BTreeMap;

/// A workspace in the making.
pub(in crate::component) struct Applied {
    pub components: Vec<Component>,
    pub groups: Vec<Group>,
    pub identity: Identity,
}

impl Applied {
    /// `components` as `loaded` corrects them, with those that it declares and the edges that it states.
    pub fn new(components: Vec<Component>, loaded: &Loaded, problems: &mut Problems) -> Self {
        let by_name =
            components.iter().enumerate().map(|(at, component)| (component.name.clone(), at)).collect();
        let mut work = Work { components, by_name, problems, hints: HINTS };
        let (mut globs, single): (Vec<&Statement>, Vec<&Statement>) =
            loaded.components.iter().partition(|said| has_wildcards(&said.what.0));
        // The less a glob says of a name, the sooner it is overruled.
        let letters = |said: &Statement| said.what.0.chars().filter(|c| !matches!(c, '*' | '?')).count();
        globs.sort_by_key(|said| (letters(said), &said.what.0));
        let mut named: BTreeMap<&str, Vec<&Statement>> = BTreeMap::new();
        for said in single {
            named.entry(&said.what.0).or_default().push(said);
        }
        work.declare(&named);
        work.correct_by_glob(&globs);
        for (name, said) in &named {
            work.correct_one(name, said);
        }
        for edge in &loaded.edges {
            work.edge(edge);
        }
        for group in &loaded.groups {
            work.check_members(group);
        }
        let groups = loaded.groups.iter().map(|said| said.what.clone()).collect();
        Self { components: work.components, groups, identity: loaded.identity.clone() }
    }
}

struct Work<'p> {
    components: Vec<Component>,
    by_name: BTreeMap<String, usize>,
    problems: &'p mut Problems,
    /// For how many more unknown names the nearest known one is looked for.
    hints: usize,
}

/// Looking for what was meant takes time, and whoever has that many names wrong has another problem.
const HINTS: usize = 50;
/// The most globs over the names of components: each is held against all of them.
const MOST_GLOBS: usize = 1000;

impl Work<'_> {
    /// Adds the components that no manifest declares.
    fn declare(&mut self, named: &BTreeMap<&str, Vec<&Statement>>) {
        let mut declared = Vec::new();
        for (name, said) in named {
            let Some(first) = said.first().filter(|_| !self.by_name.contains_key(*name)) else { continue };
            let ecosystem = said.iter().find_map(|said| said.what.1.ecosystem);
            let external = said.iter().any(|said| said.what.1.external == Some(true));
            if ecosystem.is_none() && !external {
                let problem = self.unknown(name, first.place(""));
                self.problems.push(problem);
                continue;
            }
            if !external && said.iter().all(|said| said.what.1.path.is_none()) {
                self.problems.push(ComponentError::Missing {
                    what: format!("the path of the component {name:?}"),
                    expected: "a component without manifest says in which folder it lives, or that it is external",
                    place: first.place(""),
                });
                continue;
            }
            let component = Component::new(*name, ecosystem.unwrap_or(Ecosystem::Generic), "");
            declared.push(component.with_manifest(&first.file).with_external(external));
        }
        for component in declared {
            self.by_name.insert(component.name.clone(), self.components.len());
            self.components.push(component);
        }
    }

    fn correct_by_glob(&mut self, globs: &[&Statement]) {
        if let Some(said) = globs.get(MOST_GLOBS) {
            self.problems.push(ComponentError::TooManyGlobs { limit: MOST_GLOBS, place: said.place("") });
            return;
        }
        let patterns: Vec<(&str, Place)> =
            globs.iter().map(|said| (said.what.0.as_str(), said.place(""))).collect();
        let Some(set) = self.problems.take(names::Globs::new(&patterns)) else { return };
        for at in 0..self.components.len() {
            let matching = self.components.get(at).map(|component| set.matching(&component.name));
            for index in matching.unwrap_or_default() {
                if let Some(said) = globs.get(index) {
                    self.correct(at, said);
                }
            }
        }
    }

    /// What files say of one name; two of them may not say the same thing.
    fn correct_one(&mut self, name: &str, said: &[&Statement]) {
        let Some(at) = self.by_name.get(name).copied() else { return };
        let mut seen: BTreeMap<&str, &Statement> = BTreeMap::new();
        for statement in said {
            for key in statement.what.1.keys() {
                if let Some(first) = seen.insert(key, statement) {
                    self.problems.push(ComponentError::SaidTwice {
                        name: name.to_owned(),
                        key,
                        first: first.file.clone(),
                        place: statement.place(key),
                    });
                }
            }
            self.correct(at, statement);
        }
    }

    fn correct(&mut self, at: usize, said: &Statement) {
        let Some(component) = self.components.get_mut(at) else { return };
        let declaration = &said.what.1;
        if let Some(ecosystem) = declaration.ecosystem.filter(|ecosystem| *ecosystem != component.ecosystem) {
            self.problems.push(ComponentError::Contradiction {
                name: component.name.clone(),
                stated: ecosystem.name(),
                known: component.ecosystem.name(),
                place: said.place("ecosystem"),
            });
        }
        if let Some(scheme) = declaration.scheme {
            component.scheme = scheme;
        }
        // A version that stays is read again under a new scheme.
        let kept = || component.version.as_ref().map(ToString::to_string);
        let text = declaration.version.clone().or_else(|| declaration.scheme.and_then(|_| kept()));
        if let Some(text) = text {
            let place = said.place(if declaration.version.is_some() { "version" } else { "scheme" });
            let version = Version::parse_as(component.scheme, &text);
            component.version = self.problems.take(version.map_err(|error| placed(error, &place)));
        }
        if let Some(path) = &declaration.path {
            match resolve(folder_of(&said.file), path) {
                Some(folder) => component.path = folder,
                None => self.problems.push(ComponentError::Wrong {
                    what: "path".to_owned(),
                    found: format!("text {path:?}"),
                    expected: "a folder in this repository",
                    place: said.place("path"),
                }),
            }
        }
        component.private = declaration.private.unwrap_or(component.private);
        component.external = declaration.external.unwrap_or(component.external);
        if let Some(owners) = &declaration.owners {
            component.owners.clone_from(owners);
        }
        if let Some(tier) = &declaration.tier {
            component.tier = Some(tier.clone());
        }
        if let Some(tag) = &declaration.tag {
            component.tag = Some(tag.clone());
        }
        if let Some(publishing) = &declaration.publishing {
            component.publishing.add(publishing);
        }
    }

    fn edge(&mut self, said: &Said<DeclaredEdge>) {
        let edge = &said.what;
        let ends = [(&edge.from, "from"), (&edge.to, "to")].map(|(name, key)| {
            let at = self.by_name.get(name).copied();
            if at.is_none() {
                let problem = self.unknown(name, said.place(key));
                self.problems.push(problem);
            }
            at
        });
        let [Some(from), Some(to)] = ends else { return };
        let (Some(consumer), Some(provider)) = (self.components.get(from), self.components.get(to)) else {
            return;
        };
        let (own, scheme) = (consumer.scheme, provider.scheme);
        let mut dependency = Dependency::unversioned(&provider.package, edge.kind, "")
            .with_component(&provider.name)
            .with_stated_in(edge.stated_in.as_ref().unwrap_or(&said.file))
            .with_optional(edge.optional);
        if let Some(text) = &edge.requirement {
            dependency.text.clone_from(text);
            dependency.scheme = (scheme != own).then_some(scheme);
            let requirement =
                requirement(scheme, text).map_err(|error| placed(error, &said.place("requirement")));
            dependency.requirement = self.problems.take(requirement);
        }
        if let Some(consumer) = self.components.get_mut(from) {
            consumer.dependencies.push(dependency);
        }
    }

    fn check_members(&mut self, said: &Said<Group>) {
        for member in said.what.members.iter().filter(|member| !has_wildcards(member)) {
            if !self.by_name.contains_key(member) {
                let problem = self.unknown(member, said.place("members"));
                self.problems.push(problem);
            }
        }
    }

    fn unknown(&mut self, name: &str, place: Place) -> ComponentError {
        /// Comparing with more of them would take long, and help nobody.
        const COMPARED: usize = 1000;
        let known: Vec<&str> = self.by_name.keys().map(String::as_str).take(COMPARED + 1).collect();
        let nearest = if known.len() > COMPARED || self.hints == 0 { None } else { nearest(name, &known) };
        self.hints = self.hints.saturating_sub(1);
        ComponentError::Unknown { name: name.to_owned(), nearest: nearest.map(str::to_owned), place }
    }
}

/// A requirement as the provider's scheme writes it.
fn requirement(scheme: Scheme, text: &str) -> crate::Result<Requirement> {
    Requirement::parse_as(scheme, text)
}

fn placed(error: crate::Error, place: &Place) -> crate::Error {
    let error = error.in_value_at(place.line.unwrap_or(0), place.column.unwrap_or(0));
    match &place.path {
        Some(path) => error.within(path),
        None => error,
    }
}

impl Declaration {
    /// The keys it says something under.
    fn keys(&self) -> Vec<&'static str> {
        let keys = [
            (self.ecosystem.is_some(), "ecosystem"),
            (self.scheme.is_some(), "scheme"),
            (self.path.is_some(), "path"),
            (self.version.is_some(), "version"),
            (self.private.is_some(), "private"),
            (self.external.is_some(), "external"),
            (self.owners.is_some(), "owners"),
            (self.tier.is_some(), "tier"),
            (self.tag.is_some(), "tag"),
            (self.publishing.is_some(), "publishing"),
        ];
        keys.iter().filter(|(said, _)| *said).map(|(_, key)| *key).collect()
    }
}

impl Publishing {
    /// Takes over what `other` says.
    fn add(&mut self, other: &Self) {
        let texts = [
            (&mut self.access, &other.access),
            (&mut self.registry, &other.registry),
            (&mut self.dist_tag, &other.dist_tag),
        ];
        for (own, other) in texts {
            if other.is_some() {
                own.clone_from(other);
            }
        }
        if other.command.is_some() {
            self.command.clone_from(&other.command);
        }
    }
}
