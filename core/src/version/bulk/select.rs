//! Which of many versions meet one requirement.

use super::Invalid;
use super::column::Column;
use crate::version::key::Windows;
use crate::version::scheme::{AnyRequirement, AnyVersion};
use crate::version::{Requirement, Scheme};
use std::cmp::Ordering;

/// The rows that meet the requirement, in input order.
pub fn filter<T: AsRef<str>>(
    requirement: &Requirement,
    texts: &[T],
    invalid: Invalid,
) -> crate::Result<Vec<u32>> {
    let test = Test::of(requirement);
    let column = Column::read(test.scheme, texts, invalid)?;
    let mut rows = Vec::new();
    for row in &column.keyed {
        let text = texts.get(row.index() as usize).map_or("", AsRef::as_ref);
        if test.keyed(row.prefix(), row.prerelease(), text) {
            rows.push(row.index());
        }
    }
    let keyed = rows.len();
    rows.extend(column.parsed.iter().filter(|(_, version)| test.parsed(version)).map(|(index, _)| *index));
    if keyed > 0 && keyed < rows.len() {
        rows.sort_unstable();
    }
    Ok(rows)
}

/// The row of the greatest version that meets the requirement; of equal ones the greatest text, then the first row.
pub fn max_satisfying<T: AsRef<str>>(
    requirement: &Requirement,
    texts: &[T],
    invalid: Invalid,
) -> crate::Result<Option<u32>> {
    extreme(requirement, texts, invalid, Ordering::Greater)
}

/// The row of the least version that meets the requirement; of equal ones the least text, then the first row.
pub fn min_satisfying<T: AsRef<str>>(
    requirement: &Requirement,
    texts: &[T],
    invalid: Invalid,
) -> crate::Result<Option<u32>> {
    extreme(requirement, texts, invalid, Ordering::Less)
}

fn extreme<T: AsRef<str>>(
    requirement: &Requirement,
    texts: &[T],
    invalid: Invalid,
    wanted: Ordering,
) -> crate::Result<Option<u32>> {
    let rows = filter(requirement, texts, invalid)?;
    let text = |row: u32| texts.get(row as usize).map_or("", AsRef::as_ref);
    let chosen: Vec<&str> = rows.iter().map(|row| text(*row)).collect();
    let order = super::sort(requirement.scheme(), &chosen, Invalid::Skip)?;
    let best = match wanted {
        // The last text may stand in several rows; sorting puts the first of them first.
        Ordering::Greater => order.last().and_then(|last| {
            let greatest = chosen.get(*last as usize)?;
            order.iter().rev().take_while(|row| chosen.get(**row as usize) == Some(greatest)).last()
        }),
        _ => order.first(),
    };
    Ok(best.and_then(|best| rows.get(*best as usize)).copied())
}

/// A requirement made ready for many versions.
pub(super) struct Test<'r> {
    pub scheme: Scheme,
    requirement: &'r AnyRequirement,
    windows: Option<Windows>,
}

impl<'r> Test<'r> {
    pub(super) fn of(requirement: &'r Requirement) -> Self {
        let parsed = &requirement.parsed;
        Self { scheme: parsed.scheme(), requirement: parsed, windows: parsed.windows() }
    }

    /// The windows in which prefixes decide, if the scheme has them.
    pub(super) fn windows(&self, prerelease: bool) -> Option<&[(u128, u128)]> {
        let windows = self.windows.as_ref()?;
        Some(if prerelease { &windows.prereleases } else { &windows.releases })
    }

    /// Whether the version with this prefix meets it; `text` is read where the prefix alone cannot tell.
    pub(super) fn keyed(&self, prefix: u128, prerelease: bool, text: &str) -> bool {
        let Some(windows) = self.windows(prerelease) else { return self.text(text) };
        if windows.iter().any(|(from, to)| prefix == *from || prefix == *to) {
            return self.text(text);
        }
        windows.iter().any(|(from, to)| *from < prefix && prefix < *to)
    }

    /// Whether the version in this text meets it; false where the text is none.
    pub(super) fn text(&self, text: &str) -> bool {
        AnyVersion::parse(self.scheme, text).is_ok_and(|version| self.parsed(&version))
    }

    /// Whether the version meets it.
    pub(super) fn parsed(&self, version: &AnyVersion) -> bool {
        self.requirement.matches(version).unwrap_or(false)
    }
}
