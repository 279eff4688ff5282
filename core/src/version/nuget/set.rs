//! The versions that a NuGet requirement accepts, exactly: releases as a set of numbers, prereleases as those that lie in a
//! range and have labels out of a set.
//!
//! After every version there is a next one (1.2.3.4 is followed by the prereleases of 1.2.3.5, a prerelease by the one with
//! the least label added), so all intervals are half-open.

use super::{Label, MOST, Numbers, Version};
use crate::version::interval::{Cut, Set};

/// A list of labels, never empty.
type Labels = Vec<Label>;

/// What a requirement accepts.
#[derive(Debug, Clone)]
pub(super) struct Accepted {
    releases: Set<Numbers>,
    prereleases: Product,
}

/// The prereleases in `range` with labels out of `labels`.
#[derive(Debug, Clone)]
struct Product {
    range: Set<(Numbers, Labels)>,
    labels: Set<Labels>,
}

/// An end of a range over all versions.
pub(super) type End<'a> = Cut<&'a Version>;

impl Accepted {
    /// Everything from one cut to another.
    pub(super) fn between(from: End<'_>, to: End<'_>) -> Self {
        Self {
            releases: Set::of([(release_cut(&from), release_cut(&to))]),
            prereleases: Product {
                range: Set::of([(prerelease_cut(&from), prerelease_cut(&to))]),
                labels: Set::full(),
            },
        }
    }

    /// The releases whose numbers begin as those of `base` do, `fixed` of them, and the prereleases of them with `labels`.
    pub(super) fn floating(base: Numbers, fixed: usize, labels: Set<Labels>) -> Self {
        let from = Cut::Before(base);
        let to = match fixed {
            0 => Cut::End,
            fixed => after(base, fixed).map_or(Cut::End, Cut::Before),
        };
        let least = |cut: &Cut<Numbers>| match cut {
            Cut::Before(numbers) | Cut::After(numbers) => Cut::Before((*numbers, vec![Label::LEAST])),
            Cut::Start | Cut::End => Cut::End,
        };
        Self {
            prereleases: Product { range: Set::of([(least(&from), least(&to))]), labels },
            releases: Set::of([(from, to)]),
        }
    }

    pub(super) fn intersection(&self, other: &Self) -> Self {
        Self {
            releases: self.releases.intersection(&other.releases),
            prereleases: self.prereleases.intersection(&other.prereleases),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.releases.is_empty() && self.prereleases.is_empty()
    }

    pub(super) fn is_subset(&self, other: &Self) -> bool {
        self.releases.is_subset(&other.releases) && self.prereleases.is_subset(&other.prereleases)
    }
}

impl Product {
    fn intersection(&self, other: &Self) -> Self {
        Self { range: self.range.intersection(&other.range), labels: self.labels.intersection(&other.labels) }
    }

    fn is_subset(&self, other: &Self) -> bool {
        let out_of = |range: Set<_>, labels: Set<_>| self.intersection(&Self { range, labels }).is_empty();
        out_of(other.range.complement(), Set::full()) && out_of(Set::full(), other.labels.complement())
    }

    fn is_empty(&self) -> bool {
        let some = |from: Cut<Labels>, to: Cut<Labels>| {
            !self.labels.intersection(&labels(&Set::between(from, to))).is_empty()
        };
        !self.range.intervals().iter().any(|(from, to)| {
            let from = match from {
                Cut::Before(point) | Cut::After(point) => point.clone(),
                Cut::Start => ([0; 4], vec![Label::LEAST]),
                Cut::End => return false,
            };
            let (numbers, first) = from;
            match to {
                Cut::Before((end, last)) | Cut::After((end, last)) if *end == numbers => {
                    some(Cut::Before(first), Cut::Before(last.clone()))
                }
                Cut::Before((end, last)) | Cut::After((end, last)) => {
                    let whole_between = after(numbers, 4).is_some_and(|next| next < *end);
                    some(Cut::Before(first), Cut::End)
                        || some(Cut::Start, Cut::Before(last.clone()))
                        || whole_between && some(Cut::Start, Cut::End)
                }
                Cut::End => {
                    let more = after(numbers, 4).is_some();
                    some(Cut::Before(first), Cut::End) || more && some(Cut::Start, Cut::End)
                }
                Cut::Start => false,
            }
        })
    }
}

/// A set of labels in which the start is written as what it is, the least label.
fn labels(set: &Set<Labels>) -> Set<Labels> {
    let cut = |cut: &Cut<Labels>| match cut {
        Cut::Start => Cut::Before(vec![Label::LEAST]),
        other => other.clone(),
    };
    Set::of(set.intervals().iter().map(|(from, to)| (cut(from), cut(to))))
}

/// The first numbers after all that begin with the first `fixed` of `numbers`.
pub(super) fn after(mut numbers: Numbers, fixed: usize) -> Option<Numbers> {
    for at in (0..fixed).rev() {
        let number = numbers.get_mut(at)?;
        if *number < MOST {
            *number += 1;
            numbers.iter_mut().skip(at + 1).for_each(|number| *number = 0);
            return Some(numbers);
        }
    }
    None
}

fn release_cut(cut: &End<'_>) -> Cut<Numbers> {
    match cut {
        Cut::Start => Cut::Before([0; 4]),
        Cut::Before(version) => Cut::Before(version.numbers),
        Cut::After(version) if !version.labels.is_empty() => Cut::Before(version.numbers),
        Cut::After(version) => after(version.numbers, 4).map_or(Cut::End, Cut::Before),
        Cut::End => Cut::End,
    }
}

fn prerelease_cut(cut: &End<'_>) -> Cut<(Numbers, Labels)> {
    let least = |numbers| Cut::Before((numbers, vec![Label::LEAST]));
    match cut {
        Cut::Start => least([0; 4]),
        Cut::Before(version) | Cut::After(version) if version.labels.is_empty() => {
            after(version.numbers, 4).map_or(Cut::End, least)
        }
        Cut::Before(version) => Cut::Before((version.numbers, version.labels.to_vec())),
        Cut::After(version) => {
            let next = version.labels.iter().cloned().chain([Label::LEAST]).collect();
            Cut::Before((version.numbers, next))
        }
        Cut::End => Cut::End,
    }
}

/// The labels of which the text begins with `prefix`, without case.
pub(super) fn labels_with_prefix(prefix: &str) -> Set<Labels> {
    let (fixed, partial) = prefix.rsplit_once('.').map_or(("", prefix), |(fixed, partial)| (fixed, partial));
    let fixed: Labels = fixed.split('.').filter(|label| !label.is_empty()).map(Label::of).collect();
    let with = |label: Label| Cut::Before(fixed.iter().cloned().chain([label]).collect::<Labels>());
    let after_fixed = after_siblings(&fixed);
    if partial.is_empty() {
        return Set::of([(with(Label::LEAST), after_fixed)]);
    }
    let text = partial.to_ascii_uppercase();
    let text_end = next_text(&text).map_or(after_fixed, |end| with(Label::Text(end.into())));
    let mut intervals = vec![(with(Label::Text(text.into())), text_end)];
    for (from, to) in numbers_with_prefix(partial) {
        let end = to.checked_add(1).map_or_else(|| Label::Text("-".into()), Label::Number);
        intervals.push((with(Label::Number(from)), with(end)));
    }
    Set::of(intervals)
}

/// Just after every list of labels that begins with `labels`.
fn after_siblings(labels: &[Label]) -> Cut<Labels> {
    let Some((last, before)) = labels.split_last() else { return Cut::End };
    let next = match last {
        Label::Number(n) => n.checked_add(1).map_or_else(|| Label::Text("-".into()), Label::Number),
        // The hyphen is the least of the characters in labels.
        Label::Text(text) => Label::Text(format!("{text}-").into()),
    };
    Cut::Before(before.iter().cloned().chain([next]).collect())
}

/// The least text of uppercase letters, digits and hyphens after all that begin with `text`.
fn next_text(text: &str) -> Option<String> {
    let kept = text.trim_end_matches('Z');
    let (last, before) = kept.as_bytes().split_last()?;
    let next = match last {
        b'-' => '0',
        b'9' => 'A',
        other => char::from(other + 1),
    };
    Some(format!("{}{next}", kept.get(..before.len()).unwrap_or("")))
}

/// The 32-bit numbers whose digits begin with `digits`; none where that is no number.
fn numbers_with_prefix(digits: &str) -> Vec<(i32, i32)> {
    if digits.is_empty() || digits.bytes().any(|b| !b.is_ascii_digit()) {
        return Vec::new();
    }
    let Ok(first) = digits.parse::<i32>() else { return Vec::new() };
    let (mut from, mut to) = (i64::from(first), i64::from(first));
    let mut ranges = Vec::new();
    while let Ok(least) = i32::try_from(from) {
        ranges.push((least, i32::try_from(to).unwrap_or(i32::MAX)));
        if first == 0 {
            break;
        }
        (from, to) = (from * 10, to * 10 + 9);
    }
    ranges
}
