//! What a release is made of while it runs.

use crate::document::{names, reads};
use crate::fact::Fact;
use crate::release::approval::{GivenApproval, GoDecision};
use crate::release::deployment::DeploymentRecord;
use crate::release::judge::Judged;
use crate::release::part::{
    Action, AssessedRisk, Baseline, Feedback, NoticeOccasion, Release, ReleaseFlag, ReleaseIncident,
    ReleaseOutcome, Review, ScopeItem,
};
use crate::release::template::Template;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// A release as it is: the fold of its events.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseState {
    /// The release, as it is by now.
    pub release: Release,
    /// The template that it follows.
    pub template: Template,
    /// Where it stands.
    pub status: ReleaseStatus,
    /// How many events it is made of.
    pub version: u64,
    /// Who opened it.
    pub requester: String,
    /// When it was opened.
    #[schemars(with = "String")]
    pub created_at: Timestamp,
    /// When the last event was.
    #[schemars(with = "String")]
    pub updated_at: Timestamp,
    /// Why it is stopped, where it is.
    pub hold: Option<ReleaseHold>,
    /// How it looks.
    #[schemars(default)]
    pub flag: ReleaseFlag,
    /// Why it looks so.
    pub flag_comment: Option<String>,
    /// When its scope was frozen.
    #[schemars(with = "Option<String>")]
    pub scope_frozen_at: Option<Timestamp>,
    /// How many items came in after that.
    #[schemars(default)]
    pub added_after_freeze: u32,
    /// How many items went after that.
    #[schemars(default)]
    pub removed_after_freeze: u32,
    /// What was planned, each time that was written down.
    #[schemars(default)]
    pub baselines: Vec<Baseline>,
    /// How it was moved.
    #[schemars(default)]
    pub reschedulings: Vec<Rescheduling>,
    /// Exceptions from the freeze.
    #[schemars(default)]
    pub exceptions: Vec<ScopeException>,
    /// How far each stage is, in the order of the template.
    #[schemars(default)]
    pub stages: Vec<StageRecord>,
    /// What was recorded of other systems; waivers and emergencies among it.
    #[schemars(default)]
    pub facts: Vec<Fact>,
    /// What the gates said last, of each component at each stage.
    #[schemars(default)]
    pub judged: Vec<StandingJudgement>,
    /// The exemptions that are said to have ended, by id, sorted.
    #[schemars(default)]
    pub expired_waivers: Vec<String>,
    /// The round of approvals that it is in, from 1.
    #[schemars(default)]
    pub round: u32,
    /// Since when it is in that round; since its work began, in the first.
    #[schemars(with = "Option<String>")]
    pub round_since: Option<Timestamp>,
    /// Every approval that was given, whether it counts or not.
    #[schemars(default)]
    pub approvals: Vec<GivenApproval>,
    /// The steps of this round that enough said yes to.
    #[schemars(default)]
    pub satisfied: Vec<String>,
    /// The decision to go, where one holds.
    pub go: Option<GoDecision>,
    /// Its deployments; the last is the one that runs or ran.
    #[schemars(default)]
    pub deployments: Vec<DeploymentRecord>,
    /// What broke.
    #[schemars(default)]
    pub incidents: Vec<ReleaseIncident>,
    /// When it was accepted.
    #[schemars(with = "Option<String>")]
    pub accepted_at: Option<Timestamp>,
    /// How risky it is.
    pub risk: Option<AssessedRisk>,
    /// When that was assessed.
    #[schemars(with = "Option<String>")]
    pub risk_assessed_at: Option<Timestamp>,
    /// The digest of the scope that was assessed.
    pub risk_digest: Option<String>,
    /// When it has to be looked back on.
    #[schemars(with = "Option<String>")]
    pub review_due: Option<Timestamp>,
    /// Whether it has to be looked back on.
    #[schemars(default)]
    pub review_required: bool,
    /// What was learned.
    pub review: Option<Review>,
    /// What is to be done after it, and what it carries on from others.
    #[schemars(default)]
    pub actions: Vec<Action>,
    /// What people say.
    #[schemars(default)]
    pub feedback: Vec<Feedback>,
    /// What people were told.
    #[schemars(default)]
    pub notices: Vec<SentNotice>,
    /// What was said to be overdue, sorted.
    #[schemars(default)]
    pub overdue: Vec<String>,
    /// What was escalated, sorted.
    #[schemars(default)]
    pub escalated: Vec<String>,
    /// How it ended.
    pub outcome: Option<ReleaseOutcome>,
    /// When it was closed or cancelled.
    #[schemars(with = "Option<String>")]
    pub ended_at: Option<Timestamp>,
    /// The commands that it is made of, by id, sorted.
    #[schemars(default)]
    pub commands: Vec<String>,
}

reads!(ReleaseState as "greenboard/release-state/1" { release, template, status, version, requester, created_at, updated_at, hold, flag = ReleaseFlag::default(), flag_comment, scope_frozen_at, added_after_freeze = 0, removed_after_freeze = 0, baselines = Vec::new(), reschedulings = Vec::new(), exceptions = Vec::new(), stages = Vec::new(), facts = Vec::new(), expired_waivers = Vec::new(), judged = Vec::new(), round = 1, round_since, approvals = Vec::new(), satisfied = Vec::new(), go, deployments = Vec::new(), incidents = Vec::new(), accepted_at, risk, risk_assessed_at, risk_digest, review_due, review_required = false, review, actions = Vec::new(), feedback = Vec::new(), notices = Vec::new(), overdue = Vec::new(), escalated = Vec::new(), outcome, ended_at, commands = Vec::new() });

/// Where a release stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReleaseStatus {
    /// It is being written.
    #[default]
    Draft,
    /// It is what is meant.
    Planned,
    /// It is being worked on.
    Active,
    /// It may be decided on.
    Ready,
    /// It is going out, or back.
    Deploying,
    /// It is out, and watched.
    Observing,
    /// It is looked back on.
    Review,
    /// It ended.
    Closed,
    /// It was given up.
    Cancelled,
}

names!(ReleaseStatus: "status of a release");

impl ReleaseStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Draft,
        Self::Planned,
        Self::Active,
        Self::Ready,
        Self::Deploying,
        Self::Observing,
        Self::Review,
        Self::Closed,
        Self::Cancelled,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Planned => "planned",
            Self::Active => "active",
            Self::Ready => "ready",
            Self::Deploying => "deploying",
            Self::Observing => "observing",
            Self::Review => "review",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Why a release is stopped where it is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseHold {
    /// Why.
    pub reason: String,
    /// Since when.
    #[schemars(with = "String")]
    pub since: Timestamp,
    /// Who stopped it.
    pub by: String,
    /// When somebody looks at it again.
    #[schemars(with = "String")]
    pub review_at: Timestamp,
}

reads!(ReleaseHold { reason, since, by, review_at });

impl ReleaseHold {
    /// With nothing said beyond this.
    pub fn new(
        reason: impl Into<String>,
        since: Timestamp,
        by: impl Into<String>,
        review_at: Timestamp,
    ) -> Self {
        Self { reason: reason.into(), since, by: by.into(), review_at }
    }
}

/// How a release was moved.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Rescheduling {
    /// When that was decided.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// When it was to go out before.
    #[schemars(with = "Option<String>")]
    pub from: Option<Timestamp>,
    /// When it is to go out since.
    #[schemars(with = "Option<String>")]
    pub to: Option<Timestamp>,
}

reads!(Rescheduling { at, reason, from, to });

impl Rescheduling {
    /// With nothing said beyond this.
    pub fn new(at: Timestamp, reason: impl Into<String>) -> Self {
        Self { at, reason: reason.into(), from: None, to: None }
    }

    /// With `from`: when it was to go out before.
    #[must_use]
    pub fn with_from(mut self, from: Timestamp) -> Self {
        self.from = Some(from);
        self
    }

    /// With `to`: when it is to go out since.
    #[must_use]
    pub fn with_to(mut self, to: Timestamp) -> Self {
        self.to = Some(to);
        self
    }
}

/// An exception from the freeze of the scope.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ScopeException {
    /// The item.
    pub item: ScopeItem,
    /// How many days it needs more; how many were granted, where it is.
    pub days: u32,
    /// Who asked.
    pub requested_by: String,
    /// When.
    #[schemars(with = "String")]
    pub requested_at: Timestamp,
    /// How it stands.
    #[schemars(default)]
    pub status: ExceptionStatus,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    #[schemars(with = "Option<String>")]
    pub decided_at: Option<Timestamp>,
    /// When it ends, where it is granted.
    #[schemars(with = "Option<String>")]
    pub until: Option<Timestamp>,
}

reads!(ScopeException { item, days, requested_by, requested_at, status = ExceptionStatus::default(), decided_by, decided_at, until });

impl ScopeException {
    /// With nothing said beyond this.
    pub fn new(item: ScopeItem, days: u32, requested_by: impl Into<String>, requested_at: Timestamp) -> Self {
        Self {
            item,
            days,
            requested_by: requested_by.into(),
            requested_at,
            status: ExceptionStatus::default(),
            decided_by: None,
            decided_at: None,
            until: None,
        }
    }

    /// With `status`: how it stands.
    #[must_use]
    pub fn with_status(mut self, status: ExceptionStatus) -> Self {
        self.status = status;
        self
    }

    /// With `decided_by`: who decided.
    #[must_use]
    pub fn with_decided_by(mut self, decided_by: impl Into<String>) -> Self {
        self.decided_by = Some(decided_by.into());
        self
    }

    /// With `decided_at`: when.
    #[must_use]
    pub fn with_decided_at(mut self, decided_at: Timestamp) -> Self {
        self.decided_at = Some(decided_at);
        self
    }

    /// With `until`: when it ends, where it is granted.
    #[must_use]
    pub fn with_until(mut self, until: Timestamp) -> Self {
        self.until = Some(until);
        self
    }
}

/// How an exception stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ExceptionStatus {
    /// Somebody asks for it.
    #[default]
    Requested,
    /// It is granted.
    Granted,
    /// It is refused.
    Refused,
    /// Its days are over.
    Expired,
}

names!(ExceptionStatus: "status of an exception");

impl ExceptionStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Requested, Self::Granted, Self::Refused, Self::Expired];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::Expired => "expired",
        }
    }
}

/// How far a stage is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct StageRecord {
    /// The stage.
    pub name: String,
    /// How far it is.
    #[schemars(default)]
    pub status: StageStatus,
    /// The how manieth time, from 1; 0 before the first.
    #[schemars(default)]
    pub attempt: u32,
    /// When it was entered.
    #[schemars(with = "Option<String>")]
    pub entered_at: Option<Timestamp>,
    /// When it was completed or left out.
    #[schemars(with = "Option<String>")]
    pub completed_at: Option<Timestamp>,
}

reads!(StageRecord { name, status = StageStatus::default(), attempt = 0, entered_at, completed_at });

impl StageRecord {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            status: StageStatus::default(),
            attempt: 0,
            entered_at: None,
            completed_at: None,
        }
    }

    /// With `status`: how far it is.
    #[must_use]
    pub fn with_status(mut self, status: StageStatus) -> Self {
        self.status = status;
        self
    }

    /// With `attempt`: the how manieth time, from 1; 0 before the first.
    #[must_use]
    pub fn with_attempt(mut self, attempt: u32) -> Self {
        self.attempt = attempt;
        self
    }

    /// With `entered_at`: when it was entered.
    #[must_use]
    pub fn with_entered_at(mut self, entered_at: Timestamp) -> Self {
        self.entered_at = Some(entered_at);
        self
    }

    /// With `completed_at`: when it was completed or left out.
    #[must_use]
    pub fn with_completed_at(mut self, completed_at: Timestamp) -> Self {
        self.completed_at = Some(completed_at);
        self
    }
}

/// How far a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StageStatus {
    /// Not entered.
    #[default]
    Pending,
    /// The work is in it.
    Active,
    /// Its gates held.
    Completed,
    /// Its gates held but for what was passed over.
    CompletedWithException,
    /// It was left out.
    Skipped,
    /// It has to be done again, since the work went back to one before it.
    Superseded,
}

names!(StageStatus: "status of a stage");

impl StageStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Pending,
        Self::Active,
        Self::Completed,
        Self::CompletedWithException,
        Self::Skipped,
        Self::Superseded,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::Completed => "completed",
            Self::CompletedWithException => "completed_with_exception",
            Self::Skipped => "skipped",
            Self::Superseded => "superseded",
        }
    }
}

/// That people were told.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SentNotice {
    /// When.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Who.
    #[schemars(default)]
    pub audience: Vec<String>,
    /// What of.
    pub occasion: NoticeOccasion,
    /// How.
    pub channel: Option<String>,
    /// What they were told.
    pub text: Option<String>,
}

reads!(SentNotice { at, by, audience = Vec::new(), occasion, channel, text });

impl SentNotice {
    /// With nothing said beyond this.
    pub fn new(at: Timestamp, by: impl Into<String>, occasion: NoticeOccasion) -> Self {
        Self { at, by: by.into(), audience: Vec::new(), occasion, channel: None, text: None }
    }

    /// With `audience`: who.
    #[must_use]
    pub fn with_audience(mut self, audience: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.audience = audience.into_iter().map(Into::into).collect();
        self
    }

    /// With `channel`: how.
    #[must_use]
    pub fn with_channel(mut self, channel: impl Into<String>) -> Self {
        self.channel = Some(channel.into());
        self
    }

    /// With `text`: what they were told.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
}

/// What gates said of a component, and when.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct StandingJudgement {
    /// When they were asked.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// What they said.
    pub judged: Judged,
}

reads!(StandingJudgement { at, judged });

impl StandingJudgement {
    /// With nothing said beyond this.
    pub fn new(at: Timestamp, judged: Judged) -> Self {
        Self { at, judged }
    }
}
