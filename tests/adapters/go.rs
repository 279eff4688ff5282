//! Go's versions, as the tests of `golang.org/x/mod/semver` have them.

use crate::runner::{Case, Fields, Judged, Outcome};
use greenboard::{Scheme, Version};
use serde_json::Value;

/// The canonical form of a text, null where it is no version; and the place of a version after the one before it in the suite.
pub fn semver(case: &Case) -> Judged {
    let parse = |text: &str| Version::parse_as(Scheme::Go, text);
    let version = parse(case.text("input")?);
    let canonical = version.as_ref().map_or(Value::Null, |version| Value::from(version.as_str()));
    let before = case.rows.iter().take(case.index).rev().find(|row| !row.field("canonical").is_null());
    let order = match (before, &version) {
        (Some(before), Ok(version)) => {
            let same = before.text("canonical")? == version.as_str();
            let order = parse(before.text("input")?)?.precedence(version)?;
            Outcome::equal(if same { 0 } else { -1 }, order as i64)
        }
        _ => Outcome::Pass,
    };
    Ok(Outcome::all([Outcome::equal(case.field("canonical").clone(), canonical), order]))
}
