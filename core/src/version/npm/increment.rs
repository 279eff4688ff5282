//! From one version to the next, to the difference of two, and to a coarser one: `inc`, `diff` and `truncate`.

use super::version::{compare_identifiers, identifiers};
use super::{Identifier, MAX_NUMBER, Version, version};
use crate::version::bump::{Increment, Step};
use crate::version::error::VersionError;
use crate::version::semver_text::{self, Zeros};
use semver::Prerelease;
use std::cmp::Ordering;

impl Version {
    /// The version after a step, exactly as node-semver's `inc` (without build metadata).
    ///
    /// It may sort *below* this one: node-semver goes from `1.0.0-dev.0` to `1.0.0-alpha.0` where asked for `alpha`.
    /// [`crate::Version::bump`] refuses that.
    ///
    /// ```
    /// use greenboard::version::{Increment, Step, npm::Version};
    ///
    /// let version = Version::parse("1.2.3")?;
    /// let by = Increment::new(Step::Preminor).with_identifier("rc");
    /// assert_eq!(version.increment(&by)?.to_string(), "1.3.0-rc.0");
    /// assert_eq!(version.increment(&by.with_base(None))?.to_string(), "1.3.0-rc");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `version.invalid` for an identifier that is none, that is missing where the number is left out, or that would leave
    /// the version as it is, and where a number would grow beyond [`MAX_NUMBER`]; `version.unsupported` for the release of
    /// a release.
    pub fn increment(&self, by: &Increment) -> crate::Result<Self> {
        Ok(increment(self, by)?)
    }

    /// The step that leads from one of the two versions to the other, in node-semver's judgement; none where they are equal
    /// in precedence.
    ///
    /// ```
    /// use greenboard::version::{Step, npm::Version};
    ///
    /// let version = Version::parse("1.0.0-rc.1")?;
    /// assert_eq!(version.diff(&Version::parse("1.0.0-rc.2")?), Some(Step::Prerelease));
    /// assert_eq!(version.diff(&Version::parse("1.0.0")?), Some(Step::Major));
    /// assert_eq!(version.diff(&Version::parse("1.3.0-beta")?), Some(Step::Preminor));
    /// assert_eq!(version.diff(&Version::parse("1.0.0-rc.1+build")?), None);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn diff(&self, other: &Self) -> Option<Step> {
        let (low, high) = match self.precedence(other) {
            Ordering::Equal => return None,
            Ordering::Less => (self, other),
            Ordering::Greater => (other, self),
        };
        let pre = high.is_prerelease();
        if low.is_prerelease() && !pre {
            if low.minor() == 0 && low.patch() == 0 {
                return Some(Step::Major);
            }
            if low.triple() == high.triple() {
                return Some(if low.patch() == 0 { Step::Minor } else { Step::Patch });
            }
        }
        Some(if low.major() != high.major() {
            if pre { Step::Premajor } else { Step::Major }
        } else if low.minor() != high.minor() {
            if pre { Step::Preminor } else { Step::Minor }
        } else if low.patch() != high.patch() {
            if pre { Step::Prepatch } else { Step::Patch }
        } else {
            Step::Prerelease
        })
    }

    /// The version with all below `step` set to zero and, but for the steps of prereleases, without its prerelease:
    /// node-semver's `truncate`. Build metadata is dropped.
    ///
    /// ```
    /// use greenboard::version::{Step, npm::Version};
    ///
    /// let version = Version::parse("4.5.6-rc.2")?;
    /// assert_eq!(version.truncate(Step::Minor)?.to_string(), "4.5.0");
    /// assert_eq!(version.truncate(Step::Preminor)?.to_string(), "4.5.6-rc.2");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `version.unsupported` for [`Step::Release`], which node-semver does not know there.
    pub fn truncate(&self, step: Step) -> crate::Result<Self> {
        let release = |triple| Ok(Self::new(triple, Prerelease::EMPTY));
        match step {
            Step::Major => release((self.major(), 0, 0)),
            Step::Minor => release((self.major(), self.minor(), 0)),
            Step::Patch => release(self.triple()),
            Step::Premajor | Step::Preminor | Step::Prepatch | Step::Prerelease => {
                Ok(self.clone().without_build())
            }
            Step::Release => Err(VersionError::Unsupported {
                scheme: "npm",
                operation: "truncate",
                reason: "release is no part of a version; expected patch, minor or major".to_owned(),
            }
            .into()),
        }
    }
}

/// As node-semver's `inc`, whether the result is greater or not.
pub(super) fn increment(version: &Version, by: &Increment) -> Result<Version, VersionError> {
    let (major, minor, patch) = version.triple();
    let pre = version.is_prerelease();
    let plus = |number: u64| {
        number.checked_add(1).filter(|next| *next <= MAX_NUMBER).ok_or_else(|| {
            let reason = format!("its number cannot be raised beyond {MAX_NUMBER}");
            VersionError::invalid("version", &version.to_string(), reason)
        })
    };
    let first = || prerelease(version, &Prerelease::EMPTY, by);
    let (triple, pre) = match by.step {
        Step::Major if pre && minor == 0 && patch == 0 => ((major, 0, 0), Prerelease::EMPTY),
        Step::Major => ((plus(major)?, 0, 0), Prerelease::EMPTY),
        Step::Minor if pre && patch == 0 => ((major, minor, 0), Prerelease::EMPTY),
        Step::Minor => ((major, plus(minor)?, 0), Prerelease::EMPTY),
        Step::Patch if pre => ((major, minor, patch), Prerelease::EMPTY),
        Step::Patch => ((major, minor, plus(patch)?), Prerelease::EMPTY),
        Step::Premajor => ((plus(major)?, 0, 0), first()?),
        Step::Preminor => ((major, plus(minor)?, 0), first()?),
        Step::Prepatch => ((major, minor, plus(patch)?), first()?),
        Step::Prerelease if pre => ((major, minor, patch), prerelease(version, version.pre(), by)?),
        Step::Prerelease => ((major, minor, plus(patch)?), first()?),
        Step::Release if pre => ((major, minor, patch), Prerelease::EMPTY),
        Step::Release => {
            return Err(VersionError::Unsupported {
                scheme: "npm",
                operation: "release",
                reason: format!("{version} is no prerelease"),
            });
        }
    };
    Ok(Version::new(triple, pre))
}

/// The prerelease after `old`, which is empty where a first one is asked for (node-semver's `inc('pre')`).
fn prerelease(version: &Version, old: &Prerelease, by: &Increment) -> Result<Prerelease, VersionError> {
    let identifier = by.identifier.as_deref().filter(|identifier| !identifier.is_empty());
    let base = by.base.unwrap_or(0);
    let parse = |text: &str| {
        version::prerelease(text)
            .ok_or_else(|| VersionError::invalid("identifier", text, "it would make no prerelease"))
    };
    let Some(identifier) = identifier else {
        if by.base.is_none() {
            let reason = "it is empty, and without a number there would be no prerelease";
            return Err(VersionError::invalid("identifier", "", reason));
        }
        return parse(&raised(old, base));
    };
    check(identifier)?;
    if by.base.is_none() && old.as_str() == identifier && !has_number(old) {
        let reason = format!("{version} has it already; without a number there is no next prerelease");
        return Err(VersionError::invalid("identifier", identifier, reason));
    }
    let raised = raised(old, base);
    if counts_on(&raised, identifier) {
        return parse(&raised);
    }
    match by.base {
        Some(base) => parse(&format!("{identifier}.{base}")),
        None => parse(identifier),
    }
}

/// Whether `identifier` may introduce a prerelease; names the place where it may not.
fn check(identifier: &str) -> Result<(), VersionError> {
    match semver_text::identifiers(identifier.as_bytes(), 0, Zeros::Refused) {
        Ok(end) if end == identifier.len() => Ok(()),
        Ok(at) => {
            Err(VersionError::unexpected("identifier", identifier, at, "a letter, a digit, '-' or '.'"))
        }
        Err(fault) => Err(fault.into_error("identifier", identifier, MAX_NUMBER)),
    }
}

fn has_number(pre: &str) -> bool {
    identifiers(pre).any(|identifier| matches!(identifier, Identifier::Number(_)))
}

/// The prerelease with its last number raised, or `base` appended where it has none.
fn raised(old: &str, base: u64) -> String {
    let mut all: Vec<String> = identifiers(old)
        .map(|identifier| match identifier {
            Identifier::Number(number) => number.to_string(),
            Identifier::Text(text) => text.to_owned(),
        })
        .collect();
    let last = identifiers(old).enumerate().filter_map(|(index, identifier)| match identifier {
        Identifier::Number(number) => Some((index, number)),
        Identifier::Text(_) => None,
    });
    match last.last() {
        Some((index, number)) => {
            if let Some(slot) = all.get_mut(index) {
                *slot = number.saturating_add(1).to_string();
            }
        }
        None => all.push(base.to_string()),
    }
    all.join(".")
}

/// Whether the prerelease goes on under `identifier`: begins with it, and has a number next.
fn counts_on(pre: &str, identifier: &str) -> bool {
    let mut rest = pre.split('.');
    for wanted in identifier.split('.') {
        if rest.next().is_none_or(|found| compare_identifiers(found, wanted).is_ne()) {
            return false;
        }
    }
    rest.next().is_some_and(is_javascript_number)
}

/// Whether JavaScript's `isNaN` lets an identifier pass as a number: `0x1f` and `1e5` do.
fn is_javascript_number(identifier: &str) -> bool {
    let all = |text: &str, digit: fn(&u8) -> bool| !text.is_empty() && text.bytes().all(|byte| digit(&byte));
    let decimal = |text: &str| all(text, u8::is_ascii_digit);
    if let (Some("0"), Some(radix), Some(digits)) =
        (identifier.get(..1), identifier.get(1..2), identifier.get(2..))
    {
        let digit: Option<fn(&u8) -> bool> = match radix {
            "x" | "X" => Some(u8::is_ascii_hexdigit),
            "o" | "O" => Some(|byte| matches!(byte, b'0'..=b'7')),
            "b" | "B" => Some(|byte| matches!(byte, b'0' | b'1')),
            _ => None,
        };
        if let Some(digit) = digit {
            return all(digits, digit);
        }
    }
    let unsigned = identifier.strip_prefix('-').unwrap_or(identifier);
    match unsigned.split_once(['e', 'E']) {
        Some((number, exponent)) => {
            decimal(number) && decimal(exponent.strip_prefix('-').unwrap_or(exponent))
        }
        None => decimal(unsigned) || unsigned == "Infinity",
    }
}
