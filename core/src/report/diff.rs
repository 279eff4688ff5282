//! A plan as lines taken out and put in, for a fence of the language `diff`.

use super::Options;
use crate::plan::{Plan, RequirementUpdate};
use std::collections::BTreeMap;
use std::fmt::Write;

pub(super) fn report(plan: &Plan, _: &Options) -> String {
    let mut moved: BTreeMap<&str, Vec<&RequirementUpdate>> = BTreeMap::new();
    for update in plan.requirements() {
        moved.entry(&update.component).or_default().push(update);
    }
    let mut out = String::new();
    for entry in &plan.entries {
        let place = if entry.path.is_empty() { String::new() } else { format!(" ({})", entry.path) };
        let _ = writeln!(out, "  {}{place}", entry.component);
        if let Some(old) = &entry.old {
            let _ = writeln!(out, "- version {old}");
        }
        let _ = writeln!(out, "+ version {}", entry.new);
        requirements(&mut out, moved.remove(entry.component.as_str()).unwrap_or_default());
    }
    for (component, updates) in moved {
        let _ = writeln!(out, "  {component}, not released");
        requirements(&mut out, updates);
    }
    out
}

fn requirements(out: &mut String, updates: Vec<&RequirementUpdate>) {
    for update in updates {
        let _ = writeln!(out, "- {} {}", update.dependency, update.old);
        let _ = writeln!(out, "+ {} {}", update.dependency, update.new);
    }
}
