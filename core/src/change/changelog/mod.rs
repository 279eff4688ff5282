//! The model of a changelog: what a release brings, sorted for people. How it looks is the business of `report`.

mod layout;
mod links;

pub use layout::{ChangelogLayout, SectionRule};
pub use links::{Host, Links};

use super::pull_request;
use super::types::Change;
use crate::document::{names, reads};
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What one release brings, of one component or of several together, in sections.
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
    /// The sections that hold something: what breaks first, then in the order of the layout.
    pub sections: Vec<Section>,
    /// The address that shows all that changed since the release before, where the host is known.
    pub compare: Option<String>,
}

reads!(Changelog { sections, compare = None });

/// The changes of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Section {
    /// What they have in common; `other` where only the title tells.
    pub kind: SectionKind,
    /// The heading for people.
    #[schemars(with = "Option<String>")]
    pub title: String,
    /// The changes, in the order they were given in.
    pub items: Vec<Item>,
}

reads!(Section { kind: SectionKind, title = kind.title().to_owned(), items });

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
    /// More than the one line, as a changeset says it.
    pub body: Option<String>,
    /// What a consumer has to do about it, where that is more than the description says.
    pub note: Option<String>,
    /// The components that it concerns, in a changelog of several.
    #[schemars(default)]
    pub components: Vec<String>,
    /// What else there is to see: the pull request, the commit and the author, in this order.
    #[schemars(default)]
    pub links: Vec<ItemLink>,
}

reads!(Item { id, scope, description, body = None, note, components = Vec::new(), links = Vec::new() });

/// Something that a changelog points at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ItemLink {
    /// What it is.
    pub kind: ItemLinkKind,
    /// What to call it: `#12`, the whole hash, `@ada`.
    pub text: String,
    /// Where it is to be seen; none where the host is not known.
    pub url: Option<String>,
}

reads!(ItemLink { kind, text, url = None });

/// What a link leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ItemLinkKind {
    /// The pull request that brought it.
    PullRequest,
    /// The commit that brought it.
    Commit,
    /// Who made it.
    Author,
}

impl ItemLinkKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::PullRequest, Self::Commit, Self::Author];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PullRequest => "pull_request",
            Self::Commit => "commit",
            Self::Author => "author",
        }
    }
}

names!(ItemLinkKind: "kind of link");

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
    /// Any other type that asks for a release, or has a section of its own.
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
        match &change.kind {
            Some(kind) => Self::named(kind),
            None if bump == Bump::Minor => Self::Features,
            None => Self::Fixes,
        }
    }

    /// Where changes of a type belong.
    fn named(kind: &str) -> Self {
        match kind.to_lowercase().as_str() {
            "feat" | "feature" => Self::Features,
            "fix" => Self::Fixes,
            "perf" => Self::Performance,
            "revert" => Self::Reverts,
            _ => Self::Other,
        }
    }
}

names!(SectionKind: "changelog section");

impl Item {
    /// A line that stands for no change.
    pub fn new(description: impl Into<String>) -> Self {
        Self {
            id: None,
            scope: None,
            description: description.into(),
            body: None,
            note: None,
            components: Vec::new(),
            links: Vec::new(),
        }
    }

    fn of(change: &Change) -> Self {
        let (plain, numbers) = pull_request::numbers(&change.description);
        // The number is among the links.
        let description = match (change.pull_request, numbers.as_slice()) {
            (Some(number), [only]) if *only == number => plain,
            _ => &change.description,
        };
        Self {
            id: Some(change.id.clone()),
            scope: change.scope.clone(),
            body: change.body.clone(),
            note: change.breaking.clone().filter(|note| *note != change.description),
            links: ItemLink::of(change),
            ..Self::new(description)
        }
    }
}

impl ItemLink {
    fn of(change: &Change) -> Vec<Self> {
        let pull_request = change.pull_request.map(|number| Self {
            kind: ItemLinkKind::PullRequest,
            text: format!("#{number}"),
            url: None,
        });
        let commit = change.commit.as_ref().map(|hash| Self {
            kind: ItemLinkKind::Commit,
            text: hash.clone(),
            url: None,
        });
        let author = change.login.as_ref().map(|login| Self {
            kind: ItemLinkKind::Author,
            text: format!("@{login}"),
            url: None,
        });
        pull_request.into_iter().chain(commit).chain(author).collect()
    }
}

impl Changelog {
    /// What these changes bring to `component`: those that ask something of its version, in the order they are given in.
    pub fn of<'a>(component: &str, changes: impl IntoIterator<Item = &'a Change>) -> Self {
        Self::of_with(component, changes, &ChangelogLayout::default())
    }

    /// [`of`](Self::of) in sections of one's own; a section of its own also shows changes that ask for nothing.
    pub fn of_with<'a>(
        component: &str,
        changes: impl IntoIterator<Item = &'a Change>,
        layout: &ChangelogLayout,
    ) -> Self {
        let concerned = changes.into_iter().filter(|change| change.bumps.contains_key(component));
        let items = concerned.map(|change| (change, change.bump_of(component), Item::of(change)));
        Self::sorted(items, layout)
    }

    /// What these changes bring to several components together: each once, with the components it concerns.
    ///
    /// ```
    /// use greenboard::change::{Change, Changelog, ChangelogLayout};
    /// use greenboard::version::Bump;
    ///
    /// let change = Change::new("a1", "lanes").with_bump("board", Bump::Minor).with_bump("cli", Bump::Patch);
    /// let changelog = Changelog::joint(["board", "cli", "core"], &[change], &ChangelogLayout::new());
    /// assert_eq!(changelog.sections[0].items[0].components, ["board", "cli"]);
    /// ```
    pub fn joint<'a, 'c>(
        components: impl IntoIterator<Item = &'c str>,
        changes: impl IntoIterator<Item = &'a Change>,
        layout: &ChangelogLayout,
    ) -> Self {
        let components: std::collections::BTreeSet<&str> = components.into_iter().collect();
        let items = changes.into_iter().filter_map(|change| {
            let concerned = || change.bumps.iter().filter(|(name, _)| components.contains(name.as_str()));
            let bump = concerned().map(|(_, bump)| *bump).max()?;
            let components = concerned().map(|(name, _)| name.clone()).collect();
            Some((change, bump, Item { components, ..Item::of(change) }))
        });
        Self::sorted(items, layout)
    }

    fn sorted<'a>(items: impl Iterator<Item = (&'a Change, Bump, Item)>, layout: &ChangelogLayout) -> Self {
        // A layout's own sections come where the other types would, in its order.
        let mut sections: BTreeMap<(bool, usize, SectionKind), (String, Vec<Item>)> = BTreeMap::new();
        let mut by_title: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, rule) in layout.sections.iter().enumerate().rev() {
            by_title.insert(&rule.title, index);
        }
        for (change, bump, item) in items {
            let kind = SectionKind::of(change, bump);
            let (key, title) = match layout.rule(change.kind.as_deref()) {
                _ if kind == SectionKind::Breaking => ((false, 0, kind), layout.title(kind)),
                Some((_, rule)) if rule.hidden => continue,
                Some((index, rule)) => {
                    let index = by_title.get(rule.title.as_str()).copied().unwrap_or(index);
                    // One section, whichever its types are.
                    let first = layout.sections.get(index).map(|rule| SectionKind::named(&rule.kind));
                    ((true, index, first.unwrap_or(kind)), rule.title.as_str())
                }
                None if bump == Bump::None || layout.listed_only => continue,
                None => ((true, layout.sections.len(), kind), layout.title(kind)),
            };
            sections.entry(key).or_insert_with(|| (title.to_owned(), Vec::new())).1.push(item);
        }
        let sections =
            sections.into_iter().map(|((_, _, kind), (title, items))| Section { kind, title, items });
        Self { sections: sections.collect(), compare: None }
    }

    /// With the addresses of what it points at, and of what changed since the tag of the release before, where there is one.
    ///
    /// ```
    /// use greenboard::change::{Change, Changelog, Host, Links};
    /// use greenboard::version::Bump;
    ///
    /// let change = Change::new("a1", "lanes (#7)").with_bump("board", Bump::Minor).with_pull_request(7);
    /// let links = Links::of(Host::Github, "https://github.com/acme/board");
    /// let changelog = Changelog::of("board", &[change]).with_links(&links, Some(("v1.0.0", "v1.1.0")));
    /// assert_eq!(changelog.compare.as_deref(), Some("https://github.com/acme/board/compare/v1.0.0...v1.1.0"));
    /// let item = &changelog.sections[0].items[0];
    /// assert_eq!((item.description.as_str(), item.links[0].text.as_str()), ("lanes", "#7"));
    /// assert_eq!(item.links[0].url.as_deref(), Some("https://github.com/acme/board/pull/7"));
    /// ```
    #[must_use]
    pub fn with_links(mut self, links: &Links, tags: Option<(&str, &str)>) -> Self {
        self.compare = tags.map(|(from, to)| links.compare(from, to)).or(self.compare);
        for link in
            self.sections.iter_mut().flat_map(|section| &mut section.items).flat_map(|item| &mut item.links)
        {
            let text = link.text.trim_start_matches(['#', '@']);
            link.url = match link.kind {
                ItemLinkKind::PullRequest => text.parse().ok().map(|number| links.pull_request(number)),
                ItemLinkKind::Commit => Some(links.commit(text)),
                ItemLinkKind::Author => Some(links.user(text)),
            };
        }
        self
    }

    /// With more lines in a section, which is opened where it is not there yet.
    #[must_use]
    pub fn with(self, kind: SectionKind, items: impl IntoIterator<Item = Item>) -> Self {
        self.with_titled(kind, kind.title(), items)
    }

    /// [`with`](Self::with), under a title of one's own where the section is opened.
    #[must_use]
    pub fn with_titled(
        mut self,
        kind: SectionKind,
        title: &str,
        items: impl IntoIterator<Item = Item>,
    ) -> Self {
        let mut items: Vec<Item> = items.into_iter().collect();
        if items.is_empty() {
            return self;
        }
        match self.sections.iter_mut().find(|section| section.kind == kind) {
            Some(section) => section.items.append(&mut items),
            None => {
                let title = title.to_owned();
                let at = match kind {
                    SectionKind::Other => self.sections.len(),
                    // Behind all of its rank, and before what has no section of its own.
                    _ => self.sections.iter().rposition(|section| section.kind < kind).map_or(0, |at| at + 1),
                };
                self.sections.insert(at, Section { kind, title, items });
            }
        }
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }
}
