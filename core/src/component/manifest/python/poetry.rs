//! Poetry's own notation: `^1.2` and `~1.2`, which PEP 440 does not have.

/// The specifiers of PEP 440 that a constraint stands for; none where they cannot say it (alternatives).
pub(super) fn specifiers(constraint: &str) -> Option<String> {
    if constraint.contains('|') {
        return None;
    }
    let mut specifiers = Vec::new();
    for part in constraint.split(',').map(str::trim) {
        match part {
            "" | "*" => {}
            part => specifiers.push(one(part)?),
        }
    }
    Some(specifiers.join(","))
}

fn one(part: &str) -> Option<String> {
    if part.starts_with("~=") {
        return Some(part.to_owned());
    }
    for (operator, caret) in [('^', true), ('~', false)] {
        if let Some(version) = part.strip_prefix(operator) {
            let version = version.trim();
            return Some(format!(">={version},<{}", below(version, caret)?));
        }
    }
    if part.starts_with(['>', '<', '!']) || part.starts_with("==") {
        return Some(part.to_owned());
    }
    Some(format!("=={}", part.strip_prefix('=').unwrap_or(part).trim()))
}

/// The first version that is no longer compatible.
fn below(version: &str, caret: bool) -> Option<String> {
    let version = version.strip_prefix('v').unwrap_or(version);
    let end = version.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(version.len());
    let numbers: Vec<u64> = version
        .get(..end)?
        .split('.')
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    // The part that goes up: with `^` the first that is not zero, with `~` the second; the last one at most.
    let first = if caret { numbers.iter().position(|number| *number > 0).unwrap_or(2) } else { 1 };
    let at = first.min(numbers.len().checked_sub(1)?).min(2);
    let mut next: Vec<u64> = numbers.get(..at)?.to_vec();
    next.push(numbers.get(at)?.checked_add(1)?);
    next.resize(3.min(numbers.len().max(2)), 0);
    Some(next.iter().map(ToString::to_string).collect::<Vec<_>>().join("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Poetry's documentation says each stands for.
    #[test]
    fn as_documented() {
        for (constraint, expected) in [
            ("^1.2.3", ">=1.2.3,<2.0.0"),
            ("^1.2", ">=1.2,<2.0"),
            ("^1", ">=1,<2.0"),
            ("^0.2.3", ">=0.2.3,<0.3.0"),
            ("^0.0.3", ">=0.0.3,<0.0.4"),
            ("^0.0", ">=0.0,<0.1"),
            ("^0", ">=0,<1.0"),
            ("~1.2.3", ">=1.2.3,<1.3.0"),
            ("~1.2", ">=1.2,<1.3"),
            ("~1", ">=1,<2.0"),
            ("*", ""),
            ("1.2.*", "==1.2.*"),
            ("1.2.3", "==1.2.3"),
            (">=1.2, <1.5", ">=1.2,<1.5"),
            ("~=1.2", "~=1.2"),
        ] {
            assert_eq!(specifiers(constraint).as_deref(), Some(expected), "{constraint}");
        }
        assert_eq!(specifiers("^1 || ^2"), None);
        assert_eq!(specifiers("^x"), None);
    }
}
