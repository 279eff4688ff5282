//! A verdict on a terminal.

use super::words::{observed, outcome, plain, reason, said, subject, to_do};
use crate::gate::Verdict;
use crate::report::text::aligned;
use std::fmt::{self, Write};

/// How wide a column may grow, in characters.
const WIDTH: usize = 60;

impl fmt::Display for Verdict {
    /// The answer in a line, and what every criterion came to.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", subject(self), said(self.verdict))?;
        if self.findings.is_empty() { Ok(()) } else { write!(f, "\n{}", table(self)) }
    }
}

pub(super) fn verdict(verdict: &Verdict) -> String {
    let mut out = format!("{}: {}\nat {}\n", subject(verdict), said(verdict.verdict), verdict.at);
    if verdict.findings.is_empty() {
        out.push_str("\nNo gate asks anything here.\n");
        return out;
    }
    let _ = writeln!(out, "\n{}", table(verdict));
    let to_do = to_do(verdict);
    if !to_do.is_empty() {
        out.push_str("\nTo do\n");
    }
    for (owner, actions) in to_do {
        let _ = writeln!(out, "  {}", plain(owner));
        for action in actions {
            let _ = writeln!(out, "    {}", plain(action));
        }
    }
    out
}

fn table(verdict: &Verdict) -> String {
    let head = ["gate", "criterion", "outcome", "observed", "why"].map(str::to_owned);
    let rows = verdict.findings.iter().map(|finding| {
        [
            plain(&finding.gate),
            plain(&finding.criterion),
            outcome(finding),
            cut(&observed(finding).unwrap_or_default()),
            cut(&plain(reason(finding))),
        ]
    });
    aligned(std::iter::once(head).chain(rows))
}

/// The text, shortened to the width of a column.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(WIDTH) {
        Some(_) => text.chars().take(WIDTH - 1).chain(['…']).collect(),
        None => text.to_owned(),
    }
}
