//! Rules from text and back.

use super::super::error::CalendarError;
use super::super::moment::Moment;
use super::rule::{Frequency, Nth, Rule, Weekday};
use crate::Result;
use crate::document::nearest;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use std::fmt;

/// The longest rule that is read, in bytes.
const LONGEST: usize = 4096;

/// The parts that are understood, in the order in which they are written.
const PARTS: [&str; 11] = [
    "FREQ",
    "UNTIL",
    "COUNT",
    "INTERVAL",
    "BYMINUTE",
    "BYHOUR",
    "BYDAY",
    "BYMONTHDAY",
    "BYMONTH",
    "BYSETPOS",
    "WKST",
];

impl Rule {
    /// Reads the value of an `RRULE`.
    ///
    /// # Errors
    /// `calendar.invalid_rule` and `calendar.unsupported_rule`, both with the column of the part at fault.
    pub fn parse(text: &str) -> Result<Self> {
        let whole = |reason: String| {
            let part = text.chars().take(20).collect();
            Err(CalendarError::InvalidRule { part, reason, column: 1 }.into())
        };
        if text.len() > LONGEST {
            return whole(format!("it is longer than {LONGEST} bytes"));
        }
        // Columns are of one line.
        if text.trim_end().contains(['\n', '\r']) {
            return whole("it goes over several lines; write it on one".to_owned());
        }
        let mut rule = Self::new(Frequency::Daily);
        let mut seen: Vec<&str> = Vec::new();
        let mut column = 1;
        for text in text.split(';') {
            let part = Part { text, column };
            column += text.chars().count() as u32 + 1;
            let Some((name, value)) = text.split_once('=') else {
                return Err(part.invalid("it is not a name, \"=\" and a value"));
            };
            let upper = name.trim().to_ascii_uppercase();
            let Some(known) = PARTS.into_iter().find(|known| *known == upper) else {
                return Err(part.unknown(&upper));
            };
            if seen.contains(&known) {
                return Err(part.invalid("it comes twice"));
            }
            seen.push(known);
            rule.set(known, value.trim(), &part)?;
        }
        rule.check(&seen, &Part { text, column: 1 })?;
        Ok(rule)
    }

    fn set(&mut self, name: &str, value: &str, part: &Part<'_>) -> Result<()> {
        match name {
            "FREQ" => self.frequency = part.frequency(value)?,
            "UNTIL" => self.until = Some(part.until(value)?),
            "COUNT" => self.count = Some(part.number(value, 1, u32::MAX)?),
            "INTERVAL" => self.interval = part.number(value, 1, 1_000_000)?,
            "BYMINUTE" => self.by_minute = part.list(value, |item| part.number(item, 0, 59))?,
            "BYHOUR" => self.by_hour = part.list(value, |item| part.number(item, 0, 23))?,
            "BYMONTH" => self.by_month = part.list(value, |item| part.number(item, 1, 12))?,
            "BYMONTHDAY" => self.by_month_day = part.list(value, |item| part.signed(item, 31))?,
            "BYSETPOS" => self.by_position = part.list(value, |item| part.signed(item, 366))?,
            "BYDAY" => self.by_day = part.list(value, |item| part.nth(item))?,
            _ => self.week_start = part.weekday(value)?,
        }
        Ok(())
    }

    /// What holds between the parts.
    fn check(&self, seen: &[&str], whole: &Part<'_>) -> Result<()> {
        let by = |name: &&str| name.starts_with("BY") && *name != "BYSETPOS";
        let ordinal = self.by_day.iter().any(|nth| nth.nth.is_some());
        let coarse = matches!(self.frequency, Frequency::Monthly | Frequency::Yearly);
        let problem = if !seen.contains(&"FREQ") {
            "FREQ is missing"
        } else if self.count.is_some() && self.until.is_some() {
            "COUNT and UNTIL exclude each other"
        } else if !self.by_position.is_empty() && !seen.iter().any(by) {
            "BYSETPOS needs another BY… beside it"
        } else if ordinal && !coarse {
            "a weekday has a number only where FREQ is MONTHLY or YEARLY"
        } else if !self.by_month_day.is_empty() && self.frequency == Frequency::Weekly {
            "BYMONTHDAY cannot be where FREQ is WEEKLY"
        } else {
            return Ok(());
        };
        Err(whole.invalid(problem))
    }
}

/// A part of a rule, and where it begins.
struct Part<'t> {
    text: &'t str,
    column: u32,
}

impl Part<'_> {
    fn shown(&self) -> String {
        self.text.chars().take(60).collect()
    }

    fn invalid(&self, reason: &str) -> crate::Error {
        CalendarError::InvalidRule { part: self.shown(), reason: reason.to_owned(), column: self.column }
            .into()
    }

    fn unknown(&self, name: &str) -> crate::Error {
        let instead = match name {
            "BYSECOND" => "windows begin at whole minutes, or at the second of their start",
            "BYYEARDAY" => "say it by BYMONTH and BYMONTHDAY",
            "BYWEEKNO" => "say it by BYMONTH and BYDAY",
            "RSCALE" | "SKIP" => "only the Gregorian calendar is known",
            _ => {
                let hint = nearest(name, &PARTS).map(|near| format!("; did you mean {near:?}?"));
                let known = PARTS.join(", ");
                return self.invalid(&format!("known parts are {known}{}", hint.unwrap_or_default()));
            }
        };
        CalendarError::UnsupportedRule { part: name.to_owned(), instead, column: self.column }.into()
    }

    fn until(&self, value: &str) -> Result<Moment> {
        let found = Moment::parse_basic(value);
        found.ok_or_else(|| self.invalid("it is no date or time, such as 20261231T235959Z"))
    }

    fn frequency(&self, value: &str) -> Result<Frequency> {
        let upper = value.to_ascii_uppercase();
        if upper == "SECONDLY" {
            let instead = "windows come again every minute at most";
            return Err(
                CalendarError::UnsupportedRule { part: self.shown(), instead, column: self.column }.into()
            );
        }
        let found = Frequency::ALL.into_iter().find(|frequency| frequency.name() == upper);
        found.ok_or_else(|| {
            let known = Frequency::ALL.map(Frequency::name);
            let hint = nearest(&upper, &known).map(|near| format!("; did you mean {near:?}?"));
            self.invalid(&format!("expected one of {}{}", known.join(", "), hint.unwrap_or_default()))
        })
    }

    fn list<T>(&self, value: &str, read: impl Fn(&str) -> Result<T>) -> Result<Vec<T>> {
        value.split(',').map(|item| read(item.trim())).collect()
    }

    fn number<T: TryFrom<u32>>(&self, text: &str, lowest: u32, highest: u32) -> Result<T> {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.then(|| text.parse::<u32>().ok()).flatten();
        let number = number.filter(|number| (lowest..=highest).contains(number));
        number
            .and_then(|number| T::try_from(number).ok())
            .ok_or_else(|| self.invalid(&format!("expected a whole number from {lowest} to {highest}")))
    }

    /// Counted from 1, or from the end.
    fn signed<T: TryFrom<i64>>(&self, text: &str, highest: i64) -> Result<T> {
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        let digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.then(|| text.parse::<i64>().ok()).flatten();
        let number = number.filter(|number| (1..=highest).contains(&number.abs()));
        number.and_then(|number| T::try_from(number).ok()).ok_or_else(|| {
            self.invalid(&format!("expected 1 to {highest}, or -1 to -{highest} counted from the end"))
        })
    }

    fn weekday(&self, text: &str) -> Result<Weekday> {
        let upper = text.to_ascii_uppercase();
        let found = Weekday::ALL.into_iter().find(|weekday| weekday.name() == upper);
        found.ok_or_else(|| self.invalid("expected a weekday: MO, TU, WE, TH, FR, SA or SU"))
    }

    fn nth(&self, text: &str) -> Result<Nth> {
        let split = text.len().checked_sub(2).filter(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let (number, weekday) = text.split_at(split);
        let weekday = self.weekday(weekday)?;
        let nth = if number.is_empty() { None } else { Some(self.signed(number, 53)?) };
        Ok(Nth { nth, weekday })
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn list<T: ToString>(f: &mut fmt::Formatter<'_>, name: &str, items: &[T]) -> fmt::Result {
            if items.is_empty() {
                return Ok(());
            }
            let items: Vec<String> = items.iter().map(T::to_string).collect();
            write!(f, ";{name}={}", items.join(","))
        }
        write!(f, "FREQ={}", self.frequency.name())?;
        match self.until {
            Some(Moment::Day(day)) => write!(f, ";UNTIL={}", basic_date(day))?,
            Some(Moment::Wall(wall)) => write!(f, ";UNTIL={}", basic(wall))?,
            Some(Moment::Instant(at)) => write!(f, ";UNTIL={}Z", basic(Offset::UTC.to_datetime(at)))?,
            None => {}
        }
        if let Some(count) = self.count {
            write!(f, ";COUNT={count}")?;
        }
        if self.interval != 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        list(f, "BYMINUTE", &self.by_minute)?;
        list(f, "BYHOUR", &self.by_hour)?;
        list(f, "BYDAY", &self.by_day)?;
        list(f, "BYMONTHDAY", &self.by_month_day)?;
        list(f, "BYMONTH", &self.by_month)?;
        list(f, "BYSETPOS", &self.by_position)?;
        if self.week_start != Weekday::Monday {
            write!(f, ";WKST={}", self.week_start.name())?;
        }
        Ok(())
    }
}

fn basic_date(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn basic(wall: DateTime) -> String {
    format!("{}T{:02}{:02}{:02}", basic_date(wall.date()), wall.hour(), wall.minute(), wall.second())
}

impl fmt::Display for Nth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.nth {
            Some(nth) => write!(f, "{nth}{}", self.weekday.name()),
            None => f.write_str(self.weekday.name()),
        }
    }
}
