//! Patterns: what each number of a calendar version means, and which version comes next.

use super::word::{EXPECTED, Rank, WORDS, Word, read_value};
use super::{Calver, Piece, SEPARATORS, Version};
use crate::version::bump::{Increment, Step};
use crate::version::error::VersionError;
use crate::version::scan::Scanner;
use crate::version::scheme::{Rules, Scheme, check_length};
use jiff::civil::Date;
use std::fmt;
use std::str::FromStr;

/// A calendar version's pattern in the words of [calver.org](https://calver.org), such as `YYYY.0M.MICRO`.
///
/// | word | meaning |
/// |---|---|
/// | `YYYY` | full year: 2006, 2026 |
/// | `YY`, `0Y` | years since 2000: 6, 26, 106; padded: 06, 26, 106 |
/// | `MM`, `0M` | month 1–12; padded 01–12 |
/// | `WW`, `0W` | week since the start of the year 1–53 (week 1 is 1–7 January); padded |
/// | `DD`, `0D` | day of the month 1–31; padded |
/// | `MAJOR`, `MINOR`, `MICRO` or `PATCH` | counters, set by steps |
/// | `MODIFIER` | an optional word such as `rc1`, last; its separator goes with it. `[-MODIFIER]` means the same |
///
/// Words are divided by one of `.` `-` `_`, or by nothing after `YYYY`, `0Y`, `0M`, `0W` and `0D`, whose width is fixed
/// (`YYYY0M0D`). Lowercase text may stand in front (`vYYYY.0M`).
///
/// A pattern must keep order with the calendar: a month or week needs a year before it, and a day a month.
///
/// ```
/// use greenboard::version::calver::Pattern;
///
/// let pattern = Pattern::parse("YY.0M[-MODIFIER]")?;
/// assert!(pattern.read("24.04-rc1")?.is_prerelease());
/// assert_eq!(pattern.read("24.13").unwrap_err().column(), Some(4));
/// assert!(Pattern::parse("0M.0D").is_err()); // would go backwards every January
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pattern {
    text: String,
    prefix: String,
    parts: Vec<Part>,
    /// What stands before the modifier, where the pattern has one.
    modifier: Option<&'static str>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Part {
    separator: &'static str,
    word: Word,
}

/// What a version says under a pattern.
struct Reading {
    values: Vec<u64>,
    version: Version,
}

impl Pattern {
    /// Reads a pattern; an error says where it goes wrong and which words there are.
    pub fn parse(text: &str) -> crate::Result<Self> {
        check_length(WHAT, text)?;
        Ok(Self::read_pattern(text)?)
    }

    /// The pattern as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Reads a version that must follow the pattern to the letter, padding included.
    ///
    /// ```
    /// use greenboard::version::calver::Pattern;
    ///
    /// let pattern = Pattern::parse("YYYY.MM.DD")?;
    /// assert!(pattern.read("2024.2.29").is_ok());
    /// assert_eq!(pattern.read("2024.02.29").unwrap_err().column(), Some(6));
    /// assert!(pattern.read("2023.2.29").is_err());
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn read(&self, text: &str) -> crate::Result<crate::Version> {
        check_length("version", text)?;
        self.reading(text)?;
        crate::Version::parse_as(Scheme::Calver, text)
    }

    /// The version that follows `old` on the date `on`; without an old one, the first.
    ///
    /// The calendar parts become those of the date. Where one of them moved, the counters after it start again at 0;
    /// where none before it did, the counter that the step names is raised, and those after it start again: `MAJOR` by
    /// [`Step::Major`], `MINOR` by [`Step::Minor`], `MICRO` or `PATCH` by [`Step::Patch`], and where the pattern lacks
    /// it the nearest lower one, then the nearest higher. A prerelease whose date has not moved is completed by the step
    /// it leads to, as in SemVer. The `pre…` steps need a `MODIFIER` in the pattern and an identifier.
    ///
    /// The result always comes after `old`: a date before the old version's, a second release on a date under a pattern
    /// without counters, and an old version that does not follow the pattern are errors.
    ///
    /// ```
    /// use greenboard::version::{Increment, Step, calver::Pattern};
    /// use jiff::civil::date;
    ///
    /// let pattern = Pattern::parse("YY.MINOR.MICRO[-MODIFIER]")?;
    /// let old = pattern.read("25.3.1")?;
    /// assert_eq!(pattern.next(Some(&old), date(2025, 12, 1), Step::Minor)?.to_string(), "25.4.0");
    /// assert_eq!(pattern.next(Some(&old), date(2026, 1, 1), Step::Minor)?.to_string(), "26.0.0");
    /// let beta = Increment::new(Step::Preminor).with_identifier("beta").with_base(Some(1));
    /// let beta = pattern.next(Some(&old), date(2025, 12, 1), beta)?;
    /// assert_eq!(beta.to_string(), "25.4.0-beta1");
    /// assert_eq!(pattern.next(Some(&beta), date(2025, 12, 9), Step::Minor)?.to_string(), "25.4.0");
    /// assert!(pattern.next(Some(&old), date(2024, 12, 31), Step::Minor).is_err());
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn next(
        &self,
        old: Option<&crate::Version>,
        on: Date,
        by: impl Into<Increment>,
    ) -> crate::Result<crate::Version> {
        let by = by.into();
        let Some(old) = old else {
            let values = self.on(on, &vec![0; self.parts.len()])?;
            let modifier = if is_pre(by.step) { self.first_modifier(&by)? } else { String::new() };
            return self.read(&self.write(&values, &modifier));
        };
        if old.scheme() != Scheme::Calver {
            let (left, right) = (Scheme::Calver.name(), old.scheme().name());
            return Err(VersionError::SchemeMismatch { left, right }.into());
        }
        let reading = self.reading(old.as_str())?;
        let (values, modifier) = self.step(&reading, on, &by)?;
        let next = self.read(&self.write(&values, &modifier))?;
        if next.precedence(old)?.is_gt() {
            return Ok(next);
        }
        Err(refusal(format!("{next} would not come after {old}")).into())
    }

    /// The values and the modifier after a step.
    fn step(&self, old: &Reading, on: Date, by: &Increment) -> Result<(Vec<u64>, String), VersionError> {
        let text = &old.version.text;
        let mut values = self.on(on, &old.values)?;
        let moved = values.iter().zip(&old.values).position(|(new, old)| new != old);
        if let Some(at) = moved
            && values.get(at) < old.values.get(at)
        {
            return Err(refusal(format!("{on} lies before version {text}")));
        }
        let pre = Calver::is_prerelease(&old.version);
        if by.step == Step::Release && !pre {
            return Err(refusal(format!("{text} is no prerelease")));
        }
        let counter = self.counter(by.step);
        // A prerelease goes on, or is completed, while its date stands and it leads to what the step asks for.
        let leads_there = match by.step {
            Step::Major | Step::Minor | Step::Patch => counter.is_none_or(|counter| {
                (self.parts.iter().zip(&old.values).skip(counter + 1))
                    .all(|(p, v)| p.word.is_calendar() || *v == 0)
            }),
            Step::Release | Step::Prerelease => true,
            Step::Premajor | Step::Preminor | Step::Prepatch => false,
        };
        if pre && moved.is_none() && leads_there {
            let modifier =
                if is_pre(by.step) { self.next_modifier(&old.version, by)? } else { String::new() };
            return Ok((values, modifier));
        }
        let restarted = match (moved, counter) {
            (Some(at), Some(counter)) if counter < at => counter,
            (Some(at), _) => at,
            (None, Some(counter)) => counter,
            (None, None) => {
                let reason = format!("{text} was already released on {on} and {} has no counter", self.text);
                return Err(refusal(reason));
            }
        };
        if counter == Some(restarted)
            && let (Some(value), Some(part)) = (values.get_mut(restarted), self.parts.get(restarted))
        {
            let (_, most, _) = part.word.limits();
            *value = value.checked_add(1).filter(|v| *v <= most).ok_or_else(|| {
                VersionError::invalid("version", text, "its number cannot be raised further")
            })?;
        }
        for (value, part) in values.iter_mut().zip(&self.parts).skip(restarted + 1) {
            if !part.word.is_calendar() {
                *value = 0;
            }
        }
        let modifier = if is_pre(by.step) { self.first_modifier(by)? } else { String::new() };
        Ok((values, modifier))
    }

    /// `values` with the calendar parts of a date.
    fn on(&self, date: Date, values: &[u64]) -> Result<Vec<u64>, VersionError> {
        let one = |(part, value): (&Part, &u64)| match part.word.on(date) {
            _ if !part.word.is_calendar() => Ok(*value),
            Some(value) => Ok(value),
            None => Err(refusal(format!("{} cannot write the year of {date}", self.text))),
        };
        self.parts.iter().zip(values).map(one).collect()
    }

    /// The part that a step raises.
    fn counter(&self, step: Step) -> Option<usize> {
        let asked = match step {
            Step::Major | Step::Premajor => 0,
            Step::Minor | Step::Preminor => 1,
            Step::Patch | Step::Prepatch | Step::Prerelease | Step::Release => 2,
        };
        let counters = || {
            self.parts.iter().enumerate().filter_map(|(at, part)| match part.word.rank() {
                Rank::Counter(rank) => Some((at, rank)),
                Rank::Calendar(_) => None,
            })
        };
        let lower = counters().find(|(_, rank)| *rank >= asked);
        lower.or_else(|| counters().next_back()).map(|(at, _)| at)
    }

    fn first_modifier(&self, by: &Increment) -> Result<String, VersionError> {
        if self.modifier.is_none() {
            return Err(refusal(format!("{} has no MODIFIER to write a prerelease with", self.text)));
        }
        let Some(identifier) = &by.identifier else {
            return Err(refusal("a prerelease needs an identifier, such as rc".to_owned()));
        };
        Ok(by.base.map_or_else(|| identifier.clone(), |base| format!("{identifier}{base}")))
    }

    /// The modifier counted on; another identifier starts afresh.
    fn next_modifier(&self, old: &Version, by: &Increment) -> Result<String, VersionError> {
        let text = old.modifier_text();
        let stem = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let word = stem.trim_end_matches(SEPARATORS);
        if by.identifier.as_ref().is_some_and(|identifier| !identifier.eq_ignore_ascii_case(word)) {
            return self.first_modifier(by);
        }
        let number = match old.modifier.last() {
            Some(Piece::Number(number)) => number.next().to_string(),
            _ => by.base.unwrap_or(0).to_string(),
        };
        Ok(format!("{stem}{number}"))
    }

    fn write(&self, values: &[u64], modifier: &str) -> String {
        let mut text = self.prefix.clone();
        for (part, value) in self.parts.iter().zip(values) {
            text += part.separator;
            text += &part.word.write(*value);
        }
        if let Some(separator) = self.modifier.filter(|_| !modifier.is_empty()) {
            text += separator;
            text += modifier;
        }
        text
    }

    fn reading(&self, text: &str) -> Result<Reading, VersionError> {
        let mut scan = Scanner::new("version", text);
        if !scan.eat(&self.prefix) {
            return Err(scan.unexpected(format!("{:?}, as in {}", self.prefix, self.text)));
        }
        let mut values = Vec::with_capacity(self.parts.len());
        for (at, part) in self.parts.iter().enumerate() {
            if !scan.eat(part.separator) {
                return Err(scan.unexpected(format!("{:?}, as in {}", part.separator, self.text)));
            }
            let glued = self.parts.get(at + 1).is_some_and(|next| next.separator.is_empty());
            values.push(read_value(&mut scan, part.word, glued)?);
        }
        if let Some(separator) = self.modifier
            && !scan.is_done()
        {
            if !scan.eat(separator) {
                return Err(scan.unexpected(format!("{separator:?} and a modifier, or the end")));
            }
            if !scan.peek().is_some_and(|c| c.is_ascii_alphabetic()) {
                return Err(scan.unexpected("a modifier such as rc1"));
            }
        } else {
            scan.end(&format!("the end, as in {}", self.text))?;
        }
        self.check_day(text, &values)?;
        Ok(Reading { values, version: Calver::parse(text)? })
    }

    /// Refuses days that their month does not have.
    fn check_day(&self, text: &str, values: &[u64]) -> Result<(), VersionError> {
        let value = |rank: u8| {
            let is = |part: &Part| matches!(part.word.rank(), Rank::Calendar(r) if r == rank);
            self.parts.iter().position(is).and_then(|at| Some((self.parts.get(at)?.word, *values.get(at)?)))
        };
        let (Some((word, year)), Some((_, month)), Some((_, day))) = (value(0), value(1), value(2)) else {
            return Ok(());
        };
        let year = if word == Word::FullYear { year } else { year + 2000 };
        let exists = (|| {
            Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        })();
        match exists {
            Some(_) => Ok(()),
            None => {
                Err(VersionError::invalid("version", text, format!("{year}-{month:02} has no day {day}")))
            }
        }
    }

    fn read_pattern(text: &str) -> Result<Self, VersionError> {
        if text.is_empty() {
            return Err(VersionError::Empty { what: WHAT, expected: "words such as YYYY.0M.MICRO" });
        }
        let mut scan = Scanner::new(WHAT, text);
        let prefix = match scan.peek() {
            Some(c) if c.is_ascii_lowercase() => {
                scan.run(|c| c.is_ascii_lowercase() || SEPARATORS.contains(&c))
            }
            _ => "",
        };
        let mut pattern =
            Self { text: text.to_owned(), prefix: prefix.to_owned(), parts: Vec::new(), modifier: None };
        while !scan.is_done() {
            let start = scan.clone();
            let optional = scan.eat("[");
            let separator = if pattern.parts.is_empty() { "" } else { eat_separator(&mut scan) };
            if scan.eat("MODIFIER") {
                if pattern.parts.is_empty() {
                    return Err(start.unexpected("a number's word before MODIFIER"));
                }
                if optional && !scan.eat("]") {
                    return Err(scan.unexpected("] after [-MODIFIER"));
                }
                pattern.modifier = Some(separator);
                scan.end("the end, since MODIFIER stands last")?;
                break;
            }
            if optional {
                return Err(scan.unexpected("MODIFIER, the only optional part"));
            }
            let here = scan.clone();
            let Some(word) = WORDS.iter().find_map(|(text, word)| scan.eat(text).then_some(*word)) else {
                return Err(here.unexpected(EXPECTED));
            };
            pattern.check_word(word, separator).map_err(|expected| here.unexpected(expected))?;
            pattern.parts.push(Part { separator, word });
        }
        if !pattern.parts.iter().any(|part| part.word.is_calendar()) {
            return Err(VersionError::invalid(WHAT, text, "it names no part of a date; use a SemVer scheme"));
        }
        Ok(pattern)
    }

    /// What should stand in the place of a word that would be ambiguous or break the order.
    fn check_word(&self, word: Word, separator: &str) -> Result<(), &'static str> {
        if let Some(last) = self.parts.last()
            && separator.is_empty()
            && last.word.width().is_none()
        {
            return Err("one of . - _, since the number before has no fixed width");
        }
        let calendar: Vec<Word> =
            self.parts.iter().map(|part| part.word).filter(|word| word.is_calendar()).collect();
        match word.rank() {
            Rank::Calendar(rank) if usize::from(rank) != calendar.len() => {
                Err("the year, then the month or week, then the day, so that versions never go backwards")
            }
            Rank::Calendar(2) if calendar.last().is_some_and(|word| word.is_week()) => {
                Err("a month before a day; a week has none")
            }
            Rank::Counter(rank)
                if self.parts.iter().any(|p| matches!(p.word.rank(), Rank::Counter(r) if r >= rank)) =>
            {
                Err("MAJOR before MINOR before MICRO or PATCH, each once")
            }
            _ => Ok(()),
        }
    }
}

const WHAT: &str = "pattern";

fn eat_separator(scan: &mut Scanner<'_>) -> &'static str {
    [".", "-", "_"].into_iter().find(|separator| scan.eat(separator)).unwrap_or("")
}

fn is_pre(step: Step) -> bool {
    matches!(step, Step::Premajor | Step::Preminor | Step::Prepatch | Step::Prerelease)
}

fn refusal(reason: String) -> VersionError {
    VersionError::Unsupported { scheme: "calver", operation: "step to the next version", reason }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl FromStr for Pattern {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::parse(text)
    }
}
