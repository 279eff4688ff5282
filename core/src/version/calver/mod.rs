//! Calendar versions such as `2026.01.0` or `24.4-rc1`: numbers of which some are a date.
//!
//! What each number means is written in a [`Pattern`] of [calver.org](https://calver.org)'s words; a pattern reads versions
//! strictly and makes the [next one](Pattern::next) for a date:
//!
//! ```
//! use greenboard::version::{Step, calver::Pattern};
//!
//! let pattern = Pattern::parse("YYYY.0M.MICRO")?;
//! let old = pattern.read("2026.01.3")?;
//! let same_month = pattern.next(Some(&old), jiff::civil::date(2026, 1, 30), Step::Patch)?;
//! assert_eq!(same_month.to_string(), "2026.01.4");
//! let next_month = pattern.next(Some(&old), jiff::civil::date(2026, 2, 1), Step::Patch)?;
//! assert_eq!(next_month.to_string(), "2026.02.0");
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! Without a pattern the scheme reads any version of this shape: a word such as `v` or `release-` where there is one,
//! numbers between `.`, `-` or `_`, and a modifier that begins with a letter. Numbers compare one by one, a missing one
//! counts as zero, and padding does not count; a modifier comes before the version without it (`2026.1-rc1 < 2026.1`). Of
//! two modifiers, words compare by alphabet without case, `dev` first, and numbers by value. Requirements are comparisons,
//! since calendar versions have no notation of their own: `>= 2026.1, < 2027`, `= 2026.01.0` or the bare version, `!=`, and
//! `*` for any.
//!
//! ```
//! use greenboard::{Requirement, Scheme, Version};
//!
//! let requirement = Requirement::parse_as(Scheme::Calver, ">=2026.1, <2027")?;
//! assert!(requirement.matches(&Version::parse_as(Scheme::Calver, "2026.01.0")?)?);
//! # Ok::<(), greenboard::Error>(())
//! ```

mod pattern;
mod word;

pub use pattern::Pattern;

use super::bump::{Bump, Increment, Step};
use super::comparator::{Comparator, Op, Ordered, all_of, moved, parse_list};
use super::error::VersionError;
use super::interval::{Cut, Set};
use super::number::{Number, first_difference};
use super::scan::Scanner;
use super::scheme::Rules;
use super::vers;
use std::cmp::Ordering;

/// The rules of calendar versions.
pub(crate) struct Calver;

/// A calendar version: its text, and what of it is compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Version {
    text: Box<str>,
    numbers: Box<[Number]>,
    /// Where in the text the modifier begins, without its separator; the end where there is none.
    modifier_at: usize,
    modifier: Box<[Piece]>,
}

impl Version {
    fn modifier_text(&self) -> &str {
        self.text.get(self.modifier_at..).unwrap_or("")
    }

    /// The version that it leads up to: the same numbers without a modifier.
    fn completed(&self) -> Result<Self, VersionError> {
        let numbers = self.text.get(..self.modifier_at).unwrap_or("");
        Calver::parse(numbers.trim_end_matches(SEPARATORS))
    }
}

/// A run of a modifier. The derived order is the one of modifiers: numbers before words, `dev` before other words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Piece {
    Number(Number),
    Dev,
    Word(Box<str>),
}

/// What may stand between numbers.
const SEPARATORS: [char; 3] = ['.', '-', '_'];

/// The comparisons, longest sign first.
const OPERATORS: [(&str, Op); 7] = [
    (">=", Op::GreaterEqual),
    ("<=", Op::LessEqual),
    ("!=", Op::NotEqual),
    ("==", Op::Equal),
    (">", Op::Greater),
    ("<", Op::Less),
    ("=", Op::Equal),
];

impl Rules for Calver {
    type Version = Version;
    /// All of them must hold; none at all is `*`.
    type Requirement = Vec<Comparator<Op, Version>>;

    fn parse(text: &str) -> Result<Version, VersionError> {
        if text.is_empty() {
            return Err(VersionError::Empty { what: "version", expected: "numbers such as 2026.01.0" });
        }
        let mut scan = Scanner::new("version", text);
        if scan.peek().is_some_and(|c| c.is_ascii_alphabetic()) {
            scan.run(|c| c.is_ascii_alphabetic() || SEPARATORS.contains(&c));
        }
        let mut numbers = vec![Number::of(scan.digits()?)];
        while !scan.is_done() {
            let separated = eat_separator(&mut scan);
            match scan.peek() {
                Some(c) if c.is_ascii_alphabetic() => break,
                Some(c) if separated && c.is_ascii_digit() => numbers.push(Number::of(scan.digits()?)),
                _ if separated => return Err(scan.unexpected("a number or a modifier such as rc1")),
                _ => return Err(scan.unexpected("a digit, one of . - _, or a modifier such as rc1")),
            }
        }
        let modifier_at = scan.at();
        let modifier = modifier(&mut scan)?;
        Ok(Version { text: text.into(), numbers: numbers.into(), modifier_at, modifier: modifier.into() })
    }

    fn print(version: &Version) -> String {
        version.text.to_string()
    }

    fn compare(a: &Version, b: &Version) -> Ordering {
        compare_numbers(&a.numbers, &b.numbers).then_with(|| {
            // The version without a modifier is what the modified ones lead up to.
            (a.modifier.is_empty().cmp(&b.modifier.is_empty())).then_with(|| a.modifier.cmp(&b.modifier))
        })
    }

    fn is_prerelease(version: &Version) -> bool {
        !version.modifier.is_empty()
    }

    fn bump(version: &Version, by: &Increment) -> Result<Version, VersionError> {
        match by.step {
            Step::Release | Step::Patch if Self::is_prerelease(version) => version.completed(),
            // The last of three or more numbers counts in every pattern but a full date's.
            Step::Patch if version.numbers.len() >= 3 => raise_last(version),
            _ => Err(VersionError::Unsupported {
                scheme: "calver",
                operation: "step without a pattern",
                reason: format!(
                    "which numbers of {} are dates is not known; use calver::Pattern, such as YYYY.0M.MICRO, and a date",
                    version.text
                ),
            }),
        }
    }

    fn diff(a: &Version, b: &Version) -> Bump {
        match Self::compare(a, b) {
            Ordering::Equal => Bump::None,
            _ => Bump::of_position(first_difference(&a.numbers, &b.numbers)),
        }
    }

    fn parse_requirement(text: &str) -> Result<Self::Requirement, VersionError> {
        if text.trim() == "*" {
            return Ok(Vec::new());
        }
        parse_list(text, &OPERATORS, Op::Equal, Self::parse)
    }

    fn print_requirement(requirement: &Self::Requirement) -> String {
        if requirement.is_empty() {
            return "*".to_owned();
        }
        let sign =
            |op: Op| OPERATORS.iter().rev().find(|(_, other)| *other == op).map_or("=", |(sign, _)| sign);
        let one = |c: &Comparator<Op, Version>| format!("{}{}", sign(c.op), c.version.text);
        requirement.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn matches(requirement: &Self::Requirement, version: &Version) -> bool {
        requirement.iter().all(|c| c.op.holds(Self::compare(version, &c.version)))
    }

    fn is_empty(requirement: &Self::Requirement) -> bool {
        accepted(requirement).is_empty()
    }

    fn intersects(a: &Self::Requirement, b: &Self::Requirement) -> bool {
        !accepted(a).intersection(&accepted(b)).is_empty()
    }

    fn is_subset(a: &Self::Requirement, b: &Self::Requirement) -> bool {
        accepted(a).is_subset(&accepted(b))
    }

    fn moved_to(requirement: &Self::Requirement, version: &Version) -> Self::Requirement {
        moved::<Self>(requirement, version)
    }

    fn span(requirement: &Self::Requirement) -> Option<Set<Ordered<Self>>> {
        Some(span(requirement))
    }

    fn spanning(set: &Set<Ordered<Self>>) -> Option<Self::Requirement> {
        let sign = |comparator: vers::Comparator| Some(comparator.sign());
        let text = if vers::is_everything(set) { "*".to_owned() } else { vers::comparisons(set, sign)? };
        Self::parse_requirement(&text).ok()
    }
}

fn eat_separator(scan: &mut Scanner<'_>) -> bool {
    SEPARATORS.iter().any(|separator| scan.eat(separator.encode_utf8(&mut [0; 4])))
}

/// Reads the modifier that comes next, to the end of the text: words and numbers, at most one separator between them.
fn modifier(scan: &mut Scanner<'_>) -> Result<Vec<Piece>, VersionError> {
    let mut pieces = Vec::new();
    while !scan.is_done() {
        if !pieces.is_empty() {
            eat_separator(scan);
        }
        let word = scan.run(|c| c.is_ascii_alphabetic());
        let digits = if word.is_empty() { scan.run(|c| c.is_ascii_digit()) } else { "" };
        pieces.push(match (word, digits) {
            ("", "") => return Err(scan.unexpected("a letter or digit of the modifier")),
            ("", digits) => Piece::Number(Number::of(digits)),
            (word, _) if word.eq_ignore_ascii_case("dev") => Piece::Dev,
            (word, _) => Piece::Word(word.to_ascii_lowercase().into()),
        });
    }
    Ok(pieces)
}

/// Number by number, a missing one being zero.
fn compare_numbers(a: &[Number], b: &[Number]) -> Ordering {
    let common = a.len().min(b.len());
    let (a_start, a_rest) = a.split_at(common);
    let (b_start, b_rest) = b.split_at(common);
    let positive = |rest: &[Number]| rest.iter().any(|n| !n.is_zero());
    a_start.cmp(b_start).then_with(|| positive(a_rest).cmp(&positive(b_rest)))
}

/// The version with its last number one higher, padded to the same width.
fn raise_last(version: &Version) -> Result<Version, VersionError> {
    let kept = version.text.trim_end_matches(|c: char| c.is_ascii_digit());
    let width = version.text.len() - kept.len();
    let last = version.numbers.last().map_or(Number::ZERO, Number::next).to_string();
    Calver::parse(&format!("{kept}{last:0>width$}"))
}

/// The versions that all comparisons admit, as they are written.
fn span(requirement: &[Comparator<Op, Version>]) -> Set<Ordered<Calver>> {
    all_of(requirement.iter().map(|c| c.op.part(Ordered::of(&c.version))))
}

/// The versions that all comparisons admit.
fn accepted(requirement: &[Comparator<Op, Version>]) -> Set<Ordered<Calver>> {
    let all = span(requirement);
    let start = Ordered::of(&synthetic(vec![Number::ZERO], vec![Piece::Dev]));
    // The order has a first version, and after a modifier comes the one with a zero at its end: writing these cuts in one
    // way only makes emptiness and inclusion exact.
    let cut = |cut: &Cut<Ordered<Calver>>| match cut {
        Cut::Start => Cut::Before(start.clone()),
        Cut::After(after) if !after.0.modifier.is_empty() => {
            let v = &after.0;
            let modifier = v.modifier.iter().cloned().chain([Piece::Number(Number::ZERO)]).collect();
            Cut::Before(Ordered::of(&synthetic(v.numbers.to_vec(), modifier)))
        }
        other => other.clone(),
    };
    Set::of(all.intervals().iter().map(|(from, to)| (cut(from), cut(to))))
}

/// A version that is only compared, never shown.
fn synthetic(numbers: Vec<Number>, modifier: Vec<Piece>) -> Version {
    Version { text: "".into(), numbers: numbers.into(), modifier_at: 0, modifier: modifier.into() }
}
