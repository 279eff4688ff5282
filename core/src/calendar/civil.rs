//! Dates and times on the wall as whole numbers: days since 1970-01-01, seconds since its midnight, no zone.
//!
//! Recurrence walks over days by the thousand; plain numbers make that cheap.

/// Seconds in a day on the wall.
pub(super) const DAY: i64 = 86_400;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

/// The day's number. The algorithm is Howard Hinnant's `days_from_civil`.
pub(super) fn day_of(year: i64, month: u8, day: u8) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let month_from_march = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The day of a number. The algorithm is Howard Hinnant's `civil_from_days`.
pub(super) fn date_of(number: i64) -> Date {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u8;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 } as u8;
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date { year, month, day }
}

/// How many days the month has.
pub(super) fn days_in(year: i64, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The day of the week: 0 is Monday.
pub(super) fn weekday_of(number: i64) -> u8 {
    (number + 3).rem_euclid(7) as u8
}

/// The month after, or before.
pub(super) fn month_beside(year: i64, month: u8, forward: bool) -> (i64, u8) {
    match (month, forward) {
        (12, true) => (year + 1, 1),
        (1, false) => (year - 1, 12),
        (month, true) => (year, month + 1),
        (month, false) => (year, month - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_on() {
        assert_eq!(day_of(1970, 1, 1), 0);
        assert_eq!(weekday_of(0), 3, "a Thursday");
        let (mut year, mut month, mut day) = (1599, 12, 31);
        for number in day_of(1599, 12, 31)..day_of(2401, 1, 1) {
            assert_eq!(date_of(number), Date { year, month, day });
            assert_eq!(day_of(year, month, day), number);
            (year, month, day) = match day < days_in(year, month) {
                true => (year, month, day + 1),
                false => {
                    let (year, month) = month_beside(year, month, true);
                    (year, month, 1)
                }
            };
        }
    }
}
