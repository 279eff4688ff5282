//! How long a release waited, was worked on, went out and was watched.

use super::event::Event;
use super::evolve::evolve;
use super::state::{ReleaseState, ReleaseStatus};
use crate::calendar::Length;
use crate::document::reads;
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;

/// How long a release was in what: time that it waited is told apart from time in which something was done.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseDurations {
    /// It was written and planned.
    pub planning: Length,
    /// It waited: for its start, for a decision, for its window, on hold.
    pub waiting: Length,
    /// It was worked on.
    pub work: Length,
    /// It went out, or back.
    pub deployment: Length,
    /// It was watched.
    pub observation: Length,
    /// It was looked back on.
    pub review: Length,
}

reads!(ReleaseDurations as "greenboard/release-durations/1" { planning, waiting, work, deployment, observation, review });

/// How long a release was in what, up to an instant; nothing where its events do not open it.
///
/// ```
/// use greenboard::gate::GateSet;
/// use greenboard::ledger::Actor;
/// use greenboard::release::{Context, CreateCommand, Envelope, Release, Roles, decide, durations};
///
/// let create = CreateCommand::new(Release::new("r1", "train"));
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let context = Context::new(GateSet::default(), Roles::new(), Default::default())?;
/// let events = decide(None, &Envelope::new("c1", Actor::human("ada"), at, create), &context)?;
///
/// let spent = durations(&events, "2026-11-02T10:30:00Z".parse().unwrap());
/// assert_eq!(spent.planning.to_string(), "PT1H30M");
/// assert_eq!(spent.deployment.to_string(), "PT0S");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn durations<'e>(events: impl IntoIterator<Item = &'e Event>, at: Timestamp) -> ReleaseDurations {
    let mut spent = [SignedDuration::ZERO; 6];
    let mut state: Option<ReleaseState> = None;
    let mut since: Option<Timestamp> = None;
    for event in events.into_iter().take_while(|event| event.at <= at) {
        add(&mut spent, state.as_ref(), since, event.at);
        state = evolve(state, event);
        since = Some(since.map_or(event.at, |since| since.max(event.at)));
    }
    add(&mut spent, state.as_ref(), since, at);
    let [planning, waiting, work, deployment, observation, review] = spent.map(Length::of);
    ReleaseDurations { planning, waiting, work, deployment, observation, review }
}

/// Adds the time from one instant to the next to what the release was in.
fn add(
    spent: &mut [SignedDuration; 6],
    state: Option<&ReleaseState>,
    since: Option<Timestamp>,
    to: Timestamp,
) {
    let (Some(state), Some(since)) = (state, since) else { return };
    let place = match state.status {
        ReleaseStatus::Closed | ReleaseStatus::Cancelled => return,
        _ if state.hold.is_some() => 1,
        ReleaseStatus::Draft => 0,
        ReleaseStatus::Planned | ReleaseStatus::Ready => 1,
        ReleaseStatus::Active => 2,
        ReleaseStatus::Deploying => 3,
        ReleaseStatus::Observing => 4,
        ReleaseStatus::Review => 5,
    };
    let passed = to.duration_since(since).max(SignedDuration::ZERO);
    if let Some(sum) = spent.get_mut(place) {
        *sum = sum.saturating_add(passed);
    }
}
