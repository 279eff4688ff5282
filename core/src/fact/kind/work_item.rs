//! A story, task or defect of the tracker.

use crate::document::{Extra, names, reads};
use crate::fact::Source;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// A story, task or defect of the tracker.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct WorkItem {
    /// What it is called by: `PAY-123`.
    pub id: String,
    /// `story`, `task`, `bug`, …, as the tracker says.
    #[schemars(default = "WorkItem::task")]
    pub item_type: String,
    /// Its title.
    pub title: Option<String>,
    /// Whether it is open.
    #[schemars(default)]
    pub status: WorkItemStatus,
    /// How severe it is: `blocker`, `critical`, … as the tracker says.
    pub severity: Option<String>,
    /// The components that it is about.
    #[schemars(default)]
    pub components: Vec<String>,
    /// The versions that it is to be done in.
    #[schemars(default)]
    pub fix_versions: Vec<String>,
    /// Its labels.
    #[schemars(default)]
    pub labels: Vec<String>,
    /// Who works on it.
    pub assignee: Option<String>,
    /// The tool that says so; `given` where the caller does.
    #[schemars(default)]
    pub source: Source,
    /// When this state was seen.
    #[schemars(with = "String")]
    pub observed_at: Timestamp,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(WorkItem keeping extra { id, item_type = "task".to_owned(), title, status = WorkItemStatus::default(), severity, components = Vec::new(), fix_versions = Vec::new(), labels = Vec::new(), assignee, source = Source::given(), observed_at });

impl WorkItem {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, observed_at: Timestamp) -> Self {
        Self {
            id: id.into(),
            item_type: "task".to_owned(),
            title: None,
            status: WorkItemStatus::default(),
            severity: None,
            components: Vec::new(),
            fix_versions: Vec::new(),
            labels: Vec::new(),
            assignee: None,
            source: Source::given(),
            observed_at,
            extra: Extra::default(),
        }
    }

    /// With `item_type`: `story`, `task`, `bug`, …, as the tracker says.
    #[must_use]
    pub fn with_item_type(mut self, item_type: String) -> Self {
        self.item_type = item_type;
        self
    }

    /// With `title`: its title.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// With `status`: whether it is open.
    #[must_use]
    pub fn with_status(mut self, status: WorkItemStatus) -> Self {
        self.status = status;
        self
    }

    /// With `severity`: how severe it is: `blocker`, `critical`, … as the tracker says.
    #[must_use]
    pub fn with_severity(mut self, severity: impl Into<String>) -> Self {
        self.severity = Some(severity.into());
        self
    }

    /// With `components`: the components that it is about.
    #[must_use]
    pub fn with_components(mut self, components: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.components = components.into_iter().map(Into::into).collect();
        self
    }

    /// With `fix_versions`: the versions that it is to be done in.
    #[must_use]
    pub fn with_fix_versions(mut self, fix_versions: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fix_versions = fix_versions.into_iter().map(Into::into).collect();
        self
    }

    /// With `labels`: its labels.
    #[must_use]
    pub fn with_labels(mut self, labels: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.labels = labels.into_iter().map(Into::into).collect();
        self
    }

    /// With `assignee`: who works on it.
    #[must_use]
    pub fn with_assignee(mut self, assignee: impl Into<String>) -> Self {
        self.assignee = Some(assignee.into());
        self
    }

    /// With `source`: the tool that says so; `given` where the caller does.
    #[must_use]
    pub fn with_source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }
}

impl WorkItem {
    fn task() -> String {
        "task".to_owned()
    }
}

/// Whether a work item is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WorkItemStatus {
    /// Not begun.
    #[default]
    Open,
    /// Begun.
    InProgress,
    /// Done.
    Done,
    /// Not to be done.
    Rejected,
}

names!(WorkItemStatus: "work item status");

impl WorkItemStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Open, Self::InProgress, Self::Done, Self::Rejected];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in_progress",
            Self::Done => "done",
            Self::Rejected => "rejected",
        }
    }
}
