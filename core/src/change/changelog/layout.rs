//! Which sections a changelog has, and what goes where.

use super::SectionKind;
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// The sections of a changelog, as people want them.
///
/// ```
/// use greenboard::change::{Change, Changelog, ChangelogLayout, SectionRule};
/// use greenboard::version::Bump;
///
/// let layout = ChangelogLayout::new()
///     .with(SectionRule::new("docs", "Documentation"))
///     .with(SectionRule::new("perf", "Performance").with_hidden(true));
/// let changes = [
///     Change::new("a1", "guide").with_type("docs").with_bump("board", Bump::None),
///     Change::new("b2", "faster").with_type("perf").with_bump("board", Bump::Patch),
///     Change::new("c3", "lanes").with_type("feat").with_bump("board", Bump::Minor),
/// ];
/// let changelog = Changelog::of_with("board", &changes, &layout);
/// let titles: Vec<_> = changelog.sections.iter().map(|section| section.title.as_str()).collect();
/// assert_eq!(titles, ["Documentation", "Features"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct ChangelogLayout {
    /// The sections of changes that break nothing, in order; two with one title are one section. A type that none of them
    /// names goes where it would go without any.
    pub sections: Vec<SectionRule>,
    /// Whether what no section names is left out.
    pub listed_only: bool,
    /// The title of the first section, of what breaks.
    pub breaking: String,
    /// The title of the last section but one, of what a component depends on.
    pub dependencies: String,
    /// The title of the last section, of what has no section of its own.
    pub other: String,
}

reads!(ChangelogLayout { sections, listed_only, breaking, dependencies, other, .. });

/// One section, for changes of one type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SectionRule {
    /// The type, compared without case.
    #[serde(rename = "type")]
    pub kind: String,
    /// The title of the section.
    #[serde(rename = "section")]
    pub title: String,
    /// Whether they are left out of the changelog; those that break something never are.
    #[schemars(default)]
    pub hidden: bool,
}

reads!(SectionRule { kind as "type", title as "section", hidden = false });

impl SectionRule {
    /// Changes of this type under this title.
    pub fn new(kind: impl Into<String>, title: impl Into<String>) -> Self {
        Self { kind: kind.into(), title: title.into(), hidden: false }
    }
    /// Left out, or not.
    #[must_use]
    pub fn with_hidden(mut self, hidden: bool) -> Self {
        self.hidden = hidden;
        self
    }
}

impl Default for ChangelogLayout {
    fn default() -> Self {
        Self {
            sections: Vec::new(),
            listed_only: false,
            breaking: SectionKind::Breaking.title().to_owned(),
            dependencies: SectionKind::Dependencies.title().to_owned(),
            other: SectionKind::Other.title().to_owned(),
        }
    }
}

impl ChangelogLayout {
    /// greenboard's own sections.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more section, behind those that are there.
    #[must_use]
    pub fn with(mut self, section: SectionRule) -> Self {
        self.sections.push(section);
        self
    }

    /// What release-please shows unless its `changelog-sections` say otherwise: features, fixes, performance, dependencies and
    /// reverts.
    pub fn release_please() -> Self {
        let shown = [
            ("feat", "Features"),
            ("feature", "Features"),
            ("fix", "Bug Fixes"),
            ("perf", "Performance Improvements"),
            ("deps", "Dependencies"),
            ("revert", "Reverts"),
        ];
        let hidden = [
            ("docs", "Documentation"),
            ("style", "Styles"),
            ("chore", "Miscellaneous Chores"),
            ("refactor", "Code Refactoring"),
            ("test", "Tests"),
            ("build", "Build System"),
            ("ci", "Continuous Integration"),
        ];
        let shown = shown.map(|(kind, title)| SectionRule::new(kind, title));
        let hidden = hidden.map(|(kind, title)| SectionRule::new(kind, title).with_hidden(true));
        Self {
            sections: shown.into_iter().chain(hidden).collect(),
            listed_only: true,
            breaking: "⚠ BREAKING CHANGES".to_owned(),
            ..Self::default()
        }
    }

    /// The rule for a type: the first that names it.
    pub(super) fn rule(&self, kind: Option<&str>) -> Option<(usize, &SectionRule)> {
        let kind = kind?;
        self.sections.iter().enumerate().find(|(_, rule)| rule.kind.eq_ignore_ascii_case(kind))
    }

    /// The title of greenboard's own sections under this layout.
    pub(super) fn title(&self, kind: SectionKind) -> &str {
        match kind {
            SectionKind::Breaking => &self.breaking,
            SectionKind::Dependencies => &self.dependencies,
            SectionKind::Other => &self.other,
            _ => kind.title(),
        }
    }
}
