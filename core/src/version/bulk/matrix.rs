//! Many requirements against many versions.

use super::Invalid;
use super::column::{Column, Row};
use super::select::Test;
use crate::version::error::VersionError;
use crate::version::scheme::AnyVersion;
use crate::version::{Requirement, Scheme};

/// Which requirement is met by which version, a bit each: 1,000 × 1,000 take 125 KB.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    requirements: usize,
    versions: usize,
    words: Vec<u64>,
}

impl Matrix {
    /// How many requirements (rows).
    pub fn requirements(&self) -> usize {
        self.requirements
    }

    /// How many versions (columns).
    pub fn versions(&self) -> usize {
        self.versions
    }

    /// Whether the requirement in row `requirement` is met by the version in column `version`; false beyond the ends.
    pub fn get(&self, requirement: usize, version: usize) -> bool {
        version < self.versions
            && self.row(requirement).get(version / 64).is_some_and(|word| word >> (version % 64) & 1 == 1)
    }

    /// How many versions meet the requirement in this row.
    pub fn count(&self, requirement: usize) -> usize {
        self.row(requirement).iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The columns that meet the requirement in this row, ascending.
    pub fn matches(&self, requirement: usize) -> impl Iterator<Item = usize> + '_ {
        self.row(requirement).iter().enumerate().flat_map(|(at, word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        })
    }

    /// The row's bits, lowest first, 64 columns a word, unused bits 0; empty beyond the end.
    pub fn row(&self, requirement: usize) -> &[u64] {
        let width = self.versions.div_ceil(64);
        self.words.get(requirement * width..(requirement + 1) * width).unwrap_or_default()
    }
}

/// Tests every requirement against every version. All requirements must be of `scheme`.
///
/// Cost for `cargo` and `npm`: the versions are sorted once, then each requirement takes a few binary searches and a
/// bit per match.
pub fn matrix<T: AsRef<str>>(
    scheme: Scheme,
    requirements: &[Requirement],
    texts: &[T],
    invalid: Invalid,
) -> crate::Result<Matrix> {
    let Column { keyed, parsed } = Column::read(scheme, texts, invalid)?;
    let (mut prereleases, mut releases): (Vec<Row>, Vec<Row>) =
        keyed.into_iter().partition(|row| row.prerelease());
    prereleases.sort_unstable();
    releases.sort_unstable();
    let sorted = [(&releases, false), (&prereleases, true)];
    let mut unwindowed: Option<Vec<(u32, AnyVersion)>> = None;

    let width = texts.len().div_ceil(64);
    let mut words = vec![0_u64; width * requirements.len()];
    for (at, requirement) in requirements.iter().enumerate() {
        let row = words.get_mut(at * width..(at + 1) * width).unwrap_or_default();
        let mut set = |index: u32| {
            if let Some(word) = row.get_mut(index as usize / 64) {
                *word |= 1 << (index % 64);
            }
        };
        if requirement.scheme() != scheme {
            let (left, right) = (scheme.name(), requirement.scheme().name());
            return Err(
                crate::Error::from(VersionError::SchemeMismatch { left, right }).within(&format!("[{at}]"))
            );
        }
        let test = Test::of(requirement);
        let text = |index: u32| texts.get(index as usize).map_or("", AsRef::as_ref);
        for (rows, prerelease) in sorted {
            match test.windows(prerelease) {
                Some(windows) => within(windows, rows, &test, &text, &mut set),
                None => {
                    let all = unwindowed.get_or_insert_with(|| parse(scheme, &releases, &prereleases, &text));
                    all.iter().filter(|(_, version)| test.parsed(version)).for_each(|(index, _)| set(*index));
                    break;
                }
            }
        }
        parsed.iter().filter(|(_, version)| test.parsed(version)).for_each(|(index, _)| set(*index));
    }
    Ok(Matrix { requirements: requirements.len(), versions: texts.len(), words })
}

/// Sets the rows that lie within the windows; those on a bound are decided by their text.
fn within<'t>(
    windows: &[(u128, u128)],
    rows: &[Row],
    test: &Test<'_>,
    text: &impl Fn(u32) -> &'t str,
    set: &mut impl FnMut(u32),
) {
    for (from, to) in windows {
        let start = rows.partition_point(|row| row.prefix() < *from);
        for row in rows.iter().skip(start) {
            if row.prefix() > *to {
                break;
            }
            let on_bound = row.prefix() == *from || row.prefix() == *to;
            if !on_bound || test.text(text(row.index())) {
                set(row.index());
            }
        }
    }
}

fn parse<'t>(
    scheme: Scheme,
    releases: &[Row],
    prereleases: &[Row],
    text: &impl Fn(u32) -> &'t str,
) -> Vec<(u32, AnyVersion)> {
    let rows = releases.iter().chain(prereleases);
    rows.filter_map(|row| Some((row.index(), AnyVersion::parse(scheme, text(row.index())).ok()?))).collect()
}
