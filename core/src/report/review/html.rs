//! A page for a notebook or a site: one fragment, styled in place, without scripts.

use super::page::{Block, Cell, Page, Table};
use super::words::plain;
use crate::gate::Signal;
use crate::report::html::escaped as entities;
use std::fmt::Write;

pub(super) fn write(page: &Page) -> String {
    let mut out = "<div class=\"greenboard-review\">\n".to_owned();
    for block in &page.0 {
        match block {
            Block::Head(text, word, signal) => {
                let badge = marked(word, *signal);
                let _ = writeln!(out, "<p><b>{}</b>: {badge}</p>", escaped(text));
            }
            Block::Note(text) => {
                let _ = writeln!(out, "<p>{}</p>", escaped(text));
            }
            Block::Table(rows) => table(&mut out, rows),
            Block::List(list) => {
                let _ = writeln!(out, "<p><b>{}</b></p>\n<ul>", escaped(&list.title));
                for item in &list.items {
                    let _ = match &item.lead {
                        Some(lead) => {
                            writeln!(out, "<li><b>{}</b>: {}</li>", escaped(lead), escaped(&item.text))
                        }
                        None => writeln!(out, "<li>{}</li>", escaped(&item.text)),
                    };
                }
                out.push_str("</ul>\n");
            }
        }
    }
    out.push_str("</div>\n");
    out
}

fn table(out: &mut String, table: &Table) {
    out.push_str("<table>\n<thead><tr>");
    for column in &table.columns {
        let _ = write!(out, "<th>{}</th>", escaped(&column.name));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for cell in row {
            let _ = match cell {
                Cell::Text(text) => write!(out, "<td style=\"text-align:left\">{}</td>", escaped(text)),
                // What is as it should be needs no colour.
                Cell::Marked(word, Signal::Go) => write!(out, "<td>{}</td>", escaped(word)),
                Cell::Marked(word, signal) => write!(out, "<td>{}</td>", marked(word, *signal)),
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// A word on the colour of a signal, which says nothing that the word does not. The colours are Okabe and Ito's, lightened so that
/// black reads on all of them: nobody confuses them.
fn marked(word: &str, signal: Signal) -> String {
    let colour = match signal {
        Signal::Go => "#35b08a",
        Signal::Conditional => "#e69f00",
        Signal::Pending => "#56b4e9",
        Signal::NoGo => "#e5763b",
    };
    let word = escaped(word);
    format!("<span style=\"background:{colour};color:#000;padding:0 .4em;border-radius:.2em\">{word}</span>")
}

/// Text of others in one line.
fn escaped(text: &str) -> String {
    entities(&plain(text))
}
