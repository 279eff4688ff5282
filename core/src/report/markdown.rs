//! A plan and its changelogs in Markdown.

use super::changelog::{self, Style};
use super::{Options, one_line, reason, summary};
use crate::plan::{Entry, Plan};
use crate::version::Version;
use std::fmt::Write;

pub(super) fn report(plan: &Plan, _: &Options) -> String {
    if plan.is_empty() {
        return "Nothing to release.\n".to_owned();
    }
    let mut out = format!("{}.\n\n{HEAD}", summary(plan));
    for entry in &plan.entries {
        out.push_str(&row(entry));
    }
    for entry in &plan.entries {
        out.push('\n');
        changelog::write(&mut out, plan, entry, Style::Standard);
    }
    out.push_str(&warnings(plan));
    out
}

/// The first two lines of the table of components.
pub(super) const HEAD: &str = "| component | old | new | bump | wave | why |\n|---|---|---|---|--:|---|\n";

/// A component's line of that table.
pub(super) fn row(entry: &Entry) -> String {
    let Entry { component, old, new, bump, wave, .. } = entry;
    let old = old.as_ref().map_or("", Version::as_str);
    let why = cell(&reason(entry, |text, _| text.to_owned()));
    format!("| {} | {old} | {new} | {bump} | {wave} | {why} |\n", cell(component))
}

/// The section of warnings, an empty line before it; nothing where there are none.
pub(super) fn warnings(plan: &Plan) -> String {
    let mut out = String::new();
    if !plan.warnings.is_empty() {
        out.push_str("\n## Warnings\n\n");
        for warning in &plan.warnings {
            let _ = writeln!(out, "- {}: {}", warning.component, one_line(&warning.message));
        }
    }
    out
}

/// Text in one cell of a table.
fn cell(text: &str) -> String {
    one_line(text).replace('|', "\\|")
}
