//! A verdict for a notebook or a page: one fragment, styled in place, without scripts.

use super::words::{NOBODY, observed, plain, reason, said, subject, to_do};
use crate::gate::{Outcome, Signal, Verdict};
use crate::report::html::escaped as entities;
use std::fmt::Write;

pub(super) fn verdict(verdict: &Verdict) -> String {
    let mut out = format!(
        "<div class=\"greenboard-verdict\">\n<p>{}: {} <small>at {}</small></p>\n",
        escaped(&subject(verdict)),
        badge(verdict.verdict),
        verdict.at
    );
    if verdict.findings.is_empty() {
        out.push_str("<p>No gate asks anything here.</p>\n</div>\n");
        return out;
    }
    out.push_str(
        "<table>\n<thead><tr><th>gate</th><th>criterion</th><th>outcome</th><th>observed</th><th>expected</th><th>why</th></tr></thead>\n<tbody>\n",
    );
    for finding in &verdict.findings {
        let _ = writeln!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td style=\"text-align:left\">{}</td></tr>",
            escaped(&finding.gate),
            escaped(&finding.criterion),
            marked(finding.outcome, &super::words::outcome(finding)),
            escaped(&observed(finding).unwrap_or_default()),
            escaped(&finding.expected),
            escaped(reason(finding)),
        );
    }
    out.push_str("</tbody>\n</table>\n");
    let to_do = to_do(verdict);
    if !to_do.is_empty() {
        out.push_str("<ul>\n");
        for (owner, actions) in to_do {
            for action in actions {
                let _ = match owner {
                    NOBODY => writeln!(out, "<li>{}</li>", escaped(action)),
                    owner => writeln!(out, "<li><b>{}</b>: {}</li>", escaped(owner), escaped(action)),
                };
            }
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</div>\n");
    out
}

/// A signal as a word on its colour. The colours are Okabe and Ito's, which nobody confuses; black reads on all of them.
pub(super) fn badge(signal: Signal) -> String {
    coloured(said(signal), colour(signal))
}

const fn colour(signal: Signal) -> &'static str {
    match signal {
        Signal::Go => "#35b08a",
        Signal::Conditional => "#e69f00",
        Signal::Pending => "#56b4e9",
        Signal::NoGo => "#e5763b",
    }
}

fn marked(outcome: Outcome, word: &str) -> String {
    match outcome {
        Outcome::Pass | Outcome::Skipped => word.to_owned(),
        Outcome::Waived | Outcome::Warn => coloured(word, colour(Signal::Conditional)),
        Outcome::Pending => coloured(word, colour(Signal::Pending)),
        Outcome::Fail => coloured(word, colour(Signal::NoGo)),
    }
}

fn coloured(word: &str, colour: &str) -> String {
    format!("<span style=\"background:{colour};color:#000;padding:0 .4em;border-radius:.2em\">{word}</span>")
}

/// Text of others in one line.
pub(super) fn escaped(text: &str) -> String {
    entities(&plain(text))
}
