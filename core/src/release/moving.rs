//! A release moved to another time, and what moves with it.

use super::part::{Milestone, ReleaseWindow};
use super::state::ReleaseState;
use super::timeline::{WorkCalendar, shift_milestones};
use crate::calendar::Zone;
use jiff::{SignedDuration, Timestamp};

/// Where a release is to after it was moved.
pub(crate) struct Moved {
    /// When it is to go out.
    pub(crate) target: Option<Timestamp>,
    /// When it may go out.
    pub(crate) window: Option<ReleaseWindow>,
    /// The milestones that move with it, each by as much.
    pub(crate) milestones: Vec<Milestone>,
}

impl Moved {
    /// A release with another target, another window or both. Of the two, what is not given stays where it fits the other, and
    /// moves as far where it does not. Milestones that are not reached move as far as the target: those that are due from the
    /// earlier of both targets on, since what comes before is the work, which has its dates.
    pub(crate) fn of(state: &ReleaseState, target: Option<Timestamp>, window: Option<ReleaseWindow>) -> Self {
        let (old_target, old_window) = (state.release.target, state.release.window);
        let (target, window) = match (target, window) {
            (Some(target), Some(window)) => (Some(target), Some(window)),
            (Some(target), None) => {
                let by = old_target.map(|old| target.duration_since(old));
                let window = old_window.map(|old| match by {
                    Some(by) if !holds(old, target) => shifted(old, by),
                    _ => old,
                });
                (Some(target), window)
            }
            (None, Some(window)) => {
                let by = old_window.map(|old| window.starts_at.duration_since(old.starts_at));
                let target = old_target.map(|old| {
                    let along = by.map_or(old, |by| plus(old, by));
                    match () {
                        () if holds(window, old) => old,
                        () if holds(window, along) => along,
                        () => window.starts_at,
                    }
                });
                (target, Some(window))
            }
            (None, None) => (old_target, old_window),
        };
        let milestones = match (old_target, target) {
            (Some(old), Some(new)) if old != new => later(state, old.min(new), new.duration_since(old)),
            _ => Vec::new(),
        };
        Self { target, window, milestones }
    }
}

/// The milestones that are not reached and due from an instant on, moved by the whole days of so much; from a day on which nobody
/// works to the one before it.
fn later(state: &ReleaseState, from: Timestamp, by: SignedDuration) -> Vec<Milestone> {
    let days = i32::try_from(by.as_hours() / 24).unwrap_or(0);
    let all = &state.release.milestones;
    // Beyond all calendars nothing moves.
    let shifted = shift_milestones(all, from, days, &WorkCalendar::new(), &Zone::utc()).unwrap_or_default();
    let moved = all.iter().zip(shifted).filter(|(before, after)| before.due != after.due);
    moved.map(|(_, after)| after).collect()
}

fn holds(window: ReleaseWindow, at: Timestamp) -> bool {
    window.starts_at <= at && at < window.ends_at
}

fn shifted(window: ReleaseWindow, by: SignedDuration) -> ReleaseWindow {
    ReleaseWindow::new(plus(window.starts_at, by), plus(window.ends_at, by))
}

/// An instant moved by so much; the end of time where it lies beyond.
fn plus(at: Timestamp, by: SignedDuration) -> Timestamp {
    let bound = if by.is_negative() { Timestamp::MIN } else { Timestamp::MAX };
    at.checked_add(by).unwrap_or(bound)
}
