//! Debian packages: versions with epoch and revision, and relations.
//!
//! The rules are those of [deb-version(7)](https://manpages.debian.org/deb-version) and `dpkg --compare-versions`: the epoch
//! is compared first, then the upstream version, then the Debian revision (none is as good as `0`). Both are compared in
//! turns by their non-digits, where `~` comes before the end, the end before letters, and letters before all else, and by
//! their numbers. So `1.0~rc1 < 1.0 < 1.0-1 < 1.0a < 1.0+b`. What `dpkg --validate-version` warns of is refused.
//!
//! Requirements are relations: `<<`, `<=`, `=`, `>=`, `>>`, several of them between commas, in parentheses or not. As in
//! dpkg, the obsolete `<` and `>` mean `<=` and `>=`, and a bare version means `=`.
//!
//! ```
//! use greenboard::{Requirement, Scheme, Version};
//!
//! let version = |text| Version::parse_as(Scheme::Debian, text);
//! assert!(version("1:0.5")? > version("2.0-3")?);
//! assert!(version("2.0~rc1")? < version("2.0")?);
//!
//! let relation = Requirement::parse_as(Scheme::Debian, ">= 2.0~, << 3")?;
//! assert!(relation.matches(&version("2.0~rc1-1")?)?);
//! # Ok::<(), greenboard::Error>(())
//! ```

use super::bump::{Bump, Increment, Step};
use super::comparator::{Comparator, Op, Ordered, all_of, moved, parse_list};
use super::error::VersionError;
use super::interval::Set;
use super::number::{Number, dotted, first_difference, leading, leads_to, position, raise};
use super::scan::{Scanner, inside};
use super::scheme::Rules;
use super::vers;
use std::cmp::Ordering;

/// The rules of Debian.
pub(crate) struct Debian;

/// A version.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Version {
    epoch: u32,
    upstream: Box<str>,
    revision: Option<Box<str>>,
}

impl Version {
    fn revision(&self) -> &str {
        self.revision.as_deref().unwrap_or("")
    }
}

/// The largest epoch that dpkg reads.
const MOST: u32 = i32::MAX.unsigned_abs();

/// The relations, longer signs before those they begin with; the obsolete ones last, so that they are never printed.
const OPERATORS: [(&str, Op); 7] = [
    ("<<", Op::Less),
    ("<=", Op::LessEqual),
    (">=", Op::GreaterEqual),
    (">>", Op::Greater),
    ("=", Op::Equal),
    ("<", Op::LessEqual),
    (">", Op::GreaterEqual),
];

impl Rules for Debian {
    type Version = Version;
    /// Relations that must all hold.
    type Requirement = Vec<Comparator<Op, Version>>;

    fn parse(text: &str) -> Result<Version, VersionError> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(VersionError::Empty { what: "version", expected: "a version such as 1.2.3-1" });
        }
        let mut scan = Scanner::new("version", text);
        scan.run(char::is_whitespace);
        let (mut epoch, mut colons) = (0, "");
        if trimmed.contains(':') {
            let here = scan.clone();
            let digits = scan.digits()?;
            if !scan.eat(":") {
                return Err(scan.unexpected("only digits in the epoch, before the first colon"));
            }
            epoch = digits
                .parse()
                .ok()
                .filter(|epoch| *epoch <= MOST)
                .ok_or_else(|| here.too_big(MOST.into()))?;
            colons = ":";
        }
        let rest = scan.rest().trim_end();
        let (upstream, revision) = match rest.rsplit_once('-') {
            Some((upstream, revision)) => (upstream, Some(revision)),
            None => (rest, None),
        };
        if !scan.peek().is_some_and(|c| c.is_ascii_digit()) {
            return Err(scan.unexpected("the upstream version, which begins with a digit"));
        }
        let end = scan.at() + upstream.len();
        scan.run(|c| c.is_ascii_alphanumeric() || ".+~-".contains(c) || colons.contains(c));
        if scan.at() < end {
            return Err(scan.unexpected("a letter, a digit, or one of . + - ~ (and : after an epoch)"));
        }
        scan.skip_to(end);
        if let Some(revision) = revision {
            scan.eat("-");
            if revision.is_empty() {
                return Err(scan.unexpected("the Debian revision"));
            }
            scan.run(|c| c.is_ascii_alphanumeric() || ".+~".contains(c));
        }
        scan.run(char::is_whitespace);
        scan.end("a letter, a digit, or one of . + ~")?;
        Ok(Version { epoch, upstream: upstream.into(), revision: revision.map(Into::into) })
    }

    fn print(version: &Version) -> String {
        let Version { epoch, upstream, revision } = version;
        let epoch = if *epoch == 0 && !upstream.contains(':') { String::new() } else { format!("{epoch}:") };
        let revision = revision.as_ref().map_or(String::new(), |revision| format!("-{revision}"));
        format!("{epoch}{upstream}{revision}")
    }

    fn compare(a: &Version, b: &Version) -> Ordering {
        (a.epoch.cmp(&b.epoch))
            .then_with(|| compare_part(a.upstream.as_bytes(), b.upstream.as_bytes()))
            .then_with(|| compare_part(a.revision().as_bytes(), b.revision().as_bytes()))
    }

    /// A tilde in the upstream version: `1.0~rc1`. One in the revision is a backport's.
    fn is_prerelease(version: &Version) -> bool {
        version.upstream.contains('~')
    }

    fn bump(version: &Version, by: &Increment) -> Result<Version, VersionError> {
        let (mut numbers, rest) = leading(&version.upstream);
        let text = Self::print(version);
        let pre = Self::is_prerelease(version);
        // `+dfsg` goes from version to version, `+git20200101` does not.
        let flavour =
            rest.split('~').next().filter(|rest| !rest.bytes().any(|b| b.is_ascii_digit())).unwrap_or("");
        let suffix = match by.step {
            Step::Release if !pre => return Err(refusal(format!("{text} is no prerelease"))),
            Step::Release => String::new(),
            Step::Major | Step::Minor | Step::Patch => {
                if !(pre && leads_to(&numbers, by.step)) {
                    raise(&mut numbers, position(by.step));
                }
                String::new()
            }
            Step::Prerelease if pre => next_suffix(rest, by),
            Step::Premajor | Step::Preminor | Step::Prepatch | Step::Prerelease => {
                raise(&mut numbers, position(by.step));
                first_suffix(by)
            }
        };
        let revision = if version.revision.is_some() { "-1" } else { "" };
        let next = format!("{}:{}{flavour}{suffix}{revision}", version.epoch, dotted(&numbers));
        let next = Self::parse(&next)?;
        if Self::compare(&next, version).is_gt() {
            return Ok(next);
        }
        Err(refusal(format!("{} would not come after {text}", Self::print(&next))))
    }

    fn diff(a: &Version, b: &Version) -> Bump {
        if Self::compare(a, b).is_eq() {
            Bump::None
        } else if a.epoch != b.epoch {
            Bump::Major
        } else {
            Bump::of_position(first_difference(&leading(&a.upstream).0, &leading(&b.upstream).0))
        }
    }

    fn parse_requirement(text: &str) -> Result<Self::Requirement, VersionError> {
        let start = text.len() - text.trim_start().len();
        match text.trim().strip_prefix('(') {
            None => parse_list(text, &OPERATORS, Op::Equal, Self::parse),
            Some(rest) => {
                let content = rest.strip_suffix(')').ok_or_else(|| {
                    VersionError::unexpected(
                        "requirement",
                        text,
                        text.trim_end().len(),
                        ") to close the parenthesis",
                    )
                })?;
                parse_list(content, &OPERATORS, Op::Equal, Self::parse)
                    .map_err(|error| inside(error, "requirement", text, start + 1))
            }
        }
    }

    fn print_requirement(requirement: &Self::Requirement) -> String {
        let sign = |op: Op| OPERATORS.iter().find(|(_, other)| *other == op).map_or("=", |(sign, _)| sign);
        let one = |c: &Comparator<Op, Version>| format!("{} {}", sign(c.op), Self::print(&c.version));
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

    const PURL_TYPE: Option<&'static str> = Some("deb");

    fn span(requirement: &Self::Requirement) -> Option<Set<Ordered<Self>>> {
        Some(accepted(requirement))
    }

    fn spanning(set: &Set<Ordered<Self>>) -> Option<Self::Requirement> {
        let text = vers::comparisons(set, |comparator| match comparator {
            vers::Comparator::NotEqual => None,
            vers::Comparator::Less => Some("<<"),
            vers::Comparator::Greater => Some(">>"),
            other => Some(other.sign()),
        });
        Self::parse_requirement(&text?).ok()
    }
}

/// The versions that all relations admit. Between any two versions there is another (`1.0` and `1.0a` have `1.0a~` between
/// them) and there is no first one, so that intervals are what they seem.
fn accepted(requirement: &[Comparator<Op, Version>]) -> Set<Ordered<Debian>> {
    all_of(requirement.iter().map(|c| c.op.part(Ordered::of(&c.version))))
}

/// Compares upstream versions, or revisions: in turns by non-digits and by numbers.
fn compare_part(mut a: &[u8], mut b: &[u8]) -> Ordering {
    while !a.is_empty() || !b.is_empty() {
        let (a_words, a_rest) = a.split_at(a.iter().take_while(|c| !c.is_ascii_digit()).count());
        let (b_words, b_rest) = b.split_at(b.iter().take_while(|c| !c.is_ascii_digit()).count());
        // The end of a run of non-digits weighs as much as a digit would.
        let order = weights(a_words).cmp(weights(b_words));
        if order.is_ne() {
            return order;
        }
        let (a_digits, a_next) = a_rest.split_at(a_rest.iter().take_while(|c| c.is_ascii_digit()).count());
        let (b_digits, b_next) = b_rest.split_at(b_rest.iter().take_while(|c| c.is_ascii_digit()).count());
        let order = compare_digits(a_digits, b_digits);
        if order.is_ne() {
            return order;
        }
        (a, b) = (a_next, b_next);
    }
    Ordering::Equal
}

/// The weights of a run of non-digits and of its end.
fn weights(words: &[u8]) -> impl Iterator<Item = u16> + '_ {
    words.iter().map(|c| weight(*c)).chain([END])
}

/// By value; none at all is zero.
fn compare_digits(a: &[u8], b: &[u8]) -> Ordering {
    let significant = |digits: &[u8]| digits.iter().take_while(|digit| **digit == b'0').count();
    let a = a.get(significant(a)..).unwrap_or_default();
    let b = b.get(significant(b)..).unwrap_or_default();
    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
}

/// The weight of the end of a run of non-digits: after `~`, before letters.
const END: u16 = 1;

fn weight(c: u8) -> u16 {
    match c {
        b'~' => 0,
        c if c.is_ascii_alphabetic() => u16::from(c),
        c => u16::from(c) + 256,
    }
}

/// `~rc1`; without an identifier `~rc` too.
fn first_suffix(by: &Increment) -> String {
    let identifier = by.identifier.as_deref().unwrap_or("rc");
    by.base.map_or_else(|| format!("~{identifier}"), |base| format!("~{identifier}{base}"))
}

/// The prerelease counted on; another identifier starts afresh.
fn next_suffix(rest: &str, by: &Increment) -> String {
    let suffix = rest.get(rest.find('~').unwrap_or(0)..).unwrap_or("");
    let stem = suffix.trim_end_matches(|c: char| c.is_ascii_digit());
    let word = stem.trim_matches(['~', '.']);
    if by.identifier.as_ref().is_some_and(|identifier| identifier != word) {
        return first_suffix(by);
    }
    let number = suffix.get(stem.len()..).unwrap_or("");
    let next = if number.is_empty() { Number::of("1") } else { Number::of(number).next() };
    format!("{stem}{next}")
}

fn refusal(reason: String) -> VersionError {
    VersionError::Unsupported { scheme: "debian", operation: "step to the next version", reason }
}
