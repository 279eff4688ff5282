//! Branches that releases are made from, and the numbers of prereleases.

use crate::document::Given;
use crate::error::raise;
use crate::version::Version;
use greenboard::document::to_json;
use greenboard::plan::{self, Branch, BranchRange};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// What may be released from each branch, as JSON.
#[napi]
pub fn branches(branches: Given) -> Result<String> {
    let branches = branches.read::<Vec<Branch>>("branches");
    branches.and_then(|branches| to_json(&plan::branches(&branches)?)).map_err(raise)
}

/// The last release on a branch, as JSON; null where there is none.
#[napi]
pub fn last_release(branch: Given) -> Result<String> {
    branch.read::<Branch>("branch").and_then(|branch| to_json(&plan::last_release(&branch))).map_err(raise)
}

/// The next version on a branch.
#[napi]
pub fn next_on_branch(branch: Given, bump: String) -> Result<Version> {
    let next = branch
        .read::<Branch>("branch")
        .and_then(|branch| plan::next_on_branch(&branch, plan::last_release(&branch), bump.parse()?));
    next.map(Version).map_err(raise)
}

/// Throws where a version may not be released from a branch.
#[napi]
pub fn check_branch(ranges: Given, branch: String, version: &Version, bump: String) -> Result<()> {
    let ranges = ranges.read::<Vec<BranchRange>>("ranges");
    let checked = ranges.and_then(|ranges| plan::check_branch(&ranges, &branch, &version.0, bump.parse()?));
    checked.map_err(raise)
}

/// Throws where a version may not be merged into a branch.
#[napi]
pub fn check_merge(range: Given, version: &Version) -> Result<()> {
    let range = range.read::<BranchRange>("range");
    range.and_then(|range| plan::check_merge(&range, &version.0)).map_err(raise)
}

/// The next prerelease on the way to a release.
#[napi]
pub fn next_prerelease(
    target: &Version,
    last: Option<&Version>,
    identifier: String,
    first: i64,
) -> Result<Version> {
    let first = u64::try_from(first).unwrap_or_default();
    let last = last.map(|last| &last.0);
    plan::next_prerelease(&target.0, last, &identifier, first).map(Version).map_err(raise)
}

/// The release that a prerelease leads to.
#[napi]
pub fn graduate(version: &Version) -> Result<Version> {
    plan::graduate(&version.0).map(Version).map_err(raise)
}
