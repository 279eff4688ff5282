//! What a release brings, in Markdown: of one component, or of all as one.

use super::error::ReportError;
use super::one_line;
use crate::change::{Item, ItemLinkKind, Section, SectionKind};
use crate::plan::{Entry, Plan};
use jiff::civil::Date;
use jiff::tz::Offset;
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::str::FromStr;

/// How a changelog is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Style {
    /// A heading with name, version and date; sections for breaking changes, features, fixes and so on.
    #[default]
    Standard,
    /// [Keep a Changelog](https://keepachangelog.com/en/1.1.0/): `## [1.3.0] - 2026-11-02`, and the sections Added, Changed,
    /// Removed, Fixed and Security.
    KeepAChangelog,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 2] = [Self::Standard, Self::KeepAChangelog];

    /// The name used in calls.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::KeepAChangelog => "keep_a_changelog",
        }
    }
}

impl fmt::Display for Style {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Style {
    type Err = crate::Error;

    fn from_str(text: &str) -> crate::Result<Self> {
        let known = Self::ALL.into_iter().find(|style| style.name() == text);
        known.ok_or_else(|| {
            let known = Self::ALL.map(Self::name).join(", ");
            ReportError::UnknownStyle { input: text.to_owned(), known }.into()
        })
    }
}

/// A style, or a template of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layout<'a> {
    /// As the style has it.
    Style(Style),
    /// As a template in the language of [MiniJinja](https://docs.rs/minijinja) says (that of Jinja2; feature `report`).
    ///
    /// | name | what it is |
    /// |---|---|
    /// | `date` | the day of the release, UTC, as `2026-11-02` |
    /// | `plan` | the whole [`Plan`] |
    /// | `entry` | the component's [`Entry`]; a joint changelog has `plan.entries` instead |
    /// | `sections` | the entry's sections: `kind`, `title`, `items`, each item with `description`, `scope`, `id`, `note` |
    /// | `short` | a filter: a commit's hash as people write it |
    /// | `one_line` | a filter: the text without line breaks |
    ///
    /// A line that holds only a `{% tag %}` leaves no empty line behind. A template reads nothing else: it includes no files,
    /// and knows no clock. Its work is bounded.
    Template(&'a str),
}

impl From<Style> for Layout<'_> {
    fn from(style: Style) -> Self {
        Self::Style(style)
    }
}

/// What a component's release brings, in Markdown: a heading with version and date, breaking changes first.
///
/// # Errors
/// `plan.not_planned` where the component is not released.
pub fn changelog(plan: &Plan, component: &str) -> crate::Result<String> {
    changelog_with(plan, Some(component), Style::Standard)
}

/// [`changelog`] in a layout; without a component, of the release as a whole: the versions, then each change once with the
/// components that it concerns.
///
/// ```
/// use greenboard::change::Change;
/// use greenboard::component::{Component, Ecosystem, Workspace};
/// use greenboard::plan::{Policy, plan};
/// use greenboard::report::{Style, changelog_with};
/// use greenboard::version::{Bump, Version};
///
/// let at_1 = |name: &str| Component::new(name, Ecosystem::Cargo, name).with_version(Version::parse("1.0.0").unwrap());
/// let change = Change::new("9fceb02", "read arrays").with_type("feat");
/// let change = change.with_bump("core", Bump::Minor).with_bump("cli", Bump::Minor);
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let plan = plan(&Workspace::new([at_1("core"), at_1("cli")])?, &[change], &Policy::new(), at)?;
/// assert_eq!(
///     changelog_with(&plan, Some("core"), Style::KeepAChangelog)?,
///     "## [1.1.0] - 2026-11-02\n\n### Added\n\n- read arrays (9fceb02)\n",
/// );
/// assert_eq!(
///     changelog_with(&plan, None, Style::Standard)?,
///     "## 2026-11-02\n\n- cli 1.0.0 → 1.1.0\n- core 1.0.0 → 1.1.0\n\n### Features\n\n- **cli, core:** read arrays (9fceb02)\n",
/// );
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `plan.not_planned` where the component is not released; `report.template` where a template is broken or asks for what is not
/// there, with its line.
pub fn changelog_with<'a>(
    plan: &Plan,
    component: Option<&str>,
    layout: impl Into<Layout<'a>>,
) -> crate::Result<String> {
    let entry = component.map(|component| plan.require(component)).transpose()?;
    let style = match layout.into() {
        Layout::Style(style) => style,
        Layout::Template(text) => return template(plan, entry, text),
    };
    let Some(entry) = entry else { return Ok(joint(plan, style)) };
    let mut out = String::new();
    write(&mut out, plan, entry, style);
    Ok(out)
}

#[cfg(feature = "report")]
use super::template::expand as template;

#[cfg(not(feature = "report"))]
fn template(_: &Plan, _: Option<&Entry>, _: &str) -> crate::Result<String> {
    let reason = "greenboard was built without its feature `report`".to_owned();
    Err(ReportError::Template { line: None, reason }.into())
}

fn joint(plan: &Plan, style: Style) -> String {
    let mut out = format!("## {}\n\n", date(plan));
    if plan.is_empty() {
        out.push_str("Nothing to release.\n");
        return out;
    }
    for Entry { component, old, new, .. } in &plan.entries {
        let old = old.as_ref().map(|old| format!("{old} → ")).unwrap_or_default();
        let _ = writeln!(out, "- {component} {old}{new}");
    }
    for (title, items) in joined(plan, style) {
        let _ = writeln!(out, "\n### {title}\n");
        for (item, components, breaking) in items {
            write_item(&mut out, item, Some(&components.join(", ")), breaking);
        }
    }
    out
}

/// The items of all entries by title, in the order of their sections, each once with the components that have it.
fn joined(plan: &Plan, style: Style) -> Vec<(&'static str, Vec<Joined<'_>>)> {
    // A section's place in the order, and within it each item's place in the order of the entries.
    let mut titles: BTreeMap<usize, (&'static str, Vec<Joined<'_>>)> = BTreeMap::new();
    let mut seen: BTreeMap<(usize, &str, &str), usize> = BTreeMap::new();
    for entry in &plan.entries {
        for Section { kind, items, .. } in &entry.changelog.sections {
            let (place, title) = heading(*kind, style);
            let (_, joined) = titles.entry(place).or_insert((title, Vec::new()));
            for item in items {
                let id = item.id.as_deref().unwrap_or_default();
                let at = *seen.entry((place, id, &item.description)).or_insert(joined.len());
                match joined.get_mut(at) {
                    Some((_, components, _)) => components.push(&entry.component),
                    None => joined.push((item, vec![&entry.component], is_marked(*kind, style))),
                }
            }
        }
    }
    titles.into_values().collect()
}

/// An item, the components that have it, and whether it is marked as breaking.
type Joined<'a> = (&'a Item, Vec<&'a str>, bool);

pub(super) fn write(out: &mut String, plan: &Plan, entry: &Entry, style: Style) {
    let date = date(plan);
    let _ = match style {
        Style::Standard => writeln!(out, "## {} {} ({date})", entry.component, entry.new),
        Style::KeepAChangelog => writeln!(out, "## [{}] - {date}", entry.new),
    };
    sections(out, entry, style);
}

/// The sections, each with an empty line before it.
pub(super) fn sections(out: &mut String, entry: &Entry, style: Style) {
    let mut by_title: BTreeMap<usize, (&'static str, Vec<(&Item, bool)>)> = BTreeMap::new();
    for Section { kind, items, .. } in &entry.changelog.sections {
        let (place, title) = heading(*kind, style);
        let (_, all) = by_title.entry(place).or_insert((title, Vec::new()));
        all.extend(items.iter().map(|item| (item, is_marked(*kind, style))));
    }
    for (title, items) in by_title.into_values() {
        let _ = writeln!(out, "\n### {title}\n");
        for (item, breaking) in items {
            write_item(out, item, None, breaking);
        }
    }
}

/// Whether a breaking change is marked as one; under a heading of its own it needs no mark.
fn is_marked(kind: SectionKind, style: Style) -> bool {
    kind == SectionKind::Breaking && style == Style::KeepAChangelog
}

/// A section's title in a style, and its place among the others.
fn heading(kind: SectionKind, style: Style) -> (usize, &'static str) {
    match style {
        Style::Standard => (kind as usize, kind.title()),
        Style::KeepAChangelog => match kind {
            SectionKind::Features => (0, "Added"),
            SectionKind::Breaking
            | SectionKind::Performance
            | SectionKind::Dependencies
            | SectionKind::Other => (1, "Changed"),
            SectionKind::Reverts => (2, "Removed"),
            SectionKind::Fixes => (3, "Fixed"),
        },
    }
}

pub(super) fn write_item(out: &mut String, item: &Item, of: Option<&str>, breaking: bool) {
    out.push_str("- ");
    if breaking {
        out.push_str("**Breaking:** ");
    }
    let scope = item.scope.as_deref().map(one_line);
    if let Some(label) = of.map(str::to_owned).or(scope) {
        let _ = write!(out, "**{label}:** ");
    }
    out.push_str(&one_line(&item.description));
    for link in item.links.iter().filter(|link| link.kind == ItemLinkKind::PullRequest) {
        let _ = match &link.url {
            Some(url) => write!(out, " ([{}]({url}))", link.text),
            None => write!(out, " ({})", link.text),
        };
    }
    if let Some(id) = &item.id {
        let _ = write!(out, " ({})", crate::plan::short_id(id));
    }
    out.push('\n');
    for (index, line) in item.note.iter().flat_map(|note| note.lines()).enumerate() {
        if index == 0 {
            out.push('\n');
        }
        let _ = writeln!(out, "{}", format_args!("  {line}").to_string().trim_end());
    }
}

/// The day of the release, UTC.
pub(super) fn date(plan: &Plan) -> Date {
    Offset::UTC.to_datetime(plan.at).date()
}
