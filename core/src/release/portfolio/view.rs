//! The portfolio: several releases seen together.

use super::booking::ReleaseBooking;
use crate::Result;
use crate::document::reads;
use crate::release::conflict::{Claim, ClaimDependency, Conflict, ConflictRules, conflicts};
use crate::release::part::ReleaseWindow;
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// Several releases seen together: what they take from each other, and what goes out when.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Portfolio {
    /// As of when.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// What several take at once, or may not take: what blocks first, then by time.
    #[schemars(default)]
    pub collisions: Vec<Conflict>,
    /// Whether these are all.
    #[schemars(default = "yes")]
    pub complete: bool,
    /// The forward schedule of change: what goes out from now on, by time; at the end what has no date.
    #[schemars(default)]
    pub schedule: Vec<ScheduledRelease>,
}

reads!(Portfolio as "greenboard/portfolio/1" {
    at,
    collisions = Vec::new(),
    complete = true,
    schedule = Vec::new(),
});

const fn yes() -> bool {
    true
}

/// A release on the forward schedule of change.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ScheduledRelease {
    /// The release.
    pub release: String,
    /// What it is called.
    pub title: Option<String>,
    /// Where it stands.
    pub status: ReleaseStatus,
    /// When it goes out.
    pub window: Option<ReleaseWindow>,
    /// When it is to be out.
    #[schemars(with = "Option<String>")]
    pub target: Option<Timestamp>,
    /// The components that it changes, sorted.
    #[schemars(default)]
    pub components: Vec<String>,
    /// The environments that it goes to, in their order.
    #[schemars(default)]
    pub environments: Vec<String>,
    /// Whether its time is over and it is not out.
    #[schemars(default)]
    pub late: bool,
}

reads!(ScheduledRelease {
    release,
    title,
    status,
    window,
    target,
    components = Vec::new(),
    environments = Vec::new(),
    late = false,
});

/// The releases seen together at an instant, by rules of what gets into the way of what. Releases that ended, or are out and only
/// watched, take nothing any more; those without a window collide with nothing.
///
/// ```
/// use greenboard::release::conflict::ConflictRules;
/// use greenboard::release::portfolio;
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// assert!(portfolio(&[], &ConflictRules::new(), at)?.schedule.is_empty());
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `release.invalid_claim` where a window ends before it starts; `calendar.*` where a calendar of the rules has no meaning.
pub fn portfolio(releases: &[ReleaseState], rules: &ConflictRules, at: Timestamp) -> Result<Portfolio> {
    let ahead = || releases.iter().filter(|state| is_ahead(state.status));
    let claims: Vec<Claim> = ahead().filter_map(claim).collect();
    let report = conflicts(&claims, rules, at)?;
    let mut schedule: Vec<ScheduledRelease> = ahead().map(|state| scheduled(state, at)).collect();
    schedule.sort_by(|a, b| {
        let key = |one: &ScheduledRelease| {
            let when = one.window.as_ref().map(|window| window.starts_at).or(one.target);
            (when.is_none(), when)
        };
        key(a).cmp(&key(b)).then_with(|| a.release.cmp(&b.release))
    });
    Ok(Portfolio { at, collisions: report.conflicts, complete: report.complete, schedule })
}

fn is_ahead(status: ReleaseStatus) -> bool {
    matches!(
        status,
        ReleaseStatus::Draft
            | ReleaseStatus::Planned
            | ReleaseStatus::Active
            | ReleaseStatus::Ready
            | ReleaseStatus::Deploying
    )
}

/// What a release takes in its window.
fn claim(state: &ReleaseState) -> Option<Claim> {
    let booking = ReleaseBooking::of(state);
    let window = booking.window.as_ref()?;
    let mut claim = Claim::new(booking.release.clone(), window.starts_at, window.ends_at)
        .with_components(components(&booking))
        .with_environments(booking.environments.clone())
        .with_people(booking.people.clone());
    if let Some(train) = booking.train {
        claim = claim.with_train(train);
    }
    let dependencies = state.release.dependencies.iter();
    Some(dependencies.fold(claim, |claim, dependency| {
        claim.with_dependency(ClaimDependency::new(dependency.release.clone(), dependency.status))
    }))
}

fn components(booking: &ReleaseBooking) -> BTreeSet<String> {
    booking.items.iter().map(|item| item.subject.component.clone()).collect()
}

fn scheduled(state: &ReleaseState, at: Timestamp) -> ScheduledRelease {
    let release = &state.release;
    let end = release.window.as_ref().map(|window| window.ends_at).or(release.target);
    ScheduledRelease {
        release: release.id.clone(),
        title: release.title.clone(),
        status: state.status,
        window: release.window,
        target: release.target,
        components: components(&ReleaseBooking::of(state)).into_iter().collect(),
        environments: release.environments.clone(),
        late: end.is_some_and(|end| end < at),
    }
}
