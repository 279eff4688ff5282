//! RubyGems: versions of numbers and letters, and requirements with `~>`.
//!
//! The rules are those of [`Gem::Version`](https://docs.ruby-lang.org/en/master/Gem/Version.html) and
//! [`Gem::Requirement`](https://docs.ruby-lang.org/en/master/Gem/Requirement.html): a version is a list of segments, numbers
//! and words; any letter makes it a prerelease, since a word comes before a number and before nothing; zeros at the end do
//! not count. A hyphen is read as `.pre.`, and an empty text as `0`. In `~> 1.4.2` the last number may grow: at least 1.4.2,
//! and before the prereleases of 1.5.
//!
//! ```
//! use greenboard::{Requirement, Scheme, Version, version::gem};
//!
//! let version = |text| Version::parse_as(Scheme::Gem, text);
//! assert!(version("1.0.a10")? > version("1.0.a9")?);
//! assert_eq!(version("1.0-1")?.to_string(), "1.0.pre.1");
//!
//! let requirement = Requirement::parse_as(Scheme::Gem, "~> 1.4, != 1.4.3")?;
//! assert!(requirement.matches(&version("1.9")?)?);
//! assert!(!requirement.matches(&version("2.0.a")?)?);
//!
//! assert_eq!(gem::approximate_recommendation(&version("1.4.2")?)?.to_string(), "~> 1.4");
//! # Ok::<(), greenboard::Error>(())
//! ```

use super::bump::{Bump, Increment, Step};
use super::comparator::{self, Comparator, Ordered, Part, all_of, parse_list};
use super::error::VersionError;
use super::interval::{Cut, Set};
use super::number::{Number, dotted, first_difference, leads_to, position, raise};
use super::scan::Scanner;
use super::scheme::{AnyRequirement, AnyVersion, Rules, Scheme};
use super::vers;
use std::cmp::Ordering;
use std::collections::HashSet;

/// The version below which `~>` stays: the last number but one raised, letters dropped (`Gem::Version#bump`).
///
/// ```
/// use greenboard::{Scheme, Version, version::gem};
///
/// let bumped = gem::bump(&Version::parse_as(Scheme::Gem, "5.2.4.a")?)?;
/// assert_eq!(bumped.to_string(), "5.3");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn bump(version: &super::Version) -> crate::Result<super::Version> {
    let bumped = Gem::parse(&dotted(&of_gem(version)?.bumped()))?;
    Ok(super::Version::from_any(AnyVersion::Gem(bumped)))
}

/// The release that a prerelease leads to; a release is its own (`Gem::Version#release`).
///
/// ```
/// use greenboard::{Scheme, Version, version::gem};
///
/// let release = gem::release(&Version::parse_as(Scheme::Gem, "1.2.d.42")?)?;
/// assert_eq!(release.to_string(), "1.2");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn release(version: &super::Version) -> crate::Result<super::Version> {
    let gem = of_gem(version)?;
    if !Gem::is_prerelease(gem) {
        return Ok(version.clone());
    }
    Ok(super::Version::from_any(AnyVersion::Gem(Gem::parse(&dotted(&gem.release()))?)))
}

/// The `~>` requirement with two numbers that RubyGems recommends for a version (`Gem::Version#approximate_recommendation`).
///
/// ```
/// use greenboard::{Scheme, Version, version::gem};
///
/// let of = |text| gem::approximate_recommendation(&Version::parse_as(Scheme::Gem, text)?);
/// assert_eq!(of("1.2.3")?.to_string(), "~> 1.2");
/// assert_eq!(of("2.b")?.to_string(), "~> 2.0.a");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn approximate_recommendation(version: &super::Version) -> crate::Result<super::Requirement> {
    let version = of_gem(version)?;
    let mut numbers = version.release();
    numbers.resize(2, Number::ZERO);
    let pre = if Gem::is_prerelease(version) { ".a" } else { "" };
    let version = Gem::parse(&format!("{}{pre}", dotted(&numbers)))?;
    let requirement = vec![Comparator { op: Op::Pessimistic, version }];
    Ok(super::Requirement::from_any(AnyRequirement::Gem(requirement)))
}

fn of_gem(version: &super::Version) -> Result<&Version, VersionError> {
    match &version.parsed {
        AnyVersion::Gem(version) => Ok(version),
        other => Err(VersionError::SchemeMismatch { left: Scheme::Gem.name(), right: other.scheme().name() }),
    }
}

/// The rules of RubyGems.
pub(crate) struct Gem;

/// A version: its text and its segments.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Version {
    text: Box<str>,
    segments: Box<[Segment]>,
}

/// A segment; the derived order is RubyGems'.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Segment {
    /// Before every word: what [`Version::floor`] ends in.
    Floor,
    Word(Box<str>),
    Number(Number),
}

/// An operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Op {
    Plain(comparator::Op),
    /// `~>`
    Pessimistic,
}

/// The operators, longer signs before those they begin with.
const OPERATORS: [(&str, Op); 7] = [
    ("~>", Op::Pessimistic),
    (">=", Op::Plain(comparator::Op::GreaterEqual)),
    ("<=", Op::Plain(comparator::Op::LessEqual)),
    ("!=", Op::Plain(comparator::Op::NotEqual)),
    (">", Op::Plain(comparator::Op::Greater)),
    ("<", Op::Plain(comparator::Op::Less)),
    ("=", Op::Plain(comparator::Op::Equal)),
];

impl Version {
    /// The numbers before the first word.
    fn release(&self) -> Vec<Number> {
        let number = |segment: &Segment| match segment {
            Segment::Number(number) => Some(number.clone()),
            Segment::Floor | Segment::Word(_) => None,
        };
        self.segments.iter().map_while(number).collect()
    }

    /// The numbers of the version below which `~>` stays.
    fn bumped(&self) -> Vec<Number> {
        let mut numbers = self.release();
        if numbers.len() > 1 {
            numbers.pop();
        }
        let last = numbers.len().saturating_sub(1);
        raise(&mut numbers, last);
        numbers
    }

    /// A version, only compared, just before every prerelease of these numbers.
    fn floor(numbers: Vec<Number>) -> Self {
        let segments = numbers.into_iter().map(Segment::Number).chain([Segment::Floor]).collect();
        Self { text: "".into(), segments }
    }

    /// The version whose prereleases it stands before, or itself.
    fn without_floor(&self) -> Self {
        match self.segments.split_last() {
            Some((Segment::Floor, segments)) => {
                Self { text: dotted(&self.release()).into(), segments: segments.into() }
            }
            _ => self.clone(),
        }
    }

    /// The segments that are compared: without the zeros at the end of the numbers and of the whole.
    fn canonical(&self) -> (&[Segment], &[Segment]) {
        let is_number = |segment: &Segment| matches!(segment, Segment::Number(_));
        let words =
            self.segments.iter().position(|segment| !is_number(segment)).unwrap_or(self.segments.len());
        let (numbers, words) = self.segments.split_at(words);
        (without_zeros(numbers), without_zeros(words))
    }
}

fn without_zeros(mut segments: &[Segment]) -> &[Segment] {
    while let [rest @ .., Segment::Number(Number::ZERO)] = segments {
        segments = rest;
    }
    segments
}

/// In RubyGems' order, so that intervals can be built.
impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        const ZERO: Segment = Segment::Number(Number::ZERO);
        let ((a, a_words), (b, b_words)) = (self.canonical(), other.canonical());
        let (mut a, mut b) = (a.iter().chain(a_words), b.iter().chain(b_words));
        loop {
            let order = match (a.next(), b.next()) {
                (None, None) => return Ordering::Equal,
                (a, b) => a.unwrap_or(&ZERO).cmp(b.unwrap_or(&ZERO)),
            };
            if order.is_ne() {
                return order;
            }
        }
    }
}

impl Rules for Gem {
    type Version = Version;
    /// Comparisons that must all hold.
    type Requirement = Vec<Comparator<Op, Version>>;

    fn parse(text: &str) -> Result<Version, VersionError> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Self::parse("0");
        }
        let mut scan = Scanner::new("version", text);
        scan.run(char::is_whitespace);
        scan.digits()?;
        while scan.eat(".") {
            if scan.run(|c| c.is_ascii_alphanumeric()).is_empty() {
                return Err(scan.unexpected("a number or a word after the dot"));
            }
        }
        if scan.eat("-") {
            loop {
                if scan.run(|c| c.is_ascii_alphanumeric() || c == '-').is_empty() {
                    return Err(scan.unexpected("a number or a word"));
                }
                if !scan.eat(".") {
                    break;
                }
            }
        }
        scan.run(char::is_whitespace);
        scan.end("a dot and a number or word, a hyphen, or the end")?;
        let text = trimmed.replace('-', ".pre.");
        // Where hyphens meet, RubyGems prints dots that it cannot read again.
        let text = text.split('.').filter(|segment| !segment.is_empty()).collect::<Vec<_>>().join(".");
        Ok(Version { segments: segments(&text).into(), text: text.into() })
    }

    fn print(version: &Version) -> String {
        version.text.to_string()
    }

    fn compare(a: &Version, b: &Version) -> Ordering {
        a.cmp(b)
    }

    fn is_prerelease(version: &Version) -> bool {
        version.segments.iter().any(|segment| matches!(segment, Segment::Word(_)))
    }

    fn bump(version: &Version, by: &Increment) -> Result<Version, VersionError> {
        let pre = Self::is_prerelease(version);
        let mut numbers = version.release();
        let suffix = match by.step {
            Step::Release if !pre => return Err(refusal(format!("{} is no prerelease", version.text))),
            Step::Release => String::new(),
            Step::Major | Step::Minor | Step::Patch => {
                if !(pre && leads_to(&numbers, by.step)) {
                    raise(&mut numbers, position(by.step));
                }
                String::new()
            }
            Step::Prerelease if pre => next_suffix(version, by),
            Step::Premajor | Step::Preminor | Step::Prepatch | Step::Prerelease => {
                raise(&mut numbers, position(by.step));
                first_suffix(by)
            }
        };
        let next = Self::parse(&format!("{}{suffix}", dotted(&numbers)))?;
        if next > *version {
            return Ok(next);
        }
        Err(refusal(format!("{} would not come after {}", next.text, version.text)))
    }

    fn diff(a: &Version, b: &Version) -> Bump {
        match a.cmp(b) {
            Ordering::Equal => Bump::None,
            _ => Bump::of_position(first_difference(&a.release(), &b.release())),
        }
    }

    fn parse_requirement(text: &str) -> Result<Self::Requirement, VersionError> {
        parse_list(text, &OPERATORS, Op::Plain(comparator::Op::Equal), |text| match text {
            "" => Err(VersionError::Empty { what: "version", expected: "a version" }),
            text => Self::parse(text),
        })
    }

    fn print_requirement(requirement: &Self::Requirement) -> String {
        let sign = |op: Op| OPERATORS.iter().find(|(_, other)| *other == op).map_or("=", |(sign, _)| sign);
        let one = |c: &Comparator<Op, Version>| format!("{} {}", sign(c.op), c.version.text);
        requirement.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn matches(requirement: &Self::Requirement, version: &Version) -> bool {
        requirement.iter().all(|comparator| admits(comparator, version))
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
        moved(requirement, version)
    }

    fn span(requirement: &Self::Requirement) -> Option<Set<Ordered<Self>>> {
        let cut = |cut: &Cut<Version>| match cut {
            Cut::Start => Cut::Start,
            Cut::Before(version) => Cut::Before(Ordered::of(&version.without_floor())),
            Cut::After(version) => Cut::After(Ordered::of(version)),
            Cut::End => Cut::End,
        };
        Some(Set::of(accepted(requirement).intervals().iter().map(|(from, to)| (cut(from), cut(to)))))
    }

    fn spanning(set: &Set<Ordered<Self>>) -> Option<Self::Requirement> {
        let sign = |comparator: vers::Comparator| Some(comparator.sign());
        Self::parse_requirement(&vers::comparisons(set, sign)?).ok()
    }
}

/// The runs of digits and of letters.
fn segments(text: &str) -> Vec<Segment> {
    let mut scan = Scanner::new("version", text);
    let mut segments = Vec::new();
    while !scan.is_done() {
        let digits = scan.run(|c| c.is_ascii_digit());
        let word = scan.run(|c| c.is_ascii_alphabetic());
        if !digits.is_empty() {
            segments.push(Segment::Number(Number::of(digits)));
        }
        if !word.is_empty() {
            segments.push(Segment::Word(word.into()));
        }
        scan.eat(".");
    }
    segments
}

fn admits(comparator: &Comparator<Op, Version>, version: &Version) -> bool {
    match comparator.op {
        Op::Plain(op) => op.holds(version.cmp(&comparator.version)),
        Op::Pessimistic => {
            *version >= comparator.version && *version < Version::floor(comparator.version.bumped())
        }
    }
}

/// The versions that all comparisons admit. Between any two versions of RubyGems there is another and there is no first one,
/// so that intervals are what they seem.
fn accepted(requirement: &[Comparator<Op, Version>]) -> Set<Version> {
    all_of(requirement.iter().map(|comparator| {
        let version = comparator.version.clone();
        match comparator.op {
            Op::Plain(op) => op.part(version),
            Op::Pessimistic => {
                let end = Cut::Before(Version::floor(version.bumped()));
                Part::Between(Cut::Before(version), end)
            }
        }
    }))
}

/// The requirement around `version`: `~>` and `=` keep their form and precision, lower bounds are raised, and what else admits
/// the version stays.
fn moved(requirement: &[Comparator<Op, Version>], version: &Version) -> Vec<Comparator<Op, Version>> {
    use comparator::Op::{Equal, Greater, GreaterEqual, Less, LessEqual, NotEqual};
    let asking = |op| Comparator { op: Op::Plain(op), version: version.clone() };
    let mut moved: Vec<Comparator<Op, Version>> = Vec::with_capacity(requirement.len());
    let mut seen = HashSet::new();
    for comparator in requirement {
        let next = match comparator.op {
            Op::Plain(Equal) => Some(asking(Equal)),
            Op::Plain(Greater | GreaterEqual) => Some(asking(GreaterEqual)),
            Op::Plain(Less | LessEqual | NotEqual) => admits(comparator, version).then(|| comparator.clone()),
            Op::Pessimistic => Some(pessimistic(comparator, version)),
        };
        moved.extend(next.filter(|next| seen.insert(next.clone())));
    }
    let asks = |c: &Comparator<Op, Version>| !matches!(c.op, Op::Plain(Less | LessEqual | NotEqual));
    if !moved.iter().any(asks) {
        moved.insert(0, asking(GreaterEqual));
    }
    moved
}

/// `~>` with as many numbers as before, or with the whole version where that would not admit it.
fn pessimistic(comparator: &Comparator<Op, Version>, version: &Version) -> Comparator<Op, Version> {
    let mut numbers = version.release();
    numbers.resize(comparator.version.release().len(), Number::ZERO);
    let short = Gem::parse(&dotted(&numbers)).unwrap_or_else(|_| version.clone());
    let short = Comparator { op: Op::Pessimistic, version: short };
    if admits(&short, version) { short } else { Comparator { op: Op::Pessimistic, version: version.clone() } }
}

/// `.rc1`; without an identifier `.pre1`.
fn first_suffix(by: &Increment) -> String {
    let identifier = by.identifier.as_deref().unwrap_or("pre");
    by.base.map_or_else(|| format!(".{identifier}"), |base| format!(".{identifier}{base}"))
}

/// The prerelease counted on; another identifier starts afresh.
fn next_suffix(version: &Version, by: &Increment) -> String {
    let text = &version.text;
    let start = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let suffix = text.get(start..).unwrap_or("");
    let stem = suffix.trim_end_matches(|c: char| c.is_ascii_digit());
    if by.identifier.as_ref().is_some_and(|identifier| identifier != stem.trim_end_matches('.')) {
        return first_suffix(by);
    }
    let number = suffix.get(stem.len()..).unwrap_or("");
    let next = if number.is_empty() { Number::of("1") } else { Number::of(number).next() };
    format!(".{stem}{next}")
}

fn refusal(reason: String) -> VersionError {
    VersionError::Unsupported { scheme: "gem", operation: "step to the next version", reason }
}
