//! Where a change request is.

use super::step::CloseCode;
use crate::document::{names, reads};
use crate::fact::{ChangeRequestState, ChangeType};
use schemars::JsonSchema;
use serde::Serialize;

/// A change request on its way: all that the next step depends on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ChangeFlow {
    /// Standard, normal or emergency.
    #[schemars(default)]
    pub change_type: ChangeType,
    /// How far it is.
    #[schemars(default)]
    pub state: ChangeState,
    /// Why it is on hold; none where it is not.
    pub hold: Option<String>,
    /// Where its approvals are.
    #[schemars(default)]
    pub approvals: ChangeApprovals,
    /// Whether it was made before anybody authorised it, and found out afterwards.
    #[schemars(default)]
    pub unauthorized: bool,
    /// Whether an outage is recorded for it, which makes an unauthorised change an emergency like others.
    #[schemars(default)]
    pub outage: bool,
    /// How it ended; none before it is closed.
    pub close_code: Option<CloseCode>,
    /// What is to be known of its end.
    pub close_notes: Option<String>,
    /// Its tasks.
    #[schemars(default)]
    pub tasks: Vec<ChangeTask>,
}

reads!(ChangeFlow as "greenboard/change_flow/1" {
    change_type = ChangeType::default(),
    state = ChangeState::default(),
    hold = None,
    approvals = ChangeApprovals::default(),
    unauthorized = false,
    outage = false,
    close_code = None,
    close_notes = None,
    tasks = Vec::new(),
});

/// A task of a change request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ChangeTask {
    /// What it is called by.
    pub id: String,
    /// Whether it is still to be done: neither closed nor cancelled.
    #[schemars(default = "yes")]
    pub active: bool,
    /// Whether it is on hold, and by what.
    #[schemars(default)]
    pub hold: TaskHold,
}

reads!(ChangeTask { id, active = yes(), hold = TaskHold::default() });

fn yes() -> bool {
    true
}

impl ChangeTask {
    /// One that is still to be done.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), active: true, hold: TaskHold::None }
    }
}

impl ChangeFlow {
    /// A new one, with nothing said yet.
    pub fn new(change_type: ChangeType) -> Self {
        Self {
            change_type,
            state: ChangeState::New,
            hold: None,
            approvals: ChangeApprovals::None,
            unauthorized: false,
            outage: false,
            close_code: None,
            close_notes: None,
            tasks: Vec::new(),
        }
    }

    /// In this state, and where that waits for approvals, with these requested.
    #[must_use]
    pub fn with_state(mut self, state: ChangeState) -> Self {
        self.state = state;
        if matches!(state, ChangeState::Assess | ChangeState::Authorize) {
            self.approvals = ChangeApprovals::Requested;
        }
        self
    }

    /// On hold, for this reason.
    #[must_use]
    pub fn with_hold(mut self, reason: impl Into<String>) -> Self {
        self.hold = Some(reason.into());
        self
    }

    /// With its approvals there.
    #[must_use]
    pub fn with_approvals(mut self, approvals: ChangeApprovals) -> Self {
        self.approvals = approvals;
        self
    }

    /// Made before anybody authorised it, with or without an outage recorded for it.
    #[must_use]
    pub fn with_unauthorized(mut self, outage: bool) -> Self {
        self.unauthorized = true;
        self.outage = outage;
        self
    }

    /// With one more task.
    #[must_use]
    pub fn with_task(mut self, task: ChangeTask) -> Self {
        self.tasks.push(task);
        self
    }

    /// How many tasks are still to be done.
    pub fn open_tasks(&self) -> usize {
        self.tasks.iter().filter(|task| task.active).count()
    }
}

/// How far a change request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeState {
    /// Being written.
    #[default]
    New,
    /// Waiting for peers and technical approval.
    Assess,
    /// Waiting for change management, and the board.
    Authorize,
    /// Authorised, waiting for its start.
    Scheduled,
    /// Under way.
    Implement,
    /// Done, being looked back on.
    Review,
    /// Done.
    Closed,
    /// Given up.
    Cancelled,
}

names!(ChangeState: "state of a change request");

impl ChangeState {
    /// All of them, in their order.
    pub const ALL: &'static [Self] = &[
        Self::New,
        Self::Assess,
        Self::Authorize,
        Self::Scheduled,
        Self::Implement,
        Self::Review,
        Self::Closed,
        Self::Cancelled,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Assess => "assess",
            Self::Authorize => "authorize",
            Self::Scheduled => "scheduled",
            Self::Implement => "implement",
            Self::Review => "review",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The number that ServiceNow has for it.
    pub const fn number(self) -> i8 {
        match self {
            Self::New => -5,
            Self::Assess => -4,
            Self::Authorize => -3,
            Self::Scheduled => -2,
            Self::Implement => -1,
            Self::Review => 0,
            Self::Closed => 3,
            Self::Cancelled => 4,
        }
    }

    /// Whether it is over.
    pub const fn is_terminal(self) -> bool {
        matches!(self, Self::Closed | Self::Cancelled)
    }
}

impl From<ChangeState> for ChangeRequestState {
    /// What a fact about the change request says of its state.
    fn from(state: ChangeState) -> Self {
        match state {
            ChangeState::New => Self::Draft,
            ChangeState::Assess | ChangeState::Authorize => Self::Submitted,
            ChangeState::Scheduled => Self::Scheduled,
            ChangeState::Implement => Self::Implementing,
            ChangeState::Review => Self::Review,
            ChangeState::Closed => Self::Closed,
            ChangeState::Cancelled => Self::Cancelled,
        }
    }
}

/// Where the approvals of a change request are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeApprovals {
    /// There are none.
    #[default]
    None,
    /// They are asked for.
    Requested,
    /// They are no longer required, while it is on hold.
    NotRequired,
    /// They were given.
    Given,
    /// They were cancelled.
    Cancelled,
}

names!(ChangeApprovals: "state of a change request's approvals");

impl ChangeApprovals {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::None, Self::Requested, Self::NotRequired, Self::Given, Self::Cancelled];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Requested => "requested",
            Self::NotRequired => "not_required",
            Self::Given => "given",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Whether a task is on hold, and by what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TaskHold {
    /// It is not.
    #[default]
    None,
    /// Since its change request is.
    ByChange,
    /// Somebody put it on hold; it stays so when the change request goes on.
    ByHand,
}

names!(TaskHold: "hold of a task");

impl TaskHold {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::None, Self::ByChange, Self::ByHand];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::ByChange => "by_change",
            Self::ByHand => "by_hand",
        }
    }
}
