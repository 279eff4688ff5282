//! Freezes, and windows that a claim is outside of.

use super::claim::Claim;
use super::find::Found;
use super::interval::Interval;
use super::kind::ConflictKind;
use super::rules::Ready;
use crate::calendar::{Decision, Kind};
use crate::release::FreezeInFlight;

/// The most stretches of one claim that are named for one calendar.
const MOST_STRETCHES: usize = 20;

/// Every stretch of a claim in which a calendar that it has to keep is closed.
pub(super) fn closed(claims: &[Claim], ready: &Ready<'_>, found: &mut Found<'_>) {
    for claim in claims.iter().filter(|claim| !claim.interval().is_empty()) {
        for (calendar, windows, related) in ready.calendars_of(claim) {
            let mut from = claim.starts_at;
            for _ in 0..MOST_STRETCHES {
                let decision = windows.decide_for(from, claim.manual);
                if decision.open {
                    match decision.next_close.filter(|close| *close < claim.ends_at) {
                        Some(close) => from = close,
                        None => break,
                    }
                    continue;
                }
                let until = decision.next_open.unwrap_or(claim.ends_at).min(claim.ends_at);
                let stretch = Interval { start: from, end: until };
                if !said(claim, &calendar.calendar.name, &decision, stretch, related, found) {
                    return;
                }
                if until >= claim.ends_at {
                    break;
                }
                from = until;
            }
        }
    }
}

fn said(
    claim: &Claim,
    calendar: &str,
    decision: &Decision,
    stretch: Interval,
    related: bool,
    found: &mut Found<'_>,
) -> bool {
    let denied = decision.blocked_by.iter().any(|window| window.kind == Kind::Deny);
    let kind = match (denied, related) {
        (true, false) => ConflictKind::Freeze,
        (true, true) => ConflictKind::RelatedFreeze,
        (false, false) => ConflictKind::OutsideWindow,
        (false, true) => ConflictKind::RelatedOutsideWindow,
    };
    let names: Vec<&str> = decision.blocked_by.iter().map(|window| window.window.as_str()).collect();
    let of = if related { " of a parent or child" } else { "" };
    let Interval { start, end } = stretch;
    let why = match (denied, names.is_empty()) {
        (true, _) => format!("is in freeze {} of calendar {calendar}{of}", names.join(", ")),
        (false, true) => format!("is where calendar {calendar}{of} allows nothing"),
        (false, false) => format!("is outside of {} of calendar {calendar}{of}", names.join(", ")),
    };
    let sentence = format!("{} {why} from {start} to {end}", claim.release);
    let in_flight = denied.then(|| decision.in_flight.unwrap_or_default()).map(FreezeInFlight::from);
    found.add(kind, vec![claim.release.clone()], calendar.to_owned(), stretch, in_flight, sentence)
}
