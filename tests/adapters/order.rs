//! Pairs of versions and their order, as the peers' own tests have them.

use crate::runner::{Case, Fields, Judged, Outcome};
use greenboard::{Scheme, Version};

/// Maven's `ComparableVersion`.
pub fn maven(case: &Case) -> Judged {
    compare(case, Scheme::Maven)
}

/// NuGet.Versioning's `VersionComparer`.
pub fn nuget(case: &Case) -> Judged {
    compare(case, Scheme::Nuget)
}

/// `Gem::Version`.
pub fn gem(case: &Case) -> Judged {
    compare(case, Scheme::Gem)
}

/// dpkg.
pub fn debian(case: &Case) -> Judged {
    compare(case, Scheme::Debian)
}

/// −1, 0 or 1; null says only that the two are not equal.
pub(super) fn compare(case: &Case, scheme: Scheme) -> Judged {
    let version = |key: &str| Ok::<_, crate::runner::Trouble>(Version::parse_as(scheme, case.text(key)?)?);
    let order = version("a")?.precedence(&version("b")?)?;
    if case.field("order").is_null() {
        return Ok(if order.is_ne() { Outcome::Pass } else { Outcome::fail("not equal", "equal") });
    }
    Ok(Outcome::equal(case.integer("order")?, order as i64))
}
