//! A range rewritten to ask for another version, in the manner it asked before.

use super::comparator::Operator;
use super::partial::{self, Part, Partial};
use super::{Range, Version, range};

/// The range that asks for `version` as `range` asked for the one before.
///
/// One comparator keeps its operator and its precision: `^1.2` becomes `^2.3`, `1.x` becomes `2.x`. What cannot be kept
/// gives way to what is nearest and accepts the version: `>` becomes `>=`; `<`, several comparators and several sets become
/// a caret; a prerelease is named in full. `*` stays, but for a prerelease, which it would not accept.
pub(super) fn moved_to(range: &Range, version: &Version) -> Range {
    let version = version.clone().without_build();
    let written = range.as_written();
    let options = range.options();
    let text = rewritten(written, options.loose, &version);
    let text = text.unwrap_or_else(|| format!("^{version}"));
    let moved = range::parse(&text, options).ok().filter(|moved| moved.satisfies(&version));
    moved.or_else(|| range::parse(&version.to_string(), options).ok()).unwrap_or_else(|| range.clone())
}

fn rewritten(written: &str, loose: bool, version: &Version) -> Option<String> {
    let (sign, rest) = match written.strip_prefix('~') {
        Some(rest) => ("~", rest.strip_prefix('>').unwrap_or(rest)),
        None => match written.strip_prefix('^') {
            Some(rest) => ("^", rest),
            None => match Operator::split(written) {
                (Operator::Less, _) => return None,
                (Operator::Greater, rest) => (">=", rest),
                (Operator::Equal, rest) if written.starts_with('=') => ("=", rest),
                (operator, rest) => (operator.as_str(), rest),
            },
        },
    };
    if written.is_empty() {
        return Some(if version.is_prerelease() { version.to_string() } else { String::new() });
    }
    // Space may stand between the operator and the version, and nowhere else.
    let rest = rest.strip_prefix(' ').unwrap_or(rest);
    let rest = rest.split('+').next().filter(|rest| !rest.contains(' '))?;
    let partial = partial::read(rest, loose)?;
    Some(match (partial.major, version.is_prerelease()) {
        (Part::Any, false) => written.to_owned(),
        (Part::Any, true) => version.to_string(),
        // Without an operator a partial version is a span, and a full one is itself.
        (_, true) if sign.is_empty() && partial.patch.is_any() => format!("^{version}"),
        (_, true) => format!("{sign}{version}"),
        (_, false) => format!("{sign}{}", with_precision(version, &partial, rest)),
    })
}

/// The version with the parts that `like` leaves open left open, in the same way.
fn with_precision(version: &Version, like: &Partial<'_>, text: &str) -> String {
    let mut written = text.trim_start_matches([' ', 'v', '=']).split('.');
    let mut parts = Vec::with_capacity(3);
    for (part, number) in
        [(like.major, version.major()), (like.minor, version.minor()), (like.patch, version.patch())]
    {
        match (written.next(), part) {
            (None, _) => break,
            (Some(wildcard), Part::Any) => parts.push(wildcard.chars().take(1).collect()),
            (Some(_), Part::Number(_)) => parts.push(number.to_string()),
        }
    }
    parts.join(".")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn operator_and_precision_are_kept() {
        let moved = |from: &str, to: &str| {
            let (range, version) = (Range::parse(from).unwrap(), Version::parse(to).unwrap());
            moved_to(&range, &version).as_written().to_owned()
        };
        for (from, release, prerelease) in [
            ("^1.2.3", "^2.3.4", "^2.3.4-rc.1"),
            ("^1.2", "^2.3", "^2.3.4-rc.1"),
            ("~1.2.3-beta", "~2.3.4", "~2.3.4-rc.1"),
            ("~> 1.2", "~2.3", "~2.3.4-rc.1"),
            ("1.2.3", "2.3.4", "2.3.4-rc.1"),
            ("=v1.2.3+build", "=2.3.4", "=2.3.4-rc.1"),
            (">= 1.2.3", ">=2.3.4", ">=2.3.4-rc.1"),
            (">1.2", ">=2.3", ">=2.3.4-rc.1"),
            ("<=1.2", "<=2.3", "<=2.3.4-rc.1"),
            ("<2", "^2.3.4", "^2.3.4-rc.1"),
            ("1.x", "2.x", "^2.3.4-rc.1"),
            ("1.2.*", "2.3.*", "^2.3.4-rc.1"),
            ("1", "2", "^2.3.4-rc.1"),
            (">=1.2 <2", "^2.3.4", "^2.3.4-rc.1"),
            ("1 - 1.5", "^2.3.4", "^2.3.4-rc.1"),
            ("0.9 || ^1.2", "^2.3.4", "^2.3.4-rc.1"),
            ("*", "*", "2.3.4-rc.1"),
            ("", "", "2.3.4-rc.1"),
            (">*", "2.3.4", "2.3.4-rc.1"),
        ] {
            assert_eq!(moved(from, "2.3.4+a"), release, "{from}");
            assert_eq!(moved(from, "2.3.4-rc.1"), prerelease, "{from}");
        }
    }
}
