//! Whether enough people approved: each of them counted once, for the group where they are needed most.

use std::collections::BTreeSet;

/// So many people, of some or of all, have to approve.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::gate) struct Quota<'c> {
    /// The step that the approvals are for; any, where none.
    pub step: Option<&'c str>,
    /// What the group is called.
    pub group: Option<&'c str>,
    /// Who is in it; everybody, where none.
    pub people: Option<BTreeSet<&'c str>>,
    /// How many.
    pub quorum: usize,
}

impl Quota<'_> {
    /// Whether somebody's approval would count.
    pub fn admits(&self, person: &str) -> bool {
        self.people.as_ref().is_none_or(|people| people.contains(person))
    }

    /// `2 of security`, as people read it.
    pub fn said(&self) -> String {
        let of = match (self.group, &self.people) {
            (Some(group), _) => format!("{} of {group}", self.quorum),
            (None, Some(people)) => {
                let people: Vec<&str> = people.iter().copied().collect();
                format!("{} of {}", self.quorum, people.join(", "))
            }
            (None, None) => format!("{} by anybody", self.quorum),
        };
        match self.step {
            Some(step) => format!("{step}: {of}"),
            None => of,
        }
    }
}

/// Who fills the quotas, each person at most one place: for each quota the people, as indices. As many places are filled as can
/// be.
///
/// `may` says for each person the quotas that they may fill. A person is put in by moving others along where that helps, so
/// that it is exact.
pub(in crate::gate) fn fill(may: &[Vec<usize>], quorums: &[usize]) -> Vec<Vec<usize>> {
    let mut places: Vec<Vec<usize>> = vec![Vec::new(); quorums.len()];
    for person in 0..may.len() {
        seat(person, may, quorums, &mut places);
    }
    places
}

/// Finds a place for one more person, by the shortest way of moving others along.
fn seat(person: usize, may: &[Vec<usize>], quorums: &[usize], places: &mut [Vec<usize>]) {
    // From which person a quota was come to; quotas are looked at once.
    let mut from: Vec<Option<usize>> = vec![None; quorums.len()];
    let mut queue = vec![person];
    let mut next = 0;
    while let Some(&mover) = queue.get(next) {
        next += 1;
        for &quota in may.get(mover).into_iter().flatten() {
            let (Some(known), Some(taken), Some(&quorum)) =
                (from.get_mut(quota), places.get(quota), quorums.get(quota))
            else {
                continue;
            };
            if known.is_some() {
                continue;
            }
            *known = Some(mover);
            if taken.len() < quorum {
                move_along(person, quota, &from, places);
                return;
            }
            queue.extend(taken);
        }
    }
}

/// Lets each on the way to a free place take the place before them.
fn move_along(person: usize, free: usize, from: &[Option<usize>], places: &mut [Vec<usize>]) {
    let mut quota = free;
    while let Some(mover) = from.get(quota).copied().flatten() {
        let before = places.iter().position(|taken| taken.contains(&mover));
        if let Some(taken) = before.and_then(|before| places.get_mut(before)) {
            taken.retain(|other| *other != mover);
        }
        if let Some(taken) = places.get_mut(quota) {
            taken.push(mover);
        }
        match before {
            Some(before) if mover != person => quota = before,
            _ => return,
        }
    }
}
