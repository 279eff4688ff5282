//! What only node-semver has; `npm.py` gives these functions their names and defaults.

use crate::error::Result;
use crate::version::increment;
use greenboard::version::npm::{CoerceOptions, Options, Range, Side, Version};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

fn options(loose: bool, include_prerelease: bool) -> Options {
    Options::new().with_loose(loose).with_include_prerelease(include_prerelease)
}

fn version(text: &str, loose: bool) -> greenboard::Result<Version> {
    Version::parse_with(text, &options(loose, false))
}

/// The version that a sloppy text means, or None.
#[pyfunction]
pub(crate) fn npm_clean(text: &str, loose: bool) -> Option<String> {
    Version::clean(text, &options(loose, false)).map(|version| version.to_string())
}

/// The version in a text that is none, or None.
#[pyfunction]
pub(crate) fn npm_coerce(text: &str, rtl: bool, include_prerelease: bool, loose: bool) -> Option<String> {
    let options = CoerceOptions::new().with_rtl(rtl).with_include_prerelease(include_prerelease);
    Version::coerce(text, &options.with_loose(loose)).map(|version| version.to_string())
}

/// The version after a step.
#[pyfunction]
pub(crate) fn npm_inc(
    text: &str,
    step: &str,
    identifier: Option<&str>,
    base: Option<u64>,
    loose: bool,
) -> Result<String> {
    Ok(version(text, loose)?.increment(&increment(step, identifier, base)?)?.to_string())
}

/// The step between two versions, or None.
#[pyfunction]
pub(crate) fn npm_diff(a: &str, b: &str, loose: bool) -> Result<Option<&'static str>> {
    Ok(version(a, loose)?.diff(&version(b, loose)?).map(|step| step.name()))
}

/// The version with all below a step set to zero.
#[pyfunction]
pub(crate) fn npm_truncate(text: &str, step: &str, loose: bool) -> Result<String> {
    Ok(version(text, loose)?.truncate(step.parse()?)?.to_string())
}

/// The range in its normal text.
#[pyfunction]
pub(crate) fn npm_range(text: &str, loose: bool, include_prerelease: bool) -> Result<String> {
    Ok(Range::parse_with(text, &options(loose, include_prerelease))?.to_string())
}

/// Whether the version is in the range.
#[pyfunction]
pub(crate) fn npm_satisfies(text: &str, range: &str, loose: bool, include_prerelease: bool) -> Result<bool> {
    let range = Range::parse_with(range, &options(loose, include_prerelease))?;
    Ok(range.satisfies(&version(text, loose)?))
}

/// Whether some version is in both ranges.
#[pyfunction]
pub(crate) fn npm_intersects(a: &str, b: &str, loose: bool, include_prerelease: bool) -> Result<bool> {
    let options = options(loose, include_prerelease);
    Ok(Range::parse_with(a, &options)?.intersects(&Range::parse_with(b, &options)?))
}

/// Whether all of the first range is in the second.
#[pyfunction]
pub(crate) fn npm_subset(a: &str, b: &str, loose: bool, include_prerelease: bool) -> Result<bool> {
    let options = options(loose, include_prerelease);
    Ok(Range::parse_with(a, &options)?.is_subset(&Range::parse_with(b, &options)?))
}

/// Whether the version lies beyond the range on a side.
#[pyfunction]
pub(crate) fn npm_outside(
    text: &str,
    range: &str,
    hilo: &str,
    loose: bool,
    include_prerelease: bool,
) -> PyResult<bool> {
    let side = match hilo {
        ">" => Side::Above,
        "<" => Side::Below,
        other => return Err(PyValueError::new_err(format!("hilo must be '>' or '<', not {other:?}"))),
    };
    let outside = || -> Result<bool> {
        let range = Range::parse_with(range, &options(loose, include_prerelease))?;
        Ok(range.is_outside(&version(text, loose)?, side))
    };
    Ok(outside()?)
}

/// The least version in the range, or None.
#[pyfunction]
pub(crate) fn npm_min_version(range: &str, loose: bool) -> Result<Option<String>> {
    let range = Range::parse_with(range, &options(loose, false))?;
    Ok(range.min_version().map(|version| version.to_string()))
}

/// The shortest range with the same answers for these versions.
#[pyfunction]
pub(crate) fn npm_simplify(
    versions: Vec<String>,
    range: &str,
    loose: bool,
    include_prerelease: bool,
) -> Result<String> {
    Ok(Range::parse_with(range, &options(loose, include_prerelease))?.simplify(&versions)?)
}
