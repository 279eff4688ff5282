//! The model of a changelog: what a release brings, sorted for people. How it looks is the business of `report`.

use super::types::Change;
use crate::document::{names, reads};
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What one release of one component brings, in sections.
///
/// ```
/// use greenboard::change::{Change, Changelog, SectionKind};
/// use greenboard::version::Bump;
///
/// let changes = [
///     Change::new("a1", "lanes").with_type("feat").with_bump("board", Bump::Minor),
///     Change::new("b2", "the old format").with_breaking("Convert first.").with_bump("board", Bump::Major),
///     Change::new("c3", "typo").with_type("docs").with_bump("board", Bump::None),
/// ];
/// let changelog = Changelog::of("board", &changes);
/// let sections: Vec<_> = changelog.sections.iter().map(|section| section.kind).collect();
/// assert_eq!(sections, [SectionKind::Breaking, SectionKind::Features]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Changelog {
    /// The sections that hold something, in the order of [`SectionKind`].
    pub sections: Vec<Section>,
}

reads!(Changelog { sections });

/// The changes of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Section {
    /// What they have in common.
    pub kind: SectionKind,
    /// The changes, in the order they were given in.
    pub items: Vec<Item>,
}

reads!(Section { kind, items });

/// One line of a changelog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Item {
    /// The change it stands for; none for what the plan itself brings, such as a moved requirement.
    pub id: Option<String>,
    /// The scope of the change.
    pub scope: Option<String>,
    /// The line for people.
    pub description: String,
    /// What a consumer has to do about it, where that is more than the description says.
    pub note: Option<String>,
}

reads!(Item { id, scope, description, note });

/// What the changes of a section have in common, in the order of the sections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SectionKind {
    /// Consumers have to do something.
    Breaking,
    /// Something new: `feat`, and changes without a type that ask for a minor version.
    Features,
    /// Something right: `fix`, and changes without a type that ask for a patch.
    Fixes,
    /// Something faster: `perf`.
    Performance,
    /// Something undone: `revert`.
    Reverts,
    /// A release for the sake of what the component depends on.
    Dependencies,
    /// Any other type that asks for a release.
    Other,
}

impl SectionKind {
    /// Every kind, in order.
    pub const ALL: [Self; 7] = [
        Self::Breaking,
        Self::Features,
        Self::Fixes,
        Self::Performance,
        Self::Reverts,
        Self::Dependencies,
        Self::Other,
    ];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Features => "features",
            Self::Fixes => "fixes",
            Self::Performance => "performance",
            Self::Reverts => "reverts",
            Self::Dependencies => "dependencies",
            Self::Other => "other",
        }
    }

    /// The heading for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Breaking => "Breaking changes",
            Self::Features => "Features",
            Self::Fixes => "Fixes",
            Self::Performance => "Performance",
            Self::Reverts => "Reverts",
            Self::Dependencies => "Dependencies",
            Self::Other => "Other changes",
        }
    }

    /// Where a change that asks for this bump belongs.
    fn of(change: &Change, bump: Bump) -> Self {
        if change.breaking.is_some() || bump == Bump::Major {
            return Self::Breaking;
        }
        match change.kind.as_deref().map(str::to_lowercase).as_deref() {
            Some("feat" | "feature") => Self::Features,
            Some("fix") => Self::Fixes,
            Some("perf") => Self::Performance,
            Some("revert") => Self::Reverts,
            Some(_) => Self::Other,
            None if bump == Bump::Minor => Self::Features,
            None => Self::Fixes,
        }
    }
}

names!(SectionKind: "changelog section");

impl Item {
    /// A line that stands for no change.
    pub fn new(description: impl Into<String>) -> Self {
        Self { id: None, scope: None, description: description.into(), note: None }
    }

    fn of(change: &Change) -> Self {
        Self {
            id: Some(change.id.clone()),
            scope: change.scope.clone(),
            description: change.description.clone(),
            note: change.breaking.clone().filter(|note| *note != change.description),
        }
    }
}

impl Changelog {
    /// What these changes bring to `component`: those that ask something of its version, in the order they are given in.
    pub fn of<'a>(component: &str, changes: impl IntoIterator<Item = &'a Change>) -> Self {
        let mut sections: BTreeMap<SectionKind, Vec<Item>> = BTreeMap::new();
        for change in changes {
            let bump = change.bump_of(component);
            if bump > Bump::None {
                sections.entry(SectionKind::of(change, bump)).or_default().push(Item::of(change));
            }
        }
        Self { sections: sections.into_iter().map(|(kind, items)| Section { kind, items }).collect() }
    }

    /// With more lines in a section, which is opened where it is not there yet.
    #[must_use]
    pub fn with(mut self, kind: SectionKind, items: impl IntoIterator<Item = Item>) -> Self {
        let mut items: Vec<Item> = items.into_iter().collect();
        if items.is_empty() {
            return self;
        }
        match self.sections.iter_mut().find(|section| section.kind == kind) {
            Some(section) => section.items.append(&mut items),
            None => {
                self.sections.push(Section { kind, items });
                self.sections.sort_by_key(|section| section.kind);
            }
        }
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }
}
