//! A requirement rewritten to ask for another version.

use super::canonical_release;
use super::parsed::{Parsed, Rest};
use super::set::SpecifierSet;
use super::specifier::{Operator, Specifier, Target};

/// Every specifier moved on its own, so that the set admits `version`.
///
/// - `~=` and `>=` name the version in their own precision; `>` becomes `>=`, since it would leave the version out.
/// - `==` names the version, `==1.2.*` as many numbers of it, `===` its text.
/// - `<` and `<=` stay where they admit the version. Otherwise `<=` names it, and `<` goes one step above it at its last
///   number that is not 0: `<2` and `<2.0` end a major version, `<1.5` a minor one.
/// - `!=` stays unless it excludes the version.
///
/// A pre-release is always named in full, since no shorter specifier opts in to it.
pub(super) fn moved_to(set: &SpecifierSet, version: &Parsed) -> SpecifierSet {
    set.specifiers().iter().filter_map(|specifier| moved(specifier, version)).collect()
}

fn moved(specifier: &Specifier, version: &Parsed) -> Option<Specifier> {
    let new = |operator, target| Some(Specifier { operator, target });
    let keep = || Some(specifier.clone());
    let admits = specifier.admits(None, Some(version));
    let operator = specifier.operator;
    match (&specifier.target, operator) {
        (Target::Text(_), _) => new(operator, Target::Text(version.to_string().into())),
        (_, Operator::NotEqual) if admits => keep(),
        (_, Operator::NotEqual) => None,
        (Target::Prefix(prefix), _) => {
            let release = numbers(version, prefix.release().len());
            new(operator, Target::Prefix(Parsed::new(release, base(version))))
        }
        (Target::Version(_), Operator::Less | Operator::LessEqual) if admits => keep(),
        (Target::Version(bound), Operator::Less) => match above(bound, version) {
            Some(bound) => new(operator, Target::Version(bound)),
            None => new(Operator::LessEqual, Target::Version(public(version))),
        },
        (Target::Version(_), Operator::LessEqual) => new(operator, Target::Version(public(version))),
        (Target::Version(bound), Operator::Equal) => {
            let exact = if bound.local().is_some() { version.clone() } else { public(version) };
            new(operator, Target::Version(exact))
        }
        (Target::Version(bound), Operator::Greater) => {
            new(Operator::GreaterEqual, Target::Version(in_precision(bound, version)))
        }
        (Target::Version(bound), _) => new(operator, Target::Version(in_precision(bound, version))),
    }
}

/// As many numbers of the version as `bound` has, or the whole of a pre-release.
fn in_precision(bound: &Parsed, version: &Parsed) -> Parsed {
    let length = bound.release().len();
    if version.is_prerelease() {
        let release = numbers(version, length.max(version.release().len()));
        return Parsed::new(release, Rest { local: None, ..version.rest() });
    }
    Parsed::new(numbers(version, length), base(version))
}

/// The bound moved above the version, in its precision and with its pre-release segments.
fn above(bound: &Parsed, version: &Parsed) -> Option<Parsed> {
    let length = bound.release().len();
    let step = canonical_release(bound.release()).len().saturating_sub(1);
    let mut release = numbers(version, step + 1);
    let last = release.pop()?.checked_add(1)?;
    release.push(last);
    release.resize(length, 0);
    Some(Parsed::new(release, Rest { epoch: version.epoch(), ..bound.rest() }))
}

fn numbers(version: &Parsed, length: usize) -> Vec<u64> {
    let mut release: Vec<u64> = version.release().iter().copied().take(length).collect();
    release.resize(length, 0);
    release
}

fn base(version: &Parsed) -> Rest {
    Rest { epoch: version.epoch(), ..Rest::default() }
}

fn public(version: &Parsed) -> Parsed {
    Parsed::new(version.release(), Rest { local: None, ..version.rest() })
}

#[cfg(test)]
mod tests {
    use super::super::Pep440;
    use super::*;
    use crate::version::scheme::Rules;

    #[test]
    fn operators_and_precision_stay() {
        for (old, version, new) in [
            ("~=1.4", "2.3.1", "~=2.3"),
            ("~=1.4.2", "2", "~=2.0.0"),
            ("==1.4.*", "2.0.7", "==2.0.*"),
            ("==1.4", "2.3.1", "==2.3.1"),
            ("==1.4", "2.3+cpu", "==2.3"),
            ("==1.4+cpu", "2.3+cpu", "==2.3+cpu"),
            ("===1.4", "2.3.1", "===2.3.1"),
            (">=1.4", "2.3.1", ">=2.3"),
            (">1.4", "2.3.1", ">=2.3"),
            (">=1.4,<2", "2.3.1", ">=2.3,<3"),
            (">=1.4,<2.0", "2.3.1", ">=2.3,<3.0"),
            (">=1.4,<1.5.dev0", "2.3.1", ">=2.3,<2.4.dev0"),
            (">=1.4,<3", "2.3.1", ">=2.3,<3"),
            (">=1.4,<=2.0", "2.3.1", ">=2.3,<=2.3.1"),
            ("~=1.4,!=1.4.3,!=2.3.*", "2.3.1", "~=2.3,!=1.4.3"),
            (">=1.4", "2.0rc1", ">=2.0rc1"),
            ("~=1.4", "1!2.0", "~=1!2.0"),
            ("", "2.0", ""),
        ] {
            let moved = Pep440::parse_requirement(old)
                .and_then(|old| Ok(moved_to(&old, &Pep440::parse(version)?).to_string()));
            assert_eq!(moved, Ok(new.to_owned()), "{old} to {version}");
        }
    }
}
