//! What may be done with a change request.

use crate::document::{names, reads};
use crate::fact::ChangeType;
use schemars::JsonSchema;
use serde::Serialize;

/// One step of a change request: what is done, and what has to be said with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ChangeStep {
    /// What is done.
    pub action: ChangeAction,
    /// With `change_type`: what it is to be.
    pub to: Option<ChangeType>,
    /// With `hold`: why.
    pub reason: Option<String>,
    /// With `close`: how it ended.
    pub close_code: Option<CloseCode>,
    /// With `close`: what is to be known of its end.
    pub close_notes: Option<String>,
}

reads!(ChangeStep as "greenboard/change_step/1" {
    action,
    to = None,
    reason = None,
    close_code = None,
    close_notes = None,
});

impl ChangeStep {
    /// One of which nothing more is said.
    pub fn new(action: ChangeAction) -> Self {
        Self { action, to: None, reason: None, close_code: None, close_notes: None }
    }
    /// On to the next state.
    pub fn advance() -> Self {
        Self::new(ChangeAction::Advance)
    }
    /// The approvals that it waits for are given.
    pub fn approve() -> Self {
        Self::new(ChangeAction::Approve)
    }
    /// It is not approved.
    pub fn reject() -> Self {
        Self::new(ChangeAction::Reject)
    }
    /// Back to its beginning, by those who asked for it.
    pub fn revert_to_new() -> Self {
        Self::new(ChangeAction::RevertToNew)
    }
    /// Another kind of change.
    pub fn change_type(to: ChangeType) -> Self {
        Self { to: Some(to), ..Self::new(ChangeAction::ChangeType) }
    }
    /// On hold, for this reason.
    pub fn hold(reason: impl Into<String>) -> Self {
        Self { reason: Some(reason.into()), ..Self::new(ChangeAction::Hold) }
    }
    /// No longer on hold.
    pub fn resume() -> Self {
        Self::new(ChangeAction::Resume)
    }
    /// Given up.
    pub fn cancel() -> Self {
        Self::new(ChangeAction::Cancel)
    }
    /// Done, with this end.
    pub fn close(code: CloseCode, notes: impl Into<String>) -> Self {
        Self { close_code: Some(code), close_notes: Some(notes.into()), ..Self::new(ChangeAction::Close) }
    }
}

/// What is done with a change request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeAction {
    /// It goes on to the next state.
    Advance,
    /// The approvals that it waits for are given.
    Approve,
    /// It is not approved, and is planned anew.
    Reject,
    /// It is taken back to its beginning by those who asked for it.
    RevertToNew,
    /// It becomes another kind of change.
    ChangeType,
    /// It is put on hold.
    Hold,
    /// It is on hold no longer.
    Resume,
    /// It is given up.
    Cancel,
    /// It is done.
    Close,
}

names!(ChangeAction: "action on a change request");

impl ChangeAction {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Advance,
        Self::Approve,
        Self::Reject,
        Self::RevertToNew,
        Self::ChangeType,
        Self::Hold,
        Self::Resume,
        Self::Cancel,
        Self::Close,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Advance => "advance",
            Self::Approve => "approve",
            Self::Reject => "reject",
            Self::RevertToNew => "revert_to_new",
            Self::ChangeType => "change_type",
            Self::Hold => "hold",
            Self::Resume => "resume",
            Self::Cancel => "cancel",
            Self::Close => "close",
        }
    }
}

/// How a change ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CloseCode {
    /// As planned.
    Successful,
    /// As planned in the end, with issues on the way.
    SuccessfulIssues,
    /// Not as planned.
    Unsuccessful,
}

names!(CloseCode: "close code");

impl CloseCode {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Successful, Self::SuccessfulIssues, Self::Unsuccessful];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Successful => "successful",
            Self::SuccessfulIssues => "successful_issues",
            Self::Unsuccessful => "unsuccessful",
        }
    }
}
