//! The texts of prereleases and snapshots.

use super::error::PlanError;
use super::policy::Snapshot;
use crate::version::{Scheme, Version};
use jiff::Timestamp;
use jiff::tz::Offset;

/// A prerelease in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prerelease<'v> {
    /// The release that it leads to.
    pub release: &'v str,
    /// The word, such as `rc`.
    pub tag: &'v str,
    /// What stands after the word; none where there is nothing.
    pub rest: Option<&'v str>,
}

impl<'v> Prerelease<'v> {
    /// The parts of a version; none where it is no prerelease.
    pub fn of(version: &'v Version) -> Option<Self> {
        if !version.is_prerelease() {
            return None;
        }
        let text = version.as_str();
        let text = text.split_once('+').map_or(text, |(text, _)| text);
        if let Some((release, identifiers)) = text.split_once('-') {
            let mut identifiers = identifiers.split('.');
            let tag = identifiers.next().unwrap_or_default();
            return Some(Self { release, tag, rest: identifiers.next() });
        }
        // `1.0.0rc1`, `1.0.0.dev3`, `1.0.0.beta.2`: from the first letter on, behind a leading `v`.
        let start = text.char_indices().skip(1).find(|(_, character)| character.is_ascii_alphabetic())?.0;
        let (release, suffix) = text.split_at_checked(start)?;
        let end = suffix.find(|character: char| !character.is_ascii_alphabetic()).unwrap_or(suffix.len());
        let (tag, rest) = suffix.split_at_checked(end)?;
        let rest = rest.trim_start_matches('.');
        let rest = (!rest.is_empty()).then_some(rest);
        Some(Self { release: release.trim_end_matches('.'), tag, rest })
    }

    /// The number after this one.
    ///
    /// # Errors
    /// `plan.uncounted_prerelease` where it has something else than a number.
    fn next(&self, version: &Version) -> crate::Result<u64> {
        let Some(rest) = self.rest else { return Ok(0) };
        let number = rest.parse().ok().and_then(|number: u64| number.checked_add(1));
        number.ok_or_else(|| PlanError::UncountedPrerelease { version: version.to_string() }.into())
    }
}

/// How many prereleases a version has behind it: 0 for a release, and one more than its number for a prerelease.
///
/// # Errors
/// `plan.uncounted_prerelease`.
pub(super) fn counter(version: Option<&Version>) -> crate::Result<u64> {
    match version.and_then(|version| Some((version, Prerelease::of(version)?))) {
        Some((version, parts)) => parts.next(version),
        None => Ok(0),
    }
}

/// The prerelease of `release` under this word and number.
///
/// # Errors
/// `version.*` where the scheme has no such prereleases.
pub(super) fn compose(release: &Version, tag: &str, number: u64) -> crate::Result<Version> {
    let mark = if release.scheme() == Scheme::Gem { '.' } else { '-' };
    Version::parse_as(release.scheme(), &format!("{release}{mark}{tag}.{number}"))
}

/// What stands after the base of a snapshot's version.
///
/// # Errors
/// `plan.snapshot_template` where the template names what there is not, or lacks the tag.
pub(super) fn suffix(snapshot: &Snapshot, template: Option<&str>, at: Timestamp) -> crate::Result<String> {
    let time = Offset::UTC.to_datetime(at);
    let datetime = format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second()
    );
    let tag = snapshot.tag.as_deref().filter(|tag| !tag.is_empty());
    let Some(template) = template.filter(|template| !template.is_empty()) else {
        return Ok(tag.into_iter().chain([datetime.as_str()]).collect::<Vec<_>>().join("-"));
    };
    let commit = snapshot.commit.as_deref();
    let values = [
        ("{commit}", commit.map(str::to_owned)),
        ("{commit-short}", commit.map(|hash| hash.get(..7).unwrap_or(hash).to_owned())),
        ("{tag}", tag.map(str::to_owned)),
        ("{timestamp}", Some(at.as_millisecond().to_string())),
        ("{datetime}", Some(datetime)),
    ];
    let wrong = |placeholder: &'static str, reason: &'static str| -> crate::Error {
        PlanError::SnapshotTemplate { template: template.to_owned(), placeholder, reason }.into()
    };
    if tag.is_some() && !template.contains("{tag}") {
        return Err(wrong("{tag}", "is missing, though the snapshot has a tag"));
    }
    let mut text = template.to_owned();
    for (placeholder, value) in values {
        if text.contains(placeholder) {
            let value =
                value.ok_or_else(|| wrong(placeholder, "stands in it, though the snapshot has none"))?;
            text = text.replace(placeholder, &value);
        }
    }
    Ok(text)
}

/// A snapshot of `base`.
///
/// # Errors
/// `version.*` where the scheme has no such versions.
pub(super) fn snapshot(base: &Version, suffix: &str) -> crate::Result<Version> {
    let mark = if base.scheme() == Scheme::Gem { '.' } else { '-' };
    Version::parse_as(base.scheme(), &format!("{base}{mark}{suffix}"))
}
