//! Several specifiers that hold together: membership, filtering, and how two sets relate.

use super::Parts;
use super::parsed::Parsed;
use super::range::{self, Range};
use super::scan::is_space;
use super::specifier::{Specifier, Target, parse_text};
use crate::version::scheme::{AnyRequirement, Scheme, check_length};
use crate::version::{Requirement, VersionError};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A comma-separated list of [`Specifier`]s, all of which must be met; an empty one is met by anything.
///
/// ```
/// use greenboard::version::pep440::SpecifierSet;
///
/// let set = SpecifierSet::parse(">=1.0, !=1.5.*, <2")?;
/// assert_eq!(set.to_string(), ">=1.0,!=1.5.*,<2");
/// assert!(set.contains("1.4", None));
/// assert!(!set.contains("2.0a1", None));
/// assert_eq!(set.filter(["1.4", "1.6rc1", "1.5.3"], None), ["1.4"]);
/// assert_eq!(set.filter(["1.6rc1", "1.5.3"], None), ["1.6rc1"]);
/// assert!(SpecifierSet::parse("~=1.6")?.is_subset(&set));
/// assert!(SpecifierSet::parse(">=2,<1")?.is_unsatisfiable(None));
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct SpecifierSet {
    pub(super) specifiers: Box<[Specifier]>,
}

/// What is tested against specifiers: a text, which may be no version at all, or the [`Parts`] of a version.
///
/// The difference shows with `===`, which compares a text as it is and a version in its normalised text.
#[derive(Debug, Clone, Copy)]
pub enum Candidate<'a> {
    /// A text; where it is no version it meets `===` at most.
    Text(&'a str),
    /// A parsed version.
    Version(Parts<'a>),
}

impl<'a> From<&'a str> for Candidate<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Candidate<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<Parts<'a>> for Candidate<'a> {
    fn from(parts: Parts<'a>) -> Self {
        Self::Version(parts)
    }
}

impl<'a> Candidate<'a> {
    /// Its text, and the version that it is.
    fn resolve(self) -> (&'a str, Option<Cow<'a, Parsed>>) {
        match self {
            Self::Text(text) => (text, parse_text(text).map(Cow::Owned)),
            Self::Version(parts) => (parts.as_str(), Some(Cow::Borrowed(parts.parsed()))),
        }
    }
}

impl SpecifierSet {
    /// Reads a set of specifiers.
    pub fn parse(text: &str) -> crate::Result<Self> {
        check_length("specifier", text)?;
        Ok(Self::parse_all(text)?)
    }

    pub(super) fn parse_all(text: &str) -> Result<Self, VersionError> {
        let mut specifiers = Vec::new();
        let mut from = 0;
        for clause in text.split(',') {
            let to = from + clause.len();
            if !clause.trim_matches(is_space).is_empty() {
                specifiers.push(Specifier::parse_within(text, from, to)?);
            }
            from = to + 1;
        }
        Ok(Self { specifiers: specifiers.into() })
    }

    /// The set that a [`Requirement`] of scheme `pep440` is; an error (`version.scheme_mismatch`) on another scheme.
    ///
    /// ```
    /// use greenboard::version::pep440::SpecifierSet;
    /// use greenboard::{Requirement, Scheme};
    ///
    /// let requirement = Requirement::parse_as(Scheme::Pep440, "~=1.4,!=1.4.3")?;
    /// assert_eq!(SpecifierSet::of(&requirement)?.specifiers().len(), 2);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn of(requirement: &Requirement) -> crate::Result<&Self> {
        match &requirement.parsed {
            AnyRequirement::Pep440(set) => Ok(set),
            other => {
                let (left, right) = (other.scheme().name(), Scheme::Pep440.name());
                Err(VersionError::SchemeMismatch { left, right }.into())
            }
        }
    }

    /// The specifiers, in the order written.
    pub fn specifiers(&self) -> &[Specifier] {
        &self.specifiers
    }

    /// `Some(true)` where a specifier asks for pre-releases by naming one, which [`filter`](Self::filter) then keeps.
    pub fn prereleases(&self) -> Option<bool> {
        asks_for_prereleases(&self.specifiers)
    }

    /// Whether the candidate meets all specifiers.
    ///
    /// A pre-release does, unless `prereleases` is `Some(false)`: a single candidate has no final release to prefer.
    pub fn contains<'a>(&self, candidate: impl Into<Candidate<'a>>, prereleases: Option<bool>) -> bool {
        contains_all(&self.specifiers, candidate.into(), prereleases)
    }

    /// Whether an installed version meets all specifiers: a pre-release that is there already is never refused for
    /// being one.
    ///
    /// ```
    /// use greenboard::version::pep440::SpecifierSet;
    ///
    /// assert!(SpecifierSet::parse("~=1.0")?.contains_installed("1.1.0.dev1"));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn contains_installed<'a>(&self, candidate: impl Into<Candidate<'a>>) -> bool {
        self.contains(candidate, Some(true))
    }

    /// The candidates that meet all specifiers, in the order given.
    ///
    /// `prereleases` keeps (`Some(true)`) or drops (`Some(false)`) pre-releases. By default they are kept where a
    /// specifier names one, or where no final release meets the specifiers, as PEP 440 recommends.
    pub fn filter<'a, T>(&self, candidates: impl IntoIterator<Item = T>, prereleases: Option<bool>) -> Vec<T>
    where
        T: Copy + Into<Candidate<'a>>,
    {
        filter_all(&self.specifiers, candidates, prereleases)
    }

    /// Whether nothing can meet all specifiers; with `Some(false)`, nothing but pre-releases.
    pub fn is_unsatisfiable(&self, prereleases: Option<bool>) -> bool {
        let finals_only = prereleases == Some(false);
        match self.members(Domain::Texts) {
            Members::All => false,
            Members::Versions(range) => range.is_empty() || (finals_only && !range::has_final(&range)),
            Members::Text(text) => text.is_none_or(|text| {
                finals_only && parse_text(text).is_some_and(|version| version.is_prerelease())
            }),
        }
    }

    /// Whether all that meets this set meets `other`, pre-releases included.
    ///
    /// An empty set also admits texts that are no versions, so it is no subset of any other.
    pub fn is_subset(&self, other: &Self) -> bool {
        self.is_subset_in(other, Domain::Texts)
    }

    /// Whether all that meets `other` meets this set.
    pub fn is_superset(&self, other: &Self) -> bool {
        other.is_subset(self)
    }

    /// Whether nothing meets both sets.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        !self.intersects_in(other, Domain::Texts)
    }

    /// Whether the same versions and texts meet both sets, however they are written.
    ///
    /// ```
    /// use greenboard::version::pep440::SpecifierSet;
    ///
    /// let compatible = SpecifierSet::parse("~=1.4.2")?;
    /// assert!(compatible.is_equivalent(&SpecifierSet::parse("==1.4.*,>=1.4.2.0")?));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn is_equivalent(&self, other: &Self) -> bool {
        self.is_subset(other) && other.is_subset(self)
    }

    pub(super) fn is_empty_in(&self, domain: Domain) -> bool {
        match self.members(domain) {
            Members::All => false,
            Members::Versions(range) => range.is_empty(),
            Members::Text(text) => text.is_none(),
        }
    }

    pub(super) fn is_subset_in(&self, other: &Self, domain: Domain) -> bool {
        match (self.members(domain), other.members(domain)) {
            (Members::Text(None), _) | (_, Members::All) => true,
            (Members::Text(Some(text)), _) => other.contains(text, None),
            (Members::All, Members::Versions(_)) => false,
            (Members::Versions(a), Members::Versions(b)) => a.is_subset(&b),
            // A range holds more than one version, or one that is written in many ways.
            (members, Members::Text(_)) => members.is_empty(),
        }
    }

    pub(super) fn intersects_in(&self, other: &Self, domain: Domain) -> bool {
        match (self.members(domain), other.members(domain)) {
            (Members::Text(text), _) => text.is_some_and(|text| other.contains(text, None)),
            (_, Members::Text(text)) => text.is_some_and(|text| self.contains(text, None)),
            (Members::All, members) | (members, Members::All) => !members.is_empty(),
            (Members::Versions(a), Members::Versions(b)) => !a.intersection(&b).is_empty(),
        }
    }

    /// The versions that meet all specifiers, where they are a range: not with `===`.
    pub(super) fn range(&self) -> Option<Range> {
        match self.members(Domain::Versions) {
            Members::Versions(range) => Some(range),
            Members::All | Members::Text(_) => None,
        }
    }

    fn members(&self, domain: Domain) -> Members<'_> {
        let mut texts = self.specifiers.iter().filter_map(|specifier| match &specifier.target {
            Target::Text(text) => Some(&**text),
            _ => None,
        });
        if let Some(text) = texts.next() {
            let readable = match domain {
                Domain::Texts => true,
                Domain::Versions => {
                    parse_text(text).is_some_and(|version| version.to_string() == text.to_lowercase())
                }
            };
            return Members::Text((readable && self.contains(text, None)).then_some(text));
        }
        if self.specifiers.is_empty() && domain == Domain::Texts {
            return Members::All;
        }
        Members::Versions(range::of_all(&self.specifiers))
    }
}

/// What specifiers are asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Domain {
    /// Any text, as packaging does: `===1.01` is met by the text `1.01`.
    Texts,
    /// Versions in their normalised text, which is all that a [`Requirement`] is asked about: nothing meets `===1.01`.
    Versions,
}

/// What meets a set of specifiers.
enum Members<'a> {
    /// Every text.
    All,
    Versions(Range),
    /// The one text, in any case, that `===` leaves, if the other specifiers leave it.
    Text(Option<&'a str>),
}

impl Members<'_> {
    fn is_empty(&self) -> bool {
        match self {
            Self::All => false,
            Self::Versions(range) => range.is_empty(),
            Self::Text(text) => text.is_none(),
        }
    }
}

/// Whether the candidate meets all of `specifiers`.
pub(super) fn contains_all(
    specifiers: &[Specifier],
    candidate: Candidate<'_>,
    prereleases: Option<bool>,
) -> bool {
    let (text, version) = candidate.resolve();
    let version = version.as_deref();
    let refused = prereleases == Some(false) && version.is_some_and(Parsed::is_prerelease);
    !refused && specifiers.iter().all(|specifier| specifier.admits(Some(text), version))
}

/// The candidates that meet all of `specifiers`, under PEP 440's rule for pre-releases.
pub(super) fn filter_all<'a, T>(
    specifiers: &[Specifier],
    candidates: impl IntoIterator<Item = T>,
    prereleases: Option<bool>,
) -> Vec<T>
where
    T: Copy + Into<Candidate<'a>>,
{
    let prereleases = prereleases.or_else(|| asks_for_prereleases(specifiers));
    let mut any_final = false;
    let mut kept = Vec::new();
    for candidate in candidates {
        let (text, version) = candidate.into().resolve();
        let version = version.as_deref();
        if specifiers.iter().all(|specifier| specifier.admits(Some(text), version)) {
            // A text that is no version is neither: it is kept, and is no reason to drop pre-releases.
            let prerelease = version.is_some_and(Parsed::is_prerelease);
            any_final |= version.is_some() && !prerelease;
            kept.push((candidate, prerelease));
        }
    }
    let drop = !prereleases.unwrap_or(!any_final);
    kept.into_iter()
        .filter(|(_, prerelease)| !(drop && *prerelease))
        .map(|(candidate, _)| candidate)
        .collect()
}

fn asks_for_prereleases(specifiers: &[Specifier]) -> Option<bool> {
    specifiers.iter().any(|specifier| specifier.prereleases() == Some(true)).then_some(true)
}

impl From<Specifier> for SpecifierSet {
    fn from(specifier: Specifier) -> Self {
        Self { specifiers: Box::new([specifier]) }
    }
}

impl FromIterator<Specifier> for SpecifierSet {
    fn from_iter<I: IntoIterator<Item = Specifier>>(specifiers: I) -> Self {
        Self { specifiers: specifiers.into_iter().collect() }
    }
}

impl From<SpecifierSet> for Requirement {
    fn from(set: SpecifierSet) -> Self {
        Self::from_any(AnyRequirement::Pep440(set))
    }
}

impl fmt::Display for SpecifierSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, specifier) in self.specifiers.iter().enumerate() {
            if i > 0 {
                f.write_str(",")?;
            }
            specifier.fmt(f)?;
        }
        Ok(())
    }
}

impl FromStr for SpecifierSet {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::parse(text)
    }
}
