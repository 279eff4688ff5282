//! Prereleases: trains that lead to a release, and snapshots that lead nowhere.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A series of prereleases on the way to a release: `1.1.0-rc.0`, `1.1.0-rc.1`, and at last `1.1.0`.
///
/// ```
/// use greenboard::plan::{Counter, Train};
/// let train = Train::new("rc").with_select("@acme/*").with_counter(Counter::Restart);
/// assert_eq!(train.tag, "rc");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Train {
    /// The word in its versions, such as `rc`; also the dist-tag of its releases.
    pub tag: String,
    /// The components that ride it, as in a rule; empty for all. One that is selected by several rides the last.
    #[schemars(default)]
    pub select: Vec<String>,
    /// Whether it is under way, or arriving.
    #[schemars(default = "TrainMode::pre")]
    pub mode: TrainMode,
    /// How its prereleases are counted.
    #[schemars(default = "Counter::keep")]
    pub counter: Counter,
    /// The ids of the changes that have gone out with it already. They ask for nothing more while it is under way, and again
    /// when it arrives.
    #[schemars(default)]
    pub changes: Vec<String>,
    /// The version of each component when the train set out.
    #[schemars(default)]
    pub initial_versions: BTreeMap<String, String>,
}

reads!(Train {
    tag,
    select = Vec::new(),
    mode = TrainMode::Pre,
    counter = Counter::Keep,
    changes = Vec::new(),
    initial_versions = BTreeMap::new(),
});

impl Train {
    /// A train under way that all components ride.
    pub fn new(tag: impl Into<String>) -> Self {
        Self {
            tag: tag.into(),
            select: Vec::new(),
            mode: TrainMode::Pre,
            counter: Counter::Keep,
            changes: Vec::new(),
            initial_versions: BTreeMap::new(),
        }
    }
    /// With one more selector of those who ride it.
    #[must_use]
    pub fn with_select(mut self, selector: impl Into<String>) -> Self {
        self.select.push(selector.into());
        self
    }
    /// Under way, or arriving.
    #[must_use]
    pub fn with_mode(mut self, mode: TrainMode) -> Self {
        self.mode = mode;
        self
    }
    /// Counted so.
    #[must_use]
    pub fn with_counter(mut self, counter: Counter) -> Self {
        self.counter = counter;
        self
    }
    /// With these changes gone out already.
    #[must_use]
    pub fn with_changes<I: Into<String>>(mut self, ids: impl IntoIterator<Item = I>) -> Self {
        self.changes.extend(ids.into_iter().map(Into::into));
        self
    }
}

/// Where a train is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TrainMode {
    /// Under way: what is released is a prerelease.
    #[default]
    Pre,
    /// Arriving: what is released is a release, and so is everything that has a prerelease out.
    Exit,
}

impl TrainMode {
    /// Every mode.
    pub const ALL: [Self; 2] = [Self::Pre, Self::Exit];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pre => "pre",
            Self::Exit => "exit",
        }
    }

    fn pre() -> Self {
        Self::Pre
    }
}

names!(TrainMode: "mode of a train");

/// How the prereleases of a train are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Counter {
    /// On from the component's last prerelease, whatever it was one of: after `1.0.1-alpha.4` comes `1.1.0-beta.5`.
    #[default]
    Keep,
    /// From 0 where the tag or the version it leads to is another than before: after `1.0.1-alpha.4` comes `1.1.0-beta.0`.
    Restart,
}

impl Counter {
    /// Every choice.
    pub const ALL: [Self; 2] = [Self::Keep, Self::Restart];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Restart => "restart",
        }
    }

    fn keep() -> Self {
        Self::Keep
    }
}

names!(Counter: "counter");

/// Versions to try something out, which no requirement of others comes to by itself: `0.0.0-canary-20261102090000`.
///
/// ```
/// use greenboard::plan::Snapshot;
/// let snapshot = Snapshot::new().with_tag("canary").with_template("{tag}-{commit}").with_commit("9fceb02");
/// assert_eq!(snapshot.calculated, None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Snapshot {
    /// The word in its versions.
    pub tag: Option<String>,
    /// What stands after the base, with `{tag}`, `{commit}`, `{commit-short}`, `{datetime}` and `{timestamp}` filled in; none for
    /// what the rule says, and else for the tag and the date.
    pub template: Option<String>,
    /// Whether the base is the version that a release would have, and not `0.0.0`; none for what the rule says.
    pub calculated: Option<bool>,
    /// The commit it is made of.
    pub commit: Option<String>,
}

reads!(Snapshot { tag = None, template = None, calculated = None, commit = None });

impl Snapshot {
    /// One without a tag, on `0.0.0`.
    pub fn new() -> Self {
        Self::default()
    }
    /// Under this word.
    #[must_use]
    pub fn with_tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    /// Of this shape.
    #[must_use]
    pub fn with_template(mut self, template: impl Into<String>) -> Self {
        self.template = Some(template.into());
        self
    }
    /// On the version that a release would have, or on `0.0.0`.
    #[must_use]
    pub fn with_calculated(mut self, calculated: bool) -> Self {
        self.calculated = Some(calculated);
        self
    }
    /// Made of this commit.
    #[must_use]
    pub fn with_commit(mut self, hash: impl Into<String>) -> Self {
        self.commit = Some(hash.into());
        self
    }
}
