//! Instants and durations in expressions: their texts, and what can be asked of them.

use super::fault::{Fault, Meter};
use super::value::Value;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

/// What can be asked of an instant or a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    FullYear,
    Month,
    Date,
    DayOfMonth,
    DayOfYear,
    DayOfWeek,
    Hours,
    Minutes,
    Seconds,
    Milliseconds,
}

/// An instant's text.
pub(super) fn instant(text: &str) -> Result<Timestamp, Fault> {
    text.parse()
        .map_err(|_| Fault::new(format!("{} is no instant such as 2026-03-01T09:30:00Z", quoted(text))))
}

/// The field of an instant, in the zone given or in UTC.
pub(super) fn of_instant<'v>(
    field: Field,
    at: Timestamp,
    zone: Option<&str>,
    meter: &mut Meter,
) -> Result<Value<'v>, Fault> {
    let at = match zone {
        Some(zone) => local(at, zone, meter)?,
        None => Offset::UTC.to_datetime(at),
    };
    Ok(Value::Int(match field {
        Field::FullYear => at.year().into(),
        Field::Month => i64::from(at.month()) - 1,
        Field::Date => at.day().into(),
        Field::DayOfMonth => i64::from(at.day()) - 1,
        Field::DayOfYear => i64::from(at.day_of_year()) - 1,
        Field::DayOfWeek => at.weekday().to_sunday_zero_offset().into(),
        Field::Hours => at.hour().into(),
        Field::Minutes => at.minute().into(),
        Field::Seconds => at.second().into(),
        Field::Milliseconds => at.millisecond().into(),
    }))
}

/// The field of a duration: all of it in hours, minutes or seconds, and the milliseconds beyond its seconds.
pub(super) fn of_span<'v>(field: Field, span: SignedDuration) -> Result<Value<'v>, Fault> {
    Ok(Value::Int(match field {
        Field::Hours => span.as_hours(),
        Field::Minutes => span.as_mins(),
        Field::Seconds => span.as_secs(),
        Field::Milliseconds => span.subsec_millis().into(),
        _ => return Err(Fault::new("a duration has hours, minutes, seconds and milliseconds only")),
    }))
}

/// The clock of a zone: a name of the IANA database, whose zones come with this crate, or an offset such as `+02:00`.
fn local(at: Timestamp, zone: &str, meter: &mut Meter) -> Result<DateTime, Fault> {
    let offset = match offset(zone) {
        Some(offset) => offset,
        None => match meter.zone(zone)? {
            Some(zone) => Offset::from_seconds(zone.offset_at(at)).unwrap_or(Offset::UTC),
            None => {
                return Err(Fault::new(format!(
                    "{} is no zone such as Europe/London or +02:00",
                    quoted(zone)
                )));
            }
        },
    };
    Ok(offset.to_datetime(at))
}

fn offset(text: &str) -> Option<Offset> {
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, text.get(1..)?),
        b'+' => (1, text.get(1..)?),
        _ => (1, text),
    };
    let (hours, minutes) = rest.split_once(':')?;
    let number = |text: &str| (text.len() == 2).then(|| text.parse::<i32>().ok()).flatten();
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours <= 23 && minutes <= 59).then(|| Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok())?
}

/// A duration as CEL writes it: a sign, then numbers with units, such as `1h30m` or `-1.5s`.
pub(super) fn span(text: &str) -> Result<SignedDuration, Fault> {
    parse_span(text)
        .ok_or_else(|| Fault::new(format!("{} is no duration such as 36h or 1h30m15s", quoted(text))))
}

fn parse_span(text: &str) -> Option<SignedDuration> {
    let (negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Some(SignedDuration::ZERO);
    }
    if rest.is_empty() || rest.len() > 100 {
        return None;
    }
    let mut nanos: i128 = 0;
    while !rest.is_empty() {
        let unit_at = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, tail) = rest.split_at(unit_at);
        let unit_end = tail.find(|c: char| c.is_ascii_digit() || c == '.').unwrap_or(tail.len());
        let (unit, tail) = tail.split_at(unit_end);
        let unit: i128 = match unit {
            "h" => 3_600_000_000_000,
            "m" => 60_000_000_000,
            "s" => 1_000_000_000,
            "ms" => 1_000_000,
            "us" | "µs" | "μs" => 1_000,
            "ns" => 1,
            _ => return None,
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        if whole.is_empty() && fraction.is_empty() || fraction.contains('.') {
            return None;
        }
        let whole: i128 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        nanos = nanos.checked_add(whole.checked_mul(unit)?)?;
        let mut part = unit;
        for digit in fraction.bytes() {
            part /= 10;
            nanos = nanos.checked_add(i128::from(digit.checked_sub(b'0')?) * part)?;
        }
        rest = tail;
    }
    let nanos = if negative { -nanos } else { nanos };
    let seconds = i64::try_from(nanos.div_euclid(1_000_000_000)).ok()?;
    let below = i64::try_from(nanos.rem_euclid(1_000_000_000)).ok()?;
    SignedDuration::from_secs(seconds).checked_add(SignedDuration::from_nanos(below))
}

/// The text of a duration: its seconds, such as `5400s`.
pub(super) fn seconds(span: SignedDuration) -> String {
    let (sign, seconds, nanos) = (
        if span.is_negative() { "-" } else { "" },
        span.as_secs().unsigned_abs(),
        span.subsec_nanos().unsigned_abs(),
    );
    if nanos == 0 {
        return format!("{sign}{seconds}s");
    }
    let fraction = format!("{nanos:09}");
    format!("{sign}{seconds}.{}s", fraction.trim_end_matches('0'))
}

/// A text in a message: in quotes, and not without end.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{:?}…", text.get(..cut).unwrap_or_default()),
        None => format!("{text:?}"),
    }
}
