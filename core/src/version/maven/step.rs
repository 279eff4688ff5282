//! The steps of Maven versions: `major.minor.incremental` and a qualifier, as `DefaultArtifactVersion` sees them.

use super::{Maven, Version};
use crate::version::bump::{Increment, Step};
use crate::version::error::VersionError;
use crate::version::number::{Number, dotted, leading, leads_to, position, raise};
use crate::version::scheme::Rules;

/// The version after a step. A word that is no prerelease stays (`33.0-jre`, `6.1.Final`); a `-SNAPSHOT` or release
/// candidate is completed by the step that it leads to.
pub(super) fn bump(version: &Version, by: &Increment) -> Result<Version, VersionError> {
    let (mut numbers, qualifier) = leading(&version.text);
    if numbers.is_empty() {
        return Err(refusal(format!("{} does not begin with a number", version.text)));
    }
    let pre = Maven::is_prerelease(version);
    let position = position(by.step);
    let suffix = match by.step {
        Step::Release if !pre => return Err(refusal(format!("{} is no prerelease", version.text))),
        Step::Release => String::new(),
        Step::Major | Step::Minor | Step::Patch => {
            if !(pre && leads_to(&numbers, by.step)) {
                raise(&mut numbers, position);
            }
            if pre { String::new() } else { flavour(qualifier).to_owned() }
        }
        Step::Prerelease if pre => next_qualifier(version, qualifier, by)?,
        Step::Premajor | Step::Preminor | Step::Prepatch | Step::Prerelease => {
            raise(&mut numbers, position);
            first_qualifier(by)
        }
    };
    let next = Maven::parse(&format!("{}{suffix}", dotted(&numbers)))?;
    if Maven::compare(&next, version).is_gt() {
        return Ok(next);
    }
    Err(refusal(format!("{} would not come after {}", next.text, version.text)))
}

/// The qualifier that goes from release to release: a word without a number.
fn flavour(qualifier: &str) -> &str {
    if qualifier.bytes().any(|b| b.is_ascii_digit()) { "" } else { qualifier }
}

fn first_qualifier(by: &Increment) -> String {
    match (&by.identifier, by.base) {
        (None, _) => "-SNAPSHOT".to_owned(),
        (Some(identifier), None) => format!("-{identifier}"),
        (Some(identifier), Some(base)) => format!("-{identifier}{base}"),
    }
}

/// The qualifier counted on; another identifier starts afresh.
fn next_qualifier(version: &Version, qualifier: &str, by: &Increment) -> Result<String, VersionError> {
    let stem = qualifier.trim_end_matches(|c: char| c.is_ascii_digit());
    let word = stem.trim_matches(['.', '-']);
    if by.identifier.as_ref().is_some_and(|identifier| !identifier.eq_ignore_ascii_case(word)) {
        return Ok(first_qualifier(by));
    }
    if word.eq_ignore_ascii_case("snapshot") {
        let reason = format!("{} is a snapshot, which has no next; release it or step on", version.text);
        return Err(refusal(reason));
    }
    let number = qualifier.get(stem.len()..).unwrap_or("");
    let next = if number.is_empty() {
        by.base.unwrap_or(1).to_string()
    } else {
        Number::of(number).next().to_string()
    };
    Ok(format!("{stem}{next}"))
}

fn refusal(reason: String) -> VersionError {
    VersionError::Unsupported { scheme: "maven", operation: "step to the next version", reason }
}
