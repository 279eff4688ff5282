//! What reverts name: the changes of a commit, those of a pull request, or one change by its header.

use super::super::conventional::{Header, Mode};
use super::super::pull_request;
use super::super::types::Change;
use super::message::SHORTEST;
use std::collections::{BTreeMap, HashMap};

/// Some changes that are named together, as an index into [`Index::members`].
pub(in crate::change) type Group = usize;

type Key<'a> = (&'a str, Option<&'a str>, &'a str);

/// The changes by what names them, and what each revert names. A group is looked up once by every revert that names it, and
/// its members are listed once: many reverts of one commit with many changes take no more time than their sum.
pub(in crate::change) struct Index<'a> {
    changes: &'a [Change],
    /// The changes of each group.
    pub members: Vec<Vec<usize>>,
    commits: BTreeMap<&'a str, Group>,
    pull_requests: HashMap<u64, Group>,
    /// Those that are named by their header, each alone.
    alone: HashMap<usize, Group>,
    /// The two oldest changes of each header, whole and without the numbers of pull requests: a third decides nothing.
    whole: HashMap<Key<'a>, Oldest>,
    plain: HashMap<Key<'a>, Oldest>,
    /// What each revert names.
    pub named: BTreeMap<usize, Vec<Group>>,
}

#[derive(Default)]
struct Oldest(Option<usize>, Option<usize>);

impl Oldest {
    fn take(&mut self, changes: &[Change], at: usize) {
        let age = |at: usize| changes.get(at).map(Change::recency);
        match *self {
            Self(None, _) => self.0 = Some(at),
            Self(Some(first), _) if age(at) < age(first) => *self = Self(Some(at), Some(first)),
            Self(_, None) => self.1 = Some(at),
            Self(_, Some(second)) if age(at) < age(second) => self.1 = Some(at),
            Self(..) => {}
        }
    }
}

impl<'a> Index<'a> {
    pub fn of(changes: &'a [Change]) -> Self {
        let mut index = Self {
            changes,
            members: Vec::new(),
            commits: BTreeMap::new(),
            pull_requests: HashMap::new(),
            alone: HashMap::new(),
            whole: HashMap::new(),
            plain: HashMap::new(),
            named: BTreeMap::new(),
        };
        for (at, change) in changes.iter().enumerate() {
            let group = *index.commits.entry(commit(change)).or_insert(index.members.len());
            add(&mut index.members, group, at);
            if let Some(number) = change.pull_request {
                let group = *index.pull_requests.entry(number).or_insert(index.members.len());
                add(&mut index.members, group, at);
            }
            if let Some(kind) = &change.kind {
                let (kind, scope) = (kind.as_str(), change.scope.as_deref());
                let whole = change.description.as_str();
                index.whole.entry((kind, scope, whole)).or_default().take(changes, at);
                let plain = pull_request::without_numbers(whole);
                index.plain.entry((kind, scope, plain)).or_default().take(changes, at);
            }
        }
        for (at, revert) in changes.iter().enumerate().filter(|(_, change)| super::is_revert(change)) {
            let mut named = index.named(revert);
            named.sort_unstable();
            named.dedup();
            index.named.insert(at, named);
        }
        index
    }

    /// The change at this place.
    pub fn change(&self, at: usize) -> Option<&'a Change> {
        self.changes.get(at)
    }

    /// The groups that a change is of.
    pub fn groups(&self, at: usize) -> impl Iterator<Item = Group> {
        let change = self.changes.get(at);
        let commit = change.and_then(|change| self.commits.get(commit(change)));
        let number = change.and_then(|change| change.pull_request);
        let pull_request = number.and_then(|number| self.pull_requests.get(&number));
        commit.into_iter().chain(pull_request).chain(self.alone.get(&at)).copied()
    }

    /// All that a revert names by hash or number, else the one change with its header.
    fn named(&mut self, revert: &Change) -> Vec<Group> {
        if !revert.reverts.is_empty() {
            return revert.reverts.iter().filter_map(|name| self.group(name)).collect();
        }
        let Ok(header) = Header::parse(&revert.description, Mode::Lenient) else { return Vec::new() };
        let (kind, scope) = (header.kind.as_str(), header.scope.as_deref());
        let whole = header.description.as_str();
        let by_whole = self.whole.get(&(kind, scope, whole)).map(|oldest| self.only(oldest, revert));
        let target = match by_whole {
            // Which of several is meant is not known: none is undone.
            Some(Meant::Several) => return Vec::new(),
            Some(Meant::One(at)) => Some(at),
            Some(Meant::None) | None => {
                let plain = self.plain.get(&(kind, scope, pull_request::without_numbers(whole)));
                match plain.map(|oldest| self.only(oldest, revert)) {
                    Some(Meant::One(at)) => Some(at),
                    _ => None,
                }
            }
        };
        let Some(at) = target else { return Vec::new() };
        let group = *self.alone.entry(at).or_insert(self.members.len());
        if group == self.members.len() {
            self.members.push(vec![at]);
        }
        vec![group]
    }

    fn only(&self, oldest: &Oldest, revert: &Change) -> Meant {
        // What was made later, or made anew, is not what it undoes.
        let old = |at: usize| self.changes.get(at).filter(|change| !is_newer(change, revert)).map(|_| at);
        match (oldest.0.and_then(old), oldest.1.and_then(old)) {
            (Some(at), None) => Meant::One(at),
            (Some(_), Some(_)) => Meant::Several,
            (None, _) => Meant::None,
        }
    }

    /// What a hash, the beginning of one, or `#12` names; none where several commits begin so. A commit is named by its
    /// whole hash, whatever else begins so.
    fn group(&self, name: &str) -> Option<Group> {
        if let Some(number) = name.strip_prefix('#') {
            return self.pull_requests.get(&number.parse().ok()?).copied();
        }
        if name.len() < SHORTEST {
            return None;
        }
        let mut beginning = self.commits.range(name..).take_while(|(hash, _)| hash.starts_with(name));
        let (hash, group) = beginning.next()?;
        (*hash == name || beginning.next().is_none()).then_some(*group)
    }
}

enum Meant {
    None,
    One(usize),
    Several,
}

/// The commit that a change is of; a change without one stands for itself.
fn commit(change: &Change) -> &str {
    change.commit.as_deref().unwrap_or(&change.id)
}

fn add(members: &mut Vec<Vec<usize>>, group: Group, at: usize) {
    match members.get_mut(group) {
        Some(members) => members.push(at),
        None => members.push(vec![at]),
    }
}

fn is_newer(change: &Change, than: &Change) -> bool {
    match (change.order, than.order, change.at, than.at) {
        (Some(order), Some(than), ..) => order > than,
        (_, _, Some(at), Some(than)) => at > than,
        _ => false,
    }
}
