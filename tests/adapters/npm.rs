//! npm's versions and ranges, as node-semver's own tests have them.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::version::npm::{CoerceOptions, Comparator, Identifier, Options, Range, Side, Version};
use greenboard::version::{Increment, Step};
use serde_json::{Value, json};

fn options(case: &Case) -> Result<Options, Trouble> {
    let options = case.field("options");
    let flag = |key| Ok::<_, Trouble>(options.optional_flag(key)?.unwrap_or(false));
    Ok(Options::new().with_loose(flag("loose")?).with_include_prerelease(flag("includePrerelease")?))
}

fn version(case: &Case, key: &str) -> Result<greenboard::Result<Version>, Trouble> {
    Ok(Version::parse_with(case.text(key)?, &options(case)?))
}

fn range(case: &Case, key: &str) -> Result<greenboard::Result<Range>, Trouble> {
    Ok(Range::parse_with(case.text(key)?, &options(case)?))
}

/// A text, or null where there is none.
fn text(value: Option<impl ToString>) -> Value {
    value.map_or(Value::Null, |value| Value::from(value.to_string()))
}

/// The version in a text, or null.
pub fn clean(case: &Case) -> Judged {
    Ok(Outcome::equal(
        case.field("expected").clone(),
        text(Version::clean(case.text("input")?, &options(case)?)),
    ))
}

/// The version in any text, or null.
pub fn coerce(case: &Case) -> Judged {
    let rtl = case.field("options").optional_flag("rtl")?.unwrap_or(false);
    let options = CoerceOptions::from(options(case)?).with_rtl(rtl);
    Ok(Outcome::equal(case.field("expected").clone(), text(Version::coerce(case.text("input")?, &options))))
}

/// The order of two versions, build metadata aside.
pub fn compare(case: &Case) -> Judged {
    let (a, b) = (version(case, "a")??, version(case, "b")??);
    Ok(Outcome::equal(case.integer("order")?, a.precedence(&b) as i64))
}

/// The order of two versions, ties broken by build metadata.
pub fn compare_build(case: &Case) -> Judged {
    let (a, b) = (version(case, "a")??, version(case, "b")??);
    Ok(Outcome::equal(case.integer("order")?, a.compare_build(&b) as i64))
}

/// The kind of step between two versions, null where they are equal.
pub fn diff(case: &Case) -> Judged {
    let (a, b) = (version(case, "a")?, version(case, "b")?);
    let step = a.and_then(|a| b.map(|b| a.diff(&b)));
    Ok(match case.optional_flag("error")? {
        Some(error) => Outcome::accepted(!error, &step),
        None => Outcome::of(case.field("expected").clone(), step.map(text)),
    })
}

/// The version after a step, null where there is none.
pub fn inc(case: &Case) -> Judged {
    let mut by = match case.text("release")?.parse::<Step>() {
        Ok(step) => Increment::new(step),
        Err(_) => return Ok(Outcome::equal(case.field("expected").clone(), Value::Null)),
    };
    if let Some(identifier) = case.optional_text("identifier")? {
        by = by.with_identifier(identifier);
    }
    by = by.with_base(match case.field("identifierBase") {
        Value::Null => Some(0),
        Value::Bool(false) => None,
        Value::Bool(true) => Some(1),
        Value::String(base) => Some(base.parse().unwrap_or(0)),
        base => base.as_u64(),
    });
    let next = version(case, "version")?.and_then(|version| version.increment(&by));
    Ok(Outcome::equal(case.field("expected").clone(), text(next.ok())))
}

/// The best of some versions, null where none satisfies the range or the range is none.
pub fn max_min_satisfying(case: &Case) -> Judged {
    let versions = case.texts("versions")?;
    let range = range(case, "range")?.ok();
    let best = match case.text("pick")? {
        "max" => range.and_then(|range| range.max_satisfying(&versions).copied()),
        "min" => range.and_then(|range| range.min_satisfying(&versions).copied()),
        other => return Err(Trouble::row(format!("unknown pick {other:?}"))),
    };
    Ok(Outcome::equal(case.field("expected").clone(), text(best)))
}

/// The least version that satisfies a range, or null.
pub fn min_version(case: &Case) -> Judged {
    Ok(Outcome::of(
        case.field("expected").clone(),
        range(case, "range")?.map(|range| text(range.min_version())),
    ))
}

/// Whether a text is a version, and its parts where it is one.
pub fn parse(case: &Case) -> Judged {
    let version = version(case, "input")?;
    let (true, Ok(version)) = (case.flag("valid")?, &version) else {
        return Ok(Outcome::accepted(case.flag("valid")?, &version));
    };
    let identifiers = version.prerelease().map(|identifier| match identifier {
        Identifier::Number(number) => Value::from(number),
        Identifier::Text(text) => Value::from(text),
    });
    let parts = ["major", "minor", "patch", "prerelease", "build"].map(|part| case.field(part).clone());
    Ok(Outcome::equal(
        Vec::from(parts),
        json!([
            version.major(),
            version.minor(),
            version.patch(),
            identifiers.collect::<Vec<_>>(),
            version.build().collect::<Vec<_>>(),
        ]),
    ))
}

/// The canonical text of a range, null where it is none.
pub fn range_canonical(case: &Case) -> Judged {
    Ok(Outcome::equal(case.field("canonical").clone(), text(range(case, "range")?.ok())))
}

/// Whether two ranges, or two comparators, overlap.
pub fn range_intersects(case: &Case) -> Judged {
    let intersects = if case.optional_flag("comparators")?.unwrap_or(false) {
        let options = options(case)?;
        let comparator = |key| Ok::<_, Trouble>(Comparator::parse(case.text(key)?, &options)?);
        comparator("a")?.intersects(&comparator("b")?, &options)
    } else {
        range(case, "a")??.intersects(&range(case, "b")??)
    };
    Ok(Outcome::equal(case.flag("intersects")?, intersects))
}

/// Whether a version lies on one side of all that a range accepts.
pub fn range_outside(case: &Case) -> Judged {
    let side = match case.text("side")? {
        ">" => Side::Above,
        "<" => Side::Below,
        other => return Err(Trouble::row(format!("unknown side {other:?}"))),
    };
    let version = version(case, "version")??;
    Ok(Outcome::equal(case.flag("outside")?, range(case, "range")??.is_outside(&version, side)))
}

/// Whether a version satisfies a range; what cannot be read does not.
pub fn range_satisfies(case: &Case) -> Judged {
    let satisfies = match (range(case, "range")?, version(case, "version")?) {
        (Ok(range), Ok(version)) => range.satisfies(&version),
        _ => false,
    };
    Ok(Outcome::equal(case.flag("satisfies")?, satisfies))
}

/// Whether one range lies in another.
pub fn range_subset(case: &Case) -> Judged {
    Ok(Outcome::equal(case.flag("subset")?, range(case, "sub")??.is_subset(&range(case, "dom")??)))
}

/// A simpler range: judged by what it accepts of the given versions, as the expected one does.
pub fn simplify(case: &Case) -> Judged {
    let versions = case.texts("versions")?;
    let options = options(case)?;
    let simpler = range(case, "range")??.simplify(&versions)?;
    let accepted = |range: &str| {
        let range = Range::parse_with(range, &options)?;
        let mut accepted = Vec::new();
        for version in &versions {
            accepted.push(range.satisfies(&Version::parse_with(version, &options)?));
        }
        Ok::<_, Trouble>(accepted)
    };
    Ok(Outcome::equal(accepted(case.text("expected")?)?, accepted(&simpler)?))
}

/// A version cut down to a part, null where it or the part is none.
pub fn truncate(case: &Case) -> Judged {
    let version = version(case, "version")?;
    let cut = case.text("release")?.parse::<Step>().and_then(|step| version?.truncate(step));
    Ok(Outcome::equal(case.field("expected").clone(), text(cut.ok())))
}
