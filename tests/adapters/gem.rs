//! RubyGems' versions and requirements, as its own tests have them.

use crate::runner::{Case, Fields, Judged, Outcome};
use greenboard::version::gem;
use greenboard::{Requirement, Scheme, Version};

/// Whether a requirement is satisfied by a version.
pub fn requirement(case: &Case) -> Judged {
    let requirement = Requirement::parse_as(Scheme::Gem, case.text("requirement")?)?;
    let version = Version::parse_as(Scheme::Gem, case.text("version")?)?;
    Ok(Outcome::of(case.flag("satisfied")?, requirement.matches(&version)))
}

/// What a version becomes, or whether it is a prerelease.
pub fn misc(case: &Case) -> Judged {
    let version = Version::parse_as(Scheme::Gem, case.text("version")?)?;
    let text = |version: Version| version.to_string();
    let becomes = |key: &str, got: greenboard::Result<String>| {
        Ok::<_, crate::runner::Trouble>(match case.optional_text(key)? {
            Some(expected) => Outcome::of(expected, got),
            None => Outcome::Pass,
        })
    };
    let prerelease = case.optional_flag("prerelease")?;
    Ok(Outcome::all([
        becomes("bump", gem::bump(&version).map(text))?,
        becomes("release", gem::release(&version).map(text))?,
        becomes("approximate", gem::approximate_recommendation(&version).map(|r| r.to_string()))?,
        prerelease.map_or(Outcome::Pass, |expected| Outcome::equal(expected, version.is_prerelease())),
    ]))
}
