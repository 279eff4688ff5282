//! Plans: what goes out next, at which versions, why, and in which order.
//!
//! [`plan()`] takes the components of a [`Workspace`], the unreleased [`Change`]s and a [`Policy`] and returns a [`Plan`]: a
//! value, which [`why`] explains down to the commits.
//!
//! The rules, all of them; what is a matter of choice is in [`Options`], for each component by the last [`Rule`] that selects it:
//!
//! - A revert cancels the unreleased change that it undoes ([`cancel_reverts`]).
//! - A component is released when a change asks for it; its bump is the greatest that any change asks for. A person's
//!   [`Override`] takes the place of that, and a version that is wanted (`Release-As`) is taken as it is.
//! - Its dependents inside the workspace are released too, at a patch, when their requirement does not admit the new version
//!   (or always, see [`Propagation`]), and so on to theirs. A break in a provider is none in its dependents: what they offer
//!   stays the same (but see [`Peers`]). A dev-dependency calls for no release.
//! - The members of a fixed [`Group`](crate::component::Group) are released together, at the greatest bump of any of them, from
//!   their highest version; so are components that share one stated version
//!   ([`Component::version_from`](crate::component::Component::version_from), and the same version now). Of a linked group those
//!   are that are released at all.
//! - What is ignored, private where such are not versioned, released by others, or not selected this time is left alone; a
//!   warning says who is left behind by that.
//! - On a [`Train`] versions are prereleases, until it arrives; then what has a prerelease out is released. A
//!   [`Snapshot`] has versions of its own.
//! - A dependency that the workspace does not meet ([`Workspace::provider`]) is an affair of the registry, and none here. One
//!   that names no version (a bare path) admits every version.
//! - A requirement that does not admit the new version is rewritten with its operator kept, also in components that are not
//!   released themselves.
//! - A component that states no version is released for the first time, at the first version of its versioning; a private one
//!   is left out, since there is nothing to release. One that was never released goes out at the version that it states.
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

mod assemble;
mod branch;
mod cause;
pub mod config;
mod count;
mod demand;
mod edges;
mod edit;
mod error;
mod fixpoint;
mod groups;
mod names;
mod numbers;
mod pattern;
mod policy;
mod prerelease;
mod preset;
mod publish;
mod remaining;
mod requirement;
mod scope;
mod split;
mod types;
mod uncovered;
pub mod versioning;
mod versions;
mod why;

pub(crate) use branch::BranchError;
pub use branch::{
    Branch, BranchKind, BranchRange, Channel, Identifier, Tag, branches, check_branch, check_merge,
    last_release, next_on_branch,
};
pub(crate) use cause::short_id;
pub use cause::{Cause, ChangeCause, DependencyCause, FixedCause, LinkedCause, OverrideCause, PreExitCause};
pub use count::{graduate, next_prerelease};
pub(crate) use edit::EditError;
pub use edit::{Edit, EditKind, EditOptions, EditWarning, Edits, ExtraFile, ExtraFileKind, diff, edits};
pub(crate) use error::PlanError;
pub use pattern::Pattern;
pub use policy::{
    Counter, Dependents, FirstRelease, Options, Override, Peers, Policy, Propagation, Ranges, Rewrite, Rule,
    Snapshot, Train, TrainMode,
};
pub use remaining::remaining;
pub use split::{Part, Split, split};
pub use types::{Entry, Kept, KeptReason, Plan, RequirementUpdate, Warning, WarningKind};
pub use uncovered::{Coverage, Uncovered, uncovered};
pub use versioning::Versioning;
pub(crate) use why::tell;
pub use why::{Link, Why, why};

use crate::change::{Change, cancel_reverts};
use crate::component::{Graph, Unit, Workspace};
use crate::version::Version;
use assemble::Assembly;
use demand::Demands;
use edges::Edges;
use groups::Groups;
use jiff::Timestamp;
use requirement::Rewriting;
use scope::Scope;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, hash_map};
use versions::Versions;

/// What to release next of `workspace`, given the changes since each component's last release.
///
/// `at` is the time the plan is made for: the date of calendar versions, snapshots and changelogs. Nothing else depends on it.
/// Changes that ask for nothing, or come twice, do not matter.
///
/// # Errors
/// `version.*` where a version cannot be moved: its numbers are used up, or its scheme has no such step; `plan.*` where the
/// policy cannot be followed: a selector that is none, groups that overlap, and what its presets refuse.
pub fn plan(
    workspace: &Workspace,
    changes: &[Change],
    policy: &Policy,
    at: Timestamp,
) -> crate::Result<Plan> {
    let changes = in_order(cancel_reverts(changes));
    let otherwise = preset::default_options();
    let mut warnings = BTreeSet::new();
    let scope = Scope::of(workspace, policy, &otherwise)?;
    let groups = Groups::of(workspace, policy, &scope, &mut warnings)?;
    let demands = Demands::of(&scope, policy, &changes, &mut warnings)?;
    let edges = Edges::of(workspace, &scope);
    let versions = Versions::of(&scope, &groups, &demands, at)?;
    let states = fixpoint::states(&scope, &edges, &groups, &versions, &demands)?;

    let snapshots = snapshots(&scope, policy, &states, at)?;
    let assembly = Assembly {
        scope: &scope,
        policy,
        demands: &demands,
        edges: &edges,
        groups: &groups,
        versions: &versions,
        states: &states,
        snapshots: &snapshots,
    };
    let released = states.iter().map(fixpoint::State::is_released).collect();
    let waves = Graph::waves_of_numbers(released, &edges.ordering());
    let mut wave_of: HashMap<u32, usize> = HashMap::new();
    for (wave, at) in waves.iter().zip(1..) {
        wave_of.extend(wave.iter().flatten().map(|component| (*component, at)));
    }
    let wave_of = |component: u32| wave_of.get(&component).copied().unwrap_or_default();
    let unit = |unit: &Vec<u32>| Unit::new(unit.iter().map(|component| scope.name(*component).to_owned()));
    let waves = waves.iter().map(|wave| wave.iter().map(unit).collect()).collect();
    // Requirements are written for the versions that go out.
    let mut updates = {
        let (edges, versions) = (&edges, &versions);
        let written: Vec<fixpoint::State>;
        let states = match snapshots.is_empty() {
            true => &states,
            false => {
                written = with_versions(&states, &snapshots);
                &written
            }
        };
        let snapshot = policy.snapshot.is_some();
        Rewriting { scope: &scope, edges, versions, states, snapshot }.updates(&mut warnings)
    };
    let mut entries = assembly.entries(wave_of, &mut updates);
    if let Some(branch) = policy.branch.as_ref().filter(|_| policy.snapshot.is_none()) {
        for entry in &entries {
            let checked = check_branch(std::slice::from_ref(branch), &branch.name, &entry.new, entry.bump);
            checked.map_err(|error| error.within(&entry.component))?;
        }
    }
    let kept = assembly.kept(&mut warnings);
    assembly.held_back(&mut warnings);
    entries.sort_by(|a, b| (a.wave, &a.component).cmp(&(b.wave, &b.component)));
    let rewrites = updates.into_values().flatten().collect();
    Ok(Plan {
        at,
        policy: policy.clone().sourced(),
        entries,
        waves,
        rewrites,
        kept,
        warnings: warnings.into_iter().collect(),
    })
}

/// The versions of a snapshot, by component.
fn snapshots(
    scope: &Scope<'_>,
    policy: &Policy,
    states: &[fixpoint::State],
    at: Timestamp,
) -> crate::Result<HashMap<u32, Version>> {
    let Some(snapshot) = &policy.snapshot else { return Ok(HashMap::new()) };
    let mut suffixes: HashMap<Option<&str>, String> = HashMap::new();
    let mut versions = HashMap::new();
    for ((component, state), number) in scope.components.iter().zip(states).zip(0..) {
        let (Some(version), Some(options)) = (&state.version, scope.options(number)) else { continue };
        let template = snapshot.template.as_deref().or(options.snapshot_template.as_deref());
        let suffix = match suffixes.entry(template) {
            hash_map::Entry::Occupied(known) => known.into_mut(),
            hash_map::Entry::Vacant(free) => free.insert(prerelease::suffix(snapshot, template, at)?),
        };
        let base = match snapshot.calculated.unwrap_or(options.snapshot_calculated) {
            true => Ok(version.clone()),
            false => versioning::zero(component.scheme),
        };
        let made = base.and_then(|base| prerelease::snapshot(&base, suffix));
        versions.insert(number, made.map_err(|error| error.within(&component.name))?);
    }
    Ok(versions)
}

/// What becomes of each component, with these versions in place of those there.
fn with_versions(states: &[fixpoint::State], versions: &HashMap<u32, Version>) -> Vec<fixpoint::State> {
    let mut states = states.to_vec();
    for (at, version) in versions {
        if let Some(state) = states.get_mut(*at as usize) {
            state.version = Some(version.clone());
        }
    }
    states
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
