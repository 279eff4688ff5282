//! What people went through and ticked off.

use crate::document::{Extra, names, reads};
use crate::fact::{Source, Subject};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// A list that people go through before a release: a go/no-go meeting, a rehearsal of the way back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Checklist {
    /// What it is called by.
    pub id: String,
    /// What it is for.
    pub subject: Subject,
    /// The name of the list, such as `rollback_rehearsal`.
    pub name: String,
    /// Its items.
    #[schemars(default)]
    pub items: Vec<ChecklistItem>,
    /// The tool that says so; `given` where the caller does.
    #[schemars(default)]
    pub source: Source,
    /// When this state was seen.
    #[schemars(with = "String")]
    pub observed_at: Timestamp,
    /// When it stops to count; never, where left out.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Checklist keeping extra { id, subject, name, items = Vec::new(), source = Source::given(), observed_at, expires_at });

impl Checklist {
    /// With nothing said beyond this.
    pub fn new(
        id: impl Into<String>,
        subject: Subject,
        name: impl Into<String>,
        observed_at: Timestamp,
    ) -> Self {
        Self {
            id: id.into(),
            subject,
            name: name.into(),
            items: Vec::new(),
            source: Source::given(),
            observed_at,
            expires_at: None,
            extra: Extra::default(),
        }
    }

    /// With `items`: its items.
    #[must_use]
    pub fn with_items(mut self, items: impl IntoIterator<Item = ChecklistItem>) -> Self {
        self.items = items.into_iter().collect();
        self
    }

    /// With `source`: the tool that says so; `given` where the caller does.
    #[must_use]
    pub fn with_source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }

    /// With `expires_at`: when it stops to count; never, where left out.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }
}

/// One item of a checklist.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ChecklistItem {
    /// What is to be answered or done.
    pub name: String,
    /// What was answered.
    #[schemars(default)]
    pub answer: ChecklistAnswer,
    /// Who answered.
    pub by: Option<String>,
    /// When.
    #[schemars(with = "Option<String>")]
    pub at: Option<Timestamp>,
    /// What they said.
    pub comment: Option<String>,
    /// Whether the list is complete without it.
    #[schemars(default)]
    pub optional: bool,
}

reads!(ChecklistItem { name, answer = ChecklistAnswer::default(), by, at, comment, optional = false });

impl ChecklistItem {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            answer: ChecklistAnswer::default(),
            by: None,
            at: None,
            comment: None,
            optional: false,
        }
    }

    /// With `answer`: what was answered.
    #[must_use]
    pub fn with_answer(mut self, answer: ChecklistAnswer) -> Self {
        self.answer = answer;
        self
    }

    /// With `by`: who answered.
    #[must_use]
    pub fn with_by(mut self, by: impl Into<String>) -> Self {
        self.by = Some(by.into());
        self
    }

    /// With `at`: when.
    #[must_use]
    pub fn with_at(mut self, at: Timestamp) -> Self {
        self.at = Some(at);
        self
    }

    /// With `comment`: what they said.
    #[must_use]
    pub fn with_comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }

    /// With `optional`: whether the list is complete without it.
    #[must_use]
    pub fn with_optional(mut self, optional: bool) -> Self {
        self.optional = optional;
        self
    }
}

/// The answer to an item of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChecklistAnswer {
    /// None yet.
    #[default]
    Open,
    /// Yes, or done.
    Go,
    /// No.
    NoGo,
    /// It does not apply here.
    NotApplicable,
}

names!(ChecklistAnswer: "checklist answer");

impl ChecklistAnswer {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Go, Self::NoGo, Self::NotApplicable];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Go => "go",
            Self::NoGo => "no_go",
            Self::NotApplicable => "not_applicable",
        }
    }
}
