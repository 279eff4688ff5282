//! All controls over all releases.

use super::check::CONTROLS;
use super::context::ControlContext;
use super::result::{Compliance, ControlResult, ReleaseCompliance, count};
use super::tally::Tally;
use super::trail::Trail;
use crate::release::event::Event;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// A control of the catalogue: what has to hold, what shows it, and which clauses of which standards ask for it.
///
/// ```
/// use greenboard::release::control;
/// let four_eyes = &control::catalogue()[3];
/// assert_eq!((four_eyes.id, four_eyes.title), ("C04", "four eyes"));
/// assert!(four_eyes.clauses.iter().any(|clause| clause.standard == "RTS17"));
/// ```
#[derive(Debug, Clone, Copy, Serialize)]
#[non_exhaustive]
pub struct Control {
    /// `C01` to `C25`.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What has to hold.
    pub statement: &'static str,
    /// What shows it.
    pub evidence: &'static [&'static str],
    /// How it is computed from events.
    pub computed: &'static str,
    /// Which clauses ask for it.
    pub clauses: &'static [Clause],
    #[serde(skip)]
    pub(crate) check: Check,
}

/// Clauses of a standard: `SOC2`, `PCI` 4.0.1, `RTS17` (EU 2024/1774, article 17(1)), `DORA`, `NIST` 800-53, `ISO` 27001, `P11`
/// (21 CFR 11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Clause {
    /// The standard.
    pub standard: &'static str,
    /// Its clauses.
    pub clauses: &'static [&'static str],
}

/// How a control is computed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// Over the events of a release.
    Release(fn(&Trail<'_>, &mut Tally)),
    /// Over those of all releases of a period.
    Period(fn(&[Trail<'_>], &mut Tally)),
}

/// The 25 controls, in the order of their ids.
pub fn catalogue() -> &'static [Control] {
    CONTROLS
}

/// What all the controls say of these events, of one release or of many, as of an instant.
///
/// ```
/// use greenboard::release::control::{ControlContext, ControlPolicy, compliance};
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let nothing = compliance(&[], &ControlContext::new(ControlPolicy::default()), at);
/// assert_eq!((nothing.releases.len(), nothing.period.len()), (0, 2));
/// ```
pub fn compliance(events: &[Event], context: &ControlContext, at: Timestamp) -> Compliance {
    let trails = trails(events, context, at);
    let releases: Vec<ReleaseCompliance> = trails.iter().map(of_release).collect();
    let period: Vec<ControlResult> = CONTROLS
        .iter()
        .filter_map(|control| match control.check {
            Check::Period(check) => {
                let mut tally = Tally::default();
                check(&trails, &mut tally);
                Some(tally.result(control.id, None))
            }
            Check::Release(_) => None,
        })
        .collect();
    let (totals, completeness) = count(releases.iter().flat_map(|release| &release.controls).chain(&period));
    Compliance { at, releases, period, totals, completeness }
}

fn of_release(trail: &Trail<'_>) -> ReleaseCompliance {
    let result = |control: &Control| match control.check {
        Check::Release(check) => {
            let mut tally = Tally::default();
            check(trail, &mut tally);
            Some(tally.result(control.id, Some(trail.release)))
        }
        Check::Period(_) => None,
    };
    let controls: Vec<ControlResult> = CONTROLS.iter().filter_map(result).collect();
    let (totals, completeness) = count(&controls);
    ReleaseCompliance { release: trail.release.to_owned(), controls, totals, completeness }
}

/// The events of each release, in the order in which the releases first appear.
fn trails<'a>(events: &'a [Event], context: &'a ControlContext, at: Timestamp) -> Vec<Trail<'a>> {
    let mut order: Vec<&str> = Vec::new();
    let mut by_release: BTreeMap<&str, Vec<&Event>> = BTreeMap::new();
    for event in events {
        let own = by_release.entry(&event.release).or_insert_with(|| {
            order.push(&event.release);
            Vec::new()
        });
        own.push(event);
    }
    let trail = |release| Trail::new(release, by_release.remove(release).unwrap_or_default(), context, at);
    order.into_iter().map(trail).collect()
}
