//! What is owed, minute by minute.

use greenboard::release::OwedStatus;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

fn is_weekend(at: Timestamp) -> bool {
    let day = TimeZone::UTC.to_datetime(at).weekday();
    matches!(day, Weekday::Saturday | Weekday::Sunday)
}

/// So many minutes of working days after an instant: each minute is looked at, and those of a weekend do not count.
pub fn working_minutes_after(at: Timestamp, minutes: u32) -> Timestamp {
    let (mut now, mut left) = (at, minutes);
    loop {
        if is_weekend(now) {
            now += MINUTE;
        } else if left > 0 {
            left -= 1;
            now += MINUTE;
        } else {
            return now;
        }
    }
}

/// How it stands, by the four instants that matter.
pub fn status(
    now: Timestamp,
    remind: Option<Timestamp>,
    due: Timestamp,
    escalate: Option<Timestamp>,
) -> OwedStatus {
    let come = |when: Option<Timestamp>| matches!(when, Some(when) if when <= now);
    match (due <= now, come(escalate), come(remind)) {
        (true, true, _) => OwedStatus::Escalated,
        (true, false, _) => OwedStatus::Overdue,
        (false, _, true) => OwedStatus::Due,
        (false, _, false) => OwedStatus::Upcoming,
    }
}
