//! Changelogs in a template of one's own, in the language of [MiniJinja](https://docs.rs/minijinja) (that of Jinja2).
//!
//! | name | what it is |
//! |---|---|
//! | `date` | the day of the release, UTC, as `2026-11-02` |
//! | `plan` | the whole [`Plan`] |
//! | `entry` | the component's [`Entry`]; a joint changelog has `plan.entries` instead |
//! | `sections` | the entry's sections: `kind`, `title`, `items`, each item with `description`, `scope`, `id`, `note` |
//! | `short` | a filter: a commit's hash as people write it |
//! | `one_line` | a filter: the text without line breaks |
//!
//! A line that holds only a `{% tag %}` leaves no empty line behind. A template reads nothing else: it includes no files, and
//! knows no clock. Its work is bounded.

use super::changelog::date;
use super::error::ReportError;
use super::one_line;
use crate::change::{Item, SectionKind};
use crate::plan::{Entry, Plan, short_id};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

/// The longest template, in bytes.
const LONGEST: usize = 256 * 1024;
/// How many steps a template may take for each entry of the plan, and besides.
const STEPS: u64 = 100_000;

/// What a component's release brings, as `template` says. It sees `entry`, `sections`, `plan` and `date`.
///
/// ```
/// use greenboard::change::Change;
/// use greenboard::component::{Component, Ecosystem, Workspace};
/// use greenboard::plan::{Policy, plan};
/// use greenboard::report::changelog_from_template;
/// use greenboard::version::{Bump, Version};
///
/// let core = Component::new("core", Ecosystem::Cargo, "core").with_version(Version::parse("1.2.0")?);
/// let change = Change::new("9fceb02", "read arrays").with_type("feat").with_bump("core", Bump::Minor);
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let plan = plan(&Workspace::new([core])?, &[change], &Policy::new(), at)?;
/// let template = "\
/// {{ entry.new }} of {{ date }}
/// {% for section in sections %}
/// {% for item in section['items'] %}
/// * {{ item.description }}
/// {% endfor %}
/// {% endfor %}
/// ";
/// assert_eq!(changelog_from_template(&plan, "core", template)?, "1.3.0 of 2026-11-02\n* read arrays\n");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `plan.not_planned` where the component is not released; `report.template` where the template is broken or asks for what is
/// not there, with its line.
pub fn changelog_from_template(plan: &Plan, component: &str, template: &str) -> crate::Result<String> {
    let entry = plan.require(component)?;
    let sections: Vec<Titled<'_>> = entry
        .changelog
        .sections
        .iter()
        .map(|section| Titled { kind: section.kind, title: section.kind.title(), items: &section.items })
        .collect();
    let date = date(plan).to_string();
    expanded(template, 1, &Context { date: &date, plan, entry: Some(entry), sections: Some(sections) })
}

/// What the release brings as a whole, as `template` says. It sees `plan` and `date`.
///
/// ```
/// # use greenboard::{component::Workspace, plan::{Policy, plan}, report::joint_changelog_from_template};
/// # let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let plan = plan(&Workspace::default(), &[], &Policy::new(), at)?;
/// let text = joint_changelog_from_template(&plan, "{{ date }}: {{ plan.entries | length }} components")?;
/// assert_eq!(text, "2026-11-02: 0 components");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `report.template` where the template is broken or asks for what is not there, with its line.
pub fn joint_changelog_from_template(plan: &Plan, template: &str) -> crate::Result<String> {
    let date = date(plan).to_string();
    expanded(template, plan.entries.len(), &Context { date: &date, plan, entry: None, sections: None })
}

#[derive(Serialize)]
struct Context<'a> {
    date: &'a str,
    plan: &'a Plan,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<&'a Entry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sections: Option<Vec<Titled<'a>>>,
}

#[derive(Serialize)]
struct Titled<'a> {
    kind: SectionKind,
    title: &'static str,
    items: &'a [Item],
}

fn expanded(template: &str, entries: usize, context: &Context<'_>) -> crate::Result<String> {
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
