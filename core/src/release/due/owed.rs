//! What is owed, as a document.

use crate::document::{names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Something that somebody owes a release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Owed {
    /// Of which kind it is.
    pub kind: OwedKind,
    /// What it is of: a task, a step, an item, a target, by what it is called by.
    pub of: String,
    /// Who owes it: a person, or a role where nobody is named.
    pub who: Option<String>,
    /// Since when.
    #[schemars(with = "Option<String>")]
    pub since: Option<Timestamp>,
    /// When it is due.
    #[schemars(with = "String")]
    pub due: Timestamp,
    /// When whoever owes it is reminded.
    #[schemars(with = "Option<String>")]
    pub remind_at: Option<Timestamp>,
    /// Who else is told when it does not come.
    pub escalate_to: Option<String>,
    /// When they are.
    #[schemars(with = "Option<String>")]
    pub escalate_at: Option<Timestamp>,
    /// When it is no longer waited for, or when what it is about ends.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// How it stands.
    #[schemars(default)]
    pub status: OwedStatus,
}

reads!(Owed as "greenboard/owed/1" { kind, of, who, since, due, remind_at, escalate_to, escalate_at, expires_at, status = OwedStatus::default() });

impl Owed {
    /// With nothing said beyond this.
    pub fn new(kind: OwedKind, of: impl Into<String>, due: Timestamp) -> Self {
        Self {
            kind,
            of: of.into(),
            who: None,
            since: None,
            due,
            remind_at: None,
            escalate_to: None,
            escalate_at: None,
            expires_at: None,
            status: OwedStatus::default(),
        }
    }

    /// What it is called by in events: its kind, what it is of and when it is due, so that what is moved is another.
    ///
    /// ```
    /// use greenboard::release::{Owed, OwedKind};
    /// let owed = Owed::new(OwedKind::Task, "notes", "2026-11-20T12:00:00Z".parse().unwrap());
    /// assert_eq!(owed.key(), "task/notes/2026-11-20T12:00:00Z");
    /// ```
    pub fn key(&self) -> String {
        format!("{}/{}/{}", self.kind.name(), self.of, self.due)
    }

    /// How it stands at an instant.
    pub(super) fn status_at(&self, at: Timestamp) -> OwedStatus {
        let has_come = |when: Option<Timestamp>| when.is_some_and(|when| when <= at);
        if self.due > at {
            return if has_come(self.remind_at) { OwedStatus::Due } else { OwedStatus::Upcoming };
        }
        let is_told = self.escalate_to.is_some() && has_come(self.escalate_at);
        if is_told { OwedStatus::Escalated } else { OwedStatus::Overdue }
    }

    pub(super) fn by(mut self, who: Option<&str>) -> Self {
        self.who = who.map(str::to_owned);
        self
    }

    pub(super) fn since(mut self, since: Option<Timestamp>) -> Self {
        self.since = since;
        self
    }

    pub(super) fn reminded(mut self, at: Timestamp) -> Self {
        self.remind_at = Some(at);
        self
    }

    pub(super) fn escalated(mut self, to: &str, at: Timestamp) -> Self {
        (self.escalate_to, self.escalate_at) = (Some(to.to_owned()), Some(at));
        self
    }

    pub(super) fn expiring(mut self, at: Timestamp) -> Self {
        self.expires_at = Some(at);
        self
    }
}

/// Of which kind it is that is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OwedKind {
    /// Something to be done.
    Task,
    /// That it is ready in time.
    Readiness,
    /// That a gate holds.
    Gate,
    /// A word before it goes out.
    Approval,
    /// A word after the fact.
    RetrospectiveApproval,
    /// A decision on an exception.
    Exception,
    /// A look at whether it works.
    Verification,
    /// A look back.
    Review,
    /// What was to be done after it.
    Action,
    /// A look at why it is stopped.
    Hold,
    /// A decision on a waiver that ends.
    Waiver,
}

names!(OwedKind: "kind of what is owed");

impl OwedKind {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Task,
        Self::Readiness,
        Self::Gate,
        Self::Approval,
        Self::RetrospectiveApproval,
        Self::Exception,
        Self::Verification,
        Self::Review,
        Self::Action,
        Self::Hold,
        Self::Waiver,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Readiness => "readiness",
            Self::Gate => "gate",
            Self::Approval => "approval",
            Self::RetrospectiveApproval => "retrospective_approval",
            Self::Exception => "exception",
            Self::Verification => "verification",
            Self::Review => "review",
            Self::Action => "action",
            Self::Hold => "hold",
            Self::Waiver => "waiver",
        }
    }
}

/// How something stands that is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OwedStatus {
    /// There is time.
    #[default]
    Upcoming,
    /// It is time to remind whoever owes it.
    Due,
    /// It should be there.
    Overdue,
    /// It should be there, and somebody else is told.
    Escalated,
}

names!(OwedStatus: "status of what is owed");

impl OwedStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Upcoming, Self::Due, Self::Overdue, Self::Escalated];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::Due => "due",
            Self::Overdue => "overdue",
            Self::Escalated => "escalated",
        }
    }
}
