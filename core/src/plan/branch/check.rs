//! Whether a version may be released from a branch.

use super::error::BranchError;
use super::types::{BranchKind, BranchRange};
use crate::version::{Bump, Scheme, Version};

/// Checks that a version, planned for changes that ask for `bump`, may be released from the branch of this name.
///
/// ```
/// use greenboard::plan::{Branch, Tag, branches, check_branch};
/// use greenboard::version::{Bump, Version};
///
/// let ranges = branches(&[
///     Branch::new("main").with_tag(Tag::parse("1.0.0")?).with_tag(Tag::parse("2.0.0")?),
///     Branch::new("1.x").with_tag(Tag::parse("1.0.0")?),
/// ])?;
/// assert!(check_branch(&ranges, "1.x", &Version::parse("1.1.0")?, Bump::Minor).is_ok());
/// assert_eq!(
///     check_branch(&ranges, "1.x", &Version::parse("2.0.0")?, Bump::Major).unwrap_err().to_string(),
///     "2.0.0 cannot be released from branch \"1.x\": it is outside >=1.0.0 <2.0.0 (which accepts patch, minor); \
///      release it from main instead, or leave out of this branch what asks for a major version",
/// );
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `plan.out_of_branch_range`, with what would help; `plan.invalid_branch` where there is no such branch.
pub fn check_branch(
    branches: &[BranchRange],
    branch: &str,
    version: &Version,
    bump: Bump,
) -> crate::Result<()> {
    let Some(own) = branches.iter().find(|range| range.name == branch) else {
        let known: Vec<&str> = branches.iter().map(|range| range.name.as_str()).collect();
        let reason = format!("releases are made from {} only", list(&known));
        return Err(BranchError::invalid(branch, reason));
    };
    let Some(range) = own.range.as_deref().filter(|_| own.kind != BranchKind::Prerelease) else {
        return Ok(());
    };
    if holds(range, version) {
        return Ok(());
    }
    let accepted = own.accept.as_deref().unwrap_or_default();
    let names: Vec<&str> = accepted.iter().map(|bump| bump.name()).collect();
    let reason = if names.is_empty() {
        " (from which nothing can be released any more)".to_owned()
    } else {
        format!(" (which accepts {})", names.join(", "))
    };
    let others = elsewhere(branches, branch, version, bump);
    let leave = format!("leave out of this branch what asks for a {bump} version");
    let advice = match others.as_slice() {
        [] => leave,
        others => format!("release it from {} instead, or {leave}", list(others)),
    };
    Err(BranchError::OutOfBranchRange {
        version: version.to_string(),
        branch: branch.to_owned(),
        range: range.to_owned(),
        reason,
        advice,
    }
    .into())
}

/// The other branches that would take it: a prerelease those that make such, a release those that accept such a bump.
fn elsewhere<'r>(branches: &'r [BranchRange], own: &str, version: &Version, bump: Bump) -> Vec<&'r str> {
    let takes = |other: &&BranchRange| match &other.accept {
        Some(accept) => !version.is_prerelease() && accept.contains(&bump),
        None => version.is_prerelease(),
    };
    let others = branches.iter().filter(|other| other.name != own).filter(takes);
    others.map(|other| other.name.as_str()).collect()
}

/// Checks that a version that was released elsewhere may be merged into a maintenance branch.
///
/// ```
/// use greenboard::plan::{Branch, branches, check_merge};
/// use greenboard::version::Version;
///
/// let ranges = branches(&[Branch::new("main"), Branch::new("1.1.x")])?;
/// assert!(check_merge(&ranges[0], &Version::parse("1.1.4")?).is_ok());
/// assert_eq!(check_merge(&ranges[0], &Version::parse("1.2.0")?).unwrap_err().code(), "plan.out_of_merge_range");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `plan.out_of_merge_range`.
pub fn check_merge(branch: &BranchRange, version: &Version) -> crate::Result<()> {
    match branch.merge_range.as_deref() {
        Some(range) if !holds(range, version) => Err(BranchError::OutOfMergeRange {
            version: version.to_string(),
            branch: branch.name.clone(),
            range: range.to_owned(),
        }
        .into()),
        _ => Ok(()),
    }
}

/// Whether a release lies in `>=a <b` or `>=a`. The bounds are three numbers, which every scheme reads; one that does not admit none.
fn holds(range: &str, version: &Version) -> bool {
    let scheme = version.scheme();
    let bound = |text: &str| {
        let v = if scheme == Scheme::Go { "v" } else { "" };
        Version::parse_as(scheme, &format!("{v}{text}")).ok()
    };
    let (min, max) = match range.split_once(" <") {
        Some((min, max)) => (min, Some(max)),
        None => (range, None),
    };
    let within = |bound_text: &str, lower: bool| {
        let order = bound(bound_text).and_then(|bound| version.precedence(&bound).ok());
        order.is_some_and(|order| if lower { order.is_ge() } else { order.is_lt() })
    };
    !version.is_prerelease()
        && min.strip_prefix(">=").is_some_and(|min| within(min, true))
        && max.is_none_or(|max| within(max, false))
}

fn list(names: &[&str]) -> String {
    match names {
        [] => "no branch".to_owned(),
        [one] => (*one).to_owned(),
        [head @ .., last] => format!("{} or {last}", head.join(", ")),
    }
}
