//! Requirements that have to move along with a release, as the texts in their manifests.

use super::fixpoint::{Edges, Release};
use super::policy::Propagation;
use super::types::{RequirementUpdate, Warning, WarningKind};
use crate::component::{Component, Dependency};
use crate::version::Version;
use std::collections::{BTreeMap, BTreeSet};

/// The requirements to be rewritten, by component: those that do not admit the new version, and with
/// [`Propagation::Always`] all others in released components too.
pub(super) fn updates<'a>(
    components: &[&'a Component],
    edges: &Edges<'_>,
    releases: &[Option<Release>],
    propagation: Propagation,
    warnings: &mut BTreeSet<Warning>,
) -> BTreeMap<&'a str, Vec<RequirementUpdate>> {
    let mut updates: BTreeMap<&str, Vec<RequirementUpdate>> = BTreeMap::new();
    for (index, (component, own)) in components.iter().zip(releases).enumerate() {
        let follows = propagation == Propagation::Always && own.is_some();
        for edge in edges.consumer(index) {
            let Some(Some(release)) = releases.get(edge.provider) else { continue };
            let Some(provider) = components.get(edge.provider) else { continue };
            let excluded = edge.excludes(&release.version);
            if !(excluded || follows) {
                continue;
            }
            let Some(moved) = moved(edge.dependency, &release.version) else {
                if excluded {
                    warnings.insert(left(component, edge.dependency, &release.version));
                }
                continue;
            };
            if moved != edge.dependency.text {
                updates.entry(&component.name).or_default().push(RequirementUpdate {
                    component: component.name.clone(),
                    dependency: provider.name.clone(),
                    kind: edge.dependency.kind,
                    old: edge.dependency.text.clone(),
                    new: moved,
                });
            }
        }
    }
    for updates in updates.values_mut() {
        updates.sort();
        updates.dedup();
    }
    updates
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

/// The manifest's text with its requirement moved to this version: what stands around the requirement stays, and what stands
/// for no fixed version (`workspace:^`, `workspace:../core`) is left as it is. None where the text cannot be made to admit the
/// version.
fn moved(dependency: &Dependency, version: &Version) -> Option<String> {
    let requirement = dependency.requirement.as_ref()?;
    if dependency.text.starts_with(CATALOG) {
        return None;
    }
    let (around, written) = split(&dependency.text);
    let follows = matches!(written, "" | "*" | "^" | "~") || written.starts_with('.');
    if around.starts_with("workspace:") && follows {
        return Some(dependency.text.clone());
    }
    let moved = requirement.moved_to(version).ok()?;
    if !moved.matches(version).unwrap_or(false) {
        return None;
    }
    // A bare Cargo requirement is a caret that nobody wrote.
    let bare = requirement.as_str().strip_prefix('^') == Some(written);
    let text = moved.as_str();
    let text = if bare { text.strip_prefix('^').unwrap_or(text) } else { text };
    Some(format!("{around}{text}"))
}

/// What stands before a requirement, and the requirement: `workspace:^1.0`, `npm:other-name@^1.0`.
fn split(text: &str) -> (&str, &str) {
    let protocol = ["workspace:", "npm:"].into_iter().find(|protocol| text.starts_with(protocol));
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
