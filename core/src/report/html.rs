//! A plan for a notebook or a page: one fragment, styled in place, without scripts.

use super::{Options, reason, summary};
use crate::plan::{Entry, Plan, tell};
use crate::version::Version;
use std::collections::HashMap;
use std::fmt::Write;

/// How many levels of reasons are told below each component.
const WHY: usize = 2;

pub(super) fn report(plan: &Plan, _: &Options) -> String {
    if plan.is_empty() {
        return "<p>Nothing to release.</p>\n".to_owned();
    }
    let mut out = format!("<div class=\"greenboard-plan\">\n<p>{}.</p>\n<table>\n", summary(plan));
    out.push_str(
        "<thead><tr><th>component</th><th>old</th><th>new</th><th>bump</th><th>wave</th><th>why</th></tr></thead>\n<tbody>\n",
    );
    let entries: HashMap<&str, &Entry> = plan.entries.iter().map(|e| (e.component.as_str(), e)).collect();
    for entry in &plan.entries {
        let mut why = String::new();
        let _ = tell(&mut why, entry.into(), |name| Some((*entries.get(name)?).into()), WHY);
        let _ = writeln!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td>\
             <td style=\"text-align:left\"><details><summary>{}</summary><pre>{}</pre></details></td></tr>",
            escaped(&entry.component),
            escaped(entry.old.as_ref().map_or("", Version::as_str)),
            escaped(entry.new.as_str()),
            entry.bump,
            entry.wave,
            escaped(&reason(entry, |text, _| text.lines().next().unwrap_or_default().to_owned())),
            escaped(&why),
        );
    }
    out.push_str("</tbody>\n</table>\n");
    if !plan.warnings.is_empty() {
        out.push_str("<ul>\n");
        for warning in &plan.warnings {
            let _ = writeln!(out, "<li>{}: {}</li>", escaped(&warning.component), escaped(&warning.message));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</div>\n");
    out
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            char => out.push(char),
        }
    }
    out
}
