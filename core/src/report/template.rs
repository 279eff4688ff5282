//! Changelogs in a template of one's own. What a template sees is told at [`Layout::Template`](super::Layout::Template).

use super::changelog::date;
use super::error::ReportError;
use super::one_line;
use crate::change::Section;
use crate::plan::{Entry, Plan, short_id};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

/// The longest template, in bytes.
const LONGEST: usize = 256 * 1024;
/// How many steps a template may take for each entry that it sees, and besides.
const STEPS: u64 = 100_000;

/// What a component's release brings, or the whole of it where there is no entry, as `template` says.
pub(super) fn expand(plan: &Plan, entry: Option<&Entry>, template: &str) -> crate::Result<String> {
    let sections = entry.map(|entry| entry.changelog.sections.as_slice());
    let date = date(plan).to_string();
    let context = Context { date: &date, plan, entry, sections };
    let entries = if entry.is_some() { 1 } else { plan.entries.len() };
    filled_in(template, entries, &context)
}

#[derive(Serialize)]
struct Context<'a> {
    date: &'a str,
    plan: &'a Plan,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<&'a Entry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sections: Option<&'a [Section]>,
}

fn filled_in(template: &str, entries: usize, context: &Context<'_>) -> crate::Result<String> {
    if template.len() > LONGEST {
        let reason = format!("is longer than {LONGEST} bytes");
        return Err(ReportError::Template { line: None, reason }.into());
    }
    let mut environment = Environment::new();
    if let Ok(syntax) =
        SyntaxConfig::builder().keep_trailing_newline(true).trim_blocks(true).lstrip_blocks(true).build()
    {
        environment.set_syntax(syntax);
    }
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(STEPS.saturating_mul(entries as u64 + 1)));
    environment.add_filter("short", |id: &str| short_id(id).to_owned());
    environment.add_filter("one_line", |text: &str| one_line(text));
    let rendered = environment.render_named_str("changelog", template, Value::from(Serde(context)));
    rendered.map_err(|error| broken(&error).into())
}

fn broken(error: &minijinja::Error) -> ReportError {
    let kind = error.kind().to_string();
    let reason = error.detail().map(|detail| format!("{kind}: {detail}")).unwrap_or(kind);
    ReportError::Template { line: error.line(), reason }
}
