//! The registry of version schemes: one file a scheme, one row here.
//!
//! A scheme file implements [`Rules`]; the row gives it its name and place in [`Scheme`], and the dispatch of [`Version`] and
//! [`Requirement`](super::Requirement) follows from it.

use super::bump::{Bump, Increment};
use super::comparator::Ordered;
use super::error::VersionError;
use super::interval::Set;
use super::key::{Keyed, Sink, Windows};
use super::{calver, cargo, debian, gem, go, maven, npm, nuget, pep440, vers};
use std::cmp::Ordering;
use std::fmt;
use std::hash::Hash;
use std::str::FromStr;

/// What a scheme provides. All functions are pure and take any text without panicking, in time linear in its length.
pub(crate) trait Rules {
    /// A parsed version: small, owned, without its text.
    type Version: Clone + fmt::Debug + PartialEq + Eq + Hash + Send + Sync;
    /// A parsed requirement.
    type Requirement: Clone + fmt::Debug + PartialEq + Send + Sync;

    /// Parses a version.
    fn parse(text: &str) -> Result<Self::Version, VersionError>;
    /// The normalised text; parsing it gives the same version again.
    fn print(version: &Self::Version) -> String;
    /// Precedence: the scheme's own order.
    fn compare(a: &Self::Version, b: &Self::Version) -> Ordering;
    /// Whether this comes before a release it leads up to.
    fn is_prerelease(version: &Self::Version) -> bool;
    /// The next version. A bump of a version is greater than the version.
    fn bump(version: &Self::Version, by: &Increment) -> Result<Self::Version, VersionError>;
    /// The largest part in which two versions differ, `None` when they have equal precedence.
    fn diff(a: &Self::Version, b: &Self::Version) -> Bump;

    /// Parses a requirement in the scheme's own notation.
    fn parse_requirement(text: &str) -> Result<Self::Requirement, VersionError>;
    /// The normalised text of a requirement.
    fn print_requirement(requirement: &Self::Requirement) -> String;
    /// Whether the version meets the requirement, prerelease rules included.
    fn matches(requirement: &Self::Requirement, version: &Self::Version) -> bool;
    /// Whether no version at all can meet it.
    fn is_empty(requirement: &Self::Requirement) -> bool;
    /// Whether some version can meet both.
    fn intersects(a: &Self::Requirement, b: &Self::Requirement) -> bool;
    /// Whether every version that meets `a` meets `b`.
    fn is_subset(a: &Self::Requirement, b: &Self::Requirement) -> bool;
    /// The requirement rewritten to ask for `version`, keeping its operator (`^`, `~`, `=`, `>=`, …) and precision.
    fn moved_to(requirement: &Self::Requirement, version: &Self::Version) -> Self::Requirement;

    /// The type of its packages in a purl, where that is not the scheme's own name.
    const PURL_TYPE: Option<&'static str> = None;

    /// The versions between the bounds of the requirement, rules for prereleases left out; an end just before the
    /// prereleases of a version counts as that version. `None` where it has no bounds.
    fn span(_requirement: &Self::Requirement) -> Option<Set<Ordered<Self>>>
    where
        Self: Sized,
    {
        None
    }
    /// The requirement between these bounds; `None` where the notation cannot say it.
    fn spanning(_set: &Set<Ordered<Self>>) -> Option<Self::Requirement>
    where
        Self: Sized,
    {
        None
    }

    /// Writes a key of the version whose byte order is the scheme's order, for bulk work. `None` where the scheme, or
    /// this text, has none: what was written is then ignored and the text parsed.
    fn key(_text: &str, _key: &mut impl Sink) -> Option<Keyed> {
        None
    }
    /// The keys between which the requirement accepts versions; `None` where the scheme has no keys.
    fn windows(_requirement: &Self::Requirement) -> Option<Windows> {
        None
    }
}

macro_rules! schemes {
    ($($(#[$doc:meta])* $variant:ident($rules:ty) = $name:literal),+ $(,)?) => {
        /// The rules that a version and its requirements follow.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        #[non_exhaustive]
        pub enum Scheme {
            $($(#[$doc])* $variant),+
        }

        impl Scheme {
            /// Every scheme.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The name used in documents and calls, such as `npm`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
            pub(super) fn purl_type(self) -> &'static str {
                match self { $(Self::$variant => <$rules>::PURL_TYPE.unwrap_or($name)),+ }
            }
        }

        /// The scheme's [`Rules::key`].
        pub(super) fn key(scheme: Scheme, text: &str, key: &mut impl Sink) -> Option<Keyed> {
            match scheme { $(Scheme::$variant => <$rules>::key(text, key)),+ }
        }

        /// A parsed version of any scheme.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub(super) enum AnyVersion {
            $($variant(<$rules as Rules>::Version)),+
        }

        /// A parsed requirement of any scheme.
        #[derive(Debug, Clone, PartialEq)]
        pub(super) enum AnyRequirement {
            $($variant(<$rules as Rules>::Requirement)),+
        }

        impl AnyVersion {
            pub(super) fn parse(scheme: Scheme, text: &str) -> Result<Self, VersionError> {
                check_length("version", text)?;
                let parsed = match scheme {
                    $(Scheme::$variant => Self::$variant(<$rules>::parse(text)?)),+
                };
                if text.len() > SHORT {
                    check_length("version", &parsed.print())?;
                }
                Ok(parsed)
            }
            pub(super) fn scheme(&self) -> Scheme {
                match self { $(Self::$variant(_) => Scheme::$variant),+ }
            }
            pub(super) fn print(&self) -> String {
                match self { $(Self::$variant(v) => <$rules>::print(v)),+ }
            }
            pub(super) fn compare(&self, other: &Self) -> Result<Ordering, VersionError> {
                match (self, other) {
                    $((Self::$variant(a), Self::$variant(b)) => Ok(<$rules>::compare(a, b)),)+
                    _ => Err(mismatch(self.scheme(), other.scheme())),
                }
            }
            pub(super) fn is_prerelease(&self) -> bool {
                match self { $(Self::$variant(v) => <$rules>::is_prerelease(v)),+ }
            }
            pub(super) fn bump(&self, by: &Increment) -> Result<Self, VersionError> {
                Ok(match self { $(Self::$variant(v) => Self::$variant(<$rules>::bump(v, by)?)),+ })
            }
            pub(super) fn diff(&self, other: &Self) -> Result<Bump, VersionError> {
                match (self, other) {
                    $((Self::$variant(a), Self::$variant(b)) => Ok(<$rules>::diff(a, b)),)+
                    _ => Err(mismatch(self.scheme(), other.scheme())),
                }
            }
        }

        impl AnyRequirement {
            pub(super) fn parse(scheme: Scheme, text: &str) -> Result<Self, VersionError> {
                check_length("requirement", text)?;
                let parsed = match scheme {
                    $(Scheme::$variant => Self::$variant(<$rules>::parse_requirement(text)?)),+
                };
                if text.len() > SHORT {
                    check_length("requirement", &parsed.print())?;
                }
                Ok(parsed)
            }
            pub(super) fn scheme(&self) -> Scheme {
                match self { $(Self::$variant(_) => Scheme::$variant),+ }
            }
            pub(super) fn print(&self) -> String {
                match self { $(Self::$variant(r) => <$rules>::print_requirement(r)),+ }
            }
            pub(super) fn matches(&self, version: &AnyVersion) -> Result<bool, VersionError> {
                match (self, version) {
                    $((Self::$variant(r), AnyVersion::$variant(v)) => Ok(<$rules>::matches(r, v)),)+
                    _ => Err(mismatch(version.scheme(), self.scheme())),
                }
            }
            pub(super) fn is_empty(&self) -> bool {
                match self { $(Self::$variant(r) => <$rules>::is_empty(r)),+ }
            }
            pub(super) fn intersects(&self, other: &Self) -> Result<bool, VersionError> {
                match (self, other) {
                    $((Self::$variant(a), Self::$variant(b)) => Ok(<$rules>::intersects(a, b)),)+
                    _ => Err(mismatch(self.scheme(), other.scheme())),
                }
            }
            pub(super) fn is_subset(&self, other: &Self) -> Result<bool, VersionError> {
                match (self, other) {
                    $((Self::$variant(a), Self::$variant(b)) => Ok(<$rules>::is_subset(a, b)),)+
                    _ => Err(mismatch(self.scheme(), other.scheme())),
                }
            }
            pub(super) fn to_constraints(&self) -> Option<Option<Vec<vers::Constraint>>> {
                match self { $(Self::$variant(r) => <$rules>::span(r).map(|set| vers::from_set(&set))),+ }
            }
            pub(super) fn from_constraints(
                scheme: Scheme,
                constraints: &[vers::Constraint],
            ) -> Result<Option<Self>, VersionError> {
                match scheme {
                    $(Scheme::$variant => {
                        let set = vers::to_set::<$rules>(constraints)?;
                        Ok(<$rules>::spanning(&set).map(Self::$variant))
                    }),+
                }
            }
            pub(super) fn windows(&self) -> Option<Windows> {
                match self { $(Self::$variant(r) => <$rules>::windows(r)),+ }
            }
            pub(super) fn moved_to(&self, version: &AnyVersion) -> Result<Self, VersionError> {
                match (self, version) {
                    $((Self::$variant(r), AnyVersion::$variant(v)) =>
                        Ok(Self::$variant(<$rules>::moved_to(r, v))),)+
                    _ => Err(mismatch(version.scheme(), self.scheme())),
                }
            }
        }
    };
}

schemes! {
    /// SemVer with Cargo's requirements; build metadata orders. The default.
    #[default]
    Cargo(cargo::Cargo) = "cargo",
    /// SemVer with node-semver's ranges; build metadata does not order.
    Npm(npm::Npm) = "npm",
    /// Python's versions and specifiers (PEP 440).
    Pep440(pep440::Pep440) = "pep440",
    /// Maven's versions and ranges.
    Maven(maven::Maven) = "maven",
    /// Go modules: SemVer with `v`, pseudo-versions, `+incompatible`.
    Go(go::Go) = "go",
    /// Calendar versions such as `2026.11.0`, under a pattern.
    Calver(calver::Calver) = "calver",
    /// NuGet's versions and ranges.
    Nuget(nuget::Nuget) = "nuget",
    /// RubyGems' versions and requirements.
    Gem(gem::Gem) = "gem",
    /// Debian's package versions and relations.
    Debian(debian::Debian) = "debian",
}

/// The longest version or requirement that is read, in bytes.
pub const MAX_LENGTH: usize = 4096;

/// A text up to this length stays below [`MAX_LENGTH`] however it is normalised. What normalising a longer one makes too
/// long is refused, since it could not be read again.
pub(super) const SHORT: usize = 256;

pub(super) fn check_length(what: &'static str, text: &str) -> Result<(), VersionError> {
    if text.len() > MAX_LENGTH {
        return Err(VersionError::TooLong { what, length: text.len(), limit: MAX_LENGTH });
    }
    Ok(())
}

fn mismatch(left: Scheme, right: Scheme) -> VersionError {
    VersionError::SchemeMismatch { left: left.name(), right: right.name() }
}

impl serde::Serialize for Scheme {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

crate::document::names!(Scheme: "version scheme");

impl schemars::JsonSchema for Scheme {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Scheme".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names: Vec<_> = Self::ALL.iter().map(|scheme| scheme.name()).collect();
        schemars::json_schema!({
            "description": "The rules that a version and its requirements follow.",
            "type": "string",
            "enum": names,
        })
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Scheme {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        Self::ALL.iter().copied().find(|scheme| scheme.name() == text).ok_or_else(|| {
            let known = Self::ALL.iter().map(|scheme| scheme.name()).collect::<Vec<_>>().join(", ");
            VersionError::UnknownScheme { input: text.to_owned(), known }.into()
        })
    }
}
