//! A verdict in Markdown.

use super::words::{NOBODY, observed, outcome, plain, reason, said, subject, to_do};
use crate::gate::Verdict;
use std::fmt::Write;

pub(super) fn verdict(verdict: &Verdict) -> String {
    let mut out =
        format!("## {}: {}\n\nAt {}.\n", escaped(&subject(verdict)), said(verdict.verdict), verdict.at);
    if verdict.findings.is_empty() {
        out.push_str("\nNo gate asks anything here.\n");
        return out;
    }
    out.push_str("\n| gate | criterion | outcome | observed | expected | why |\n|---|---|---|---|---|---|\n");
    for finding in &verdict.findings {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} |",
            escaped(&finding.gate),
            escaped(&finding.criterion),
            outcome(finding),
            escaped(&observed(finding).unwrap_or_default()),
            escaped(&finding.expected),
            escaped(reason(finding)),
        );
    }
    let to_do = to_do(verdict);
    if !to_do.is_empty() {
        out.push_str("\n### To do\n\n");
    }
    for (owner, actions) in to_do {
        for action in actions {
            let _ = match owner {
                NOBODY => writeln!(out, "- {}", escaped(action)),
                owner => writeln!(out, "- **{}**: {}", escaped(owner), escaped(action)),
            };
        }
    }
    out
}

/// Text of others in one line, all of it to be read as text.
pub(super) fn escaped(text: &str) -> String {
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
