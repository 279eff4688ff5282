//! What became of a text, as the unified diff that people read.

use std::fmt::Write as _;

/// How many lines around a change are shown.
const CONTEXT: usize = 3;
/// How many changed lines are looked for one by one; beyond that everything between is shown as replaced.
const MOST: usize = 2000;

/// The unified diff of two texts, without the names of files; empty where they are equal.
///
/// ```
/// use greenboard::plan::diff;
/// assert_eq!(diff("a\nb\nc\n", "a\nx\nc"), "@@ -1,3 +1,3 @@\n a\n-b\n-c\n+x\n+c\n\\ No newline at end of file\n");
/// assert_eq!(diff("a", "a"), "");
/// ```
pub fn diff(old: &str, new: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) =
        (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let prefix = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = a.len().min(b.len()) - prefix;
    let suffix = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (inner_a, inner_b) = (inner(&a, prefix, suffix), inner(&b, prefix, suffix));
    let mut lines: Vec<Line<'_>> = a.iter().take(prefix).map(|line| Line::Same(line)).collect();
    lines.extend(between(inner_a, inner_b));
    lines.extend(a.iter().skip(a.len() - suffix).map(|line| Line::Same(line)));
    hunks(&lines)
}

fn inner<'l, 't>(lines: &'l [&'t str], prefix: usize, suffix: usize) -> &'l [&'t str] {
    lines.get(prefix..lines.len() - suffix).unwrap_or_default()
}

/// A line of a diff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'t> {
    Same(&'t str),
    Gone(&'t str),
    Fresh(&'t str),
}

/// The shortest way from one list of lines to the other (Myers 1986), as far as it is short.
fn between<'t>(a: &[&'t str], b: &[&'t str]) -> Vec<Line<'t>> {
    let replaced =
        || a.iter().map(|line| Line::Gone(line)).chain(b.iter().map(|line| Line::Fresh(line))).collect();
    if a.is_empty() || b.is_empty() {
        return replaced();
    }
    let Some(trace) = trace(a, b) else { return replaced() };
    // Back along the furthest points, from the end to the start.
    let mut lines = Vec::with_capacity(a.len() + b.len());
    let (mut x, mut y) = (a.len(), b.len());
    for (depth, furthest) in trace.iter().enumerate().rev() {
        let depth = isize::try_from(depth).unwrap_or(isize::MAX);
        let k = difference(x, y);
        let down = k == -depth || (k != depth && at(furthest, k - 1) < at(furthest, k + 1));
        let from_k = if down { k + 1 } else { k - 1 };
        let from_x = if depth == 0 { 0 } else { at(furthest, from_k) };
        let from_y = if depth == 0 { 0 } else { from_x.saturating_add_signed(-from_k) };
        while x > from_x && y > from_y {
            (x, y) = (x - 1, y - 1);
            lines.extend(a.get(x).map(|line| Line::Same(line)));
        }
        if depth > 0 {
            if down {
                y = y.saturating_sub(1);
                lines.extend(b.get(y).map(|line| Line::Fresh(line)));
            } else {
                x = x.saturating_sub(1);
                lines.extend(a.get(x).map(|line| Line::Gone(line)));
            }
        }
    }
    lines.reverse();
    lines
}

/// For every number of changes, how far along `a` each diagonal is reached with one change less; none where too many are
/// needed.
fn trace(a: &[&str], b: &[&str]) -> Option<Vec<Vec<usize>>> {
    let most = (a.len() + b.len()).min(MOST);
    let mut furthest = vec![0usize; 2 * most + 3];
    let mut trace = Vec::new();
    for depth in 0..=isize::try_from(most).ok()? {
        // Only the diagonals that the next step looks at are kept.
        let (low, high) = (index(most, -depth - 1)?, index(most, depth + 1)?);
        trace.push(furthest.get(low..=high)?.to_vec());
        for k in (-depth..=depth).step_by(2) {
            let [left, right] =
                [k - 1, k + 1].map(|k| index(most, k).and_then(|at| furthest.get(at)).copied());
            let (left, right) = (left?, right?);
            let mut x = if k == -depth || (k != depth && left < right) { right } else { left + 1 };
            let mut y = x.saturating_add_signed(-k);
            while x < a.len() && y < b.len() && a.get(x) == b.get(y) {
                (x, y) = (x + 1, y + 1);
            }
            *furthest.get_mut(index(most, k)?)? = x;
            if x >= a.len() && y >= b.len() {
                return Some(trace);
            }
        }
    }
    None
}

fn index(most: usize, k: isize) -> Option<usize> {
    (most + 1).checked_add_signed(k)
}

/// A diagonal among those that were kept, the middle one being 0.
fn at(furthest: &[usize], k: isize) -> usize {
    (furthest.len() / 2).checked_add_signed(k).and_then(|at| furthest.get(at)).copied().unwrap_or_default()
}

fn difference(x: usize, y: usize) -> isize {
    isize::try_from(x).unwrap_or(isize::MAX) - isize::try_from(y).unwrap_or(isize::MAX)
}

/// Changed lines with what is around them, under the numbers of the lines.
fn hunks(lines: &[Line<'_>]) -> String {
    let mut out = String::new();
    let changed: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !matches!(line, Line::Same(_)))
        .map(|(at, _)| at)
        .collect();
    let (mut done, mut old_line, mut new_line) = (0, 1, 1);
    let mut next = changed.iter().peekable();
    while let Some(first) = next.next() {
        let start = first.saturating_sub(CONTEXT).max(done);
        let mut last = *first;
        while let Some(further) = next.next_if(|further| **further <= last + 2 * CONTEXT + 1) {
            last = *further;
        }
        let end = (last + CONTEXT + 1).min(lines.len());
        // Between hunks, old and new have the same lines.
        (old_line, new_line) = (old_line + start - done, new_line + start - done);
        let hunk = lines.get(start..end).unwrap_or_default();
        let olds = hunk.iter().filter(|line| !matches!(line, Line::Fresh(_))).count();
        let news = hunk.iter().filter(|line| !matches!(line, Line::Gone(_))).count();
        // Writing to a String cannot fail.
        let _ = writeln!(out, "@@ -{} +{} @@", range(old_line, olds), range(new_line, news));
        for line in hunk {
            let (sign, text) = match line {
                Line::Same(text) => (' ', text),
                Line::Gone(text) => ('-', text),
                Line::Fresh(text) => ('+', text),
            };
            out.push(sign);
            out.push_str(text);
            if !text.ends_with('\n') {
                out.push_str("\n\\ No newline at end of file\n");
            }
        }
        (old_line, new_line) = (old_line + olds, new_line + news);
        done = end;
    }
    out
}

/// The first line and how many; of none, the line before.
fn range(first: usize, count: usize) -> String {
    let first = if count == 0 { first - 1 } else { first };
    if count == 1 { first.to_string() } else { format!("{first},{count}") }
}
