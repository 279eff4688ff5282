//! Somebody's yes or no.

use crate::document::{Extra, names, reads};
use crate::fact::{Source, Subject};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Somebody's decision on a subject: that it may go out, or that it may not.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Approval {
    /// What it is called by.
    pub id: String,
    /// What was decided on. Without a version it holds for any.
    pub subject: Subject,
    /// The person, by name, or by the login or address that the source has for them.
    pub by: String,
    /// Yes or no.
    #[schemars(default)]
    pub decision: ApprovalDecision,
    /// The groups that the person decided for, where the source says so.
    #[schemars(default)]
    pub groups: Vec<String>,
    /// The step of an ordered approval that this is for: `peer`, `technical`, `cab`, `retrospective`, …
    pub step: Option<String>,
    /// The digest of what was looked at: plan, change set or artefact. An approval of another scope lapses.
    pub scope: Option<String>,
    /// What they said.
    pub comment: Option<String>,
    /// The tool that says so; `given` where the caller does.
    #[schemars(default)]
    pub source: Source,
    /// When it was decided.
    #[schemars(with = "String")]
    pub observed_at: Timestamp,
    /// When it stops to count; never, where left out.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Approval keeping extra { id, subject, by, decision = ApprovalDecision::default(), groups = Vec::new(), step, scope, comment, source = Source::given(), observed_at, expires_at });

impl Approval {
    /// With nothing said beyond this.
    pub fn new(
        id: impl Into<String>,
        subject: Subject,
        by: impl Into<String>,
        observed_at: Timestamp,
    ) -> Self {
        Self {
            id: id.into(),
            subject,
            by: by.into(),
            decision: ApprovalDecision::default(),
            groups: Vec::new(),
            step: None,
            scope: None,
            comment: None,
            source: Source::given(),
            observed_at,
            expires_at: None,
            extra: Extra::default(),
        }
    }

    /// With `decision`: yes or no.
    #[must_use]
    pub fn with_decision(mut self, decision: ApprovalDecision) -> Self {
        self.decision = decision;
        self
    }

    /// With `groups`: the groups that the person decided for, where the source says so.
    #[must_use]
    pub fn with_groups(mut self, groups: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.groups = groups.into_iter().map(Into::into).collect();
        self
    }

    /// With `step`: the step of an ordered approval that this is for: `peer`, `technical`, `cab`, `retrospective`, …
    #[must_use]
    pub fn with_step(mut self, step: impl Into<String>) -> Self {
        self.step = Some(step.into());
        self
    }

    /// With `scope`: the digest of what was looked at: plan, change set or artefact. An approval of another scope lapses.
    #[must_use]
    pub fn with_scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// With `comment`: what they said.
    #[must_use]
    pub fn with_comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
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

/// What somebody decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ApprovalDecision {
    /// It may go out.
    #[default]
    Approve,
    /// It may not.
    Reject,
    /// An earlier decision of the same person no longer holds.
    Withdraw,
}

names!(ApprovalDecision: "approval decision");

impl ApprovalDecision {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Approve, Self::Reject, Self::Withdraw];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Reject => "reject",
            Self::Withdraw => "withdraw",
        }
    }
}
