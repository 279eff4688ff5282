//! Requirements that have to move along with a release, as the texts in their files.

use super::edges::{Edge, Edges, Offer, WORKSPACE};
use super::fixpoint::State;
use super::policy::{Propagation, Ranges};
use super::scope::Scope;
use super::types::{RequirementUpdate, Warning, WarningKind};
use super::versions::Versions;
use crate::component::{Component, Dependency, DependencyKind};
use crate::version::{Bump, Requirement, Step, Version};
use std::collections::{BTreeMap, BTreeSet};

/// The requirements to be rewritten, by component.
///
/// One that does not admit the new version always is. Whether others are, and in which components, is up to the policy.
pub(super) struct Rewriting<'w, 'a> {
    pub scope: &'w Scope<'a>,
    pub edges: &'w Edges<'a>,
    pub versions: &'w Versions<'w, 'a>,
    pub states: &'w [State],
    /// Whether the versions are snapshots, which are required as they are.
    pub snapshot: bool,
}

impl<'a> Rewriting<'_, 'a> {
    pub fn updates(&self, warnings: &mut BTreeSet<Warning>) -> BTreeMap<u32, Vec<RequirementUpdate>> {
        let mut updates: BTreeMap<u32, Vec<RequirementUpdate>> = BTreeMap::new();
        for (component, at) in self.scope.components.iter().zip(0..) {
            let Some(options) = self.scope.options(at) else { continue };
            // The tool looks at nothing but what the plan touches.
            let is_in = self.state(at).is_some_and(State::is_in);
            if options.ranges != Ranges::Native && !is_in {
                continue;
            }
            let mut own: Vec<RequirementUpdate> = Vec::new();
            for edge in self.edges.consumer(at) {
                let moved = match options.ranges {
                    Ranges::Native => self.native(at, component, edge, warnings),
                    ranges => self.as_changesets(at, edge, ranges),
                };
                let (old, new) = match moved {
                    Some((old, new)) if old != new => (old, new),
                    _ => continue,
                };
                own.push(RequirementUpdate {
                    component: component.name.clone(),
                    dependency: self.scope.name(edge.provider).to_owned(),
                    kind: edge.dependency.kind,
                    old,
                    new,
                    file: file(component, edge.dependency),
                });
            }
            if !own.is_empty() {
                own.sort();
                own.dedup();
                updates.insert(at, own);
            }
        }
        updates
    }

    fn state(&self, at: u32) -> Option<&State> {
        self.states.get(at as usize)
    }

    /// The old and new text of a requirement, its operator and precision kept.
    fn native(
        &self,
        at: u32,
        component: &Component,
        edge: &Edge<'a>,
        warnings: &mut BTreeSet<Warning>,
    ) -> Option<(String, String)> {
        let provider = self.state(edge.provider).filter(|state| state.is_released())?;
        let version = provider.version.as_ref()?;
        let mut offer =
            Offer::new(provider.bump, version, self.versions.base(edge.provider, provider.grouped));
        let excluded = edge.excludes(&mut offer);
        let options = self.scope.options(at)?;
        let released = self.state(at).is_some_and(State::is_released);
        let wanted = match edge.dependency.kind {
            DependencyKind::Peer if options.rewrite_peers => true,
            _ => options.rewrite.asks(provider.bump),
        };
        let follows = released && (options.propagation == Propagation::Always || wanted);
        if !(excluded || follows) {
            return None;
        }
        let moved = moved(edge.dependency, version);
        if moved.is_none() && excluded {
            warnings.insert(left(component, edge.dependency, version));
        }
        moved
    }

    /// The old and new text of a range, as changesets writes it: the operator and the whole version.
    fn as_changesets(&self, at: u32, edge: &Edge<'a>, ranges: Ranges) -> Option<(String, String)> {
        let provider = self.state(edge.provider)?;
        if !provider.is_in() || ranges == Ranges::Changesets3 && !provider.is_released() {
            return None;
        }
        let options = self.scope.options(at)?;
        let text = edge.dependency.text.as_str();
        let of = self.scope.component(edge.provider)?;
        let version = provider.version.as_ref().or(of.version.as_ref())?;
        if text.starts_with("file:") || text.starts_with("link:") {
            return None;
        }
        let (around, range) = match text.strip_prefix(WORKSPACE) {
            Some("*" | "^" | "~") => return None,
            Some(range) => (WORKSPACE, range),
            None if options.workspace_protocol_only => return None,
            None => ("", text),
        };
        let requirement = edge.dependency.requirement.as_ref()?;
        let is_range =
            || range == requirement.as_str() || Requirement::parse_as(requirement.scheme(), range).is_ok();
        if range.contains(':') || !is_range() {
            return None;
        }
        let satisfied = requirement.matches(version).unwrap_or(false);
        let wanted = match edge.dependency.kind {
            DependencyKind::Peer => options.rewrite_peers,
            _ => options.rewrite.asks(provider.bump),
        };
        if satisfied && !wanted {
            return None;
        }
        // What means any version is left so, unless a prerelease would not be one of them.
        let any = matches!(requirement.as_str(), "" | "*");
        if any && !version.is_prerelease() {
            return None;
        }
        let bounded = || bounded(range, version, provider.bump).filter(|_| ranges == Ranges::Changesets3);
        let new = match self.snapshot {
            true => version.to_string(),
            false => bounded().unwrap_or_else(|| format!("{}{version}", operator(range))),
        };
        Some((text.to_owned(), format!("{around}{new}")))
    }
}

/// The operator that a range begins with, among those that changesets keeps.
fn operator(range: &str) -> &'static str {
    let known = ["^", "~", ">=", "<=", ">"];
    known.into_iter().find(|operator| range.starts_with(operator)).unwrap_or("")
}

/// A range of two bounds from this version on: the upper one stays, unless the version is beyond it.
fn bounded(range: &str, version: &Version, bump: Bump) -> Option<String> {
    if range.contains("||") || !range.contains('>') || !range.contains('<') {
        return None;
    }
    let bounds: Vec<&str> = range.split_whitespace().collect();
    let [first, second] = bounds.as_slice() else { return None };
    let (upper, lower_first) = match (first.starts_with('>'), second.starts_with('>')) {
        (true, false) if second.starts_with('<') => (*second, true),
        (false, true) if first.starts_with('<') => (*first, false),
        _ => return None,
    };
    let admits = Requirement::parse_as(version.scheme(), upper).and_then(|upper| upper.matches(version));
    let upper = match admits {
        Ok(true) => upper.to_owned(),
        _ => {
            let step = match bump {
                Bump::Major => Step::Major,
                Bump::Minor => Step::Minor,
                Bump::Patch | Bump::None => Step::Patch,
            };
            format!("<{}", version.bump(step).ok()?)
        }
    };
    Some(if lower_first { format!(">={version} {upper}") } else { format!("{upper} >={version}") })
}

/// The file that holds a dependency's text.
fn file(component: &Component, dependency: &Dependency) -> String {
    let stated = dependency.stated_in.as_ref().or(component.manifest.as_ref());
    stated.cloned().unwrap_or_else(|| match component.path.as_str() {
        "" => component.ecosystem.manifest().to_owned(),
        path => format!("{path}/{}", component.ecosystem.manifest()),
    })
}

fn left(component: &Component, dependency: &Dependency, version: &Version) -> Warning {
    let Dependency { name, text, .. } = dependency;
    let reason = match text.starts_with(CATALOG) {
        true => "stands in a catalog; move it there",
        false => "could not be rewritten",
    };
    Warning {
        component: component.name.clone(),
        kind: WarningKind::RequirementLeft,
        message: format!("the requirement {text:?} on {name} does not admit {version} and {reason}"),
    }
}

/// What begins a text whose requirement stands in a catalog, for all who refer to it.
const CATALOG: &str = "catalog:";

/// The text with its requirement, and that with the requirement moved to this version: what stands around it stays, and what
/// stands for no fixed version (`workspace:^`, `workspace:../core`) is left as it is. None where the text cannot be made to
/// admit the version.
fn moved(dependency: &Dependency, version: &Version) -> Option<(String, String)> {
    let requirement = dependency.requirement.as_ref()?;
    let text = match (dependency.text.starts_with(CATALOG), &dependency.stated_in) {
        (true, None) => return None,
        // The catalog holds the requirement itself.
        (true, Some(_)) => requirement.as_str(),
        (false, _) => dependency.text.as_str(),
    };
    let (around, written) = split(text);
    let follows = matches!(written, "" | "*" | "^" | "~") || written.starts_with('.');
    if around.starts_with(WORKSPACE) && follows {
        return Some((text.to_owned(), text.to_owned()));
    }
    // Across ecosystems the requirement may be in another notation than the version.
    let version = match version.scheme() == requirement.scheme() {
        true => version.clone(),
        false => Version::parse_as(requirement.scheme(), version.as_str()).ok()?,
    };
    let moved = requirement.moved_to(&version).ok()?;
    if !moved.matches(&version).unwrap_or(false) {
        return None;
    }
    // A bare Cargo requirement is a caret that nobody wrote.
    let bare = requirement.as_str().strip_prefix('^') == Some(written);
    let moved = moved.as_str();
    let moved = if bare { moved.strip_prefix('^').unwrap_or(moved) } else { moved };
    Some((text.to_owned(), format!("{around}{moved}")))
}

/// What stands before a requirement, and the requirement: `workspace:^1.0`, `npm:other-name@^1.0`.
fn split(text: &str) -> (&str, &str) {
    let protocol = [WORKSPACE, "npm:"].into_iter().find(|protocol| text.starts_with(protocol));
    let start = protocol.map_or(0, |protocol| {
        let rest = text.get(protocol.len()..).unwrap_or_default();
        // A scope's own @ comes first; the one before the requirement is the last.
        match rest.rfind('@') {
            Some(at) if at > 0 => protocol.len() + at + 1,
            _ => protocol.len(),
        }
    });
    text.split_at(start)
}
