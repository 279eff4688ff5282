//! A plan and its changelogs in Markdown.

use super::{reason, summary};
use crate::change::{Item, Section};
use crate::plan::{Entry, Plan};
use crate::version::Version;
use jiff::tz::Offset;
use std::fmt::Write;

/// What a component's release brings, in Markdown: a heading with version and date, breaking changes first.
///
/// # Errors
/// `plan.not_planned` where the component is not released.
pub fn changelog(plan: &Plan, component: &str) -> crate::Result<String> {
    let mut out = String::new();
    write_changelog(&mut out, plan, plan.require(component)?);
    Ok(out)
}

pub(super) fn report(plan: &Plan) -> String {
    if plan.is_empty() {
        return "Nothing to release.\n".to_owned();
    }
    let mut out = format!("{}.\n\n| component | old | new | bump | wave | why |\n", summary(plan));
    out.push_str("|---|---|---|---|--:|---|\n");
    for entry in &plan.entries {
        let Entry { component, old, new, bump, wave, .. } = entry;
        let old = old.as_ref().map_or("", Version::as_str);
        let why = cell(&reason(entry, |text, _| text.to_owned()));
        let _ = writeln!(out, "| {} | {old} | {new} | {bump} | {wave} | {why} |", cell(component));
    }
    for entry in &plan.entries {
        out.push('\n');
        write_changelog(&mut out, plan, entry);
    }
    if !plan.warnings.is_empty() {
        out.push_str("\n## Warnings\n\n");
        for warning in &plan.warnings {
            let _ = writeln!(out, "- {}: {}", warning.component, one_line(&warning.message));
        }
    }
    out
}

fn write_changelog(out: &mut String, plan: &Plan, entry: &Entry) {
    let date = Offset::UTC.to_datetime(plan.at).date();
    let _ = writeln!(out, "## {} {} ({date})", entry.component, entry.new);
    for Section { kind, items, .. } in &entry.changelog.sections {
        let _ = writeln!(out, "\n### {}\n", kind.title());
        for item in items {
            write_item(out, item);
        }
    }
}

fn write_item(out: &mut String, item: &Item) {
    out.push_str("- ");
    if let Some(scope) = &item.scope {
        let _ = write!(out, "**{}:** ", one_line(scope));
    }
    out.push_str(&one_line(&item.description));
    if let Some(id) = &item.id {
        let _ = write!(out, " ({})", crate::plan::short_id(id));
    }
    out.push('\n');
    for (index, line) in item.note.iter().flat_map(|note| note.lines()).enumerate() {
        if index == 0 {
            out.push('\n');
        }
        let _ = writeln!(out, "{}", format_args!("  {line}").to_string().trim_end());
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text in one cell of a table.
fn cell(text: &str) -> String {
    one_line(text).replace('|', "\\|")
}
