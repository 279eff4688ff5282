//! `vers` ranges, as the tests of the specification have them.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::Version;
use greenboard::version::vers::{self, Comparator, Constraint, Vers};
use serde_json::{Value, json};

/// Whether a range contains a version. The ranges are from before the rules of order.
pub fn containment(case: &Case) -> Judged {
    let range = Vers::parse_lenient(case.text("vers")?)?;
    let Some(scheme) = range.scheme() else { return Ok(no_scheme(range.kind())) };
    let version = Version::parse_as(scheme, case.text("version")?)?;
    Ok(Outcome::of(case.flag("contains")?, range.contains(&version)))
}

/// What a text says, or that it is refused. The rows of `pypi_validate` are of an older operation, which sorts.
pub fn parse(case: &Case) -> Judged {
    let text = case.text("input")?;
    let range = match case.optional_text("test")? {
        Some("pypi_validate") => Vers::parse_lenient(text),
        _ => Vers::parse(text),
    };
    if case.flag("expected_failure")? {
        return Ok(Outcome::accepted(false, &range));
    }
    let expected = case.field("expected");
    Ok(match expected {
        Value::String(_) => Outcome::of(expected.clone(), range.map(|range| range.to_string())),
        _ => Outcome::of(expected.clone(), range.map(|range| parts(&range))),
    })
}

fn parts(range: &Vers) -> Value {
    let pair = |Constraint { comparator, version }: &Constraint| {
        let sign = if *comparator == Comparator::Equal { "=" } else { comparator.sign() };
        json!([sign, version])
    };
    let constraints: Vec<Value> = range.constraints().iter().map(pair).collect();
    json!({ "scheme": range.kind(), "version_constraints": constraints })
}

/// The range of a requirement in its ecosystem's own notation.
pub fn from_native(case: &Case) -> Judged {
    let kind = case.text("scheme")?;
    let Some(scheme) = vers::scheme_of(kind) else { return Ok(no_scheme(kind)) };
    let range = vers::from_native(scheme, case.text("native_range")?);
    Ok(match case.flag("expected_failure")? {
        true => Outcome::accepted(false, &range),
        false => Outcome::of(case.text("vers")?, range.map(|range| range.to_string())),
    })
}

/// The order of two versions in deps.dev's reading.
pub fn depsdev_compare(case: &Case) -> Judged {
    match vers::scheme_of(ecosystem(case)?) {
        Some(scheme) => super::order::compare(case, scheme),
        None => Ok(no_scheme(case.text("ecosystem")?)),
    }
}

/// The canonical text in deps.dev's reading, which is not always the ecosystem's own.
pub fn depsdev_canon(case: &Case) -> Judged {
    let Some(scheme) = vers::scheme_of(ecosystem(case)?) else {
        return Ok(no_scheme(case.text("ecosystem")?));
    };
    let version = Version::parse_as(scheme, case.text("input")?);
    Ok(Outcome::of(case.text("canonical")?, version.map(|version| version.to_string())))
}

/// deps.dev's name as the type of a purl.
fn ecosystem<'a>(case: &'a Case) -> Result<&'a str, Trouble> {
    Ok(match case.text("ecosystem")? {
        "go" => "golang",
        other => other,
    })
}

fn no_scheme(kind: &str) -> Outcome {
    Outcome::unsupported(format!("greenboard has no scheme {kind}"))
}
