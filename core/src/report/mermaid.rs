//! A plan as a Mermaid flowchart: waves from left to right, and an arrow from each provider to what goes out for its sake.

use super::{Options, counted, one_line};
use crate::plan::{Cause, Entry, Plan};
use crate::version::Bump;
use std::collections::HashMap;
use std::fmt::Write;

/// Mermaid draws nothing of more edges than this unless it is configured to.
const MOST_EDGES: usize = 500;
/// Nor of a text longer than 50,000 characters; some room is left for what was cut.
const LONGEST: usize = 49_000;

pub(super) fn report(plan: &Plan, _: &Options) -> String {
    let mut out = "flowchart LR\n".to_owned();
    if plan.is_empty() {
        out.push_str("  nothing[\"Nothing to release.\"]\n");
        return out;
    }
    let mut drawn: HashMap<&str, usize> = HashMap::new();
    let mut open = None;
    for (index, entry) in plan.entries.iter().enumerate() {
        let node = format!("    c{index}[\"{}\"]:::{}\n", label(entry), class(entry.bump));
        // Edges are shorter than nodes, and there may be as many: nodes get two thirds of the room.
        if out.len() + node.len() > LONGEST / 3 * 2 {
            break;
        }
        if open != Some(entry.wave) {
            if open.is_some() {
                out.push_str("  end\n");
            }
            let _ = writeln!(out, "  subgraph wave{0}[\"Wave {0}\"]", entry.wave);
            open = Some(entry.wave);
        }
        out.push_str(&node);
        drawn.insert(&entry.component, index);
    }
    out.push_str("  end\n");
    let left_out = plan.entries.len() - drawn.len();
    if left_out > 0 {
        let _ = writeln!(out, "  more[\"and {}\"]", counted(left_out, "more component", "more components"));
    }
    let mut edges = 0;
    for (index, entry) in plan.entries.iter().enumerate().take(drawn.len()) {
        for cause in &entry.causes {
            let line = match cause {
                Cause::Dependency(cause) => drawn.get(cause.component.as_str()).map(|provider| {
                    let arrow = if cause.out_of_range {
                        format!("-- \"outside {}\" -->", escaped(&cause.requirement))
                    } else {
                        "-->".to_owned()
                    };
                    format!("  c{provider} {arrow} c{index}\n")
                }),
                Cause::Fixed(cause) => drawn
                    .get(cause.component.as_str())
                    .map(|decider| format!("  c{decider} -. one version .-> c{index}\n")),
                Cause::Linked(cause) => drawn
                    .get(cause.component.as_str())
                    .map(|decider| format!("  c{decider} -. linked .-> c{index}\n")),
                Cause::Change(_) | Cause::PreExit(_) | Cause::Override(_) => None,
            };
            if let Some(line) = line.filter(|line| edges < MOST_EDGES && out.len() + line.len() <= LONGEST) {
                out.push_str(&line);
                edges += 1;
            }
        }
    }
    out.push_str("  classDef major fill:#f8d7da,stroke:#b02a37,color:#000\n");
    out.push_str("  classDef minor fill:#cfe2ff,stroke:#0a58ca,color:#000\n");
    out.push_str("  classDef patch fill:#d1e7dd,stroke:#146c43,color:#000\n");
    out
}

fn label(entry: &Entry) -> String {
    let old = entry.old.as_ref().map(|old| format!("{old} → ")).unwrap_or_default();
    format!("{}<br/>{}", escaped(&entry.component), escaped(&format!("{old}{}", entry.new)))
}

const fn class(bump: Bump) -> &'static str {
    match bump {
        Bump::Major => "major",
        Bump::Minor => "minor",
        Bump::Patch | Bump::None => "patch",
    }
}

/// Text inside a quoted label, where Mermaid reads entities and HTML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in one_line(text).chars() {
        match char {
            '#' => out.push_str("#35;"),
            '"' => out.push_str("#quot;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '&' => out.push_str("#amp;"),
            '`' => out.push_str("#96;"),
            char => out.push(char),
        }
    }
    out
}
