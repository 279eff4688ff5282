//! Steps of a version, in PEP 440's terms.

use super::Phase;
use super::parsed::{Parsed, Rest};
use crate::version::{Bump, Increment, Step, VersionError};

/// What a new pre-release is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Phase(Phase),
    Dev,
}

/// The next version; see the module's documentation for the rules.
pub(super) fn bump(version: &Parsed, by: &Increment) -> Result<Parsed, VersionError> {
    let label = by.identifier.as_deref().map(label).transpose()?;
    let fresh = label.unwrap_or(Label::Phase(Phase::Alpha));
    let base = by.base.unwrap_or(0);
    match by.step {
        Step::Major => complete_or_raise(version, 0),
        Step::Minor => complete_or_raise(version, 1),
        Step::Patch => complete_or_raise(version, 2),
        Step::Premajor => Ok(labelled(&raise(version, 0)?, fresh, base)),
        Step::Preminor => Ok(labelled(&raise(version, 1)?, fresh, base)),
        Step::Prepatch => Ok(labelled(&raise(version, 2)?, fresh, base)),
        Step::Prerelease => match next_prerelease(version, label, base)? {
            Some(next) => Ok(next),
            None => Ok(labelled(&raise(version, 2)?, fresh, base)),
        },
        Step::Release if leads_up(version) => Ok(released(version)),
        // A development release of a post-release becomes that post-release.
        Step::Release if version.dev().is_some() => {
            let rest = Rest { dev: None, local: None, ..version.rest() };
            Ok(Parsed::new(version.release(), rest))
        }
        Step::Release => Err(VersionError::Unsupported {
            scheme: "pep440",
            operation: "release",
            reason: format!("{version} is no pre-release"),
        }),
    }
}

/// The largest part in which two versions differ: epoch and first number are major, the second minor, the rest patch.
pub(super) fn diff(a: &Parsed, b: &Parsed) -> Bump {
    let number = |version: &Parsed, index: usize| version.release().get(index).copied().unwrap_or(0);
    if a.compare(b).is_eq() {
        Bump::None
    } else if a.epoch() != b.epoch() || number(a, 0) != number(b, 0) {
        Bump::Major
    } else if number(a, 1) != number(b, 1) {
        Bump::Minor
    } else {
        Bump::Patch
    }
}

/// Whether it comes before the release it names. `1.0.post1.dev2` does not: 1.0 is out already.
fn leads_up(version: &Parsed) -> bool {
    version.pre().is_some() || (version.dev().is_some() && version.post().is_none())
}

/// Epoch and release alone.
fn released(version: &Parsed) -> Parsed {
    Parsed::new(version.release(), Rest { epoch: version.epoch(), ..Rest::default() })
}

/// The release that a pre-release of it leads up to, or the next one.
fn complete_or_raise(version: &Parsed, part: usize) -> Result<Parsed, VersionError> {
    let whole = version.release().iter().skip(part + 1).all(|number| *number == 0);
    if whole && leads_up(version) { Ok(released(version)) } else { raise(version, part) }
}

/// The next release at `part` of the release segment, in the precision of the old one, at least to that part.
fn raise(version: &Parsed, part: usize) -> Result<Parsed, VersionError> {
    let old = version.release();
    let mut release: Vec<u64> = old.iter().copied().take(part).collect();
    release.resize(part, 0);
    release.push(plus_one(version, old.get(part).copied().unwrap_or(0))?);
    release.resize(old.len().max(part + 1), 0);
    Ok(Parsed::new(release, Rest { epoch: version.epoch(), ..Rest::default() }))
}

fn plus_one(version: &Parsed, number: u64) -> Result<u64, VersionError> {
    number.checked_add(1).ok_or_else(|| {
        VersionError::invalid("version", &version.to_string(), "its number cannot be raised further")
    })
}

/// The pre-release of a release.
fn labelled(release: &Parsed, label: Label, number: u64) -> Parsed {
    let mut rest = Rest { epoch: release.epoch(), ..Rest::default() };
    match label {
        Label::Phase(phase) => rest.pre = Some((phase, number)),
        Label::Dev => rest.dev = Some(number),
    }
    Parsed::new(release.release(), rest)
}

/// The next pre-release of the same release; `None` where the release is out already.
fn next_prerelease(
    version: &Parsed,
    label: Option<Label>,
    base: u64,
) -> Result<Option<Parsed>, VersionError> {
    let with = |pre: Option<(Phase, u64)>, post: Option<u64>, dev: Option<u64>| {
        let rest = Rest { epoch: version.epoch(), pre, post, dev, local: None };
        Ok(Some(Parsed::new(version.release(), rest)))
    };
    match (label, version.pre(), version.dev()) {
        (None | Some(Label::Dev), pre, Some(dev)) => with(pre, version.post(), Some(plus_one(version, dev)?)),
        (None, Some((phase, number)), None) => with(Some((phase, plus_one(version, number)?)), None, None),
        (Some(Label::Dev), Some((phase, number)), None) => {
            with(Some((phase, plus_one(version, number)?)), None, Some(base))
        }
        (Some(Label::Phase(wanted)), Some((phase, number)), dev) if wanted == phase => {
            // The development release of a pre-release leads up to it.
            let reached = dev.is_none() || version.post().is_some();
            with(Some((phase, if reached { plus_one(version, number)? } else { number })), None, None)
        }
        (Some(Label::Phase(wanted)), Some((phase, _)), _) if wanted < phase => Err(VersionError::invalid(
            "identifier",
            wanted.name(),
            format!("{version} already sorts after a pre-release with this identifier"),
        )),
        (Some(Label::Phase(wanted)), _, _) if leads_up(version) => with(Some((wanted, base)), None, None),
        _ => Ok(None),
    }
}

fn label(identifier: &str) -> Result<Label, VersionError> {
    Ok(match identifier.to_ascii_lowercase().as_str() {
        "a" | "alpha" => Label::Phase(Phase::Alpha),
        "b" | "beta" => Label::Phase(Phase::Beta),
        "rc" | "c" | "pre" | "preview" => Label::Phase(Phase::Candidate),
        "dev" => Label::Dev,
        _ => return Err(VersionError::invalid("identifier", identifier, "expected a, b, rc or dev")),
    })
}

#[cfg(test)]
mod tests {
    use super::super::Pep440;
    use super::*;
    use crate::version::scheme::Rules;

    #[test]
    fn steps_keep_the_precision_and_complete_what_they_lead_to() {
        use Step::{Major, Minor, Patch, Preminor, Prepatch, Prerelease, Release};
        for (old, step, identifier, new) in [
            ("1.2", Minor, None, "1.3"),
            ("1.2", Patch, None, "1.2.1"),
            ("1!1.2.3.4", Minor, None, "1!1.3.0.0"),
            ("1.2.3.post1", Patch, None, "1.2.4"),
            ("2.0rc1", Major, None, "2.0"),
            ("2.1rc1", Major, None, "3.0"),
            ("2.0.1.dev3", Patch, None, "2.0.1"),
            ("1.0.0.post1.dev2", Patch, None, "1.0.1"),
            ("1.2", Preminor, None, "1.3a0"),
            ("1.2.0a1", Prepatch, Some("dev"), "1.2.1.dev0"),
            ("1.2", Prerelease, Some("beta"), "1.2.1b0"),
            ("1.2a1", Prerelease, None, "1.2a2"),
            ("1.2a1", Prerelease, Some("rc"), "1.2rc0"),
            ("1.2a1.dev2", Prerelease, None, "1.2a1.dev3"),
            ("1.2a1.dev2", Prerelease, Some("a"), "1.2a1"),
            ("1.2.dev4", Prerelease, Some("a"), "1.2a0"),
            ("1.2a1", Prerelease, Some("dev"), "1.2a2.dev0"),
            ("1.2rc3.post1", Release, None, "1.2"),
            ("1.2.post1.dev2", Release, None, "1.2.post1"),
        ] {
            let mut by = Increment::new(step);
            by.identifier = identifier.map(str::to_owned);
            let bumped = Pep440::parse(old).and_then(|old| Ok(bump(&old, &by)?.to_string()));
            assert_eq!(bumped, Ok(new.to_owned()), "{old} by {step} {identifier:?}");
        }
    }
}
