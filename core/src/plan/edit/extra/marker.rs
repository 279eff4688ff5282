//! Lines that a marker names, in text of any kind, as release-please reads them.

use super::number::{self, Boundary};
use crate::version::Version;
use jiff::civil::Date;
use std::ops::Range;

/// What is written on a marked line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Major,
    Minor,
    Patch,
    VersionDate,
    Version,
    Date,
}

/// In this order, since one name begins another.
const SCOPES: [(&str, Scope); 6] = [
    ("major", Scope::Major),
    ("minor", Scope::Minor),
    ("patch", Scope::Patch),
    ("version-date", Scope::VersionDate),
    ("version", Scope::Version),
    ("date", Scope::Date),
];

const INLINE: &str = "x-release-please-";
const START: &str = "x-release-please-start-";
const END: &str = "x-release-please-end";

/// What the markers in a text ask for: bytes, and what takes their place.
pub(super) fn replacements(
    text: &str,
    version: &Version,
    date: Date,
    format: &str,
) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut block: Option<Scope> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches(['\n', '\r']);
        let inline = scope(body, INLINE);
        if let Some(scope) = inline.or(block) {
            let placed =
                |(place, text): (Range<usize>, String)| (start + place.start..start + place.end, text);
            found.extend(on_line(body, scope, version, date, format).map(placed));
        }
        if inline.is_none() {
            match block {
                Some(_) if body.contains(END) => block = None,
                Some(_) => {}
                None => block = scope(body, START),
            }
        }
        start += line.len();
    }
    found
}

/// What the first marker of a line asks for.
fn scope(line: &str, marker: &str) -> Option<Scope> {
    line.match_indices(marker).find_map(|(at, _)| {
        let rest = line.get(at + marker.len()..)?;
        SCOPES.iter().find(|(name, _)| rest.starts_with(name)).map(|(_, scope)| *scope)
    })
}

fn on_line(
    line: &str,
    scope: Scope,
    version: &Version,
    date: Date,
    format: &str,
) -> Option<(Range<usize>, String)> {
    let numbers = number::of_version(version);
    let part = |index: usize| numbers.get(index).cloned().unwrap_or_else(|| "0".to_owned());
    let whole = || number::version(line).map(|place| (place, version.to_string()));
    let dated = || number::date(line, format).map(|place| (place, number::written_date(date, format)));
    match scope {
        Scope::Major => number::first(line, Boundary::After).map(|place| (place, part(0))),
        Scope::Minor => number::first(line, Boundary::Both).map(|place| (place, part(1))),
        Scope::Patch => number::first(line, Boundary::Both).map(|place| (place, part(2))),
        Scope::Version => whole(),
        Scope::Date => dated(),
        Scope::VersionDate => version_and_date(line, dated(), version),
    }
}

/// The date first, and then the version where it is found in the line that comes out of that, unless it would run into the
/// date; as one replacement of what differs.
fn version_and_date(
    line: &str,
    date: Option<(Range<usize>, String)>,
    version: &Version,
) -> Option<(Range<usize>, String)> {
    let mut new = line.to_owned();
    let mut dated = 0..0;
    if let Some((place, date)) = date {
        dated = place.start..place.start + date.len();
        new.replace_range(place, &date);
    }
    let apart = |place: &Range<usize>| place.end <= dated.start || dated.end <= place.start;
    if let Some(place) = number::version(&new).filter(apart) {
        new.replace_range(place, version.as_str());
    }
    let same = |a: &(char, char)| a.0 == a.1;
    let start: usize = line.chars().zip(new.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (old_rest, new_rest) = (line.get(start..)?, new.get(start..)?);
    let backwards = old_rest.chars().rev().zip(new_rest.chars().rev());
    let end: usize = backwards.take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let text = new_rest.get(..new_rest.len() - end)?.to_owned();
    Some((start..line.len() - end, text))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let version = Version::parse("2.13.4-rc.1").unwrap();
        let mut out = text.to_owned();
        let date: Date = "2026-11-02".parse().unwrap();
        for (place, new) in replacements(text, &version, date, "%Y-%m-%d").into_iter().rev() {
            out.replace_range(place, &new);
        }
        out
    }

    #[test]
    fn lines_and_blocks() {
        assert_eq!(
            written("v = '1.0.0' # x-release-please-version\r\n"),
            "v = '2.13.4-rc.1' # x-release-please-version\r\n"
        );
        assert_eq!(written("v1 # x-release-please-major"), "v2 # x-release-please-major");
        assert_eq!(written("a1 = 1; # x-release-please-minor"), "a1 = 13; # x-release-please-minor");
        assert_eq!(written("p: 1 x-release-please-patch"), "p: 4 x-release-please-patch");
        assert_eq!(written("2020-01-02 x-release-please-date"), "2026-11-02 x-release-please-date");
        assert_eq!(
            written("1.0.0 of 2020-01-02 x-release-please-version-date"),
            "2.13.4-rc.1 of 2026-11-02 x-release-please-version-date"
        );
        let block = "1.0.0\nx-release-please-start-version\n1.0.0\n1.0.0 1.0.0\nx-release-please-end\n1.0.0";
        let expected = "1.0.0\nx-release-please-start-version\n2.13.4-rc.1\n2.13.4-rc.1 1.0.0\nx-release-please-end\n1.0.0";
        assert_eq!(written(block), expected);
        assert_eq!(
            written("1.0.0 x-release-please-start-version 1.0.0"),
            "1.0.0 x-release-please-start-version 1.0.0"
        );
    }
}
