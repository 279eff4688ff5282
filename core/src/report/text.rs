//! A plan on a terminal.

use super::{Options, reason, summary};
use crate::plan::{Entry, Plan, RequirementUpdate, tell};
use crate::version::Version;
use std::collections::HashMap;
use std::fmt::{self, Write};

/// How long the table's reasons may be, in characters.
const REASON: usize = 72;
/// How many levels of reasons are told below each component. Every other one is told in its own place, and all of them below
/// each would make the report of a large workspace grow with the square of it.
const WHY: usize = 2;

impl fmt::Display for Plan {
    /// The table: one line a component, in the order in which they go out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("Nothing to release.");
        }
        f.write_str(&table(&self.entries))
    }
}

pub(super) fn report(plan: &Plan, _: &Options) -> String {
    let mut out = String::new();
    if plan.is_empty() {
        out.push_str("Nothing to release.\n");
    } else {
        let _ = writeln!(out, "{}.\n\n{plan}\n\nWhy", summary(plan));
        let entries: HashMap<&str, &Entry> = plan.entries.iter().map(|e| (e.component.as_str(), e)).collect();
        for entry in &plan.entries {
            let mut why = String::new();
            let _ = tell(&mut why, entry.into(), |name| Some((*entries.get(name)?).into()), WHY);
            indented(&mut out, &why);
        }
        out.push_str("\nOrder\n");
        for (wave, units) in (1..).zip(&plan.waves) {
            // What goes out at once because it needs each other stands together.
            let units: Vec<String> = units.iter().map(|unit| unit.components.join(" + ")).collect();
            let _ = writeln!(out, "  {wave}  {}", units.join(", "));
        }
    }
    let updates: Vec<_> = plan.requirements().collect();
    if !updates.is_empty() {
        out.push_str("\nRequirements\n");
        indented(&mut out, &requirements(&updates));
    }
    if !plan.warnings.is_empty() {
        out.push_str("\nWarnings\n");
        for warning in &plan.warnings {
            let _ = writeln!(out, "  {}: {}", warning.component, warning.message);
        }
    }
    out
}

fn table(entries: &[Entry]) -> String {
    let head = ["component", "old", "new", "bump", "wave", "why"].map(str::to_owned);
    let rows = entries.iter().map(|entry| {
        [
            entry.component.clone(),
            entry.old.as_ref().map_or("(new)", Version::as_str).to_owned(),
            entry.new.to_string(),
            entry.bump.to_string(),
            // Numbers stand to the right, below the end of their heading.
            format!("{:>4}", entry.wave),
            reason(entry, cut),
        ]
    });
    aligned(std::iter::once(head).chain(rows))
}

fn requirements(updates: &[&RequirementUpdate]) -> String {
    aligned(updates.iter().map(|update| {
        let RequirementUpdate { component, dependency, kind, old, new, .. } = update;
        [component.clone(), dependency.clone(), kind.name().to_owned(), format!("{old} → {new}")]
    }))
}

/// Rows as lines whose columns stand below each other, two spaces apart.
pub(super) fn aligned<const N: usize>(rows: impl Iterator<Item = [String; N]>) -> String {
    let rows: Vec<[String; N]> = rows.collect();
    let mut widths = [0; N];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The text in one line, shortened to leave so much room behind it.
fn cut(text: &str, room: usize) -> String {
    let most = REASON.saturating_sub(room);
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(most) {
        Some(_) => line.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
        None => line.to_owned(),
    }
}

fn indented(out: &mut String, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "  {line}");
    }
}
