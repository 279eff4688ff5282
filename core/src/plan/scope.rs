//! What a plan is about: the components as numbers, and what holds of each under the policy.

use super::names::Names;
use super::policy::select::Selection;
use super::policy::{Options, Policy, Train};
use crate::component::{Component, Dependency, Ecosystem, Workspace};
use std::collections::HashMap;

/// The components by name, each with what its policy says of it. A component is an index into the lists.
pub(super) struct Scope<'a> {
    pub components: Vec<&'a Component>,
    pub names: Names,
    /// Whose packages each is one of: those of one ecosystem in one repository; none where its package has another name.
    homes: Vec<Option<u32>>,
    /// What it lives by.
    options: Vec<&'a Options>,
    standing: Vec<Standing>,
    /// What it rides; empty where there are no trains.
    trains: Vec<Option<&'a Train>>,
    /// Which ones were never released; empty where none is known to be.
    unreleased: Vec<bool>,
}

/// Whether a component may be released, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Open,
    /// Not selected this time.
    Held,
    Ignored,
    /// Private, under a policy that leaves those alone.
    Private,
    /// There is no version to move.
    NoVersion,
    /// Released by others.
    External,
}

impl Standing {
    /// Whether a release of it is out of the question, whatever is selected.
    pub fn is_skipped(self) -> bool {
        !matches!(self, Self::Open | Self::Held)
    }

    /// Whether it is the policy that leaves it alone.
    pub fn is_left_alone(self) -> bool {
        matches!(self, Self::Ignored | Self::Private | Self::NoVersion)
    }
}

impl<'a> Scope<'a> {
    /// # Errors
    /// `plan.invalid_selector`.
    pub fn of(workspace: &'a Workspace, policy: &'a Policy, otherwise: &'a Options) -> crate::Result<Self> {
        let components: Vec<&Component> = workspace.components().collect();
        let names = Names::of(components.iter().map(|component| component.name.as_str()));

        let mut known: HashMap<(Ecosystem, Option<&str>), u32> = HashMap::new();
        // Neighbours mostly live together.
        let mut last = None;
        let homes = components.iter().map(|component| {
            let key = (component.ecosystem, component.repository.as_deref());
            let home = match last.filter(|(before, _)| *before == key) {
                Some((_, home)) => home,
                None => {
                    let next = known.len() as u32;
                    *known.entry(key).or_insert(next)
                }
            };
            last = Some((key, home));
            (component.package == component.name).then_some(home)
        });
        let homes = homes.collect();

        let mut rules = Vec::with_capacity(policy.rules.len());
        for rule in &policy.rules {
            rules.push((Selection::of(&rule.select)?, &rule.options));
        }
        let lives_by = |component: &Component| {
            let rule =
                rules.iter().rev().find(|(selection, _)| selection.is_empty() || selection.has(component));
            rule.map_or(otherwise, |(_, options)| *options)
        };
        let options: Vec<&Options> = components.iter().map(|component| lives_by(component)).collect();

        let (ignore, only, except) =
            (Selection::of(&policy.ignore)?, Selection::of(&policy.only)?, Selection::of(&policy.except)?);
        let standing = components.iter().zip(&options).map(|(component, options)| {
            let unversioned = component.version.is_none();
            if component.external {
                Standing::External
            } else if ignore.has(component) {
                Standing::Ignored
            } else if component.private && !options.version_private {
                Standing::Private
            } else if unversioned && (component.private || options.ranges.are_changesets()) {
                Standing::NoVersion
            } else if (!only.is_empty() && !only.has(component)) || except.has(component) {
                Standing::Held
            } else {
                Standing::Open
            }
        });
        let standing = standing.collect();

        let mut trains = Vec::new();
        if !policy.trains.is_empty() {
            let mut known = Vec::with_capacity(policy.trains.len());
            for train in &policy.trains {
                known.push((Selection::of(&train.select)?, train));
            }
            let rides = |component: &&Component| {
                let train = known.iter().rev().find(|(all, _)| all.is_empty() || all.has(component));
                train.map(|(_, train)| *train)
            };
            trains = components.iter().map(rides).collect();
        }
        let never = Selection::of(&policy.unreleased)?;
        let unreleased = match never.is_empty() {
            true => Vec::new(),
            false => components.iter().map(|component| never.has(component)).collect(),
        };
        Ok(Self { components, names, homes, options, standing, trains, unreleased })
    }

    pub fn len(&self) -> usize {
        self.components.len()
    }

    pub fn find(&self, name: &str) -> Option<u32> {
        self.names.find(name)
    }

    /// The component of the consumer's own repository that a dependency names, where its name says so at once. A workspace
    /// finds the others too, and takes longer. `hash` is that of the dependency's name.
    pub fn own_package(&self, consumer: u32, dependency: &Dependency, hash: u64) -> Option<u32> {
        let home = |at: u32| self.homes.get(at as usize).copied().flatten();
        let at = self.names.find_hashed(&dependency.name, hash).filter(|_| dependency.component.is_none())?;
        home(at).filter(|found| home(consumer) == Some(*found)).map(|_| at)
    }

    pub fn component(&self, at: u32) -> Option<&'a Component> {
        self.components.get(at as usize).copied()
    }

    pub fn name(&self, at: u32) -> &'a str {
        self.component(at).map_or("", |component| component.name.as_str())
    }

    pub fn options(&self, at: u32) -> Option<&'a Options> {
        self.options.get(at as usize).copied()
    }

    pub fn standing(&self, at: u32) -> Standing {
        self.standing.get(at as usize).copied().unwrap_or(Standing::External)
    }

    pub fn is_open(&self, at: u32) -> bool {
        self.standing(at) == Standing::Open
    }

    pub fn train(&self, at: u32) -> Option<&'a Train> {
        self.trains.get(at as usize).copied().flatten()
    }

    pub fn has_trains(&self) -> bool {
        !self.trains.is_empty()
    }

    pub fn is_unreleased(&self, at: u32) -> bool {
        self.unreleased.get(at as usize).copied().unwrap_or(false)
    }
}
