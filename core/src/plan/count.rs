//! The numbers of prereleases: which one comes next on the way to a release.

use super::error::PlanError;
use crate::version::{Scheme, Version};

/// The next prerelease under `identifier` on the way to `target`.
///
/// `last` is the latest version there is: where it is a prerelease of that identifier on the way to the same target or to a
/// later one, its number goes on, so that a fix does not fall behind a feature that was already tried. Everywhere else (another identifier, an earlier target, a
/// release) the count starts anew from `first`. So a count is never kept where the identifier or the base changes.
///
/// The identifier is written as the scheme does: `1.2.0-rc.1`, `v1.2.0-rc.1`, `1.2.0rc1` (PEP 440), `1.2.0-rc-1` (Maven),
/// `1.2.0.rc.1` (gem), `1.2.0~rc1` (Debian).
///
/// ```
/// use greenboard::plan::next_prerelease;
/// use greenboard::version::{Scheme, Version};
///
/// let version = |text| Version::parse_as(Scheme::Npm, text);
/// let next = |target, last| Ok::<_, greenboard::Error>(
///     next_prerelease(&version(target)?, Some(&version(last)?), "beta", 1)?.to_string());
/// assert_eq!(next("1.1.0", "1.0.0")?, "1.1.0-beta.1");
/// assert_eq!(next("1.1.0", "1.1.0-beta.1")?, "1.1.0-beta.2");
/// assert_eq!(next("1.1.0", "1.1.0-alpha.4")?, "1.1.0-beta.1");
/// assert_eq!(next("2.0.0", "1.1.0-beta.2")?, "2.0.0-beta.1");
/// assert_eq!(next("1.1.1", "1.2.0-beta.3")?, "1.2.0-beta.4");
///
/// let python = |text| Version::parse_as(Scheme::Pep440, text);
/// assert_eq!(next_prerelease(&python("1.2.0")?, Some(&python("1.2.0a3")?), "alpha", 0)?.as_str(), "1.2.0a4");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `plan.no_prerelease` where the scheme has no prerelease of that identifier, or `target` is a prerelease itself;
/// `version.*` where `last` is of another scheme.
pub fn next_prerelease(
    target: &Version,
    last: Option<&Version>,
    identifier: &str,
    first: u64,
) -> crate::Result<Version> {
    let none = || PlanError::NoPrerelease { identifier: identifier.to_owned(), version: target.to_string() };
    if target.is_prerelease() {
        return Err(none().into());
    }
    let fresh = numbered(target, identifier, first).ok_or_else(none)?;
    let Some(last) = last else { return Ok(fresh) };
    match count_on(last, identifier)? {
        Some(continued) if continued.precedence(&fresh)?.is_gt() => Ok(continued),
        _ => Ok(fresh),
    }
}

/// The release that a prerelease leads to; a release itself as it is. Build metadata is left out.
///
/// ```
/// use greenboard::plan::graduate;
/// use greenboard::version::Version;
/// assert_eq!(graduate(&Version::parse("1.2.0-rc.4")?)?.as_str(), "1.2.0");
/// assert_eq!(graduate(&Version::parse("1.2.0")?)?.as_str(), "1.2.0");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `version.*` where the scheme has no such step.
pub fn graduate(version: &Version) -> crate::Result<Version> {
    if version.is_prerelease() { version.bump(crate::version::Step::Release) } else { Ok(version.clone()) }
}

/// This prerelease with the number after its own, where it is one of `identifier`.
fn count_on(last: &Version, identifier: &str) -> crate::Result<Option<Version>> {
    if !last.is_prerelease() {
        return Ok(None);
    }
    let target = graduate(last)?;
    // A count from 0, to see what this scheme writes around the number.
    let Some(zero) = numbered(&target, identifier, 0) else { return Ok(None) };
    let Some(stem) = zero.as_str().strip_suffix('0') else { return Ok(None) };
    let text = last.as_str().split_once('+').map_or(last.as_str(), |(text, _)| text);
    let number = text.strip_prefix(stem).and_then(|digits| digits.parse::<u64>().ok());
    Ok(number.and_then(|number| numbered(&target, identifier, number.checked_add(1)?)))
}

/// The prerelease of `target` with this number; none where the scheme cannot write it.
fn numbered(target: &Version, identifier: &str, number: u64) -> Option<Version> {
    let scheme = target.scheme();
    let target = target.as_str().split_once('+').map_or(target.as_str(), |(text, _)| text);
    let text = match scheme {
        Scheme::Pep440 => format!("{target}{identifier}{number}"),
        Scheme::Maven => format!("{target}-{identifier}-{number}"),
        Scheme::Gem => format!("{target}.{identifier}.{number}"),
        Scheme::Debian => format!("{target}~{identifier}{number}"),
        _ => format!("{target}-{identifier}.{number}"),
    };
    Version::parse_as(scheme, &text).ok().filter(Version::is_prerelease)
}
