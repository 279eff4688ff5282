//! Versions and requirements: the handles that the classes of `version.js` hold.

use crate::error::raise;
use greenboard::version::Increment;
use greenboard::version::vers::Vers;
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// The handle of a version.
#[napi(js_name = "Version")]
pub struct Version(pub(crate) greenboard::Version);

#[napi]
impl Version {
    /// Reads the text of one.
    #[napi(constructor)]
    pub fn new(text: String, scheme: String) -> Result<Self> {
        let scheme = scheme.parse().map_err(raise)?;
        greenboard::Version::parse_as(scheme, &text).map(Self).map_err(raise)
    }

    /// The normalised text.
    #[napi]
    pub fn text(&self) -> &str {
        self.0.as_str()
    }

    /// Whether it comes before a release it leads up to.
    #[napi]
    pub fn is_prerelease(&self) -> bool {
        self.0.is_prerelease()
    }

    /// The next version after a step.
    #[napi]
    pub fn bump(&self, step: String, identifier: Option<String>, base: Option<i64>) -> Result<Self> {
        let increment = increment(&step, identifier, base).map_err(raise)?;
        self.0.bump(increment).map(Self).map_err(raise)
    }

    /// The largest part in which the two differ.
    #[napi]
    pub fn diff(&self, other: &Version) -> Result<&'static str> {
        self.0.diff(&other.0).map(|bump| bump.name()).map_err(raise)
    }

    /// The scheme's order of the two.
    #[napi]
    pub fn compare(&self, other: &Version) -> Result<i32> {
        self.0.precedence(&other.0).map(|order| order as i32).map_err(raise)
    }
}

/// The handle of a requirement.
#[napi(js_name = "Requirement")]
pub struct Requirement(pub(crate) greenboard::Requirement);

#[napi]
impl Requirement {
    /// Reads the text of one.
    #[napi(constructor)]
    pub fn new(text: String, scheme: String) -> Result<Self> {
        let scheme = scheme.parse().map_err(raise)?;
        greenboard::Requirement::parse_as(scheme, &text).map(Self).map_err(raise)
    }

    /// The normalised text.
    #[napi]
    pub fn text(&self) -> &str {
        self.0.as_str()
    }

    /// Whether no version at all can meet it.
    #[napi]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the version meets it.
    #[napi]
    pub fn matches(&self, version: &Version) -> Result<bool> {
        self.0.matches(&version.0).map_err(raise)
    }

    /// Whether the version of this text meets it.
    #[napi]
    pub fn matches_text(&self, version: String) -> Result<bool> {
        let version = greenboard::Version::parse_as(self.0.scheme(), &version).map_err(raise)?;
        self.0.matches(&version).map_err(raise)
    }

    /// Whether some version can meet both.
    #[napi]
    pub fn intersects(&self, other: &Requirement) -> Result<bool> {
        self.0.intersects(&other.0).map_err(raise)
    }

    /// Whether every version that meets this one meets `other` too.
    #[napi]
    pub fn is_subset(&self, other: &Requirement) -> Result<bool> {
        self.0.is_subset(&other.0).map_err(raise)
    }

    /// It in `vers` notation.
    #[napi]
    pub fn to_vers(&self) -> Result<String> {
        self.0.to_vers().map(|range| range.to_string()).map_err(raise)
    }

    /// The requirement that a range in `vers` notation stands for.
    #[napi]
    pub fn from_vers(text: String) -> Result<Self> {
        let range = Vers::parse(&text).map_err(raise)?;
        greenboard::Requirement::from_vers(&range).map(Self).map_err(raise)
    }

    /// The name of the scheme it follows.
    #[napi]
    pub fn scheme(&self) -> &'static str {
        self.0.scheme().name()
    }

    /// The requirement rewritten to ask for `version`.
    #[napi]
    pub fn moved_to(&self, version: &Version) -> Result<Self> {
        self.0.moved_to(&version.0).map(Self).map_err(raise)
    }
}

/// The core's increment of the options of `bump`.
pub(crate) fn increment(
    step: &str,
    identifier: Option<String>,
    base: Option<i64>,
) -> greenboard::Result<Increment> {
    let increment = Increment::new(step.parse()?).with_base(base.and_then(|base| base.try_into().ok()));
    Ok(match identifier {
        Some(identifier) => increment.with_identifier(identifier),
        None => increment,
    })
}
