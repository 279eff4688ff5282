//! Moving a release's dates.

use super::day::Day;
use super::work::WorkCalendar;
use crate::Result;
use crate::calendar::Zone;
use crate::release::Milestone;
use jiff::{SignedDuration, Timestamp};

/// Milestones moved by so many days: those due from an instant on that nobody reached yet, all by the same days; one that would fall
/// on a day on which nobody works goes to the last working day before it. Times of the day stay as the wall of the zone shows them,
/// to the hour that a change of the clocks may move.
///
/// ```
/// use greenboard::calendar::Zone;
/// use greenboard::release::Milestone;
/// use greenboard::release::timeline::{WorkCalendar, shift_milestones};
///
/// let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
/// let freeze = Milestone::new("code freeze", at("2026-11-04T17:00:00Z"));
/// let moved = shift_milestones(&[freeze], at("2026-11-01T00:00:00Z"), 3, &WorkCalendar::new(), &Zone::utc())?;
/// // Three days later is a Saturday.
/// assert_eq!(moved[0].due, at("2026-11-06T17:00:00Z"));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `release.no_working_day`, `release.beyond_calendar`.
pub fn shift_milestones(
    milestones: &[Milestone],
    from: Timestamp,
    days: i32,
    calendar: &WorkCalendar,
    zone: &Zone,
) -> Result<Vec<Milestone>> {
    let ready = calendar.ready();
    let moved = |milestone: &Milestone| {
        if days == 0 || milestone.due < from || milestone.achieved_at.is_some() {
            return Ok(milestone.clone());
        }
        let offset = SignedDuration::from_secs(i64::from(zone.offset_at(milestone.due)));
        let wall = milestone.due.checked_add(offset).unwrap_or(milestone.due);
        let day = Day::of(wall);
        let target = ready.on_or_before(day.plus(days)?)?;
        let by = SignedDuration::from_hours(24 * i64::from(day.days_until(target)));
        let plain = milestone.due.checked_add(by).unwrap_or(milestone.due);
        // The wall shows the same time where the zone is as far from UTC then.
        let drift = offset - SignedDuration::from_secs(i64::from(zone.offset_at(plain)));
        let mut milestone = milestone.clone();
        milestone.due = plain.checked_add(drift).unwrap_or(plain);
        Ok(milestone)
    };
    milestones.iter().map(moved).collect()
}
