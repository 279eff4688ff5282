//! The names that facts use, as the workspace has them.

use super::added::{Unresolved, UnresolvedName};
use crate::document;
use crate::fact::{Aliases, Roster};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Whom the caller speaks as: names that it uses are the workspace's own.
const GIVEN: &str = "given";
/// The tool under which people have their addresses.
const EMAIL: &str = "email";

/// Finds the workspace's names for those of tools. Where nothing of a sort is known, every name of it is taken as it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Resolver {
    roster: Arc<Roster>,
}

/// Names that could not be found, while one fact is looked at.
#[derive(Debug, Default)]
pub(super) struct Misses(Vec<Key>);

/// What is not known, the tool that calls it so, and the name.
type Key = (UnresolvedName, String, String);

impl Resolver {
    pub(super) fn new(roster: Arc<Roster>) -> Self {
        Self { roster }
    }

    pub(super) fn shared_roster(&self) -> &Arc<Roster> {
        &self.roster
    }

    pub(super) fn roster(&self) -> &Roster {
        &self.roster
    }

    /// A component: what the tool calls so, else what is called so here.
    pub(super) fn component<'n>(&self, tool: &str, name: &'n str, misses: &mut Misses) -> Cow<'n, str> {
        let (known, identity) = (&self.roster.components, &self.roster.identity);
        if known.is_empty() && identity.components.is_empty() {
            return Cow::Borrowed(name);
        }
        match identity.component(tool, name) {
            Ok(Some(own)) => as_own(own, name),
            Ok(None) if known.contains_key(name) || identity.components.contains_key(name) => {
                Cow::Borrowed(name)
            }
            Ok(None) => {
                misses.push(UnresolvedName::Component, tool, name);
                Cow::Borrowed(name)
            }
            Err(_) => misses.ambiguous(UnresolvedName::Component, tool, name),
        }
    }

    /// An environment, likewise.
    pub(super) fn environment<'n>(&self, tool: &str, name: &'n str, misses: &mut Misses) -> Cow<'n, str> {
        let identity = &self.roster.identity;
        if identity.environments.is_empty() {
            return Cow::Borrowed(name);
        }
        match identity.environment(tool, name) {
            Ok(Some(own)) => as_own(own, name),
            Ok(None) if identity.environments.contains_key(name) => Cow::Borrowed(name),
            Ok(None) => {
                misses.push(UnresolvedName::Environment, tool, name);
                Cow::Borrowed(name)
            }
            Err(_) => misses.ambiguous(UnresolvedName::Environment, tool, name),
        }
    }

    /// A person: whose login of the tool it is, else whose address, else who is called so here. That last one not where the
    /// tool knows them under another login: somebody else may have theirs.
    pub(super) fn person<'n>(&self, tool: &str, name: &'n str, misses: &mut Misses) -> Cow<'n, str> {
        let identity = &self.roster.identity;
        if identity.people.is_empty() {
            return Cow::Borrowed(name);
        }
        let by_login = identity.person(tool, name);
        let found = match by_login {
            Ok(None) if name.contains('@') => identity.person(EMAIL, name),
            found => found,
        };
        match found {
            Ok(Some(own)) => as_own(own, name),
            Ok(None) if identity.people.get(name).is_some_and(|aliases| answers_to_own(aliases, tool)) => {
                Cow::Borrowed(name)
            }
            Ok(None) => {
                misses.push(UnresolvedName::Person, tool, name);
                Cow::Owned(stranger(tool, name))
            }
            Err(_) => misses.ambiguous(UnresolvedName::Person, tool, name),
        }
    }
}

impl Misses {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn push(&mut self, what: UnresolvedName, tool: &str, name: &str) {
        self.0.push((what, tool.to_owned(), name.to_owned()));
    }

    fn ambiguous<'n>(&mut self, what: UnresolvedName, tool: &str, name: &'n str) -> Cow<'n, str> {
        self.push(what, tool, name);
        Cow::Owned(stranger(tool, name))
    }
}

/// Whether somebody's own name may stand in what this tool says.
fn answers_to_own(aliases: &Aliases, tool: &str) -> bool {
    tool == GIVEN || !aliases.0.contains_key(tool)
}

/// A name that is nobody's here: said with its tool, so that it is not taken for one that is.
fn stranger(tool: &str, name: &str) -> String {
    format!("{tool}:{name}")
}

fn as_own<'n>(own: &str, name: &'n str) -> Cow<'n, str> {
    if own == name { Cow::Borrowed(name) } else { Cow::Owned(own.to_owned()) }
}

/// The names that could not be found, each with how many facts use it.
#[derive(Debug, Clone, Default)]
pub(super) struct Strangers(BTreeMap<Key, u64>);

impl Strangers {
    /// Counts a fact's; those that were not there before are put among `new`.
    pub(super) fn take(&mut self, misses: Misses, new: &mut BTreeSet<Key>) {
        let mut keys = misses.0;
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            let count = self.0.entry(key.clone()).or_default();
            *count += 1;
            if *count == 1 {
                new.insert(key);
            }
        }
    }

    /// All of them, or those named, with what they may have been meant for.
    pub(super) fn list(&self, roster: &Roster, only: Option<&BTreeSet<Key>>) -> Vec<Unresolved> {
        let mut near = Near::of(roster);
        let wanted = self.0.iter().filter(|(key, _)| only.is_none_or(|only| only.contains(*key)));
        wanted.map(|(key, facts)| near.unresolved(key, *facts)).collect()
    }
}

/// What unknown names may have been meant for, under a bound on how much is compared.
struct Near<'r> {
    roster: &'r Roster,
    /// Names here, each under itself and under what tools call it.
    sorts: BTreeMap<UnresolvedName, Vec<(&'r str, &'r str)>>,
    left: usize,
}

impl<'r> Near<'r> {
    /// How many pairs of names are compared at most: a second's work.
    const MOST: usize = 1 << 19;

    fn of(roster: &'r Roster) -> Self {
        let identity = &roster.identity;
        let aliases = |names: &'r BTreeMap<String, Aliases>| {
            names.iter().flat_map(|(name, aliases)| {
                let own = std::iter::once((name.as_str(), name.as_str()));
                own.chain(aliases.iter().map(move |(_, alias)| (alias, name.as_str())))
            })
        };
        let own = roster.components.keys().map(|name| (name.as_str(), name.as_str()));
        let sorts = BTreeMap::from([
            (UnresolvedName::Component, own.chain(aliases(&identity.components)).collect()),
            (UnresolvedName::Person, aliases(&identity.people).collect()),
            (UnresolvedName::Environment, aliases(&identity.environments).collect()),
        ]);
        Self { roster, sorts, left: Self::MOST }
    }

    fn unresolved(&mut self, (what, tool, name): &Key, facts: u64) -> Unresolved {
        let identity = &self.roster.identity;
        let asked = match what {
            UnresolvedName::Component => identity.component(tool, name),
            UnresolvedName::Environment => identity.environment(tool, name),
            UnresolvedName::Person => match identity.person(tool, name) {
                Ok(None) if name.contains('@') => identity.person(EMAIL, name),
                found => found,
            },
            UnresolvedName::Version => Ok(None),
        };
        let (ambiguous, nearest) = match asked {
            Err(error) => (true, names_of(&error)),
            Ok(_) => (false, self.nearest(*what, name)),
        };
        Unresolved { what: *what, tool: tool.clone(), name: name.clone(), ambiguous, nearest, facts }
    }

    /// The three closest, by how close and by name.
    fn nearest(&mut self, what: UnresolvedName, name: &str) -> Vec<String> {
        let known = self.sorts.get(&what).map(Vec::as_slice).unwrap_or_default();
        if known.len() > self.left {
            return Vec::new();
        }
        self.left -= known.len();
        let mut near: Vec<(usize, &str)> =
            known.iter().filter_map(|(alias, own)| Some((document::closeness(name, alias)?, *own))).collect();
        near.sort_unstable();
        let mut nearest: Vec<String> = Vec::new();
        for (_, own) in near {
            if nearest.len() < 3 && !nearest.iter().any(|known| known == own) {
                nearest.push(own.to_owned());
            }
        }
        nearest
    }
}

/// The names that an ambiguous alias has.
fn names_of(error: &crate::Error) -> Vec<String> {
    let names = error.details().get("names").and_then(|names| names.as_array());
    names.into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}
