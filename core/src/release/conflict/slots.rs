//! Time that is free.

use super::claim::Claim;
use super::interval::{Interval, union};
use super::kind::{ConflictKind, ConflictSeverity};
use super::rules::{ConflictRules, Ready};
use crate::Result;
use crate::calendar::Windows;
use crate::document::reads;
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// Time that is free for a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FreeSlot {
    /// When the claim may begin.
    #[schemars(with = "String")]
    pub start: Timestamp,
    /// When it ends then, exclusive.
    #[schemars(with = "String")]
    pub end: Timestamp,
    /// Until when the time is free: it may as well begin later.
    #[schemars(with = "String")]
    pub free_until: Timestamp,
}

reads!(FreeSlot { start, end, free_until });

/// The most changes of calendars that are followed.
const MOST_CHANGES: usize = 20_000;

/// The next times that are free for a claim, as long as it is: one for every free stretch, from an instant on, within the days of the
/// rules. What only warns is not in the way.
///
/// ```
/// use greenboard::release::conflict::{Claim, ConflictRules, next_free_slots};
/// let at = |hour: i64| jiff::Timestamp::from_second(hour * 3600).unwrap();
/// let taken = Claim::new("R-1", at(10), at(12)).with_components(["core"]);
/// let wanted = Claim::new("R-2", at(10), at(12)).with_components(["core"]);
/// let slots = next_free_slots(&wanted, &[taken], &ConflictRules::new(), at(9))?;
/// assert_eq!((slots[0].start, slots[0].end), (at(12), at(14)));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`conflicts`](super::conflicts).
pub fn next_free_slots(
    wanted: &Claim,
    claims: &[Claim],
    rules: &ConflictRules,
    from: Timestamp,
) -> Result<Vec<FreeSlot>> {
    wanted.check()?;
    for claim in claims {
        claim.check()?;
    }
    let ready = Ready::of(rules)?;
    let days = i64::from(rules.within_days.min(36_525));
    let until = from.checked_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX);
    let length = wanted.starts_at.duration_until(wanted.ends_at);
    let busy = busy(wanted, claims, &ready);
    let windows = closing(wanted, &ready);
    let mut slots = Vec::new();
    let mut here = from;
    let mut next_busy = busy.iter().peekable();
    for _ in 0..MOST_CHANGES {
        if slots.len() >= rules.choices as usize || here >= until {
            break;
        }
        while next_busy.next_if(|taken| taken.end <= here).is_some() {}
        if let Some(taken) = next_busy.peek().filter(|taken| taken.start <= here) {
            here = taken.end;
            continue;
        }
        let decision = Windows::decide_together(&windows, here, wanted.manual);
        if !decision.open {
            match decision.next_open {
                Some(open) => here = open,
                None => break,
            }
            continue;
        }
        let ends = [next_busy.peek().map(|taken| taken.start), decision.next_close, Some(until)];
        let free_until = ends.into_iter().flatten().min().unwrap_or(until);
        match here.checked_add(length) {
            Ok(end) if end <= free_until => slots.push(FreeSlot { start: here, end, free_until }),
            _ => {}
        }
        here = free_until;
    }
    Ok(slots)
}

/// When others take what the claim wants, where that blocks.
fn busy(wanted: &Claim, claims: &[Claim], ready: &Ready<'_>) -> Vec<Interval> {
    let blocks = |kind: ConflictKind| ready.rules.severity(kind) == ConflictSeverity::Block;
    let set = |names: &[String]| names.iter().cloned().collect::<BTreeSet<String>>();
    let parents = |names: &[String]| {
        names.iter().flat_map(|name| ready.parents_of(name)).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let (components, above) = (set(&wanted.components), parents(&wanted.components));
    let (environments, people, services) =
        (set(&wanted.environments), set(&wanted.people), set(&wanted.services));
    let meets = |names: &[String], wanted: &BTreeSet<String>| names.iter().any(|name| wanted.contains(name));
    let related = |claim: &Claim| {
        meets(&claim.components, &above)
            || claim.components.iter().any(|name| ready.parents_of(name).any(|p| components.contains(p)))
    };
    let in_the_way = |claim: &&Claim| {
        (blocks(ConflictKind::SameComponent) && meets(&claim.components, &components))
            || (blocks(ConflictKind::RelatedComponent) && related(claim))
            || (blocks(ConflictKind::EnvironmentBooked) && meets(&claim.environments, &environments))
            || (blocks(ConflictKind::SamePerson) && meets(&claim.people, &people))
            || (blocks(ConflictKind::SharedService) && meets(&claim.services, &services))
            || (blocks(ConflictKind::SameTrain) && claim.train.is_some() && claim.train == wanted.train)
    };
    let others = claims.iter().filter(|claim| claim.release != wanted.release).filter(in_the_way);
    union(others.map(Claim::interval).collect())
}

/// The calendars that have to be open, where their closing blocks.
fn closing<'a>(wanted: &Claim, ready: &'a Ready<'_>) -> Vec<&'a Windows> {
    let blocks = |kind: ConflictKind| ready.rules.severity(kind) == ConflictSeverity::Block;
    let kept = ready.calendars_of(wanted).into_iter().filter(|(_, _, related)| match related {
        true => blocks(ConflictKind::RelatedFreeze) || blocks(ConflictKind::RelatedOutsideWindow),
        false => blocks(ConflictKind::Freeze) || blocks(ConflictKind::OutsideWindow),
    });
    kept.map(|(_, windows, _)| windows).collect()
}
