//! What only PEP 440 has; `lib/pep440.js` gives these functions their names and defaults.

use crate::error::raise;
use greenboard::version::pep440::SpecifierSet;
use napi::bindgen_prelude::*;
use napi_derive::napi;

fn both<T>(a: &str, b: &str, answer: impl Fn(&SpecifierSet, &SpecifierSet) -> T) -> Result<T> {
    let sets = || Ok((SpecifierSet::parse(a)?, SpecifierSet::parse(b)?));
    sets().map(|(a, b)| answer(&a, &b)).map_err(raise)
}

/// Whether the candidate meets all specifiers.
#[napi]
pub fn pep440_contains(specifiers: String, candidate: String, prereleases: Option<bool>) -> Result<bool> {
    let set = SpecifierSet::parse(&specifiers).map_err(raise)?;
    Ok(set.contains(&candidate, prereleases))
}

/// The candidates that meet all specifiers, in the order given.
#[napi]
pub fn pep440_filter(
    specifiers: String,
    candidates: Vec<String>,
    prereleases: Option<bool>,
) -> Result<Vec<String>> {
    let set = SpecifierSet::parse(&specifiers).map_err(raise)?;
    Ok(set.filter(&candidates, prereleases).into_iter().cloned().collect())
}

/// Whether nothing can meet all specifiers.
#[napi]
pub fn pep440_is_unsatisfiable(specifiers: String, prereleases: Option<bool>) -> Result<bool> {
    Ok(SpecifierSet::parse(&specifiers).map_err(raise)?.is_unsatisfiable(prereleases))
}

/// Whether all that meets the first specifiers meets the second.
#[napi]
pub fn pep440_is_subset(a: String, b: String) -> Result<bool> {
    both(&a, &b, SpecifierSet::is_subset)
}

/// Whether nothing meets both.
#[napi]
pub fn pep440_is_disjoint(a: String, b: String) -> Result<bool> {
    both(&a, &b, SpecifierSet::is_disjoint)
}

/// Whether the same versions and texts meet both.
#[napi]
pub fn pep440_is_equivalent(a: String, b: String) -> Result<bool> {
    both(&a, &b, SpecifierSet::is_equivalent)
}
