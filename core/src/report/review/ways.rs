//! What is said of the ways to a better verdict.

use super::page::{List, Page};
use super::words::{NOBODY, said};
use crate::gate::{Way, Ways};
use std::fmt;

impl fmt::Display for Ways {
    /// The ways, step by step.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(super::ways(self, super::ReviewFormat::Text).trim_end())
    }
}

pub(super) fn page(ways: &Ways) -> Page {
    let mut page = Page::default();
    page.head(ways.component.as_str(), ways.verdict);
    page.0.extend(below(ways).0);
    page
}

/// The ways alone, below something that says what they lead from.
pub(super) fn below(ways: &Ways) -> Page {
    let mut page = Page::default();
    let target = said(ways.target);
    if ways.ways.is_empty() {
        page.note(format!("No way leads to {target} but another version."));
        let mut list = List::of("What stands in the way");
        for obstacle in &ways.obstacles {
            list.item(None, format!("{} / {}: {}", obstacle.gate, obstacle.criterion, obstacle.reason));
        }
        page.list(list);
        return page;
    }
    let many = ways.ways.len() > 1;
    for (number, way) in (1..).zip(&ways.ways) {
        if way.steps.is_empty() {
            page.note(format!("It is {} already.", said(ways.verdict)));
            continue;
        }
        let title = match many {
            true => format!("Way {number} to {target}, at a cost of {}", way.cost),
            false => format!("The way to {target}, at a cost of {}", way.cost),
        };
        page.list(steps(title, way));
    }
    if !ways.exhaustive {
        page.note("There may be cheaper ways: not all were looked at.");
    }
    page
}

fn steps(title: String, way: &Way) -> List {
    let mut list = List::of(title);
    let mut sorted: Vec<_> = way.steps.iter().collect();
    // Stable: the steps of one owner stay in the order of the gates.
    sorted.sort_by_key(|step| (step.owner.is_none(), step.owner.as_deref()));
    for step in sorted {
        let text = format!("{} ({} / {})", step.action, step.gate, step.criterion);
        list.item(Some(step.owner.as_deref().unwrap_or(NOBODY)), text);
    }
    list
}
