//! A page on a terminal.

use super::page::{Block, List, Page, Table};
use super::words::plain;
use std::fmt::Write;

/// How wide a column may grow, in characters.
const WIDTH: usize = 60;

pub(super) fn write(page: &Page) -> String {
    let mut out = String::new();
    let mut notes = true;
    for block in &page.0 {
        // What a page begins with stands together.
        let begins = notes;
        notes &= matches!(block, Block::Head(..) | Block::Note(_));
        if !begins || (!notes && !out.is_empty()) {
            out.push('\n');
        }
        match block {
            Block::Head(text, word, _) => {
                let _ = writeln!(out, "{}: {}", plain(text), plain(word));
            }
            Block::Note(text) => {
                let _ = writeln!(out, "{}", plain(text));
            }
            Block::Table(rows) => {
                let _ = writeln!(out, "{}", table(rows));
            }
            Block::List(points) => list(&mut out, points),
        }
    }
    out
}

/// Rows as lines whose columns stand below each other, two spaces apart.
pub(super) fn table(table: &Table) -> String {
    let shown: Vec<usize> =
        table.columns.iter().enumerate().filter(|(_, column)| !column.wide).map(|(at, _)| at).collect();
    let head = table.columns.iter().filter(|column| !column.wide).map(|column| plain(&column.name)).collect();
    let cells = |row: &Vec<super::page::Cell>| -> Vec<String> {
        shown.iter().filter_map(|at| row.get(*at)).map(|cell| cut(&plain(cell.word()))).collect()
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(table.rows.iter().map(cells)).collect();
    let mut widths = vec![0; shown.len()];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Points, those about the same below each other.
fn list(out: &mut String, list: &List) {
    let _ = writeln!(out, "{}", plain(&list.title));
    let mut about = None;
    for item in &list.items {
        if item.lead.as_deref() != about {
            about = item.lead.as_deref();
            if let Some(lead) = about {
                let _ = writeln!(out, "  {}", plain(lead));
            }
        }
        let indent = if about.is_some() { "    " } else { "  " };
        let _ = writeln!(out, "{indent}{}", plain(&item.text));
    }
}

/// The text, shortened to the width of a column.
fn cut(text: &str) -> String {
    match text.char_indices().nth(WIDTH) {
        Some(_) => text.chars().take(WIDTH - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}
