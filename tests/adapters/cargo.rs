//! Cargo's versions and requirements, as the `semver` crate's own tests have them.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::{Requirement, Version};

/// Two texts of one requirement.
pub fn req_equal(case: &Case) -> Judged {
    let (a, b) = (Requirement::parse(case.text("a")?)?, Requirement::parse(case.text("b")?)?);
    Ok(Outcome::equal(a.as_str(), b.as_str()))
}

/// Whether a requirement is met by a version.
pub fn req_matches(case: &Case) -> Judged {
    let requirement = Requirement::parse(case.text("req")?)?;
    let version = Version::parse(case.text("version")?)?;
    Ok(Outcome::of(case.flag("matches")?, requirement.matches(&version)))
}

/// Whether a text is a requirement, and its canonical form where the row has one.
pub fn req_syntax(case: &Case) -> Judged {
    let requirement = Requirement::parse(case.text("input")?);
    let canonical = case.optional_text("canonical")?;
    Ok(match (canonical, &requirement) {
        (Some(canonical), Ok(requirement)) => Outcome::equal(canonical, requirement.as_str()),
        _ => Outcome::accepted(case.flag("valid")?, &requirement),
    })
}

/// `a op b` in the total order, in which build metadata counts.
pub fn version_compare(case: &Case) -> Judged {
    let (a, b) = (Version::parse(case.text("a")?)?, Version::parse(case.text("b")?)?);
    let order = a.precedence(&b)?;
    let holds = match case.text("op")? {
        "<" => order.is_lt(),
        "<=" => order.is_le(),
        ">" => order.is_gt(),
        ">=" => order.is_ge(),
        "==" => order.is_eq(),
        "!=" => order.is_ne(),
        other => return Err(Trouble::row(format!("unknown operator {other:?}"))),
    };
    Ok(Outcome::equal(case.flag("expected")?, holds))
}

/// Whether a text is a version, and its parts where it is one.
pub fn version_parse(case: &Case) -> Judged {
    let version = Version::parse(case.text("input")?);
    if !case.flag("valid")? || version.is_err() {
        return Ok(Outcome::accepted(case.flag("valid")?, &version));
    }
    let (major, minor, patch) = (case.integer("major")?, case.integer("minor")?, case.integer("patch")?);
    let mut text = format!("{major}.{minor}.{patch}");
    for (mark, part) in [('-', case.text("pre")?), ('+', case.text("build")?)] {
        if !part.is_empty() {
            text.push(mark);
            text.push_str(part);
        }
    }
    Ok(Outcome::of(text, version.map(|version| version.to_string())))
}
