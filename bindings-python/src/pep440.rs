//! What only PEP 440 has; `pep440.py` gives these functions their names and defaults.

use crate::error::Result;
use greenboard::version::pep440::{Parts, SpecifierSet};
use greenboard::{Scheme, Version};
use pyo3::prelude::*;

/// Epoch, release, pre-release, post-release, development release and local segment.
type Segments = (u64, Vec<u64>, Option<(&'static str, u64)>, Option<u64>, Option<u64>, Option<String>);

/// The segments of a version.
#[pyfunction]
pub(crate) fn pep440_parts(version: &str) -> Result<Segments> {
    let version = Version::parse_as(Scheme::Pep440, version)?;
    let parts = Parts::of(&version)?;
    let pre = parts.pre().map(|(phase, number)| (phase.name(), number));
    let local = parts.local().map(str::to_owned);
    Ok((parts.epoch(), parts.release().to_vec(), pre, parts.post(), parts.dev(), local))
}

/// Whether the candidate meets all specifiers.
#[pyfunction]
pub(crate) fn pep440_contains(specifiers: &str, candidate: &str, prereleases: Option<bool>) -> Result<bool> {
    Ok(SpecifierSet::parse(specifiers)?.contains(candidate, prereleases))
}

/// The candidates that meet all specifiers, in the order given.
#[pyfunction]
pub(crate) fn pep440_filter(
    py: Python<'_>,
    specifiers: &str,
    candidates: Vec<String>,
    prereleases: Option<bool>,
) -> Result<Vec<String>> {
    Ok(py.detach(|| {
        let met = SpecifierSet::parse(specifiers)?.filter(&candidates, prereleases);
        Ok::<_, greenboard::Error>(met.into_iter().cloned().collect())
    })?)
}

/// Whether nothing can meet all specifiers.
#[pyfunction]
pub(crate) fn pep440_is_unsatisfiable(specifiers: &str, prereleases: Option<bool>) -> Result<bool> {
    Ok(SpecifierSet::parse(specifiers)?.is_unsatisfiable(prereleases))
}

/// Whether all that meets the first specifiers meets the second.
#[pyfunction]
pub(crate) fn pep440_is_subset(a: &str, b: &str) -> Result<bool> {
    Ok(SpecifierSet::parse(a)?.is_subset(&SpecifierSet::parse(b)?))
}

/// Whether nothing meets both.
#[pyfunction]
pub(crate) fn pep440_is_disjoint(a: &str, b: &str) -> Result<bool> {
    Ok(SpecifierSet::parse(a)?.is_disjoint(&SpecifierSet::parse(b)?))
}

/// Whether the same versions and texts meet both.
#[pyfunction]
pub(crate) fn pep440_is_equivalent(a: &str, b: &str) -> Result<bool> {
    Ok(SpecifierSet::parse(a)?.is_equivalent(&SpecifierSet::parse(b)?))
}
