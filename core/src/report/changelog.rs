//! What a release brings, in Markdown: of one component, or of all as one.

use super::error::ReportError;
use super::one_line;
use crate::change::{Item, ItemLink, ItemLinkKind, Section, SectionKind};
use crate::plan::{Cause, Entry, Plan};
use crate::version::Bump;
use jiff::civil::Date;
use jiff::tz::Offset;
use std::borrow::Cow;
use std::collections::HashMap;
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
    /// A component's own file, as release-please has it: `## [1.3.0](…) (2026-11-02)`, with the same sections as `standard`.
    ReleasePlease,
    /// A component's own file, as changesets has it: `## 1.3.0`, and the sections Major, Minor and Patch Changes.
    Changesets,
}

impl Style {
    /// Every style.
    pub const ALL: [Self; 4] = [Self::Standard, Self::KeepAChangelog, Self::ReleasePlease, Self::Changesets];

    /// The name used in calls.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::KeepAChangelog => "keep_a_changelog",
            Self::ReleasePlease => "release_please",
            Self::Changesets => "changesets",
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
    let mut lines = Lines::default();
    for entry in &plan.entries {
        lines.take(entry, style);
    }
    lines.write(&mut out, true);
    out
}

pub(super) fn write(out: &mut String, plan: &Plan, entry: &Entry, style: Style) {
    let (date, new) = (date(plan), &entry.new);
    let compare = entry.changelog.compare.as_deref();
    let _ = match (style, compare) {
        (Style::Standard, None) => writeln!(out, "## {} {new} ({date})", entry.component),
        (Style::Standard, Some(url)) => writeln!(out, "## {} [{new}]({url}) ({date})", entry.component),
        (Style::KeepAChangelog, _) => writeln!(out, "## [{new}] - {date}"),
        (Style::ReleasePlease, None) => writeln!(out, "## {new} ({date})"),
        (Style::ReleasePlease, Some(url)) => writeln!(out, "## [{new}]({url}) ({date})"),
        (Style::Changesets, _) => writeln!(out, "## {new}"),
    };
    sections(out, entry, style);
    if let (Style::KeepAChangelog, Some(url)) = (style, compare) {
        let _ = writeln!(out, "\n[{new}]: {url}");
    }
}

/// The sections, each with an empty line before it.
pub(super) fn sections(out: &mut String, entry: &Entry, style: Style) {
    if style == Style::Changesets {
        return by_bump(out, entry);
    }
    let mut lines = Lines::default();
    lines.take(entry, style);
    lines.write(out, false);
}

/// The sections of changesets: by what each change asks for, then what the component depends on.
fn by_bump(out: &mut String, entry: &Entry) {
    let asked: HashMap<&str, Bump> = entry
        .causes
        .iter()
        .filter_map(|cause| match cause {
            Cause::Change(cause) => Some((cause.id.as_str(), cause.bump)),
            _ => None,
        })
        .collect();
    let titles = [(Bump::Major, "Major"), (Bump::Minor, "Minor"), (Bump::Patch, "Patch")];
    for (bump, title) in titles {
        let mut lines = String::new();
        let sections = entry.changelog.sections.iter();
        let of_changes = sections.clone().filter(|section| section.kind != SectionKind::Dependencies);
        for item in of_changes.flat_map(|section| &section.items) {
            let asked = item.id.as_deref().and_then(|id| asked.get(id)).copied().unwrap_or(Bump::Patch);
            if asked == bump {
                let commit = item.links.iter().find(|link| link.kind == ItemLinkKind::Commit);
                let commit = commit.map(|link| format!("{}: ", crate::plan::short_id(&link.text)));
                let _ = writeln!(lines, "- {}{}", commit.unwrap_or_default(), one_line(&item.description));
                for text in [&item.body, &item.note].into_iter().flatten() {
                    lines.push('\n');
                    for line in text.lines() {
                        let _ = writeln!(lines, "{}", format_args!("  {line}").to_string().trim_end());
                    }
                }
            }
        }
        let followed = sections.filter(|section| section.kind == SectionKind::Dependencies);
        let mut followed = followed.flat_map(|section| &section.items).peekable();
        if bump == Bump::Patch && followed.peek().is_some() {
            lines.push_str("- Updated dependencies\n");
            for item in followed {
                let _ = writeln!(lines, "  - {}", item.description.replace(' ', "@"));
            }
        }
        if !lines.is_empty() {
            let _ = write!(out, "\n### {title} Changes\n\n{lines}");
        }
    }
}

/// What is to be written under which title: of one entry, or of several together.
#[derive(Default)]
struct Lines<'a> {
    /// Each with its rank among the others.
    sections: Vec<(usize, Cow<'a, str>, Vec<Line<'a>>)>,
    /// Where each item is, so that what several components have is one line.
    seen: HashMap<(Cow<'a, str>, &'a str, &'a str), usize>,
}

struct Line<'a> {
    item: &'a Item,
    /// The components that have it, in the order in which they go out.
    components: Vec<&'a str>,
    /// Whether it is marked as breaking; under a heading of its own it needs no mark.
    marked: bool,
}

impl<'a> Lines<'a> {
    /// Takes an entry's items. A title that is new comes behind the one before it in this entry, and behind all of its rank.
    fn take(&mut self, entry: &'a Entry, style: Style) {
        let titled = |section: &'a Section| {
            let title = title(section, style);
            let kept = KEPT.iter().position(|kept| style == Style::KeepAChangelog && *kept == title);
            (kept.unwrap_or(section.kind as usize), title, section)
        };
        let mut sections: Vec<_> = entry.changelog.sections.iter().map(titled).collect();
        if style == Style::KeepAChangelog {
            sections.sort_by_key(|(rank, ..)| *rank);
        }
        let mut next = 0;
        for (rank, title, section) in sections {
            let at = match self.sections.iter().position(|(_, known, _)| *known == title) {
                Some(at) => at,
                None => {
                    let ranked = self.sections.iter().rposition(|(known, ..)| *known <= rank);
                    let at = ranked.map_or(0, |at| at + 1).max(next);
                    self.sections.insert(at, (rank, title.clone(), Vec::new()));
                    at
                }
            };
            next = at + 1;
            let Some((.., lines)) = self.sections.get_mut(at) else { continue };
            let marked = section.kind == SectionKind::Breaking && style == Style::KeepAChangelog;
            for item in &section.items {
                let key = (title.clone(), item.id.as_deref().unwrap_or_default(), item.description.as_str());
                let at = *self.seen.entry(key).or_insert(lines.len());
                match lines.get_mut(at) {
                    Some(line) if !line.components.contains(&entry.component.as_str()) => {
                        line.components.push(&entry.component);
                    }
                    Some(_) => {}
                    None => lines.push(Line { item, components: vec![&entry.component], marked }),
                }
            }
        }
    }

    fn write(&self, out: &mut String, with_components: bool) {
        for (_, title, lines) in &self.sections {
            let _ = writeln!(out, "\n### {}\n", one_line(title));
            for line in lines {
                line.write(out, with_components);
            }
        }
    }
}

/// The titles of Keep a Changelog, in their order.
const KEPT: [&str; 5] = ["Added", "Changed", "Removed", "Fixed", "Security"];

fn title(section: &Section, style: Style) -> Cow<'_, str> {
    if style != Style::KeepAChangelog {
        return Cow::Borrowed(&section.title);
    }
    let kept = match section.kind {
        _ if section.title.eq_ignore_ascii_case("security") => "Security",
        SectionKind::Features => "Added",
        SectionKind::Reverts => "Removed",
        SectionKind::Fixes => "Fixed",
        SectionKind::Breaking | SectionKind::Performance | SectionKind::Dependencies | SectionKind::Other => {
            "Changed"
        }
    };
    Cow::Borrowed(kept)
}

impl Line<'_> {
    fn write(&self, out: &mut String, with_components: bool) {
        let Self { item, components, marked } = self;
        out.push_str(if *marked { "- **Breaking:** " } else { "- " });
        let scope = item.scope.as_deref().map(one_line);
        if let Some(label) = with_components.then(|| components.join(", ")).or(scope) {
            let _ = write!(out, "**{label}:** ");
        }
        out.push_str(&one_line(&item.description));
        out.push_str(&sources(item));
        out.push('\n');
        for text in [&item.body, &item.note].into_iter().flatten() {
            out.push('\n');
            for line in text.lines() {
                let _ = writeln!(out, "{}", format_args!("  {line}").to_string().trim_end());
            }
        }
    }
}

/// Where an item comes from, in parentheses: the pull request and the commit, or else its id; then who made it.
fn sources(item: &Item) -> String {
    let shown = |link: &ItemLink| {
        let text = match link.kind {
            ItemLinkKind::Commit => crate::plan::short_id(&link.text),
            ItemLinkKind::PullRequest | ItemLinkKind::Author => &link.text,
        };
        link.url.as_ref().map_or_else(|| text.to_owned(), |url| format!("[{text}]({url})"))
    };
    let is_author = |link: &&ItemLink| link.kind == ItemLinkKind::Author;
    let mut origins: Vec<String> = item.links.iter().filter(|link| !is_author(link)).map(shown).collect();
    if origins.is_empty() {
        origins.extend(item.id.as_deref().map(|id| crate::plan::short_id(id).to_owned()));
    }
    let mut out = if origins.is_empty() { String::new() } else { format!(" ({})", origins.join(", ")) };
    for author in item.links.iter().filter(is_author).map(shown) {
        let _ = write!(out, " by {author}");
    }
    out
}

/// The day of the release, UTC.
pub(super) fn date(plan: &Plan) -> Date {
    Offset::UTC.to_datetime(plan.at).date()
}
