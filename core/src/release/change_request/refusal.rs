//! Why a change request does not move.

use crate::error::{Coded, codes};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;

/// One reason why a change request does not move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeRefusal {
    /// Nobody is asked to approve it in this state.
    NoApprovalInState,
    /// It waits for approvals.
    ApprovalPending,
    /// It can be taken back only from the first state that waits for approvals.
    RevertNotAvailable,
    /// Its kind is fixed once it is under way, or approvals are asked for.
    TypeLocked,
    /// A standard change comes from a template that was approved once.
    NeedsStandardTemplate,
    /// What it is to become was not said.
    TypeRequired,
    /// It is on hold.
    OnHold,
    /// It is on hold already.
    AlreadyHeld,
    /// It is not on hold.
    NotHeld,
    /// Why was not said.
    ReasonRequired,
    /// It is done, and being looked back on.
    NotCancelableInReview,
    /// It is closed.
    NotCancelableInClosed,
    /// It is closed from the review only.
    NotInReview,
    /// How it ended was not said.
    CloseCodeRequired,
    /// What is to be known of its end was not said.
    CloseNotesRequired,
    /// Tasks of it are still to be done.
    OpenTasks,
    /// It is over.
    Terminal,
}

impl ChangeRefusal {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::NoApprovalInState,
        Self::ApprovalPending,
        Self::RevertNotAvailable,
        Self::TypeLocked,
        Self::NeedsStandardTemplate,
        Self::TypeRequired,
        Self::OnHold,
        Self::AlreadyHeld,
        Self::NotHeld,
        Self::ReasonRequired,
        Self::NotCancelableInReview,
        Self::NotCancelableInClosed,
        Self::NotInReview,
        Self::CloseCodeRequired,
        Self::CloseNotesRequired,
        Self::OpenTasks,
        Self::Terminal,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        self.both().0
    }

    /// Why, and what would lift it.
    pub const fn sentence(self) -> &'static str {
        self.both().1
    }

    const fn both(self) -> (&'static str, &'static str) {
        match self {
            Self::NoApprovalInState => {
                ("no_approval_in_state", "nobody is asked to approve it in this state")
            }
            Self::ApprovalPending => ("approval_pending", "it waits for approvals: approve or reject it"),
            Self::RevertNotAvailable => (
                "revert_not_available",
                "it goes back only from the first state that waits for approvals: cancel it instead",
            ),
            Self::TypeLocked => (
                "type_locked",
                "its kind is fixed after New, and once approvals are asked for: take it back first",
            ),
            Self::NeedsStandardTemplate => (
                "needs_standard_template",
                "a standard change begins with an approved template: create it from one",
            ),
            Self::TypeRequired => ("type_required", "say what kind of change it is to be"),
            Self::OnHold => ("on_hold", "it is on hold: resume it, or cancel it"),
            Self::AlreadyHeld => ("already_held", "it is on hold already: resume it first"),
            Self::NotHeld => ("not_held", "it is not on hold"),
            Self::ReasonRequired => ("reason_required", "say why it is put on hold"),
            Self::NotCancelableInReview => {
                ("not_cancelable_in_review", "it is done and cannot be cancelled: close it")
            }
            Self::NotCancelableInClosed => {
                ("not_cancelable_in_closed", "it is closed and cannot be cancelled")
            }
            Self::NotInReview => ("not_in_review", "it is closed from Review: advance it there"),
            Self::CloseCodeRequired => {
                ("close_code_required", "say how it ended: successful, successful_issues or unsuccessful")
            }
            Self::CloseNotesRequired => ("close_notes_required", "say what is to be known of its end"),
            Self::OpenTasks => ("open_tasks", "tasks of it are still to be done: close or cancel them"),
            Self::Terminal => ("terminal", "it is over: begin another one"),
        }
    }
}

/// Why a change request does not move: every reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub struct ChangeRefused {
    /// The reasons, the most important first; never empty.
    pub reasons: Vec<ChangeRefusal>,
}

impl fmt::Display for ChangeRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, reason) in self.reasons.iter().enumerate() {
            f.write_str(if index > 0 { "; " } else { "" })?;
            f.write_str(reason.sentence())?;
        }
        Ok(())
    }
}

codes! { ChangeRefused {
    ChangeRefused { .. } => "release.change_refused",
} }

impl Coded for ChangeRefused {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        let names: Vec<&str> = self.reasons.iter().map(|reason| reason.name()).collect();
        BTreeMap::from([("reasons", json!(names))])
    }
}
