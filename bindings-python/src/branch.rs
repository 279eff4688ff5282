//! Branches that releases are made from, and the numbers of prereleases.

use crate::document::Given;
use crate::error::Result;
use crate::version::Version;
use greenboard::document::to_json;
use greenboard::plan::{self, Branch, BranchRange};
use pyo3::prelude::*;

/// What may be released from each branch, as JSON.
#[pyfunction]
pub(crate) fn branches(py: Python<'_>, branches: Given) -> Result<String> {
    Ok(py.detach(|| {
        let branches: Vec<Branch> = branches.read("branches")?;
        to_json(&plan::branches(&branches)?)
    })?)
}

/// The last release on a branch, as JSON; null where there is none.
#[pyfunction]
pub(crate) fn last_release(branch: Given) -> Result<String> {
    let branch: Branch = branch.read("branch")?;
    Ok(to_json(&plan::last_release(&branch))?)
}

/// The next version on a branch.
#[pyfunction]
pub(crate) fn next_on_branch(branch: Given, bump: &str) -> Result<Version> {
    let branch: Branch = branch.read("branch")?;
    Ok(Version(plan::next_on_branch(&branch, plan::last_release(&branch), bump.parse()?)?))
}

/// Raises where a version may not be released from a branch.
#[pyfunction]
pub(crate) fn check_branch(ranges: Given, branch: &str, version: &Version, bump: &str) -> Result<()> {
    let ranges: Vec<BranchRange> = ranges.read("ranges")?;
    Ok(plan::check_branch(&ranges, branch, &version.0, bump.parse()?)?)
}

/// Raises where a version may not be merged into a branch.
#[pyfunction]
pub(crate) fn check_merge(range: Given, version: &Version) -> Result<()> {
    let range: BranchRange = range.read("range")?;
    Ok(plan::check_merge(&range, &version.0)?)
}

/// The next prerelease on the way to a release.
#[pyfunction]
pub(crate) fn next_prerelease(
    target: &Version,
    last: Option<PyRef<'_, Version>>,
    identifier: &str,
    first: u64,
) -> Result<Version> {
    let last = last.as_ref().map(|last| &last.0);
    Ok(Version(plan::next_prerelease(&target.0, last, identifier, first)?))
}

/// The release that a prerelease leads to.
#[pyfunction]
pub(crate) fn graduate(version: &Version) -> Result<Version> {
    Ok(Version(plan::graduate(&version.0)?))
}
