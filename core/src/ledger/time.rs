//! The ledger's text of a time: `YYYY-MM-DDTHH:MM:SS.mmmZ`, always 24 bytes, so that the order of texts is that of times.

use jiff::Timestamp;

/// How long the text is, in bytes.
pub(crate) const LENGTH: usize = 24;

/// How far the time that a caller claims may lie after that of the store, in milliseconds: five minutes.
pub(crate) const TOLERANCE: i64 = 5 * 60 * 1000;

/// The milliseconds since 1970 that a text stands for; none where it is no such text, or no such time.
pub(crate) fn milliseconds(text: &[u8]) -> Option<i64> {
    let text: &[u8; LENGTH] = text.try_into().ok()?;
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', rest @ ..] = text else { return None };
    let [h1, h2, b':', n1, n2, b':', s1, s2, b'.', f1, f2, f3, b'Z'] = rest else { return None };
    let year = number(&[*y1, *y2, *y3, *y4])?;
    let (month, day) = (number(&[*m1, *m2])?, number(&[*d1, *d2])?);
    let (hour, minute, second) = (number(&[*h1, *h2])?, number(&[*n1, *n2])?, number(&[*s1, *s2])?);
    let fraction = number(&[*f1, *f2, *f3])?;
    let is_time = (1..=12).contains(&month) && day >= 1 && hour < 24 && minute < 60 && second < 60;
    if !is_time || day > days_of(year, month) {
        return None;
    }
    Some((((days_since_1970(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000 + fraction)
}

fn number(digits: &[u8]) -> Option<i64> {
    let mut value = 0;
    for digit in digits {
        let digit = digit.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(value)
}

fn days_of(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Counted in years that begin in March, whose leap day comes last.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (century, year) = (year.div_euclid(100), year.rem_euclid(100));
    (century * 146_097).div_euclid(4) + year * 1461 / 4 + (153 * month + 2) / 5 + day - 719_469
}

/// The instant of so many milliseconds. The last 26 hours of the year 9999 lie beyond what the type counts: they are its end.
pub(crate) fn instant(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap_or(Timestamp::MAX)
}

/// The milliseconds since 1970 of an instant, what is finer cut off; none before the year 0.
pub(crate) fn cut(at: Timestamp) -> Option<i64> {
    /// 0000-01-01T00:00:00.000Z.
    const FIRST: i64 = -62_167_219_200_000;
    let cut = at.as_nanosecond().div_euclid(1_000_000);
    i64::try_from(cut).ok().filter(|milliseconds| *milliseconds >= FIRST)
}

/// The text of so many milliseconds since 1970, of which [`cut`] says that there is one.
pub(crate) fn text(milliseconds: i64) -> String {
    let at = instant(milliseconds);
    format!("{at:.3}")
}

/// An instant of the ledger, as it writes it.
pub(crate) fn serialize<S: serde::Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("{at:.3}"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn days_agree_with_jiff() {
        let mut day = jiff::civil::date(0, 1, 1);
        // The last step would leave what jiff can say.
        while day < jiff::civil::date(9999, 12, 15) {
            let expected = jiff::tz::TimeZone::UTC.to_timestamp(day.at(7, 8, 9, 123_000_000)).unwrap();
            let milliseconds = milliseconds(format!("{expected:.3}").as_bytes());
            assert_eq!(milliseconds, Some(expected.as_millisecond()), "{day}");
            assert_eq!(text(expected.as_millisecond()), format!("{expected:.3}"));
            day = day.checked_add(jiff::Span::new().days(13)).unwrap();
        }
    }

    #[test]
    fn what_is_finer_is_cut_and_not_rounded() {
        let at: Timestamp = "1969-12-31T23:59:59.9999Z".parse().unwrap();
        assert_eq!(cut(at).map(text).as_deref(), Some("1969-12-31T23:59:59.999Z"));
        assert_eq!(cut("-000001-12-31T23:59:59.999Z".parse().unwrap()), None);
    }
}
