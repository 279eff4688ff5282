//! What is said of a board.

use super::format::ReviewOptions;
use super::page::{Cell, Column, Page, Table};
use super::words::{because, gate_name, overrides, said, scope, worst};
use super::{tasks, text};
use crate::gate::{Board, BoardRow, Signal};
use crate::report::counted;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;

/// The most gates that have a column each; of more, the reason says what is wrong.
const MOST_GATES: usize = 8;
/// The most tasks that a review lists.
const MOST_TASKS: usize = 50;

impl fmt::Display for Board {
    /// The answer in a line, and a line a component, the worst first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", super::words::plain(&title(self)), said(self.verdict))?;
        let (table, left) = table(self, ReviewOptions::new().most());
        if !table.rows.is_empty() {
            write!(f, "\n{}", text::table(&table))?;
        }
        left.map_or(Ok(()), |left| write!(f, "\n{left}"))
    }
}

pub(super) fn page(board: &Board, options: &ReviewOptions) -> Page {
    let mut page = Page::default();
    page.head(title(board), board.verdict);
    let components = counted(board.rows.len(), "component", "components");
    match board.rows.is_empty() {
        true => page.note(format!("At {}: no component is to go out.", board.at)),
        false => page.note(format!("At {}, {components}: {}.", board.at, counts(board.rows.iter()))),
    }
    let (table, left) = table(board, options.most());
    page.table(table);
    if let Some(left) = left {
        page.note(left);
    }
    page.list(tasks::summary(&board.by_owner(), MOST_TASKS));
    page.list(overrides(&board.overrides));
    page
}

fn title(board: &Board) -> String {
    format!("Readiness{}", scope(board.environment.as_deref(), board.stage.as_deref()))
}

/// `1 no-go, 2 pending, 5 go`: the worst first.
fn counts<'r>(rows: impl Iterator<Item = &'r BoardRow>) -> String {
    let mut counts: BTreeMap<Reverse<Signal>, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(Reverse(row.verdict)).or_default() += 1;
    }
    let some = counts.iter().map(|(Reverse(signal), count)| format!("{count} {}", said(*signal)));
    some.collect::<Vec<_>>().join(", ")
}

/// The components, the worst first, and what is said of those that there is no room for.
fn table(board: &Board, most: usize) -> (Table, Option<String>) {
    let mut rows: Vec<&BoardRow> = board.rows.iter().collect();
    // Stable, and the rows of a board stand by name.
    rows.sort_by_key(|row| Reverse(row.verdict));
    let mut table = Table::of(&["component", "version", "verdict"]);
    let with_gates = (2..=MOST_GATES).contains(&board.gates.len());
    if with_gates {
        let column = |gate: &crate::gate::BoardGate| gate_name(&gate.gate, gate.title.as_deref()).to_owned();
        table.columns.extend(board.gates.iter().map(|gate| Column { name: column(gate), wide: false }));
    }
    table.columns.push(Column { name: "why".to_owned(), wide: false });
    let signal = |signal: Signal| Cell::Marked(said(signal).to_owned(), signal);
    let shown = rows.iter().take(most).map(|row| {
        let mut cells = vec![
            row.component.as_str().into(),
            row.version.as_deref().unwrap_or_default().into(),
            signal(row.verdict),
        ];
        if with_gates {
            cells.extend(row.gates.iter().map(|gate| gate.map_or(Cell::Text("–".to_owned()), signal)));
        }
        cells.push(why(row).into());
        cells
    });
    table.rows = shown.collect();
    let left = rows.len().saturating_sub(most);
    let more = || counts(rows.iter().skip(most).copied());
    (table, (left > 0).then(|| format!("And {left} more: {}.", more())))
}

/// The worst finding of a component that is no plain go, and how many more there are.
fn why(row: &BoardRow) -> String {
    let open: Vec<_> = worst(&row.findings);
    match open.as_slice() {
        [] => String::new(),
        [first] => because(first),
        [first, rest @ ..] => format!("{} (and {} more)", because(first), rest.len()),
    }
}
