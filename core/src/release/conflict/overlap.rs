//! What two releases take at the same time: a sweep over each thing that can be taken.
//!
//! For each component, environment, person, service and train, the claims on it are gone through by their start, with those still
//! under way at hand. So the work is that of sorting, and of what is found; claims that have nothing in common are never compared.

use super::claim::Claim;
use super::find::Found;
use super::interval::{Interval, union};
use super::kind::ConflictKind;
use super::rules::Ready;
use std::collections::BTreeMap;

/// The names of things that a claim takes up.
type Names = fn(&Claim) -> &[String];

/// The claims on one thing: by release, those on itself, and those on what it is the parent of.
#[derive(Default)]
struct Taken<'c> {
    direct: BTreeMap<&'c str, Vec<Interval>>,
    below: BTreeMap<(&'c str, &'c str), Vec<Interval>>,
}

/// One stretch of time for which a release takes something.
#[derive(Clone, Copy)]
struct Stretch<'c> {
    interval: Interval,
    release: &'c str,
    /// The child that it is on, where it is not on the thing itself.
    child: Option<&'c str>,
}

/// Everything that two releases take at once.
pub(super) fn overlaps<'c>(claims: &'c [Claim], ready: &Ready<'c>, found: &mut Found<'_>) {
    let mut components: BTreeMap<&str, Taken<'c>> = BTreeMap::new();
    for claim in claims {
        for component in &claim.components {
            let direct = &mut components.entry(component).or_default().direct;
            direct.entry(&claim.release).or_default().push(claim.interval());
            for parent in ready.parents_of(component) {
                let below = &mut components.entry(parent).or_default().below;
                below.entry((&claim.release, component)).or_default().push(claim.interval());
            }
        }
    }
    for (component, taken) in components {
        if !sweep(ConflictKind::SameComponent, component, taken, found) {
            return;
        }
    }
    let plain: [(ConflictKind, Names); 4] = [
        (ConflictKind::EnvironmentBooked, |claim| &claim.environments),
        (ConflictKind::SamePerson, |claim| &claim.people),
        (ConflictKind::SharedService, |claim| &claim.services),
        (ConflictKind::SameTrain, |claim| claim.train.as_slice()),
    ];
    for (kind, names) in plain {
        let mut things: BTreeMap<&str, Taken<'c>> = BTreeMap::new();
        for claim in claims {
            for name in names(claim) {
                let direct = &mut things.entry(name).or_default().direct;
                direct.entry(&claim.release).or_default().push(claim.interval());
            }
        }
        for (thing, taken) in things {
            if !sweep(kind, thing, taken, found) {
                return;
            }
        }
    }
}

/// Goes over the claims on one thing; false where no more conflicts are listed.
fn sweep(kind: ConflictKind, thing: &str, taken: Taken<'_>, found: &mut Found<'_>) -> bool {
    // A release's own claims are joined first: they are never in each other's way.
    let mut stretches = Vec::new();
    for (release, intervals) in taken.direct {
        stretches.extend(union(intervals).into_iter().map(|interval| Stretch {
            interval,
            release,
            child: None,
        }));
    }
    for ((release, child), intervals) in taken.below {
        let of_child = |interval| Stretch { interval, release, child: Some(child) };
        stretches.extend(union(intervals).into_iter().map(of_child));
    }
    stretches.sort_by_key(|stretch| (stretch.interval, stretch.release, stretch.child));
    let (mut direct, mut below) = (Vec::new(), Vec::new());
    for stretch in stretches {
        let here = stretch.interval.start;
        // Whoever is over is let go of; whoever is not is a conflict, so that looking is paid for by what is found.
        direct.retain(|other: &Stretch<'_>| other.interval.end > here);
        let against: &[&Vec<Stretch<'_>>] = match stretch.child {
            None => {
                below.retain(|other: &Stretch<'_>| other.interval.end > here);
                &[&direct, &below]
            }
            Some(_) => &[&direct],
        };
        for other in against.iter().flat_map(|others| others.iter()) {
            if other.release == stretch.release {
                continue;
            }
            let Some(both) = other.interval.overlap(&stretch.interval) else { continue };
            let kind = match (other.child, stretch.child) {
                (None, None) => kind,
                _ => ConflictKind::RelatedComponent,
            };
            let child = other.child.or(stretch.child);
            if !found.pair(kind, thing, child, [other.release, stretch.release], both) {
                return false;
            }
        }
        match stretch.child {
            None => direct.push(stretch),
            Some(_) => below.push(stretch),
        }
    }
    true
}
