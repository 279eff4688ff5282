//! A page in Markdown.

use super::page::{Block, Page, Table};
use super::words::plain;
use std::fmt::Write;

pub(super) fn write(page: &Page) -> String {
    let mut out = String::new();
    for block in &page.0 {
        if !out.is_empty() {
            out.push('\n');
        }
        match block {
            Block::Head(text, word, _) => {
                let _ = writeln!(out, "## {}: {}", escaped(text), escaped(word));
            }
            Block::Note(text) => {
                let _ = writeln!(out, "{}", escaped(text));
            }
            Block::Table(rows) => table(&mut out, rows),
            Block::List(list) => {
                let _ = writeln!(out, "### {}\n", escaped(&list.title));
                for item in &list.items {
                    let _ = match &item.lead {
                        Some(lead) => writeln!(out, "- **{}**: {}", escaped(lead), escaped(&item.text)),
                        None => writeln!(out, "- {}", escaped(&item.text)),
                    };
                }
            }
        }
    }
    out
}

fn table(out: &mut String, table: &Table) {
    let mut line = |cells: Vec<String>| {
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    };
    line(table.columns.iter().map(|column| escaped(&column.name)).collect());
    line(table.columns.iter().map(|_| "---".to_owned()).collect());
    for row in &table.rows {
        line(row.iter().map(|cell| escaped(cell.word())).collect());
    }
}

/// Text of others in one line, all of it to be read as text.
fn escaped(text: &str) -> String {
    let text = plain(text);
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let within_word = before.is_alphanumeric() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        match char {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' => out.push('\\'),
            // `error_rate` is a word, and emphasises nothing.
            '_' if !within_word => out.push('\\'),
            _ => {}
        }
        out.push(char);
        before = char;
    }
    out
}
