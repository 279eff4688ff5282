//! Which facts were seen: each kept once, and those found that cannot all be true.

use super::added::{Clash, Contradiction};
use super::resolve::Resolver;
use super::sighting::{Place, Sighting};
use hashbrown::{DefaultHashBuilder, HashMap, HashSet, HashTable};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::BuildHasher;
use std::sync::Arc;

/// The facts of one kind as they were given.
#[derive(Debug, Clone)]
pub(super) struct Seen<T> {
    hasher: DefaultHashBuilder,
    /// By what they are called by: those of one name cannot differ.
    by_id: HashTable<Slot<T>>,
    /// By what they say something of: those of one place cannot say different things.
    by_place: HashTable<Slot<T>>,
    /// The newest of each series: what one source says of one thing as time passes.
    newest: HashTable<Arc<T>>,
    clashes: Vec<Clashing<T>>,
    /// Into `clashes`.
    by_component: BTreeMap<String, Vec<usize>>,
    count: usize,
}

/// Facts under one key: nearly always one.
#[derive(Debug, Clone)]
enum Slot<T> {
    One(Arc<T>),
    Many(Box<Group<T>>),
}

#[derive(Debug, Clone)]
struct Group<T> {
    first: Arc<T>,
    others: Vec<Arc<T>>,
    /// Their contents, where an equal one is looked for.
    contents: HashSet<String>,
    /// Into `clashes`, where they cannot all be true.
    clash: Option<usize>,
}

/// Facts that cannot all be true.
#[derive(Debug, Clone)]
struct Clashing<T> {
    why: Clash,
    members: Vec<Arc<T>>,
    components: BTreeSet<String>,
}

/// What came of looking at a fact.
pub(super) struct Sighted {
    /// Whether it was there already.
    pub absorbed: bool,
    /// Whether it takes the place of an older observation.
    pub supersedes: bool,
    /// Into the clashes of its kind.
    pub clashes: [Option<usize>; 2],
}

impl<T> Default for Seen<T> {
    fn default() -> Self {
        Self {
            hasher: DefaultHashBuilder::default(),
            by_id: HashTable::new(),
            by_place: HashTable::new(),
            newest: HashTable::new(),
            clashes: Vec::new(),
            by_component: BTreeMap::new(),
            count: 0,
        }
    }
}

impl<T: Sighting> Seen<T> {
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// Whether others are called as this one is, and differ.
    pub(super) fn is_disputed(&self, fact: &T) -> bool {
        let key = self.hasher.hash_one(fact.id());
        let slot = self.by_id.find(key, |slot| slot.first().id() == fact.id());
        matches!(slot, Some(Slot::Many(group)) if group.clash.is_some())
    }

    /// Whether any of them that are about a component cannot be true together with others.
    pub(super) fn has_clash(&self, component: &str) -> bool {
        self.by_component.contains_key(component)
    }

    /// All of them, in no order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Arc<T>> {
        self.by_id.iter().flat_map(|slot| slot.members())
    }

    /// Looks at a fact.
    pub(super) fn sight(&mut self, fact: &Arc<T>, resolver: &Resolver) -> Sighted {
        let mut sighted = Sighted { absorbed: false, supersedes: false, clashes: [None, None] };
        let hasher = self.hasher.clone();
        let key = hasher.hash_one(fact.id());
        match self.by_id.find_mut(key, |slot| slot.first().id() == fact.id()) {
            Some(slot) if slot.has(fact) => {
                sighted.absorbed = true;
                return sighted;
            }
            Some(slot) => {
                let same = |other: &T| is_same_here(&**fact, other, resolver);
                sighted.clashes[0] = slot.take(fact, same, &mut self.clashes, Clash::Id);
            }
            None => {
                let rehash = |slot: &Slot<T>| hasher.hash_one(slot.first().id());
                self.by_id.insert_unique(key, Slot::One(Arc::clone(fact)), rehash);
            }
        }
        self.count += 1;
        if let Some(place) = fact.place(resolver) {
            let key = hasher.hash_one(Some(&place));
            match self.by_place.find_mut(key, |slot| slot.first().place(resolver).as_ref() == Some(&place)) {
                Some(slot) => {
                    let same = |other: &T| fact.agrees(other);
                    sighted.clashes[1] = slot.take(fact, same, &mut self.clashes, Clash::Value);
                }
                None => {
                    let rehash = |slot: &Slot<T>| hasher.hash_one(slot.first().place(resolver).as_ref());
                    self.by_place.insert_unique(key, Slot::One(Arc::clone(fact)), rehash);
                }
            }
        }
        if let Some(series) = fact.series(resolver) {
            sighted.supersedes = self.follow(fact, &series, resolver);
        }
        for clash in sighted.clashes.into_iter().flatten() {
            self.index(clash, resolver);
        }
        sighted
    }

    /// Puts a fact into its series; whether it is newer than what was there.
    fn follow(&mut self, fact: &Arc<T>, series: &Place<'_>, resolver: &Resolver) -> bool {
        let hasher = self.hasher.clone();
        let key = hasher.hash_one(Some(series));
        match self.newest.find_mut(key, |known| known.series(resolver).as_ref() == Some(series)) {
            Some(known) if known.observed_at() < fact.observed_at() => {
                *known = Arc::clone(fact);
                true
            }
            Some(_) => false,
            None => {
                let rehash = |known: &Arc<T>| hasher.hash_one(known.series(resolver).as_ref());
                self.newest.insert_unique(key, Arc::clone(fact), rehash);
                false
            }
        }
    }

    /// Notes which components a clash is about.
    fn index(&mut self, clash: usize, resolver: &Resolver) {
        let Some(clashing) = self.clashes.get_mut(clash) else { return };
        let Some(last) = clashing.members.last() else { return };
        // Of a new clash all members are looked at, later on the newest.
        let members = if clashing.components.is_empty() {
            clashing.members.as_slice()
        } else {
            std::slice::from_ref(last)
        };
        for component in members.iter().flat_map(|member| member.components(resolver)) {
            if clashing.components.insert(component.clone()) {
                self.by_component.entry(component).or_default().push(clash);
            }
        }
    }

    /// What is contradictory, of all or of these clashes.
    pub(super) fn contradictions(&self, only: Option<&BTreeSet<usize>>) -> Vec<Contradiction> {
        let all = self.clashes.iter().enumerate();
        let wanted = all.filter(|(index, _)| only.is_none_or(|only| only.contains(index)));
        wanted.filter_map(|(_, clash)| clash.said(&clash.members)).collect()
    }

    /// What is contradictory of a component at an instant, among what is meant, and what nothing newer of `held` replaces. Of
    /// the two resolvers, the first is for what is held.
    pub(super) fn open<'a>(
        &'a self,
        component: &str,
        held: impl Iterator<Item = &'a T>,
        [held_by, resolver]: [&'a Resolver; 2],
        at: Timestamp,
        is_meant: &dyn Fn(&T) -> bool,
        out: &mut Vec<Contradiction>,
    ) {
        let Some(clashes) = self.by_component.get(component) else { return };
        let mut latest: HashMap<Place<'a>, Timestamp> = HashMap::new();
        for fact in held.filter(|fact| fact.observed_at() <= at) {
            if let Some(series) = fact.series(held_by) {
                let known = latest.entry(series).or_insert(Timestamp::MIN);
                *known = (*known).max(fact.observed_at());
            }
        }
        for clash in clashes.iter().filter_map(|clash| self.clashes.get(*clash)) {
            let stands = |fact: &&Arc<T>| {
                let newer = fact.series(resolver).and_then(|series| latest.get(&series).copied());
                fact.observed_at() <= at
                    && is_meant(fact)
                    && newer.is_none_or(|newer| newer <= fact.observed_at())
            };
            let members: Vec<Arc<T>> = clash.members.iter().filter(stands).cloned().collect();
            // What remains may agree.
            let differ = members.first().is_some_and(|first| {
                members.iter().any(|other| match clash.why {
                    Clash::Id => !is_same_here(&**first, &**other, resolver),
                    Clash::Value => !first.agrees(other),
                })
            });
            if differ {
                out.extend(clash.said(&members));
            }
        }
    }
}

impl<T: Sighting> Slot<T> {
    fn first(&self) -> &Arc<T> {
        match self {
            Self::One(fact) => fact,
            Self::Many(group) => &group.first,
        }
    }

    fn members(&self) -> impl Iterator<Item = &Arc<T>> {
        let others = match self {
            Self::One(_) => [].iter(),
            Self::Many(group) => group.others.iter(),
        };
        std::iter::once(self.first()).chain(others)
    }

    /// Whether the same is here already.
    fn has(&self, fact: &T) -> bool {
        match self {
            Self::One(first) => **first == *fact || content(&**first) == content(fact),
            Self::Many(group) => group.contents.contains(&content(fact)),
        }
    }

    /// Takes one more; the clash that it is part of, where it is part of one.
    fn take(
        &mut self,
        fact: &Arc<T>,
        is_same: impl Fn(&T) -> bool,
        clashes: &mut Vec<Clashing<T>>,
        why: Clash,
    ) -> Option<usize> {
        if let Self::One(first) = self {
            let first = Arc::clone(first);
            let mut contents = HashSet::new();
            if why == Clash::Id {
                contents.insert(content(&*first));
            }
            *self = Self::Many(Box::new(Group { first, others: Vec::new(), contents, clash: None }));
        }
        let Self::Many(group) = self else { return None };
        if why == Clash::Id {
            group.contents.insert(content(&**fact));
        }
        group.others.push(Arc::clone(fact));
        match group.clash {
            Some(clash) => {
                if let Some(clashing) = clashes.get_mut(clash) {
                    clashing.members.push(Arc::clone(fact));
                }
            }
            None if is_same(&group.first) => {}
            None => {
                let members = std::iter::once(&group.first).chain(&group.others).cloned().collect();
                group.clash = Some(clashes.len());
                clashes.push(Clashing { why, members, components: BTreeSet::new() });
            }
        }
        group.clash
    }
}

impl<T: Sighting> Clashing<T> {
    /// As it is told; not where the ids are one, which is told of that id.
    fn said(&self, members: &[Arc<T>]) -> Option<Contradiction> {
        let mut ids: Vec<String> = members.iter().map(|member| member.label()).collect();
        ids.sort_unstable();
        ids.dedup();
        if self.why == Clash::Value && ids.len() < 2 && T::HAS_IDS {
            return None;
        }
        Some(Contradiction {
            fact: T::KIND.to_owned(),
            clash: self.why,
            ids,
            components: self.components.iter().cloned().collect(),
            observed_at: members.iter().map(|member| member.observed_at()).max().unwrap_or(Timestamp::MIN),
        })
    }
}

/// All that a fact says, as one text.
pub(super) fn content<T: Sighting>(fact: &T) -> String {
    // What has no canonical form, a number that is none, is told apart by how it prints.
    crate::document::to_json(fact).unwrap_or_else(|_| format!("{fact:?}"))
}

/// Whether two facts say the same, once names are those used here.
fn is_same_here<T: Sighting>(one: &T, other: &T, resolver: &Resolver) -> bool {
    content(&one.resolved(resolver)) == content(&other.resolved(resolver))
}
