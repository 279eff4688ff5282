//! What people say of commits whose messages are wrong.

use super::{Amended, Commits, retell};
use crate::change::conventional::Mode;
use crate::change::{Change, Levels};
use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What counts instead of the messages of commits: a merged message can no longer be repaired, but it can be overruled.
///
/// ```
/// use greenboard::change::CommitOverrides;
/// use greenboard::document::{self, Format};
///
/// let text = "commits:\n  9fceb02: {message: 'fix: read arrays'}\n  1c0ffee: {bumps: {core: patch}}\n  badc0de: {skip: true}\n";
/// let overrides: CommitOverrides = document::parse(text, Format::Yaml)?;
/// assert!(overrides.commits["badc0de"].skip);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct CommitOverrides {
    /// What counts for each commit, by its hash or the first seven characters of it and more; a changeset is named by its id.
    #[schemars(default)]
    pub commits: BTreeMap<String, CommitOverride>,
}

reads!(CommitOverrides as "greenboard/commit_overrides/1" { commits = BTreeMap::new() });

/// What counts for one commit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct CommitOverride {
    /// The message that it should have had; it is read in place of its own.
    pub message: Option<String>,
    /// What it asks of every component that it touches.
    pub bump: Option<Bump>,
    /// What it asks of these components; it counts before `bump`, and for components that the commit does not touch too.
    pub bumps: BTreeMap<String, Bump>,
    /// Whether the commit counts for nothing at all.
    pub skip: bool,
}

reads!(CommitOverride { message = None, bump = None, bumps = BTreeMap::new(), skip = false });

impl CommitOverrides {
    /// No overrides.
    pub fn new() -> Self {
        Self::default()
    }
    /// With one more.
    #[must_use]
    pub fn with(mut self, commit: impl Into<String>, instead: CommitOverride) -> Self {
        self.commits.insert(commit.into(), instead);
        self
    }
}

impl CommitOverride {
    /// This message counts.
    pub fn message(message: impl Into<String>) -> Self {
        Self { message: Some(message.into()), ..Self::default() }
    }
    /// It asks for this, whatever its message says.
    pub fn bump(bump: Bump) -> Self {
        Self { bump: Some(bump), ..Self::default() }
    }
    /// It asks this of one more component.
    #[must_use]
    pub fn with_bump(mut self, component: impl Into<String>, bump: Bump) -> Self {
        self.bumps.insert(component.into(), bump);
        self
    }
    /// It counts for nothing.
    pub fn skip() -> Self {
        Self { skip: true, ..Self::default() }
    }
}

/// The changes under `overrides`; messages are read in this mode and at these levels. Run it on all changes of a history,
/// before [`merge_duplicates`](crate::change::merge_duplicates) and [`cancel_reverts`](crate::change::cancel_reverts).
///
/// ```
/// use greenboard::change::{Change, CommitOverride, CommitOverrides, Levels, Origin, conventional::Mode, override_commits};
/// use greenboard::version::Bump;
///
/// let change = Change::new("9fceb02aa", "red arays").with_bump("core", Bump::None).with_commit("9fceb02aa");
/// let overrides = CommitOverrides::new()
///     .with("9fceb02", CommitOverride::message("fix: read arrays"))
///     .with("badc0de", CommitOverride::skip());
/// let amended = override_commits(&[change.with_origin(Origin::Commit)], &overrides, Mode::Lenient, &Levels::new());
/// assert_eq!(amended.changes[0].bump_of("core"), Bump::Patch);
/// assert_eq!(amended.unknown, ["badc0de"]);
/// ```
pub fn override_commits(
    changes: &[Change],
    overrides: &CommitOverrides,
    mode: Mode,
    levels: &Levels,
) -> Amended {
    let commits = Commits::of(changes);
    let mut places: Vec<Vec<Change>> = changes.iter().map(|change| vec![change.clone()]).collect();
    let mut unknown = Vec::new();
    for (name, instead) in &overrides.commits {
        let named = commits.named(name);
        if named.is_empty() {
            unknown.push(name.clone());
        }
        if let Some(message) = &instead.message {
            retell(&mut places, &named, message, mode, levels);
        }
        if let Some(bump) = instead.bump {
            each(&mut places, &named, |change| change.bumps.values_mut().for_each(|own| *own = bump));
        }
        for (component, bump) in &instead.bumps {
            let mut met = false;
            each(&mut places, &named, |change| {
                if let Some(own) = change.bumps.get_mut(component) {
                    (*own, met) = (*bump, true);
                }
            });
            let first = named.iter().find(|at| places.get(**at).is_some_and(|place| !place.is_empty()));
            if let (false, Some(change)) = (met, first.and_then(|at| places.get_mut(*at)?.first_mut())) {
                change.bumps.insert(component.clone(), *bump);
            }
        }
        if instead.skip {
            named.iter().for_each(|at| {
                if let Some(place) = places.get_mut(*at) {
                    place.clear();
                }
            });
        }
    }
    Amended { changes: places.into_iter().flatten().collect(), unknown }
}

fn each(places: &mut [Vec<Change>], named: &[usize], mut change: impl FnMut(&mut Change)) {
    for at in named {
        places.get_mut(*at).into_iter().flatten().for_each(&mut change);
    }
}
