//! What only node-semver has; `lib/npm.js` gives these functions their names and defaults.

use crate::error::raise;
use crate::version::increment;
use greenboard::version::npm::{self, CoerceOptions, Range, Side, Version};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// How texts are read.
#[napi(object)]
pub struct NpmOptions {
    /// What old packages have is read too.
    pub loose: bool,
    /// Prereleases are in ranges that do not ask for them.
    pub include_prerelease: bool,
}

impl NpmOptions {
    fn core(&self) -> npm::Options {
        npm::Options::new().with_loose(self.loose).with_include_prerelease(self.include_prerelease)
    }

    fn version(&self, text: &str) -> greenboard::Result<Version> {
        Version::parse_with(text, &self.core())
    }

    fn range(&self, text: &str) -> greenboard::Result<Range> {
        Range::parse_with(text, &self.core())
    }
}

/// The version that a sloppy text means.
#[napi]
pub fn npm_clean(text: String, options: NpmOptions) -> Option<String> {
    Version::clean(&text, &options.core()).map(|version| version.to_string())
}

/// The version in a text that is none.
#[napi]
pub fn npm_coerce(text: String, rtl: bool, options: NpmOptions) -> Option<String> {
    let options = CoerceOptions::from(options.core()).with_rtl(rtl);
    Version::coerce(&text, &options).map(|version| version.to_string())
}

/// The version after a step.
#[napi]
pub fn npm_inc(
    text: String,
    step: String,
    identifier: Option<String>,
    base: Option<i64>,
    options: NpmOptions,
) -> Result<String> {
    let next = || options.version(&text)?.increment(&increment(&step, identifier, base)?);
    next().map(|version| version.to_string()).map_err(raise)
}

/// The step between two versions.
#[napi]
pub fn npm_diff(a: String, b: String, options: NpmOptions) -> Result<Option<&'static str>> {
    let diff = || Ok(options.version(&a)?.diff(&options.version(&b)?));
    diff().map(|step| step.map(|step| step.name())).map_err(raise)
}

/// The version with all below a step set to zero.
#[napi]
pub fn npm_truncate(text: String, step: String, options: NpmOptions) -> Result<String> {
    let truncated = || options.version(&text)?.truncate(step.parse()?);
    truncated().map(|version| version.to_string()).map_err(raise)
}

/// The range in its normal text.
#[napi]
pub fn npm_range(text: String, options: NpmOptions) -> Result<String> {
    options.range(&text).map(|range| range.to_string()).map_err(raise)
}

/// Whether the version is in the range.
#[napi]
pub fn npm_satisfies(text: String, range: String, options: NpmOptions) -> Result<bool> {
    let satisfies = || Ok(options.range(&range)?.satisfies(&options.version(&text)?));
    satisfies().map_err(raise)
}

/// Whether some version is in both ranges.
#[napi]
pub fn npm_intersects(a: String, b: String, options: NpmOptions) -> Result<bool> {
    let intersects = || Ok(options.range(&a)?.intersects(&options.range(&b)?));
    intersects().map_err(raise)
}

/// Whether all of the first range is in the second.
#[napi]
pub fn npm_subset(a: String, b: String, options: NpmOptions) -> Result<bool> {
    let subset = || Ok(options.range(&a)?.is_subset(&options.range(&b)?));
    subset().map_err(raise)
}

/// Whether the version is above the range, or below it.
#[napi]
pub fn npm_outside(text: String, range: String, above: bool, options: NpmOptions) -> Result<bool> {
    let side = if above { Side::Above } else { Side::Below };
    let outside = || Ok(options.range(&range)?.is_outside(&options.version(&text)?, side));
    outside().map_err(raise)
}

/// The least version in the range.
#[napi]
pub fn npm_min_version(range: String, options: NpmOptions) -> Result<Option<String>> {
    let least = options.range(&range).map(|range| range.min_version()).map_err(raise)?;
    Ok(least.map(|version| version.to_string()))
}

/// The shortest range with the same answers for these versions.
#[napi]
pub fn npm_simplify(versions: Vec<String>, range: String, options: NpmOptions) -> Result<String> {
    options.range(&range).and_then(|range| range.simplify(&versions)).map_err(raise)
}
