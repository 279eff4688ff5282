//! Cron expressions.

use super::super::civil::DAY;
use super::super::error::CalendarError;
use super::super::moment::written_as_text;
use super::days::{Days, EVERY_MONTH, Period};
use super::pattern::{Clock, Pattern};
use crate::Result;
use crate::document::{Node, Read};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// When something comes again, as a cron expression of five fields: minute, hour, day of the month, month, weekday.
///
/// The dialect is that of robfig/cron, which Argo CD and the GitOps Promoter use: names of months and weekdays in any case,
/// lists, ranges, steps, `?` for `*`, and `@hourly` to `@yearly`; Sunday is 0, and 7 is refused. Where both day of the month and
/// weekday are given, either is enough. A step makes a field a given one (`*/2` in the day of the month is not `*`).
///
/// ```
/// use greenboard::calendar::Cron;
/// assert!(Cron::parse("30 22 * * MON-FRI").is_ok());
/// let error = Cron::parse("0 9 * * 7").unwrap_err();
/// assert_eq!((error.code(), error.column()), ("calendar.invalid_cron", Some(9)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cron {
    text: String,
    minutes: u64,
    hours: u64,
    month_days: u64,
    months: u64,
    weekdays: u64,
}

written_as_text!(Cron);

/// A field of an expression: its name, its bounds, and the names of its values.
struct Field {
    name: &'static str,
    lowest: u32,
    highest: u32,
    names: &'static [&'static str],
}

const FIELDS: [Field; 5] = [
    Field { name: "minute", lowest: 0, highest: 59, names: &[] },
    Field { name: "hour", lowest: 0, highest: 23, names: &[] },
    Field { name: "day of the month", lowest: 1, highest: 31, names: &[] },
    Field {
        name: "month",
        lowest: 1,
        highest: 12,
        names: &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
    },
    Field {
        name: "weekday",
        lowest: 0,
        highest: 6,
        names: &["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
    },
];

/// Said of a field that does not choose.
const ANY: u64 = 1 << 63;

/// The longest expression that is read, in bytes.
const LONGEST: usize = 1024;

impl Cron {
    /// Reads an expression.
    ///
    /// # Errors
    /// `calendar.invalid_cron`, with the column of the field at fault.
    pub fn parse(text: &str) -> Result<Self> {
        let whole = |reason: String| -> crate::Error {
            let input = text.chars().take(60).collect();
            CalendarError::InvalidCron { field: "text", input, reason, column: 1 }.into()
        };
        if text.len() > LONGEST {
            return Err(whole(format!("it is longer than {LONGEST} bytes")));
        }
        // Columns are of one line.
        if text.trim_end().contains(['\n', '\r']) {
            return Err(whole("it goes over several lines; write it on one".to_owned()));
        }
        let expanded = match text.trim() {
            "@yearly" | "@annually" => "0 0 1 1 *",
            "@monthly" => "0 0 1 * *",
            "@weekly" => "0 0 * * 0",
            "@daily" | "@midnight" => "0 0 * * *",
            "@hourly" => "0 * * * *",
            other if other.starts_with('@') => {
                return Err(whole("expected @hourly, @daily, @weekly, @monthly or @yearly".to_owned()));
            }
            other if other.starts_with("TZ=") || other.starts_with("CRON_TZ=") => {
                return Err(whole("the zone is said beside it, under \"zone\"".to_owned()));
            }
            _ => text,
        };
        let fields = split(expanded);
        if fields.len() != FIELDS.len() {
            let count = fields.len();
            return Err(whole(format!(
                "it has {count} fields; expected minute, hour, day of the month, month, weekday"
            )));
        }
        let mut bits = [0; 5];
        for ((field, (column, text)), bits) in FIELDS.iter().zip(fields).zip(&mut bits) {
            *bits = field.read(text, column)?;
        }
        let [minutes, hours, month_days, months, weekdays] = bits;
        Ok(Self { text: text.trim().to_owned(), minutes, hours, month_days, months, weekdays })
    }

    /// The pattern between two times on the wall.
    pub(in crate::calendar) fn pattern(&self, first: i64, last: i64) -> Pattern {
        let chosen = |bits: u64| if bits & ANY == 0 { bits } else { 0 };
        let list = |bits: u64, highest: u32| (0..=highest).filter(move |value| bits >> value & 1 == 1);
        let times = list(self.hours, 23)
            .flat_map(|hour| list(self.minutes, 59).map(move |minute| hour * 3600 + minute * 60));
        // Cron counts from Sunday on, the days here from Monday on.
        let weekdays = chosen(self.weekdays);
        let weekdays = (weekdays >> 1 | (weekdays & 1) << 6) as u8;
        let days = Days {
            period: Period::Day,
            interval: 1,
            base: 0,
            months: self.months as u16 & EVERY_MONTH,
            month_days: chosen(self.month_days) as u32,
            month_days_back: 0,
            weekdays,
            nth_weekdays: Vec::new(),
            nth_of_year: false,
            either: true,
        };
        let clock = Clock::Times(times.collect());
        debug_assert!(
            matches!(&clock, Clock::Times(times) if times.iter().all(|time| i64::from(*time) < DAY))
        );
        Pattern { days, clock, positions: Vec::new(), first, last }
    }
}

/// The words of a text, each with its column.
fn split(text: &str) -> Vec<(u32, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    let mut column = 0;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        column += 1;
        match (character.is_whitespace(), start) {
            (false, None) => start = Some((at, column)),
            (true, Some((from, first))) => {
                words.push((first, text.get(from..at).unwrap_or_default()));
                start = None;
            }
            _ => {}
        }
    }
    words
}

impl Field {
    fn read(&self, text: &str, column: u32) -> Result<u64> {
        text.split(',').try_fold(0, |bits, item| Ok(bits | self.range(item, column)?))
    }

    /// `*`, `5`, `5-9`, each with `/2` behind it.
    fn range(&self, text: &str, column: u32) -> Result<u64> {
        let (range, step) = match text.split_once('/') {
            Some((range, step)) => (range, Some(self.number(step, text, column)?)),
            None => (text, None),
        };
        let any = matches!(range, "*" | "?");
        let (from, to) = match range.split_once('-') {
            _ if any => (self.lowest, self.highest),
            Some((from, to)) => (self.value(from, text, column)?, self.value(to, text, column)?),
            None => {
                let from = self.value(range, text, column)?;
                // `5/10` is from 5 on.
                (from, if step.is_some() { self.highest } else { from })
            }
        };
        if from > to {
            return Err(self.invalid(
                text,
                format!("{from} comes after {to}; list both parts of it"),
                column,
            ));
        }
        let step = match step {
            Some(0) => return Err(self.invalid(text, "a step is at least 1".to_owned(), column)),
            step => step.unwrap_or(1),
        };
        let bits = (from..=to).step_by(step as usize).fold(0, |bits, value| bits | 1 << value);
        Ok(if any && step == 1 { bits | ANY } else { bits })
    }

    /// A value by its number or name, within the field's bounds.
    fn value(&self, text: &str, item: &str, column: u32) -> Result<u32> {
        let named = self.names.iter().position(|name| name.eq_ignore_ascii_case(text));
        let value = match named {
            Some(index) => index as u32 + self.lowest,
            None => self.number(text, item, column)?,
        };
        if (self.lowest..=self.highest).contains(&value) {
            return Ok(value);
        }
        let hint = if self.name == "weekday" && value == 7 { "; Sunday is 0" } else { "" };
        let reason = format!("expected {} to {}{hint}", self.lowest, self.highest);
        Err(self.invalid(item, reason, column))
    }

    fn number(&self, text: &str, item: &str, column: u32) -> Result<u32> {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.then(|| text.parse().ok()).flatten();
        number.ok_or_else(|| {
            let names = if self.names.is_empty() { "" } else { " or a name of three letters" };
            let shown: String = text.chars().take(20).collect();
            self.invalid(item, format!("{shown:?} is no number{names}"), column)
        })
    }

    fn invalid(&self, item: &str, reason: String, column: u32) -> crate::Error {
        let input = item.chars().take(60).collect();
        CalendarError::InvalidCron { field: self.name, input, reason, column }.into()
    }
}

impl fmt::Display for Cron {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
