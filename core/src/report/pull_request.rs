//! A plan as the body of a pull request: the table first, then the changelogs, folded, and never longer than the host takes.

use super::changelog::{self, Style};
use super::markdown::{HEAD, row, warnings};
use super::{Options, counted, summary};
use crate::plan::{Entry, Plan};

/// GitHub's limit, in the units in which it counts.
const GITHUB: usize = 65_536;
/// Room for the sentences that say what was cut.
const NOTES: usize = 400;
/// How many names a note lists.
const NAMED: usize = 5;

pub(super) fn report(plan: &Plan, options: &Options) -> String {
    if plan.is_empty() {
        return "Nothing to release.\n".to_owned();
    }
    let limit = options.limit.unwrap_or(GITHUB);
    let whole = body(plan, usize::MAX);
    if units(&whole) <= limit {
        return whole;
    }
    let cut = body(plan, limit.saturating_sub(NOTES));
    // Only a limit with no room for the notes themselves comes this far.
    if units(&cut) <= limit { cut } else { shortened(&cut, limit) }
}

/// The body in about so many units, with notes on what did not fit.
fn body(plan: &Plan, room: usize) -> String {
    let mut out = format!("{}.\n\n{HEAD}", summary(plan));
    let mut used = units(&out);
    let mut rows = 0;
    for entry in &plan.entries {
        let row = row(entry);
        let length = units(&row);
        // Half of the room is the changelogs'.
        if used + length > room / 2 && room < usize::MAX {
            break;
        }
        out.push_str(&row);
        used += length;
        rows += 1;
    }
    let more = plan.entries.len() - rows;
    if more > 0 {
        let note =
            format!("\n…and {} below the limit of this text.\n", counted(more, "component", "components"));
        used += units(&note);
        out.push_str(&note);
    }
    let warnings = warnings(plan);
    let (mut fits, warned) = (true, units(&warnings));
    if used.saturating_add(warned) <= room {
        used += warned;
    } else {
        fits = false;
    }
    let mut left_out: Vec<&str> = Vec::new();
    for entry in &plan.entries {
        let details = details(plan, entry);
        let length = units(&details);
        if used.saturating_add(length) <= room {
            out.push_str(&details);
            used += length;
        } else {
            left_out.push(&entry.component);
        }
    }
    if fits {
        out.push_str(&warnings);
    } else {
        let count = counted(plan.warnings.len(), "warning is", "warnings are");
        out.push_str(&format!("\n{count} left out of this text.\n"));
    }
    if !left_out.is_empty() {
        out.push_str(&missing(&left_out));
    }
    out
}

fn details(plan: &Plan, entry: &Entry) -> String {
    let title = format!("{} {}", escaped(&entry.component), escaped(entry.new.as_str()));
    let mut sections = String::new();
    changelog::sections(&mut sections, entry, Style::Standard);
    let sections = sections.trim_start_matches('\n');
    let _ = plan;
    format!("\n<details><summary>{title}</summary>\n\n{sections}\n</details>\n")
}

fn missing(left_out: &[&str]) -> String {
    let named: Vec<&str> = left_out.iter().take(NAMED).filter(|name| name.len() <= 40).copied().collect();
    let rest = left_out.len() - named.len();
    let names = match (named.is_empty(), rest) {
        (true, rest) => counted(rest, "component", "components"),
        (false, 0) => named.join(", "),
        (false, rest) => format!("{} and {rest} more", named.join(", ")),
    };
    format!("\nLeft out to stay within the limit of this text: the changelogs of {names}.\n")
}

/// The length in UTF-16 code units, as hosts count it.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn shortened(text: &str, limit: usize) -> String {
    let mut left = limit;
    text.chars()
        .take_while(|char| match left.checked_sub(char.len_utf16()) {
            Some(rest) => {
                left = rest;
                true
            }
            None => false,
        })
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
