//! One version specifier: an operator and what it compares with.

use super::parsed::{Parsed, PostRank, Stage, write_release};
use super::scan::{Cursor, Scan, is_space};
use super::set::{Candidate, contains_all, filter_all};
use crate::version::VersionError;
use crate::version::scheme::check_length;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// One clause such as `>=1.2`, `==1.4.*` or `~=2.2`.
///
/// ```
/// use greenboard::version::pep440::{Operator, Specifier};
///
/// let specifier = Specifier::parse("~= 1.4.2-ALPHA.1")?;
/// assert_eq!(specifier.operator(), Operator::Compatible);
/// assert_eq!(specifier.to_string(), "~=1.4.2a1");
/// assert_eq!(specifier.prereleases(), Some(true));
/// assert!(specifier.contains("1.4.9", None));
/// assert!(!specifier.contains("1.5", None));
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Specifier {
    pub(super) operator: Operator,
    pub(super) target: Target,
}

/// What the operator compares with.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Target {
    Version(Parsed),
    /// The release in front of `.*`, without any other segment.
    Prefix(Parsed),
    /// The text behind `===`, as written.
    Text(Box<str>),
}

/// The operator of a [`Specifier`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `~=`: at least this, within the release that its last number is part of.
    Compatible,
    /// `==`: this version under any local label, or with `.*` any version of this release.
    Equal,
    /// `!=`: the opposite of `==`.
    NotEqual,
    /// `<=`
    LessEqual,
    /// `>=`
    GreaterEqual,
    /// `<`: less than this, and no pre-release of it unless it is one itself.
    Less,
    /// `>`: greater than this, and no post-release of it unless it is one itself.
    Greater,
    /// `===`: this text, in any case, be it a version or not.
    Arbitrary,
}

impl Operator {
    /// Every operator; none comes after one that it begins with.
    pub const ALL: [Self; 8] = [
        Self::Arbitrary,
        Self::Compatible,
        Self::Equal,
        Self::NotEqual,
        Self::LessEqual,
        Self::GreaterEqual,
        Self::Less,
        Self::Greater,
    ];

    /// The operator as it is written.
    ///
    /// ```
    /// assert_eq!(greenboard::version::pep440::Operator::Compatible.as_str(), "~=");
    /// ```
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Compatible => "~=",
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::LessEqual => "<=",
            Self::GreaterEqual => ">=",
            Self::Less => "<",
            Self::Greater => ">",
            Self::Arbitrary => "===",
        }
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Specifier {
    /// Reads one specifier.
    pub fn parse(text: &str) -> crate::Result<Self> {
        check_length("specifier", text)?;
        Ok(Self::parse_within(text, 0, text.len())?)
    }

    /// Reads the specifier from byte `from` to byte `to` of `text`.
    pub(super) fn parse_within(text: &str, from: usize, to: usize) -> Result<Self, VersionError> {
        let mut cursor = Cursor::new("specifier", text, from, to);
        cursor.skip_space();
        if cursor.at_end() {
            return Err(VersionError::Empty { what: "specifier", expected: "a specifier such as >=1.2" });
        }
        let operator = Operator::ALL.into_iter().find(|operator| cursor.eat(operator.as_str()));
        let operator = operator
            .ok_or_else(|| cursor.unexpected("one of the operators ~=, ==, !=, <=, >=, <, > and ==="))?;
        cursor.skip_space();
        let target = match operator {
            Operator::Arbitrary => arbitrary(&mut cursor)?,
            _ => version(operator, &mut cursor)?,
        };
        Ok(Self { operator, target })
    }

    /// The operator.
    pub fn operator(&self) -> Operator {
        self.operator
    }

    /// What the operator compares with, in normalised text: a version, `1.4.*`, or the text behind `===` as written.
    pub fn version(&self) -> String {
        self.target.to_string()
    }

    /// Whether the specifier asks for pre-releases by naming one: `None` where that is not known, which only happens
    /// behind `===`.
    pub fn prereleases(&self) -> Option<bool> {
        match &self.target {
            Target::Version(version) => Some(self.operator != Operator::NotEqual && version.is_prerelease()),
            Target::Prefix(_) => Some(false),
            Target::Text(text) => Some(parse_text(text)?.is_prerelease()),
        }
    }

    /// Whether the candidate meets it; see [`SpecifierSet::contains`](super::SpecifierSet::contains).
    pub fn contains<'a>(&self, candidate: impl Into<Candidate<'a>>, prereleases: Option<bool>) -> bool {
        contains_all(std::slice::from_ref(self), candidate.into(), prereleases)
    }

    /// The candidates that meet it, in the order given; see [`SpecifierSet::filter`](super::SpecifierSet::filter).
    pub fn filter<'a, T>(&self, candidates: impl IntoIterator<Item = T>, prereleases: Option<bool>) -> Vec<T>
    where
        T: Copy + Into<Candidate<'a>>,
    {
        filter_all(std::slice::from_ref(self), candidates, prereleases)
    }

    /// Whether a version, or a text that is none, meets the specifier, its pre-releases included. A version without a
    /// text stands under its normalised one.
    pub(super) fn admits(&self, text: Option<&str>, version: Option<&Parsed>) -> bool {
        match &self.target {
            Target::Text(wanted) => {
                let text = text.map(str::to_lowercase).or_else(|| Some(version?.to_string()));
                text.is_some_and(|text| text == wanted.to_lowercase())
            }
            Target::Version(bound) => version.is_some_and(|version| compares(self.operator, version, bound)),
            Target::Prefix(prefix) => version.is_some_and(|version| {
                is_within(version, prefix, prefix.release().len()) == (self.operator == Operator::Equal)
            }),
        }
    }
}

/// PEP 440's comparisons, as the specification words them.
fn compares(operator: Operator, version: &Parsed, bound: &Parsed) -> bool {
    match operator {
        Operator::GreaterEqual => version.compare(bound).is_ge(),
        Operator::LessEqual => version.compare_public(bound).is_le(),
        Operator::Equal => equals(version, bound),
        Operator::NotEqual => !equals(version, bound),
        Operator::Less if bound.is_prerelease() => version.compare(bound).is_lt(),
        // The first pre-release of the bound is its `.dev0`.
        Operator::Less => {
            let first = Stage::of(None, bound.post(), Some(0));
            version.compare_release(bound).then_with(|| version.stage().cmp(&first)).is_lt()
        }
        Operator::Greater if bound.post().is_some() || bound.dev().is_some() => {
            version.compare_public(bound).is_gt()
        }
        Operator::Greater => {
            let last = Stage { post: PostRank::Last, ..bound.stage() };
            version.compare_release(bound).then_with(|| version.stage().cmp(&last)).is_gt()
        }
        Operator::Compatible => {
            version.compare(bound).is_ge() && is_within(version, bound, bound.release().len() - 1)
        }
        Operator::Arbitrary => false,
    }
}

fn equals(version: &Parsed, bound: &Parsed) -> bool {
    match bound.local() {
        Some(_) => version.compare(bound) == Ordering::Equal,
        None => version.compare_public(bound) == Ordering::Equal,
    }
}

/// Whether the version's release begins with the first `length` numbers of `prefix`, in the same epoch.
fn is_within(version: &Parsed, prefix: &Parsed, length: usize) -> bool {
    let numbers = version.release().iter().chain(std::iter::repeat(&0));
    version.epoch() == prefix.epoch() && prefix.release().iter().take(length).eq(numbers.take(length))
}

/// The version behind an operator, under what that operator allows.
fn version(operator: Operator, cursor: &mut Cursor<'_>) -> Result<Target, VersionError> {
    let start = cursor.clone();
    let scan = cursor.version()?;
    let equality = matches!(operator, Operator::Equal | Operator::NotEqual);
    if cursor.rest().starts_with(".*") {
        if !equality {
            return Err(cursor.unexpected(format!("the end: {operator} takes no .*, only == and != do")));
        }
        if scan.has_suffix() {
            return Err(cursor.unexpected("the end: .* follows a release such as 1.2 and nothing else"));
        }
        cursor.advance(2);
        return match cursor.at_end() {
            true => Ok(Target::Prefix(scan.into())),
            false => Err(cursor.unexpected("the end behind .*")),
        };
    }
    if scan.has_local() && !equality {
        let mut at = start;
        at.advance(at.rest().find('+').unwrap_or(0));
        return Err(at.unexpected(format!("the end: {operator} takes no local version, only == and != do")));
    }
    cursor.finish(scan.end_of())?;
    if operator == Operator::Compatible && scan.release().nth(1).is_none() {
        return Err(cursor.unexpected("a second number, since ~= holds on to all numbers but the last"));
    }
    Ok(Target::Version(scan.into()))
}

/// The text behind `===`, which ends where a marker or a closing bracket would.
fn arbitrary(cursor: &mut Cursor<'_>) -> Result<Target, VersionError> {
    let text = cursor.rest();
    if let Some(end) = text.find(|c: char| is_space(c) || c == ';' || c == ')') {
        cursor.advance(end);
        return Err(cursor.unexpected("the end: === takes a text without white space, ';' and ')'"));
    }
    Ok(Target::Text(text.into()))
}

/// The version that a text is, if it is one and of readable length.
pub(super) fn parse_text(text: &str) -> Option<Parsed> {
    check_length("version", text).ok()?;
    Scan::version(text).ok().map(Parsed::from)
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(version) => version.fmt(f),
            Self::Prefix(prefix) => {
                write_release(f, prefix.epoch(), prefix.release())?;
                f.write_str(".*")
            }
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl fmt::Display for Specifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.operator.as_str(), self.target)
    }
}

impl FromStr for Specifier {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::parse(text)
    }
}
