//! Plans: what goes out next, at which versions, why, and in which order.
//!
//! [`plan()`] takes the components of a [`Workspace`], the unreleased [`Change`]s and a [`Policy`] and returns a [`Plan`]: a
//! value, which [`why`] explains down to the commits.
//!
//! The rules, all of them:
//!
//! - A revert cancels the unreleased change that it undoes ([`cancel_reverts`]).
//! - A component is released when a change asks for it; its bump is the greatest that any change asks for.
//! - Its dependents inside the workspace are released too, at a patch, when their requirement does not admit the new version
//!   (or always, see [`Propagation`]), and so on to theirs. A break in a provider is none in its dependents: what they offer
//!   stays the same. A dev-dependency calls for no release.
//! - Components that share one stated version ([`Component::version_from`], and the same version now) are released together, at
//!   the greatest bump that any of them is released at, so that they share the next version too.
//! - A dependency that the workspace does not meet ([`Workspace::provider`]) is an affair of the registry, and none here. One
//!   that names no version (a bare path) admits every version.
//! - A requirement that does not admit the new version is rewritten with its operator kept, also in components that are not
//!   released themselves.
//! - A component that states no version is released for the first time, at the first version of its versioning; a private one
//!   is left out, since there is nothing to release.
//!
//! The result is the least fixpoint of these rules over `none < patch < minor < major`, so it does not depend on the order of
//! components and changes. One more change, other than a revert, never lowers a bump, as long as requirements have no gaps: to
//! `1.2.0 || 2` a major release is in range where a patch is not.
//!
//! ```
//! use greenboard::change::Change;
//! use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Workspace};
//! use greenboard::plan::{Policy, plan, why};
//! use greenboard::version::{Bump, Requirement, Version};
//!
//! let needs_core = Dependency::new("core", DependencyKind::Normal, Requirement::parse("^1.2")?);
//! let workspace = Workspace::new([
//!     Component::new("core", Ecosystem::Cargo, "core").with_version(Version::parse("1.2.0")?),
//!     Component::new("cli", Ecosystem::Cargo, "cli").with_version(Version::parse("3.0.1")?).with_dependency(needs_core),
//! ])?;
//! let change = Change::new("9fceb02", "drop the old format").with_breaking("Convert first.").with_bump("core", Bump::Major);
//!
//! let plan = plan(&workspace, &[change], &Policy::new(), "2026-11-02T09:00:00Z".parse().unwrap())?;
//! let versions: Vec<_> = plan.entries.iter().map(|e| (e.component.as_str(), e.new.as_str(), e.wave)).collect();
//! assert_eq!(versions, [("core", "2.0.0", 1), ("cli", "3.0.2", 2)]);
//! assert_eq!(plan.entry("cli").unwrap().requirements[0].new, "^2.0");
//! assert_eq!(why(&plan, "cli")?.to_string(), "\
//! cli 3.0.1 → 3.0.2 (patch)
//!   core 1.2.0 → 2.0.0 is outside the requirement ^1.2
//!     9fceb02 drop the old format (major)");
//! # Ok::<(), greenboard::Error>(())
//! ```

mod cause;
mod error;
mod fixed;
mod fixpoint;
mod policy;
mod requirement;
mod types;
mod uncovered;
pub mod versioning;
mod why;

pub(crate) use cause::short_id;
pub use cause::{Cause, ChangeCause, DependencyCause, FixedCause};
pub(crate) use error::PlanError;
pub use policy::{Policy, Propagation};
pub use types::{Entry, Plan, RequirementUpdate, Warning, WarningKind};
pub use uncovered::{Coverage, Uncovered, uncovered};
pub use versioning::Versioning;
pub(crate) use why::tell;
pub use why::{Link, Why, why};

use crate::change::{Change, Changelog, Item, SectionKind, cancel_reverts};
use crate::component::{Component, Graph, Unit, Workspace};
use crate::version::{Bump, Version};
use fixed::Groups;
use fixpoint::{Edges, Release};
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What to release next of `workspace`, given the changes since each component's last release.
///
/// `at` is the time the plan is made for: the date of calendar versions and changelogs. Nothing else depends on it. Changes
/// that ask for nothing, or come twice, do not matter.
///
/// # Errors
/// `version.*` where a version cannot be moved: its numbers are used up, or its scheme has no such step.
pub fn plan(
    workspace: &Workspace,
    changes: &[Change],
    policy: &Policy,
    at: Timestamp,
) -> crate::Result<Plan> {
    let changes = in_order(cancel_reverts(changes));
    let components: Vec<&Component> = workspace.components().collect();
    let mut warnings = BTreeSet::new();
    let asked = asked(workspace, &components, &changes, &mut warnings);
    let edges = Edges::of(workspace, &components);
    let next = |component: &Component, bump| next_version(policy, component, bump, at);
    let groups = Groups::of(&components);
    let demands: Vec<Bump> = asked.iter().map(|changes| greatest(changes)).collect();
    let releases = fixpoint::releases(&components, &edges, &groups, &demands, policy.propagation, next)?;

    let mut updates = requirement::updates(&components, &edges, &releases, policy.propagation, &mut warnings);
    let selected: BTreeSet<String> = components
        .iter()
        .zip(&releases)
        .filter(|(_, release)| release.is_some())
        .map(|(component, _)| component.name.clone())
        .collect();
    let waves = waves(workspace, &selected);
    let wave_of: BTreeMap<&str, usize> = waves
        .iter()
        .zip(1..)
        .flat_map(|(wave, at)| wave.iter().map(move |name| (name.as_str(), at)))
        .collect();

    let mut entries = Vec::with_capacity(selected.len());
    for (index, (component, release)) in components.iter().zip(&releases).enumerate() {
        let Some(Release { bump, version, decider }) = release else { continue };
        let changes = asked.get(index).map(Vec::as_slice).unwrap_or_default();
        let mut causes: Vec<Cause> =
            changes.iter().map(|(change, bump)| change_cause(change, *bump)).collect();
        let followed = edges.causes(index, &components, &releases, policy.propagation);
        let changelog = Changelog::of(&component.name, changes.iter().map(|(change, _)| *change));
        let changelog =
            changelog.with(SectionKind::Dependencies, followed.iter().filter_map(dependency_item));
        causes.extend(followed);
        let decides = *decider == index || greatest(changes) == *bump;
        let shared = if decides { None } else { fixed_cause(component, components.get(*decider), *bump) };
        // The changelog says so only where there is nothing else to say.
        let changelog = match &shared {
            Some(cause) if changelog.is_empty() => changelog.with(SectionKind::Other, [fixed_item(cause)]),
            _ => changelog,
        };
        causes.extend(shared.map(Cause::from));
        entries.push(Entry {
            component: component.name.clone(),
            ecosystem: component.ecosystem,
            scheme: version.scheme(),
            path: component.path.clone(),
            old: component.version.clone(),
            new: version.clone(),
            bump: *bump,
            wave: wave_of.get(component.name.as_str()).copied().unwrap_or_default(),
            causes,
            requirements: updates.remove(component.name.as_str()).unwrap_or_default(),
            changelog,
        });
    }
    entries.sort_by(|a, b| (a.wave, &a.component).cmp(&(b.wave, &b.component)));
    let rewrites = updates.into_values().flatten().collect();
    Ok(Plan {
        at,
        policy: policy.clone(),
        entries,
        waves,
        rewrites,
        warnings: warnings.into_iter().collect(),
    })
}

/// The changes in an order of their own, each once: oldest first, then by id.
fn in_order(changes: Vec<Cow<'_, Change>>) -> Vec<Cow<'_, Change>> {
    let mut changes = changes;
    changes.sort_by(|a, b| {
        let key = |c: &Change| (c.at, c.origin.name());
        let by_id = key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id));
        by_id.then_with(|| {
            let rest =
                |c: &Change| (c.kind.clone(), c.scope.clone(), c.description.clone(), c.breaking.clone());
            rest(a).cmp(&rest(b)).then_with(|| a.bumps.cmp(&b.bumps))
        })
    });
    changes.dedup();
    changes
}

/// For each component, the changes that ask for its release, and what they ask for.
fn asked<'a>(
    workspace: &Workspace,
    components: &[&Component],
    changes: &'a [Cow<'_, Change>],
    warnings: &mut BTreeSet<Warning>,
) -> Vec<Vec<(&'a Change, Bump)>> {
    let mut asked: Vec<Vec<(&Change, Bump)>> = vec![Vec::new(); components.len()];
    let index: std::collections::HashMap<&str, usize> =
        components.iter().enumerate().map(|(index, component)| (component.name.as_str(), index)).collect();
    let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
    for change in changes {
        for (name, bump) in &change.bumps {
            if *bump == Bump::None {
                continue;
            }
            match index
                .get(name.as_str())
                .and_then(|index| Some((components.get(*index)?, asked.get_mut(*index)?)))
            {
                Some((component, asked)) if is_releasable(component) => asked.push((change, *bump)),
                _ => *left_out.entry(name).or_default() += 1,
            }
        }
    }
    warnings.extend(left_out.into_iter().map(|(name, count)| {
        let changes = if count == 1 { "1 change asks".to_owned() } else { format!("{count} changes ask") };
        let (kind, reason) = match workspace.get(name) {
            Some(_) => (WarningKind::NoVersion, "is private and states no version"),
            None => (WarningKind::UnknownComponent, "is not in the workspace"),
        };
        let message = format!("{changes} for a release of {name:?}, which {reason}; left out");
        Warning { component: name.to_owned(), kind, message }
    }));
    asked
}

/// How much these changes ask for at most.
fn greatest(changes: &[(&Change, Bump)]) -> Bump {
    changes.iter().map(|(_, bump)| *bump).max().unwrap_or_default()
}

/// Whether there is something to release: a private component without a version is only a part of its repository.
fn is_releasable(component: &Component) -> bool {
    !(component.private && component.version.is_none())
}

fn next_version(policy: &Policy, component: &Component, bump: Bump, at: Timestamp) -> crate::Result<Version> {
    let moved = policy.versioning.next(component.scheme, component.version.as_ref(), bump, at);
    moved.map_err(|error| error.within(&component.name))
}

/// The names of what goes out, in waves.
fn waves(workspace: &Workspace, selected: &BTreeSet<String>) -> Vec<Vec<String>> {
    let waves = Graph::new(workspace).waves_of(selected);
    let flat = |wave: Vec<Unit>| {
        let mut names: Vec<String> = wave.into_iter().flat_map(|unit| unit.components).collect();
        names.sort_unstable();
        names
    };
    waves.into_iter().map(flat).collect()
}

fn change_cause(change: &Change, bump: Bump) -> Cause {
    ChangeCause { id: change.id.clone(), bump, description: change.description.clone() }.into()
}

/// The changelog's line for a dependency that calls for this release.
fn dependency_item(cause: &Cause) -> Option<Item> {
    match cause {
        Cause::Dependency(DependencyCause { component, new, .. }) => {
            Some(Item::new(format!("{component} {new}")))
        }
        Cause::Change(_) | Cause::Fixed(_) => None,
    }
}

fn fixed_cause(component: &Component, decider: Option<&&Component>, bump: Bump) -> Option<FixedCause> {
    let (component, from) = (decider?.name.clone(), component.version_from.clone()?);
    Some(FixedCause { component, from, bump })
}

/// The changelog's line for a release for the sake of a shared version.
fn fixed_item(cause: &FixedCause) -> Item {
    Item::new(format!("version shared with {}", cause.component))
}
