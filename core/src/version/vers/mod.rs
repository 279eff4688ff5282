//! `vers:` ranges, the notation common to all ecosystems: `vers:npm/>=1.2.0|<2.0.0`.
//!
//! The rules are those of the [Version Range Specifier](https://github.com/package-url/vers-spec): a type, which is mostly
//! the package type of a purl (`npm`, `pypi`, `golang`, `deb`; [`type_of`], [`scheme_of`]), and constraints in the order of
//! their versions, which divide the line of versions into what is in and what is not. `*` is everything.
//!
//! ```
//! use greenboard::version::vers::Vers;
//! use greenboard::{Requirement, Scheme, Version};
//!
//! let range = Requirement::parse_as(Scheme::Npm, "^1.2 || 3.0.0")?.to_vers()?;
//! assert_eq!(range.to_string(), "vers:npm/>=1.2.0|<2.0.0|3.0.0");
//! assert!(range.contains(&Version::parse_as(Scheme::Npm, "1.9.0")?)?);
//!
//! let affected = Vers::parse("vers:maven/>=1.0|!=1.4|<2.0")?;
//! assert_eq!(Requirement::from_vers(&affected)?.to_string(), "[1.0,1.4),(1.4,2.0)");
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! # What is lost on the way
//!
//! `vers` knows the order of versions and nothing else. Rules for prereleases are dropped: `^1.2` does not accept
//! `1.3.0-beta`, `>=1.2.0|<2.0.0` contains it; and an end just before the prereleases of 2.0.0 is written as `<2.0.0`, as
//! everyone does.

mod constraint;
mod text;

pub use constraint::{Comparator, Constraint};
pub(super) use constraint::{comparisons, from_set, is_everything, to_set};

use super::error::VersionError;
use super::scheme::AnyRequirement;
use super::{Requirement, Scheme, Version};
use std::fmt;
use std::str::FromStr;

/// The longest `vers` text that is read, in bytes: ranges of advisories may list hundreds of versions.
pub const MAX_LENGTH: usize = 1 << 16;

/// A range of versions in `vers` notation.
#[derive(Debug, Clone)]
pub struct Vers {
    kind: String,
    scheme: Option<Scheme>,
    constraints: Vec<Constraint>,
    /// The versions of the constraints, where they are some of the scheme.
    versions: Vec<Option<Version>>,
}

impl Vers {
    /// Reads a range under all rules of the specification: constraints are sorted, no version stands in two, and bounds
    /// alternate. Where the type is of no [`Scheme`], or a version is none of it, only what needs no order is checked.
    ///
    /// ```
    /// use greenboard::version::vers::Vers;
    ///
    /// assert!(Vers::parse("vers:gem/>=2.2.0|!=2.2.1|<2.3.0").is_ok());
    /// assert!(Vers::parse("vers:gem/<2.3.0|>=2.2.0").is_err());
    /// assert_eq!(Vers::parse("vers:gem/|>=2.2.0").unwrap_err().column(), Some(10));
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn parse(text: &str) -> crate::Result<Self> {
        let vers = text::parse(text, true)?;
        constraint::check(text, &vers.constraints, &vers.versions)?;
        Ok(vers)
    }

    /// Reads a range as tools wrote it before there were rules: constraints in any order, which are sorted, and redundant
    /// bounds, which are kept. The type may be in any case.
    ///
    /// ```
    /// use greenboard::version::vers::Vers;
    ///
    /// let range = Vers::parse_lenient("vers:pypi/>=3.0.0|2.0.3")?;
    /// assert_eq!(range.to_string(), "vers:pypi/2.0.3|>=3.0.0");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn parse_lenient(text: &str) -> crate::Result<Self> {
        let mut vers = text::parse(text, false)?;
        constraint::sort(&mut vers.constraints, &mut vers.versions);
        Ok(vers)
    }

    fn of(scheme: Scheme, constraints: Vec<Constraint>) -> Self {
        let versions = constraints.iter().map(|c| Version::parse_as(scheme, &c.version).ok()).collect();
        Self { kind: type_of(scheme).to_owned(), scheme: Some(scheme), constraints, versions }
    }

    /// The type, such as `npm` or `pypi`.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The scheme that its versions follow; none for types that are not known here.
    pub fn scheme(&self) -> Option<Scheme> {
        self.scheme
    }

    /// The constraints in their order; none at all for `*`.
    pub fn constraints(&self) -> &[Constraint] {
        &self.constraints
    }

    /// Whether the version lies in the range; an error across schemes, and where the range has versions that its scheme
    /// cannot read.
    ///
    /// ```
    /// use greenboard::{Scheme, Version, version::vers::Vers};
    ///
    /// let range = Vers::parse("vers:deb/>=1.0|<1.4~")?;
    /// assert!(!range.contains(&Version::parse_as(Scheme::Debian, "1.4~rc1")?)?);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn contains(&self, version: &Version) -> crate::Result<bool> {
        match self.kind.as_str() {
            "all" => return Ok(true),
            "none" => return Ok(false),
            _ => {}
        }
        let scheme = self.known_scheme()?;
        if scheme != version.scheme() {
            let (left, right) = (scheme.name(), version.scheme().name());
            return Err(VersionError::SchemeMismatch { left, right }.into());
        }
        let mut bounds = Vec::with_capacity(self.constraints.len());
        for (constraint, named) in self.constraints.iter().zip(&self.versions) {
            let order = match named {
                Some(named) => version.precedence(named)?,
                None => version.precedence(&Version::parse_as(scheme, &constraint.version)?)?,
            };
            bounds.push((constraint.comparator, order));
        }
        Ok(constraint::contains(&bounds))
    }

    fn known_scheme(&self) -> Result<Scheme, VersionError> {
        self.scheme.ok_or_else(|| {
            let known = Scheme::ALL.iter().map(|scheme| type_of(*scheme)).collect::<Vec<_>>().join(", ");
            VersionError::UnknownScheme { input: format!("vers:{}", self.kind), known }
        })
    }
}

/// The canonical text.
impl fmt::Display for Vers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "vers:{}/", self.kind)?;
        if self.constraints.is_empty() {
            return f.write_str("*");
        }
        for (at, constraint) in self.constraints.iter().enumerate() {
            let bar = if at == 0 { "" } else { "|" };
            write!(f, "{bar}{}{}", constraint.comparator.sign(), text::encoded(&constraint.version))?;
        }
        Ok(())
    }
}

/// By canonical text.
impl PartialEq for Vers {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.constraints == other.constraints
    }
}

impl Eq for Vers {}

impl FromStr for Vers {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::parse(text)
    }
}

/// The `vers` type of a scheme: the type of its packages in a purl, and `calver` for calendar versions, which have none.
///
/// ```
/// use greenboard::{Scheme, version::vers};
///
/// assert_eq!(vers::type_of(Scheme::Pep440), "pypi");
/// assert_eq!(vers::scheme_of("deb"), Some(Scheme::Debian));
/// ```
pub fn type_of(scheme: Scheme) -> &'static str {
    scheme.purl_type()
}

/// The scheme of a `vers` type; `semver` is read in npm's order, which is that of SemVer 2.0.
///
/// ```
/// use greenboard::{Scheme, version::vers};
///
/// assert_eq!(vers::scheme_of("golang"), Some(Scheme::Go));
/// assert_eq!(vers::scheme_of("conan"), None);
/// ```
pub fn scheme_of(kind: &str) -> Option<Scheme> {
    match kind {
        "semver" => Some(Scheme::Npm),
        kind => Scheme::ALL.iter().copied().find(|scheme| type_of(*scheme) == kind),
    }
}

/// Reads a requirement in a scheme's own notation as a `vers` range.
///
/// ```
/// use greenboard::{Scheme, version::vers};
///
/// assert_eq!(vers::from_native(Scheme::Gem, "~> 1.4.2")?.to_string(), "vers:gem/>=1.4.2|<1.5");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn from_native(scheme: Scheme, text: &str) -> crate::Result<Vers> {
    Requirement::parse_as(scheme, text)?.to_vers()
}

impl Requirement {
    /// The requirement as a [`Vers`] range, its rules for prereleases left out; an error for one that nothing can meet, and
    /// for what has no order (`===` on a text that is no version).
    pub fn to_vers(&self) -> crate::Result<Vers> {
        let constraints = self.parsed.to_constraints().filter(|constraints| {
            // Nothing at all has no notation but the type `none`.
            constraints.as_ref().is_none_or(|constraints| !constraints.is_empty())
        });
        match constraints {
            Some(constraints) => Ok(Vers::of(self.scheme(), constraints.unwrap_or_default())),
            None => {
                let reason = format!("no range of versions is {:?}", self.as_str());
                Err(unsupported(self.scheme(), "be written as vers", reason).into())
            }
        }
    }

    /// A range in the notation of its own scheme; an error where that cannot say it (two intervals in Cargo's, all but one
    /// version in Debian's).
    pub fn from_vers(vers: &Vers) -> crate::Result<Self> {
        let scheme = vers.known_scheme()?;
        match AnyRequirement::from_constraints(scheme, &vers.constraints)? {
            Some(requirement) => Ok(Self::from_any(requirement)),
            None => {
                let reason = format!("its requirements have no form for {vers}");
                Err(unsupported(scheme, "take over a vers range", reason).into())
            }
        }
    }
}

fn unsupported(scheme: Scheme, operation: &'static str, reason: String) -> VersionError {
    VersionError::Unsupported { scheme: scheme.name(), operation, reason }
}

impl serde::Serialize for Vers {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl schemars::JsonSchema for Vers {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Vers".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "description": "A range of versions in vers notation." })
    }
}
