//! What is asked of each component outright: by changes, and by people.

use super::error::PlanError;
use super::policy::{Options, Override, Policy};
use super::scope::{Scope, Standing};
use super::types::{Warning, WarningKind};
use super::versioning;
use crate::change::{Change, Origin};
use crate::version::{Bump, Version};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What is asked of each component outright.
pub(super) struct Demands<'a> {
    /// The changes that ask for a release of each component, and what they ask for.
    asked: Vec<Vec<(&'a Change, Bump)>>,
    /// Which components a changeset names without asking for a release.
    named: Vec<bool>,
    /// What was decided for a component.
    decided: HashMap<u32, &'a Override>,
    /// The version that was decided for a component.
    pinned: HashMap<u32, Version>,
    /// The components of which something is asked that are not selected this time.
    pub held: BTreeSet<u32>,
}

impl<'a> Demands<'a> {
    /// # Errors
    /// `plan.unknown_component`, `plan.mixed_changeset`, `plan.not_later`, `version.*`.
    pub fn of(
        scope: &Scope<'a>,
        policy: &'a Policy,
        changes: &'a [Cow<'_, Change>],
        warnings: &mut BTreeSet<Warning>,
    ) -> crate::Result<Self> {
        let mut demands = Self {
            asked: vec![Vec::new(); scope.len()],
            named: Vec::new(),
            decided: HashMap::new(),
            pinned: HashMap::new(),
            held: BTreeSet::new(),
        };
        let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
        let gone = Gone::of(policy);
        let strict = policy.rules.iter().any(|rule| rule.options.strict);
        for change in changes {
            let changeset = change.origin == Origin::Changeset;
            if changeset && strict {
                check(scope, &gone, change)?;
            }
            for (name, bump) in &change.bumps {
                let options = scope.find(name).and_then(|at| scope.options(at));
                // A version that a change wants is a release, whatever the change is.
                let wanted = if change.release_as.is_some() { Bump::Patch } else { Bump::None };
                let bump = wanted.max(options.map_or(*bump, |options| level(options, change, *bump)));
                let is_curious = options.is_some_and(|options| options.versioning.is_curious());
                let known = scope.find(name).filter(|&at| scope.is_open(at) && !gone.has(scope, at, change));
                match known {
                    Some(at) if bump > Bump::None || is_curious => {
                        demands.ask(scope, at, change, bump, warnings);
                    }
                    Some(at) if changeset => demands.name(scope.len(), at),
                    Some(_) => {}
                    None if bump == Bump::None => {}
                    None if scope.find(name).is_some_and(|at| gone.has(scope, at, change)) => {}
                    None => *left_out.entry(name).or_default() += 1,
                }
            }
        }
        let held = left_out.keys().filter_map(|name| scope.find(name));
        demands.held.extend(held.filter(|&at| scope.standing(at) == Standing::Held));
        warnings.extend(left_out.into_iter().map(|(name, count)| warning(scope, name, count)));
        demands.weigh(scope);
        for decision in &policy.overrides {
            demands.decide(scope, decision, warnings)?;
        }
        Ok(demands)
    }

    fn ask(
        &mut self,
        scope: &Scope<'a>,
        at: u32,
        change: &'a Change,
        bump: Bump,
        warnings: &mut BTreeSet<Warning>,
    ) {
        if let Some(asked) = self.asked.get_mut(at as usize) {
            asked.push((change, bump));
        }
        let (Some(component), Some(text)) = (scope.component(at), &change.release_as) else { return };
        // Changes come in order of time, so that the newest stands.
        match later(component.version.as_ref(), component.scheme, text) {
            Ok(version) => {
                self.pinned.insert(at, version);
            }
            Err(error) => {
                let message =
                    format!("change {:?} wants version {text:?} next: {error}; left out", change.id);
                let kind = WarningKind::VersionLeft;
                warnings.insert(Warning { component: component.name.clone(), kind, message });
            }
        }
    }

    /// Lets the versionings that look at changes say what each of them is worth.
    fn weigh(&mut self, scope: &Scope<'a>) {
        for (asked, at) in self.asked.iter_mut().zip(0..) {
            let versioning = scope.options(at).map(|options| &options.versioning);
            let Some(versioning) = versioning.filter(|versioning| versioning.is_curious()) else { continue };
            let weighed = versioning.weigh(asked);
            for ((change, bump), weighed) in asked.iter_mut().zip(weighed) {
                *bump = if change.release_as.is_some() { Bump::Patch.max(weighed) } else { weighed };
            }
            asked.retain(|(_, bump)| *bump > Bump::None);
        }
    }

    fn name(&mut self, count: usize, at: u32) {
        self.named.resize(count, false);
        if let Some(named) = self.named.get_mut(at as usize) {
            *named = true;
        }
    }

    fn decide(
        &mut self,
        scope: &Scope<'a>,
        decision: &'a Override,
        warnings: &mut BTreeSet<Warning>,
    ) -> crate::Result<()> {
        let name = &decision.component;
        let Some(at) = scope.find(name).filter(|&at| scope.is_open(at)) else {
            let standing = scope.find(name).map(|at| scope.standing(at));
            let message = format!("it was decided for {name:?}, which {}; left out", reason(standing));
            let kind = kind(standing);
            warnings.insert(Warning { component: name.clone(), kind, message });
            return Ok(());
        };
        let Some(component) = scope.component(at) else { return Ok(()) };
        if let Some(text) = &decision.version {
            let version = later(component.version.as_ref(), component.scheme, text);
            self.pinned.insert(at, version.map_err(|error| error.within(name))?);
        } else if decision.bump.is_some() {
            self.pinned.remove(&at);
        }
        self.decided.insert(at, decision);
        Ok(())
    }

    /// The changes that ask for a release of a component.
    pub fn changes(&self, component: u32) -> &[(&'a Change, Bump)] {
        self.asked.get(component as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// What was decided for it.
    pub fn decision(&self, component: u32) -> Option<&'a Override> {
        self.decided.get(&component).copied()
    }

    /// The version that was decided for it.
    pub fn pinned(&self, component: u32) -> Option<&Version> {
        self.pinned.get(&component)
    }

    /// Whether a changeset names it without asking for a release.
    pub fn is_named(&self, component: u32) -> bool {
        self.named.get(component as usize).copied().unwrap_or(false)
    }

    /// How much is asked of it outright.
    pub fn bump(&self, scope: &Scope<'_>, component: u32) -> Bump {
        let changes = greatest(self.changes(component));
        let Some(decision) = self.decision(component) else {
            return changes;
        };
        self.decided_bump(scope, component, decision).unwrap_or(changes)
    }

    /// What a decision comes to: its bump, or the size of the step to its version.
    pub fn decided_bump(&self, scope: &Scope<'_>, component: u32, decision: &Override) -> Option<Bump> {
        let pinned = decision.version.as_ref().and_then(|_| self.pinned(component));
        let old = scope.component(component).and_then(|component| component.version.as_ref());
        match (pinned, old) {
            (Some(version), Some(old)) => Some(version.diff(old).unwrap_or(Bump::Patch).max(Bump::Patch)),
            (Some(_), None) => Some(Bump::Patch),
            (None, _) => decision.bump,
        }
    }
}

/// What a change asks for by these options: of a commit, what its type says there.
fn level(options: &Options, change: &Change, asked: Bump) -> Bump {
    match &options.levels {
        Some(levels) if change.origin == Origin::Commit => {
            levels.of(change.kind.as_deref(), change.breaking.is_some())
        }
        _ => asked,
    }
}

/// How much these changes ask for at most.
fn greatest(changes: &[(&Change, Bump)]) -> Bump {
    changes.iter().map(|(_, bump)| *bump).max().unwrap_or_default()
}

/// A version that comes after the one there is.
fn later(old: Option<&Version>, scheme: crate::Scheme, text: &str) -> crate::Result<Version> {
    let version = versioning::stated(scheme, text)?;
    match old {
        Some(old) if version.precedence(old)?.is_le() => {
            Err(PlanError::NotLater { old: old.to_string(), new: version.to_string() }.into())
        }
        _ => Ok(version),
    }
}

/// The changes that have gone out with a train already.
struct Gone<'a>(Vec<(&'a super::Train, HashSet<&'a str>)>);

impl<'a> Gone<'a> {
    fn of(policy: &'a Policy) -> Self {
        let trains = policy.trains.iter().filter(|train| train.mode == super::TrainMode::Pre);
        Self(trains.map(|train| (train, train.changes.iter().map(String::as_str).collect())).collect())
    }

    /// Whether a change has gone out with the train that a component rides. Version 3 of changesets keeps such changes in a
    /// folder of their own.
    fn has(&self, scope: &Scope<'_>, component: u32, change: &Change) -> bool {
        let Some(train) = scope.train(component) else { return false };
        let riding = self.0.iter().find(|(other, _)| std::ptr::eq(*other, train));
        riding.is_some_and(|(_, gone)| gone.contains(change.id.as_str()) || is_archived(change))
    }

    fn has_anywhere(&self, change: &Change) -> bool {
        self.0.iter().any(|(_, gone)| gone.contains(change.id.as_str()) || is_archived(change))
    }
}

fn is_archived(change: &Change) -> bool {
    change.origin == Origin::Changeset && change.id.starts_with("pre/")
}

/// What changesets refuses: unknown components, and those that are left alone among others that are not.
fn check(scope: &Scope<'_>, gone: &Gone<'_>, change: &Change) -> crate::Result<()> {
    let (mut skipped, mut open) = (Vec::new(), Vec::new());
    for name in change.bumps.keys() {
        match scope.find(name) {
            // Old changesets linger while a train is under way; a warning will do.
            None if gone.has_anywhere(change) => {}
            None => {
                let (change, component) = (change.id.clone(), name.clone());
                return Err(PlanError::UnknownComponent { change, component }.into());
            }
            Some(at) if scope.standing(at).is_skipped() => skipped.push(name.clone()),
            Some(_) => open.push(name.clone()),
        }
    }
    if skipped.is_empty() || open.is_empty() {
        return Ok(());
    }
    Err(PlanError::MixedChangeset { change: change.id.clone(), skipped, open }.into())
}

/// Why nothing can be asked of a component.
fn reason(standing: Option<Standing>) -> &'static str {
    match standing {
        None => "is not in the workspace",
        Some(Standing::Open) => "may be released",
        Some(Standing::Held) => "is not selected this time",
        Some(Standing::Ignored) => "is ignored",
        Some(Standing::Private) => "is private, and such are not versioned",
        Some(Standing::NoVersion) => "is private and states no version",
        Some(Standing::External) => "is released by others",
    }
}

fn kind(standing: Option<Standing>) -> WarningKind {
    match standing {
        None => WarningKind::UnknownComponent,
        Some(Standing::NoVersion) => WarningKind::NoVersion,
        Some(_) => WarningKind::Held,
    }
}

fn warning(scope: &Scope<'_>, name: &str, count: usize) -> Warning {
    let changes = if count == 1 { "1 change asks".to_owned() } else { format!("{count} changes ask") };
    let at = scope.find(name);
    let standing = at.map(|at| scope.standing(at));
    let private = at.and_then(|at| scope.component(at)).is_some_and(|component| component.private);
    let reason = match standing {
        Some(Standing::NoVersion) if !private => "states no version",
        _ => reason(standing),
    };
    let message = format!("{changes} for a release of {name:?}, which {reason}; left out");
    Warning { component: name.to_owned(), kind: kind(standing), message }
}
