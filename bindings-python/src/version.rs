//! Versions and requirements.

use crate::error::Result;
use greenboard::version::Increment;
use greenboard::version::vers::Vers;
use pyo3::basic::CompareOp;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyType};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A version of one scheme, in its normalised text.
///
/// `==` and `hash` are identity of scheme and text; `<` follows the scheme's precedence, and raises `VersionError` across
/// schemes.
#[pyclass(frozen, module = "greenboard")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Version(pub(crate) greenboard::Version);

#[pymethods]
impl Version {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("text", "scheme")
    }

    #[new]
    #[pyo3(signature = (text, scheme = "cargo"))]
    fn new(text: &str, scheme: &str) -> Result<Self> {
        Ok(Self(greenboard::Version::parse_as(scheme.parse()?, text)?))
    }

    /// The normalised text.
    #[getter]
    fn text(&self) -> &str {
        self.0.as_str()
    }

    /// The name of the scheme it follows.
    #[getter]
    fn scheme(&self) -> &'static str {
        self.0.scheme().name()
    }

    /// Whether it comes before a release it leads up to.
    #[getter]
    fn is_prerelease(&self) -> bool {
        self.0.is_prerelease()
    }

    /// The next version after a step: major, minor, patch, premajor, preminor, prepatch, prerelease or release.
    ///
    /// A new prerelease is named by `identifier` and counted from `base`; `None` leaves its number out.
    #[pyo3(signature = (step, *, identifier = None, base = Some(0)), text_signature = "($self, step, *, identifier=None, base=0)")]
    fn bump(&self, step: &str, identifier: Option<&str>, base: Option<u64>) -> Result<Self> {
        Ok(Self(self.0.bump(increment(step, identifier, base)?)?))
    }

    /// The largest part in which the two differ: "major", "minor", "patch", or "none" at equal precedence.
    fn diff(&self, other: &Self) -> Result<&'static str> {
        Ok(self.0.diff(&other.0)?.name())
    }

    /// The scheme's order of the two: -1, 0 or 1.
    fn precedence(&self, other: &Self) -> Result<i8> {
        Ok(self.0.precedence(&other.0)? as i8)
    }

    fn __richcmp__(&self, other: &Self, op: CompareOp) -> Result<bool> {
        Ok(match op {
            CompareOp::Eq => self == other,
            CompareOp::Ne => self != other,
            CompareOp::Lt => self.0.precedence(&other.0)?.is_lt(),
            CompareOp::Le => self.0.precedence(&other.0)?.is_le(),
            CompareOp::Gt => self.0.precedence(&other.0)?.is_gt(),
            CompareOp::Ge => self.0.precedence(&other.0)?.is_ge(),
        })
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.hash(&mut hasher);
        hasher.finish()
    }

    fn __str__(&self) -> &str {
        self.0.as_str()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf.as_any(), slf.get().text(), slf.get().scheme())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, (String, &'static str)) {
        (slf.get_type(), (slf.get().text().to_owned(), slf.get().scheme()))
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }
}

/// What a consumer accepts of a provider: a set of versions in one scheme's notation.
///
/// `==` and `hash` are identity of scheme and text; two texts may well ask for the same set (`is_subset` both ways).
#[pyclass(frozen, eq, hash, module = "greenboard")]
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Requirement(pub(crate) greenboard::Requirement);

#[pymethods]
impl Requirement {
    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("text", "scheme")
    }

    #[new]
    #[pyo3(signature = (text, scheme = "cargo"))]
    fn new(text: &str, scheme: &str) -> Result<Self> {
        Ok(Self(greenboard::Requirement::parse_as(scheme.parse()?, text)?))
    }

    /// The normalised text.
    #[getter]
    fn text(&self) -> &str {
        self.0.as_str()
    }

    /// The name of the scheme it follows.
    #[getter]
    fn scheme(&self) -> &'static str {
        self.0.scheme().name()
    }

    /// Whether no version at all can meet it.
    #[getter]
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the version, or the text of one in the same scheme, meets it.
    fn matches(&self, version: GivenVersion<'_>) -> Result<bool> {
        version.read(self.0.scheme(), |version| self.0.matches(version))
    }

    /// Whether some version can meet both.
    fn intersects(&self, other: &Self) -> Result<bool> {
        Ok(self.0.intersects(&other.0)?)
    }

    /// Whether every version that meets this one meets `other` too.
    fn is_subset(&self, other: &Self) -> Result<bool> {
        Ok(self.0.is_subset(&other.0)?)
    }

    /// The requirement rewritten to ask for `version`, its operator and precision kept.
    fn moved_to(&self, version: GivenVersion<'_>) -> Result<Self> {
        version.read(self.0.scheme(), |version| self.0.moved_to(version)).map(Self)
    }

    /// It in `vers` notation, which knows the order of versions and nothing else: rules for prereleases are dropped.
    fn to_vers(&self) -> Result<String> {
        Ok(self.0.to_vers()?.to_string())
    }

    /// The requirement that a range in `vers` notation stands for, in the scheme of its type.
    #[staticmethod]
    fn from_vers(text: &str) -> Result<Self> {
        Ok(Self(greenboard::Requirement::from_vers(&Vers::parse(text)?)?))
    }

    fn __contains__(&self, version: GivenVersion<'_>) -> Result<bool> {
        self.matches(version)
    }

    fn __str__(&self) -> &str {
        self.0.as_str()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        represent(slf.as_any(), slf.get().text(), slf.get().scheme())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> (Bound<'py, PyType>, (String, &'static str)) {
        (slf.get_type(), (slf.get().text().to_owned(), slf.get().scheme()))
    }

    fn __copy__<'py>(slf: &Bound<'py, Self>) -> Bound<'py, Self> {
        slf.clone()
    }

    fn __deepcopy__<'py>(slf: &Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf.clone()
    }
}

/// A version, or its text.
pub(crate) enum GivenVersion<'py> {
    Version(Bound<'py, Version>),
    Text(String),
}

impl<'py> FromPyObject<'_, 'py> for GivenVersion<'py> {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(version) = given.cast::<Version>() {
            return Ok(Self::Version(version.to_owned()));
        }
        given.extract().map(Self::Text).map_err(|_| match given.get_type().name() {
            Ok(name) => PyTypeError::new_err(format!("expected a Version or the text of one, not {name}")),
            Err(error) => error,
        })
    }
}

impl GivenVersion<'_> {
    /// Calls `use_it` with the version; a text is read in `scheme`.
    pub(crate) fn read<T>(
        &self,
        scheme: greenboard::Scheme,
        use_it: impl FnOnce(&greenboard::Version) -> greenboard::Result<T>,
    ) -> Result<T> {
        Ok(match self {
            Self::Version(version) => use_it(&version.get().0)?,
            Self::Text(text) => use_it(&greenboard::Version::parse_as(scheme, text)?)?,
        })
    }
}

/// The core's increment of the keywords of `bump`.
pub(crate) fn increment(step: &str, identifier: Option<&str>, base: Option<u64>) -> Result<Increment> {
    let increment = Increment::new(step.parse()?).with_base(base);
    Ok(match identifier {
        Some(identifier) => increment.with_identifier(identifier),
        None => increment,
    })
}

/// `Version('1.2.3', scheme='npm')`: the expression that makes it again.
fn represent(value: &Bound<'_, PyAny>, text: &str, scheme: &str) -> PyResult<String> {
    let class = value.get_type().name()?;
    let text = PyString::new(value.py(), text).repr()?;
    Ok(format!("{class}({text}, scheme='{scheme}')"))
}
