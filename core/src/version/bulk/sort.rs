//! Sorting: by prefix first, then whatever the prefixes could not tell apart.

use super::Invalid;
use super::column::{Column, Row};
use crate::version::scheme::{self, AnyVersion, Scheme};
use std::cmp::Ordering;

/// The rows in ascending order of the scheme; equal precedence is ordered by text, equal text by row.
///
/// Cost: n log n on sixteen-byte integers, and a full key only for rows whose first eleven key bytes are equal.
pub fn sort<T: AsRef<str>>(scheme: Scheme, texts: &[T], invalid: Invalid) -> crate::Result<Vec<u32>> {
    let Column { mut keyed, mut parsed } = Column::read(scheme, texts, invalid)?;
    let text = |row: u32| texts.get(row as usize).map_or("", AsRef::as_ref);
    keyed.sort_unstable();
    for run in keyed.chunk_by_mut(|a, b| a.prefix() == b.prefix()).filter(|run| run.len() > 1) {
        if run.iter().all(|row| row.settled()) {
            continue;
        }
        settle(scheme, run, &text);
    }
    parsed.sort_unstable_by(|(i, a), (j, b)| {
        let order = a.compare(b).unwrap_or(Ordering::Equal);
        order.then_with(|| text(*i).cmp(text(*j))).then(i.cmp(j))
    });
    Ok(merge(scheme, &keyed, parsed, &text))
}

/// Orders rows whose prefixes are equal.
fn settle<'t>(scheme: Scheme, run: &mut [Row], text: &impl Fn(u32) -> &'t str) {
    let first = run.first().map_or("", |row| text(row.index()));
    if run.iter().all(|row| text(row.index()) == first) {
        return;
    }
    let mut bytes = Vec::new();
    let mut keys: Vec<(usize, usize, Row)> = Vec::with_capacity(run.len());
    for row in run.iter() {
        let start = bytes.len();
        scheme::key(scheme, text(row.index()), &mut bytes);
        keys.push((start, bytes.len(), *row));
    }
    let key = |(start, end, _): &(usize, usize, Row)| bytes.get(*start..*end).unwrap_or_default();
    keys.sort_unstable_by(|a, b| {
        let order = key(a).cmp(key(b));
        order.then_with(|| text(a.2.index()).cmp(text(b.2.index()))).then(a.2.index().cmp(&b.2.index()))
    });
    run.iter_mut().zip(keys).for_each(|(to, (_, _, row))| *to = row);
}

/// Merges the keyed rows with the parsed ones, which a keyed scheme has few of.
fn merge<'t>(
    scheme: Scheme,
    keyed: &[Row],
    parsed: Vec<(u32, AnyVersion)>,
    text: &impl Fn(u32) -> &'t str,
) -> Vec<u32> {
    let mut out = Vec::with_capacity(keyed.len() + parsed.len());
    let mut rest = keyed;
    for (index, version) in parsed {
        let before = rest.partition_point(|row| {
            let order =
                AnyVersion::parse(scheme, text(row.index())).and_then(|other| other.compare(&version));
            let order = order.unwrap_or(Ordering::Less);
            let order = order.then_with(|| text(row.index()).cmp(text(index)));
            order.then(row.index().cmp(&index)) == Ordering::Less
        });
        let (lower, upper) = rest.split_at_checked(before).unwrap_or((rest, &[]));
        out.extend(lower.iter().map(|row| row.index()));
        out.push(index);
        rest = upper;
    }
    out.extend(rest.iter().map(|row| row.index()));
    out
}
