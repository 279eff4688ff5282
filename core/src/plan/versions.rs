//! The next version of a component, by everything that has a say in it.

use super::demand::Demands;
use super::groups::{Groups, Joint};
use super::policy::{Counter, FirstRelease, Options, Ranges, TrainMode};
use super::prerelease::{Prerelease, compose, counter};
use super::scope::Scope;
use crate::change::Change;
use crate::component::GroupKind;
use crate::version::{Bump, Version};
use jiff::Timestamp;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Moves versions.
pub(super) struct Versions<'s, 'a> {
    scope: &'s Scope<'a>,
    groups: &'s Groups<'a>,
    demands: &'s Demands<'a>,
    at: Timestamp,
    /// What holds of each group.
    joint: Vec<Shared<'s>>,
}

/// What is the same for all members of a group.
#[derive(Default)]
struct Shared<'s> {
    /// The number of the next prerelease, by the release it leads to and its word.
    counters: HashMap<(&'s str, &'s str), u64>,
    /// The greatest version that was decided for a member.
    pinned: Option<&'s Version>,
    /// Whether all of them are released for the first time, as stated.
    first: bool,
}

impl<'s, 'a> Versions<'s, 'a> {
    /// # Errors
    /// `plan.uncounted_prerelease`, of components that ride a train.
    pub fn of(
        scope: &'s Scope<'a>,
        groups: &'s Groups<'a>,
        demands: &'s Demands<'a>,
        at: Timestamp,
    ) -> crate::Result<Self> {
        let mut versions = Self { scope, groups, demands, at, joint: Vec::with_capacity(groups.len()) };
        for group in groups.iter() {
            let shared = versions.shared(group)?;
            versions.joint.push(shared);
        }
        Ok(versions)
    }

    fn shared(&self, group: &Joint<'a>) -> crate::Result<Shared<'s>> {
        let mut shared = Shared::default();
        let rides = |member: &u32| self.scope.train(*member).is_some();
        if self.scope.has_trains() && group.members.iter().any(rides) {
            for &member in &group.members {
                let version = self.version(member);
                if let Some(parts) = version.and_then(Prerelease::of) {
                    let number = self.number(member, version)?;
                    let most = shared.counters.entry((parts.release, parts.tag)).or_default();
                    *most = number.max(*most);
                }
            }
        }
        let pinned = group.members.iter().filter_map(|member| self.demands.pinned(*member));
        shared.pinned = pinned.reduce(|a, b| if b.precedence(a).is_ok_and(Ordering::is_gt) { b } else { a });
        shared.first =
            group.kind == GroupKind::Fixed && group.members.iter().all(|&member| self.begins(member));
        Ok(shared)
    }

    fn version(&self, component: u32) -> Option<&'a Version> {
        self.scope.component(component).and_then(|component| component.version.as_ref())
    }

    fn number(&self, component: u32, version: Option<&Version>) -> crate::Result<u64> {
        counter(version).map_err(|error| error.within(self.scope.name(component)))
    }

    /// The groups that a component is in, with what holds of each.
    fn containing(&self, component: u32) -> impl Iterator<Item = (&'s Joint<'a>, &Shared<'s>)> {
        let groups = self.groups;
        groups
            .containing(component)
            .filter_map(move |at| Some((groups.get(at)?, self.joint.get(at as usize)?)))
    }

    /// The version that a component moves from: its own, or once its group moves the highest there.
    pub fn base(&self, component: u32, grouped: bool) -> Option<&'s Version> {
        let of = self.scope.component(component)?;
        // What states no version has no other to move from than its group's.
        let groups = self.containing(component).filter(|_| grouped || of.version.is_none());
        let highest = groups.filter_map(|(joint, _)| joint.highest(of.scheme));
        highest
            .chain(&of.version)
            .reduce(|a, b| if b.precedence(a).is_ok_and(Ordering::is_gt) { b } else { a })
    }

    /// The version that a bump leads to.
    ///
    /// # Errors
    /// `version.*` and `plan.*` of its versioning, within the component.
    pub fn next(&self, component: u32, bump: Bump, grouped: bool) -> crate::Result<Option<Version>> {
        let (Some(of), Some(options)) = (self.scope.component(component), self.scope.options(component))
        else {
            return Ok(None);
        };
        let decided = |grouped: bool| {
            let shared = self.containing(component).filter(|_| grouped);
            let mut shared = shared.filter_map(|(_, shared)| shared.pinned);
            shared.next().or_else(|| self.demands.pinned(component))
        };
        if let Some(pinned) = decided(grouped) {
            // In a group of several schemes the version is one text for all.
            return match pinned.scheme() == of.scheme {
                true => Ok(Some(pinned.clone())),
                false => Version::parse_as(of.scheme, pinned.as_str()).map(Some),
            };
        }
        let base = self.base(component, grouped);
        let lead = self.containing(component).filter(|_| grouped).find_map(|(joint, _)| joint.lead());
        let options = lead.and_then(|lead| self.scope.options(lead)).unwrap_or(options);
        let moved = match base.filter(|_| self.is_first(component)) {
            Some(stated) => Ok(stated.clone()),
            None if options.versioning.is_curious() => {
                let joint = self.containing(component).filter(|_| grouped).map(|(joint, _)| &joint.members);
                let mut members: Vec<u32> = joint.flatten().copied().collect();
                if members.is_empty() {
                    members.push(component);
                }
                let changes: Vec<(&Change, Bump)> =
                    members.iter().flat_map(|member| self.demands.changes(*member)).copied().collect();
                options.versioning.next_for(of.scheme, base, bump, &changes, self.at)
            }
            None => options.versioning.next(of.scheme, base, bump, self.at),
        };
        let moved = moved.map_err(|error| error.within(&of.name))?;
        self.on_train(component, moved).map(Some)
    }

    /// Whether this is the first release of a component and of all that share its version, at the version that is stated.
    pub fn is_first(&self, component: u32) -> bool {
        let fixed = self.groups.of_kind(GroupKind::Fixed, component);
        match fixed.and_then(|group| self.joint.get(group as usize)) {
            Some(shared) => shared.first,
            None => self.begins(component),
        }
    }

    fn begins(&self, component: u32) -> bool {
        let as_stated = |options: &Options| options.first_release == FirstRelease::AsStated;
        self.scope.is_unreleased(component) && self.scope.options(component).is_some_and(as_stated)
    }

    fn on_train(&self, component: u32, release: Version) -> crate::Result<Version> {
        let train = self.scope.train(component).filter(|train| train.mode == TrainMode::Pre);
        // One that is stated for a first release may be a prerelease already.
        let Some(train) = train.filter(|_| !release.is_prerelease()) else { return Ok(release) };
        let numbered = |number| {
            let composed = compose(&release, &train.tag, number);
            composed.map_err(|error| error.within(self.scope.name(component)))
        };
        let first = numbered(0)?;
        let number = match train.counter {
            Counter::Keep => self.counter(component)?,
            Counter::Restart => match Prerelease::of(&first) {
                Some(to) => self.counted(component, |release, tag| (release, tag) == (to.release, to.tag))?,
                None => 0,
            },
        };
        if number == 0 { Ok(first) } else { numbered(number) }
    }

    /// How many prereleases a component or its group has behind it.
    pub fn counter(&self, component: u32) -> crate::Result<u64> {
        self.counted(component, |_, _| true)
    }

    /// Likewise, of those that lead to some releases under some words.
    fn counted(&self, component: u32, counts: impl Fn(&str, &str) -> bool) -> crate::Result<u64> {
        let mut groups = self.containing(component).peekable();
        if groups.peek().is_some() {
            let counters = groups.flat_map(|(_, shared)| &shared.counters);
            let counters = counters.filter(|((release, tag), _)| counts(release, tag));
            return Ok(counters.map(|(_, number)| *number).max().unwrap_or(0));
        }
        let version = self.version(component);
        match version.and_then(Prerelease::of) {
            Some(parts) if counts(parts.release, parts.tag) => self.number(component, version),
            _ => Ok(0),
        }
    }

    /// Whether an arriving train has to release this component, whatever its changes ask for.
    ///
    /// # Errors
    /// `plan.uncounted_prerelease`.
    pub fn arrives(&self, component: u32) -> crate::Result<bool> {
        let arriving = self.scope.train(component).is_some_and(|train| train.mode == TrainMode::Exit);
        if !arriving {
            return Ok(false);
        }
        if !self.scope.is_open(component) {
            let options = self.scope.options(component);
            let exits = options.is_some_and(|options| options.exit_ignored);
            let left_alone =
                self.scope.standing(component).is_left_alone() && self.version(component).is_some();
            // The tool counts what is left alone only where it is in a group.
            let grouped = self.containing(component).next().is_some();
            return Ok(exits && left_alone && (!grouped || self.counter(component)? != 0));
        }
        match self.scope.options(component).map(|options| options.ranges) {
            // The tool counts over groups.
            Some(Ranges::Changesets2 | Ranges::Changesets3) => Ok(self.counter(component)? != 0),
            _ => Ok(self.version(component).is_some_and(Version::is_prerelease)),
        }
    }
}
