//! Floating versions: `NuGet.Versioning.FloatRange`.

use super::set::{self, Accepted, labels_with_prefix};
use super::{Nuget, Numbers, Version};
use crate::version::bracket::Bound;
use crate::version::error::VersionError;
use crate::version::interval::Set;
use crate::version::scan::Scanner;
use crate::version::scheme::Rules;
use std::fmt;

/// A floating version.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Float {
    /// The numbers that are given, zeros after them.
    numbers: Numbers,
    /// How many numbers are given; all four where only the prerelease floats.
    fixed: usize,
    /// What the labels of prereleases begin with; without it, only releases are accepted.
    prefix: Option<String>,
}

impl Float {
    /// Reads a floating version at byte `offset` of a requirement.
    pub(super) fn parse(text: &str, whole: &str, offset: usize) -> Result<Self, VersionError> {
        let mut scan = Scanner::new("requirement", whole);
        scan.skip_to(offset);
        let end = offset + text.len();
        let (mut numbers, mut fixed, mut floats) = ([0; 4], 0, false);
        for (at, slot) in numbers.iter_mut().enumerate() {
            if scan.eat("*") {
                floats = true;
                break;
            }
            *slot = super::number(&mut scan)?;
            fixed += 1;
            if at == 3 || !scan.eat(".") {
                break;
            }
        }
        if scan.at() == end && floats {
            return Ok(Self { numbers, fixed, prefix: None });
        }
        if !floats {
            fixed = 4;
        }
        if !scan.eat("-") {
            return Err(scan.unexpected("* as the last number, or - and labels that end in *"));
        }
        let labels = scan.clone();
        let prefix = scan.run(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
        if !scan.eat("*") || scan.at() != end {
            return Err(scan.unexpected("labels that end in a single *"));
        }
        let float = Self { numbers, fixed, prefix: Some(prefix.to_owned()) };
        match Nuget::parse(&float.least_text()) {
            Ok(_) => Ok(float),
            Err(_) => Err(labels.unexpected("labels without empty parts or leading zeros, then *")),
        }
    }

    fn least_text(&self) -> String {
        let numbers = self.numbers.map(|number| number.to_string()).join(".");
        match &self.prefix {
            None => numbers,
            Some(prefix) if prefix.is_empty() || prefix.ends_with('.') => format!("{numbers}-{prefix}0"),
            Some(prefix) => format!("{numbers}-{prefix}"),
        }
    }

    /// The least version that it accepts.
    pub(super) fn least(&self) -> Version {
        let text = self.least_text();
        let pre = text.split_once('-').map_or("", |(_, pre)| pre);
        Version::new(self.numbers, pre)
    }

    /// Where it stops floating; nowhere where even the first number floats.
    pub(super) fn end(&self) -> Option<Bound<Nuget>> {
        if self.fixed == 4 {
            return Some(Bound::new(&Version::new(self.numbers, ""), true));
        }
        let after = set::after(self.numbers, self.fixed)?;
        Some(Bound::new(&Version::new(after, ""), false))
    }

    /// Whether it floats over the version.
    pub(super) fn accepts(&self, version: &Version) -> bool {
        let given = self.numbers.iter().zip(&version.numbers).take(self.fixed).all(|(a, b)| a == b);
        let labels = version.labels.is_empty()
            || self.prefix.as_ref().is_some_and(|prefix| {
                let start = version.pre.get(..prefix.len());
                start.is_some_and(|start| start.eq_ignore_ascii_case(prefix))
            });
        given && labels
    }

    /// The versions that it floats over.
    pub(super) fn accepted(&self) -> Accepted {
        let labels = self.prefix.as_ref().map_or_else(Set::empty, |prefix| labels_with_prefix(prefix));
        Accepted::floating(self.numbers, self.fixed, labels)
    }

    /// The same form around another version; prereleases are let in where that version is one.
    pub(super) fn moved_to(&self, version: &Version) -> Self {
        let mut numbers = version.numbers;
        numbers.iter_mut().skip(self.fixed).for_each(|number| *number = 0);
        let prefix = match &self.prefix {
            Some(prefix) if version.pre.is_empty() || starts_with(&version.pre, prefix) => {
                Some(prefix.clone())
            }
            None if version.pre.is_empty() => None,
            _ => Some(String::new()),
        };
        Self { numbers, fixed: self.fixed, prefix }
    }
}

fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

impl fmt::Display for Float {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.fixed == 4 {
            f.write_str(&Nuget::print(&Version::new(self.numbers, "")))?;
        } else {
            self.numbers.iter().take(self.fixed).try_for_each(|number| write!(f, "{number}."))?;
            f.write_str("*")?;
        }
        self.prefix.as_ref().map_or(Ok(()), |prefix| write!(f, "-{prefix}*"))
    }
}
