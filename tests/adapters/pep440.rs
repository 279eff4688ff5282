//! PEP 440's versions and specifiers, as packaging's own tests have them.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::version::pep440::{Candidate, Parts, Specifier, SpecifierSet};
use greenboard::{Scheme, Version};
use serde_json::{Value, json};

fn version(text: &str) -> greenboard::Result<Version> {
    Version::parse_as(Scheme::Pep440, text)
}

/// The normalised text.
pub fn normalize(case: &Case) -> Judged {
    Ok(Outcome::of(case.text("normalized")?, version(case.text("input")?).map(|version| version.to_string())))
}

/// Rows in ascending order: each comes before every later one.
pub fn order(case: &Case) -> Judged {
    let own = version(case.row.as_str().ok_or_else(|| Trouble::row("a row should be a text"))?)?;
    let mut outcomes = Vec::new();
    for later in case.rows.iter().skip(case.index + 1).filter_map(Value::as_str) {
        let before = own.precedence(&version(later)?)?.is_lt();
        outcomes.push(Outcome::equal(json!([true, later]), json!([before, later])));
    }
    Ok(Outcome::all(outcomes))
}

/// Whether a text is a version, and the properties that the row names.
pub fn parse(case: &Case) -> Judged {
    let version = version(case.text("input")?);
    let valid = case.flag("valid")?;
    let (true, Ok(version)) = (valid, &version) else { return Ok(Outcome::accepted(valid, &version)) };
    let parts = Parts::of(version)?;
    let properties = [
        ("public", json!(parts.public())),
        ("base_version", json!(parts.base_version())),
        ("epoch", json!(parts.epoch())),
        ("release", json!(parts.release())),
        ("local", json!(parts.local())),
        ("pre", json!(parts.pre().map(|(phase, number)| json!([phase.name(), number])))),
        ("dev", json!(parts.dev())),
        ("post", json!(parts.post())),
        ("is_prerelease", json!(parts.is_prerelease())),
        ("is_postrelease", json!(parts.is_postrelease())),
        ("is_devrelease", json!(parts.is_devrelease())),
    ];
    let asked = properties.into_iter().filter_map(|(name, got)| Some((case.row.get(name)?.clone(), got)));
    Ok(Outcome::all(asked.map(|(expected, got)| Outcome::equal(expected, got))))
}

/// Whether a text is a set of specifiers.
pub fn specifier_syntax(case: &Case) -> Judged {
    Ok(Outcome::accepted(case.flag("valid")?, &SpecifierSet::parse(case.text("specifier")?)))
}

/// Whether one specifier, or a set of them, contains a version or any other text.
pub fn contains(case: &Case) -> Judged {
    let text = case.text("version")?;
    let parsed =
        if case.optional_flag("parsed_version")? == Some(true) { Some(version(text)?) } else { None };
    let candidate = match &parsed {
        Some(version) => Candidate::from(Parts::of(version)?),
        None => Candidate::from(text),
    };
    let prereleases = case.optional_flag("prereleases")?;
    let contained = match case.optional_flag("single")? {
        Some(true) => Specifier::parse(case.text("specifier")?)?.contains(candidate, prereleases),
        _ => {
            let set = SpecifierSet::parse(case.text("specifier")?)?;
            match case.optional_flag("installed")? {
                Some(true) => set.contains_installed(candidate),
                _ => set.contains(candidate, prereleases),
            }
        }
    };
    Ok(Outcome::equal(case.flag("contains")?, contained))
}

/// The versions that one specifier, or a set of them, keeps.
pub fn filter(case: &Case) -> Judged {
    let (texts, prereleases) = (case.texts("input")?, case.optional_flag("prereleases")?);
    let kept = match case.optional_flag("single")? {
        Some(true) => Specifier::parse(case.text("specifier")?)?.filter(texts, prereleases),
        _ => SpecifierSet::parse(case.text("specifier")?)?.filter(texts, prereleases),
    };
    Ok(Outcome::equal(case.texts("expected")?, kept))
}

/// How two sets of specifiers relate.
pub fn set_relations(case: &Case) -> Judged {
    let (left, right) = (SpecifierSet::parse(case.text("left")?)?, SpecifierSet::parse(case.text("right")?)?);
    let holds = match case.text("relation")? {
        "subset" => left.is_subset(&right),
        "superset" => left.is_superset(&right),
        "disjoint" => left.is_disjoint(&right),
        "equal" => left.is_equivalent(&right),
        other => return Err(Trouble::row(format!("unknown relation {other:?}"))),
    };
    Ok(Outcome::equal(case.flag("expected")?, holds))
}

/// Whether nothing can meet a set of specifiers.
pub fn unsatisfiable(case: &Case) -> Judged {
    let set = SpecifierSet::parse(case.text("specifier")?)?;
    let prereleases = case.optional_flag("prereleases")?;
    Ok(Outcome::equal(case.flag("unsatisfiable")?, set.is_unsatisfiable(prereleases)))
}
