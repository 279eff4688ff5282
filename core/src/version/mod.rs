//! Versions and requirements of every ecosystem, under one pair of types.
//!
//! [`Version`] and [`Requirement`] carry their [`Scheme`]; what only one ecosystem has (node-semver's `coerce`, PEP 440's
//! epochs) lives in the scheme's own module. [`Bump`] is how much a change asks for; [`Step`] is a step a version takes.
//!
//! ```
//! use greenboard::version::{Requirement, Scheme, Step, Version};
//!
//! let old = Version::parse("1.4.2")?;
//! let new = old.bump(Step::Minor)?;
//! assert_eq!(new.to_string(), "1.5.0");
//! assert!(Requirement::parse("^1.2")?.matches(&new)?);
//! assert!(Version::parse_as(Scheme::Cargo, "1.0.0-rc.1")? < Version::parse("1.0.0")?);
//! # Ok::<(), greenboard::Error>(())
//! ```

mod bracket;
pub mod bulk;
mod bump;
pub mod calver;
pub mod cargo;
mod comparator;
pub mod debian;
mod error;
pub mod gem;
pub mod go;
mod interval;
mod key;
pub mod maven;
pub mod npm;
pub mod nuget;
mod number;
pub mod pep440;
mod scan;
mod scheme;
mod semver;
mod semver_text;
pub mod vers;

pub use bump::{Bump, Increment, Step};
pub(crate) use error::VersionError;
pub use scheme::{MAX_LENGTH, Scheme};

use scheme::{AnyRequirement, AnyVersion};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// A version of one [`Scheme`], in its normalised text.
///
/// `==` and hashing are identity of scheme and normalised text (PEP 440's `1.0` and `1.0.0` differ); `<` and
/// [`precedence`](Self::precedence) follow the scheme's order, in which they may well be equal. Versions of two schemes
/// have no order: `partial_cmp` is `None`, [`precedence`](Self::precedence) a typed error.
#[derive(Debug, Clone)]
pub struct Version {
    text: Box<str>,
    parsed: AnyVersion,
}

impl Version {
    /// Reads a version of the default scheme, `cargo`.
    pub fn parse(text: &str) -> crate::Result<Self> {
        Self::parse_as(Scheme::default(), text)
    }

    /// Reads a version of `scheme`.
    pub fn parse_as(scheme: Scheme, text: &str) -> crate::Result<Self> {
        Ok(Self::from_any(AnyVersion::parse(scheme, text)?))
    }

    fn from_any(parsed: AnyVersion) -> Self {
        Self { text: parsed.print().into(), parsed }
    }

    /// One that was made, not read: a longer one than is read could not be read again.
    fn checked(parsed: AnyVersion) -> crate::Result<Self> {
        let made = Self::from_any(parsed);
        scheme::check_length("version", &made.text)?;
        Ok(made)
    }

    /// The scheme it follows.
    pub fn scheme(&self) -> Scheme {
        self.parsed.scheme()
    }

    /// The normalised text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it comes before a release it leads up to.
    pub fn is_prerelease(&self) -> bool {
        self.parsed.is_prerelease()
    }

    /// The scheme's order of the two; an error across schemes.
    pub fn precedence(&self, other: &Self) -> crate::Result<Ordering> {
        Ok(self.parsed.compare(&other.parsed)?)
    }

    /// The next version after a [`Step`] or [`Increment`].
    pub fn bump(&self, by: impl Into<Increment>) -> crate::Result<Self> {
        Self::checked(self.parsed.bump(&by.into())?)
    }

    /// The largest part in which the two differ; [`Bump::None`] where none does: where they have equal precedence, or differ in
    /// build metadata alone.
    pub fn diff(&self, other: &Self) -> crate::Result<Bump> {
        Ok(self.parsed.diff(&other.parsed)?)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl FromStr for Version {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::parse(text)
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.scheme() == other.scheme() && self.text == other.text
    }
}

impl Eq for Version {}

impl Hash for Version {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.scheme().hash(state);
        self.text.hash(state);
    }
}

impl PartialOrd for Version {
    /// The scheme's order; ties (equal precedence, other text) are broken by text so that sorting is deterministic.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let order = self.parsed.compare(&other.parsed).ok()?;
        Some(order.then_with(|| self.text.cmp(&other.text)))
    }
}

/// What a consumer accepts of a provider: a set of versions in one [`Scheme`]'s notation.
#[derive(Debug, Clone)]
pub struct Requirement {
    text: Box<str>,
    parsed: AnyRequirement,
}

impl Requirement {
    /// Reads a requirement of the default scheme, `cargo`.
    pub fn parse(text: &str) -> crate::Result<Self> {
        Self::parse_as(Scheme::default(), text)
    }

    /// Reads a requirement in `scheme`'s notation.
    pub fn parse_as(scheme: Scheme, text: &str) -> crate::Result<Self> {
        Ok(Self::from_any(AnyRequirement::parse(scheme, text)?))
    }

    fn from_any(parsed: AnyRequirement) -> Self {
        Self { text: parsed.print().into(), parsed }
    }

    /// One that was made, not read: a longer one than is read could not be read again.
    fn checked(parsed: AnyRequirement) -> crate::Result<Self> {
        let made = Self::from_any(parsed);
        scheme::check_length("requirement", &made.text)?;
        Ok(made)
    }

    /// The scheme it follows.
    pub fn scheme(&self) -> Scheme {
        self.parsed.scheme()
    }

    /// The normalised text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the version meets it; an error across schemes.
    pub fn matches(&self, version: &Version) -> crate::Result<bool> {
        Ok(self.parsed.matches(&version.parsed)?)
    }

    /// Whether no version at all can meet it.
    pub fn is_empty(&self) -> bool {
        self.parsed.is_empty()
    }

    /// Whether some version can meet both.
    pub fn intersects(&self, other: &Self) -> crate::Result<bool> {
        Ok(self.parsed.intersects(&other.parsed)?)
    }

    /// Whether every version that meets this one meets `other` too.
    pub fn is_subset(&self, other: &Self) -> crate::Result<bool> {
        Ok(self.parsed.is_subset(&other.parsed)?)
    }

    /// The requirement rewritten to ask for `version`, its operator and precision kept.
    pub fn moved_to(&self, version: &Version) -> crate::Result<Self> {
        Self::checked(self.parsed.moved_to(&version.parsed)?)
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl FromStr for Requirement {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::parse(text)
    }
}

impl PartialEq for Requirement {
    fn eq(&self, other: &Self) -> bool {
        self.scheme() == other.scheme() && self.text == other.text
    }
}

impl Eq for Requirement {}

impl Hash for Requirement {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.scheme().hash(state);
        self.text.hash(state);
    }
}

/// Versions and requirements cross as their text.
macro_rules! as_text {
    ($($type:ident: $summary:literal),+) => {
        $(
            impl serde::Serialize for $type {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(&self.text)
                }
            }

            impl crate::document::ReadUnder<Scheme> for $type {
                fn read_under(scheme: &Scheme, node: &crate::document::Node) -> crate::Result<Self> {
                    node.parsed(|text| Self::parse_as(*scheme, text))
                }
            }

            impl schemars::JsonSchema for $type {
                fn inline_schema() -> bool {
                    true
                }
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($type).into()
                }
                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    schemars::json_schema!({ "type": "string", "description": $summary })
                }
            }
        )+
    };
}

as_text! {
    Version: "A version in its scheme's normalised text.",
    Requirement: "A requirement in its scheme's normalised text."
}
