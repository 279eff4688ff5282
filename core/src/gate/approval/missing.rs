//! Who may still approve, so that enough people have: the fewest approvals that do.

use super::quorum::{Quota, fill};
use crate::gate::remedy::Remedy;
use std::collections::BTreeSet;

/// The most sets of approvals that are told, which all are of the fewest; and the most that are looked at.
const MOST_SETS: usize = 24;
const MOST_LOOKED_AT: usize = 4_000;
/// Where more are missing than this, nobody goes round and asks.
const MOST_MISSING: usize = 64;
/// How many stand for whoever comes, where anybody may approve.
const MOST_ANYBODY: usize = 20;
/// Of each group so many more than are missing are asked.
const SPARE: usize = 8;

/// An approval that somebody may still give.
struct Offer {
    person: usize,
    /// What it may fill.
    quotas: Vec<usize>,
    step: Remedy,
    /// Whether it comes only after the one before: of those that are alike, the first ones.
    follows: bool,
}

/// What fills all quotas: one of the smallest sets of approvals that do. `people` have approved already, each with the quotas
/// that they may fill; `may_approve` says of anybody whether they may.
pub(in crate::gate) fn remedy(
    quotas: &[Quota<'_>],
    people: &[(&str, Vec<usize>)],
    may_approve: &dyn Fn(&str) -> bool,
) -> Remedy {
    let quorums: Vec<usize> = quotas.iter().map(|quota| quota.quorum).collect();
    let needed = quorums.iter().fold(0, |sum: usize, quorum| sum.saturating_add(*quorum));
    let mut may: Vec<Vec<usize>> = people.iter().map(|(_, may)| may.clone()).collect();
    let missing = needed.saturating_sub(places(&may, &quorums));
    if missing > MOST_MISSING {
        return Remedy::Never;
    }
    let offers = offers(quotas, people, missing, may_approve);
    may.resize(offers.iter().map(|offer| offer.person + 1).max().unwrap_or(0).max(may.len()), Vec::new());
    let mut search = Search { offers: &offers, quorums: &quorums, needed, found: Vec::new(), looked_at: 0 };
    // As a rule as many as are missing; more, where somebody's approval is wanted in another place than where it stands.
    for size in missing..=missing + quotas.len() {
        search.go(0, size, &mut Vec::new(), &mut may);
        if !search.found.is_empty() {
            break;
        }
    }
    let sets = search.found.iter().map(|set| {
        Remedy::All(
            set.iter().filter_map(|index| offers.get(*index)).map(|offer| offer.step.clone()).collect(),
        )
    });
    let mut sets: Vec<Remedy> = sets.collect();
    match sets.len() {
        0 => Remedy::Never,
        1 => sets.remove(0),
        _ => Remedy::AtLeast(1, sets),
    }
}

fn places(may: &[Vec<usize>], quorums: &[usize]) -> usize {
    fill(may, quorums).iter().map(Vec::len).sum()
}

struct Search<'s> {
    offers: &'s [Offer],
    quorums: &'s [usize],
    needed: usize,
    found: Vec<Vec<usize>>,
    looked_at: usize,
}

impl Search<'_> {
    /// Sets of up to `left` more offers, from this one on. An offer fills at most one place more.
    fn go(&mut self, from: usize, left: usize, taken: &mut Vec<usize>, may: &mut [Vec<usize>]) {
        self.looked_at += 1;
        let lacking = self.needed.saturating_sub(places(may, self.quorums));
        if lacking == 0 {
            self.found.push(taken.clone());
            return;
        }
        if lacking > left {
            return;
        }
        for (index, offer) in self.offers.iter().enumerate().skip(from) {
            if self.found.len() >= MOST_SETS || self.looked_at >= MOST_LOOKED_AT {
                return;
            }
            if offer.follows && !index.checked_sub(1).is_some_and(|before| taken.contains(&before)) {
                continue;
            }
            let Some(own) = may.get_mut(offer.person) else { continue };
            let before = own.clone();
            own.extend(offer.quotas.iter().filter(|quota| !before.contains(quota)));
            taken.push(index);
            self.go(index + 1, left - 1, taken, may);
            taken.pop();
            if let Some(own) = may.get_mut(offer.person) {
                *own = before;
            }
        }
    }
}

/// The approvals that may still be given, in the order of the quotas: first of those who have not approved yet.
fn offers(
    quotas: &[Quota<'_>],
    people: &[(&str, Vec<usize>)],
    missing: usize,
    may_approve: &dyn Fn(&str) -> bool,
) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    let mut new: Vec<&str> = Vec::new();
    let mut offered: BTreeSet<(Option<&str>, Option<&str>)> = BTreeSet::new();
    // Whoever comes is counted behind all that have a name.
    let mut anybody =
        people.len() + quotas.iter().flat_map(|quota| &quota.people).map(BTreeSet::len).sum::<usize>();
    for quota in quotas {
        let Some(named) = &quota.people else {
            if !offered.insert((quota.step, None)) {
                continue;
            }
            let fits = |other: &Quota<'_>| other.people.is_none() && fits(quota, other);
            let fills: Vec<usize> = indices(quotas, &fits);
            let places = fills.iter().filter_map(|index| quotas.get(*index)).map(|quota| quota.quorum);
            let count = places.fold(0, usize::saturating_add).min(missing).min(MOST_ANYBODY);
            for number in 1..=count {
                let which = if count > 1 { format!(" ({number})") } else { String::new() };
                let action =
                    format!("{} Anybody who takes no part in it may{which}.", to_approve(quota.step, &[]));
                let step = Remedy::step(action);
                offers.push(Offer { person: anybody, quotas: fills.clone(), step, follows: number > 1 });
                anybody += 1;
            }
            continue;
        };
        let known = |person: &str| people.iter().position(|(other, _)| *other == person);
        let willing = named.iter().copied().filter(|person| may_approve(person));
        let (there, fresh): (Vec<&str>, Vec<&str>) = willing.partition(|person| known(person).is_some());
        for person in fresh.into_iter().chain(there).take(missing + SPARE) {
            let fits = |other: &Quota<'_>| other.admits(person) && fits(quota, other);
            let fills = indices(quotas, &fits);
            if !offered.insert((quota.step, Some(person))) {
                continue;
            }
            let index = known(person).unwrap_or_else(|| {
                let at = new.iter().position(|other| *other == person).unwrap_or_else(|| {
                    new.push(person);
                    new.len() - 1
                });
                people.len() + at
            });
            let groups: Vec<&str> = fills.iter().filter_map(|index| quotas.get(*index)?.group).collect();
            let step = Remedy::step_of(person, to_approve(quota.step, &groups));
            offers.push(Offer { person: index, quotas: fills, step, follows: false });
        }
    }
    offers
}

/// Whether an approval for one quota counts for another.
fn fits(quota: &Quota<'_>, other: &Quota<'_>) -> bool {
    other.step.is_none() || other.step == quota.step
}

fn indices(quotas: &[Quota<'_>], is: &dyn Fn(&Quota<'_>) -> bool) -> Vec<usize> {
    quotas.iter().enumerate().filter(|(_, quota)| is(quota)).map(|(index, _)| index).collect()
}

fn to_approve(step: Option<&str>, groups: &[&str]) -> String {
    match (step, groups) {
        (Some(step), _) => format!("Approve the step {step}."),
        (None, []) => "Approve.".to_owned(),
        (None, groups) => format!("Approve for {}.", groups.join(" or ")),
    }
}
