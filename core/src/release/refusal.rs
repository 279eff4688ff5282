//! Why a command is refused, and what would lift that.

use super::error::ReleaseError;
use super::state::ReleaseStatus;
use crate::document::{self, Format, names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// Why a command is refused: every reason, and what would lift each.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Refusal {
    /// The release.
    pub release: String,
    /// The kind of the command.
    pub command: String,
    /// Where the release stands; none where there is none yet.
    pub status: Option<ReleaseStatus>,
    /// Every reason, in the order in which they were found.
    #[schemars(default)]
    pub reasons: Vec<RefusalReason>,
}

reads!(Refusal as "greenboard/refusal/1" { release, command, status, reasons = Vec::new() });

impl Refusal {
    /// With nothing said beyond this.
    pub fn new(release: impl Into<String>, command: impl Into<String>) -> Self {
        Self { release: release.into(), command: command.into(), status: None, reasons: Vec::new() }
    }

    /// With `status`: where the release stands; none where there is none yet.
    #[must_use]
    pub fn with_status(mut self, status: ReleaseStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// With `reasons`: every reason, in the order in which they were found.
    #[must_use]
    pub fn with_reasons(mut self, reasons: impl IntoIterator<Item = RefusalReason>) -> Self {
        self.reasons = reasons.into_iter().collect();
        self
    }
}

/// One reason why a command is refused.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RefusalReason {
    /// What to branch on.
    pub code: RefusalCode,
    /// The reason, in a sentence.
    pub message: String,
    /// What would lift it, in a sentence; none where nothing would.
    pub lift: Option<String>,
    /// What it is about: a gate, a task, a step, a component, by name.
    pub of: Option<String>,
    /// Who can lift it.
    pub who: Option<String>,
}

reads!(RefusalReason { code, message, lift, of, who });

impl RefusalReason {
    /// With nothing said beyond this.
    pub fn new(code: RefusalCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), lift: None, of: None, who: None }
    }

    /// With `lift`: what would lift it, in a sentence; none where nothing would.
    #[must_use]
    pub fn with_lift(mut self, lift: impl Into<String>) -> Self {
        self.lift = Some(lift.into());
        self
    }

    /// With `of`: what it is about: a gate, a task, a step, a component, by name.
    #[must_use]
    pub fn with_of(mut self, of: impl Into<String>) -> Self {
        self.of = Some(of.into());
        self
    }

    /// With `who`: who can lift it.
    #[must_use]
    pub fn with_who(mut self, who: impl Into<String>) -> Self {
        self.who = Some(who.into());
        self
    }
}

/// Why a command is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RefusalCode {
    /// Somebody else was faster.
    StaleVersion,
    /// They are not in a role that may.
    NotAuthorised,
    /// Not in this state.
    WrongState,
    /// It has ended.
    Terminal,
    /// It is on hold.
    OnHold,
    /// There is no such release yet.
    NoRelease,
    /// There is such a release.
    AlreadyCreated,
    /// Something has to be said.
    MissingField,
    /// There is no such template.
    TemplateUnpublished,
    /// That is over.
    DateInPast,
    /// Nothing goes out on that day.
    NotACalendarDay,
    /// The scope is frozen.
    ScopeFrozen,
    /// The item does not meet what is asked of items.
    ItemNotReady,
    /// It is there already.
    DuplicateItem,
    /// There is no such item.
    UnknownItem,
    /// Another release has it.
    ItemInOtherRelease,
    /// It is frozen.
    AlreadyFrozen,
    /// It is not frozen.
    NotFrozen,
    /// The time to ask is over.
    WindowClosed,
    /// It was decided.
    AlreadyDecided,
    /// Something of the form is missing.
    FormIncomplete,
    /// Nobody decides on what they asked for.
    SelfDecision,
    /// Nobody asked for it.
    NotRequested,
    /// More than was asked for.
    TooManyDays,
    /// It waits for something.
    DependencyOpen,
    /// What it waits for will not come.
    DependencyAborted,
    /// Its time has not come.
    TooEarly,
    /// Something is still to be done.
    TasksOpen,
    /// A gate waits for evidence or approval.
    GateOpen,
    /// A gate does not hold.
    GateFailed,
    /// There is no such gate or criterion.
    GateUnknown,
    /// The work is in another stage.
    WrongStage,
    /// It may not be left out.
    StageRequired,
    /// It was not completed.
    StageNotCompleted,
    /// There is no such stage.
    UnknownStage,
    /// A reason has to be given.
    ReasonMissing,
    /// Nothing in the scope is called so.
    UnknownSubject,
    /// That source is not trusted for this.
    UntrustedSource,
    /// Nobody may waive it.
    NotWaivable,
    /// It has to end.
    ExpiryMissing,
    /// They are not in the role of the step.
    NotInRole,
    /// Nobody approves what they asked for, wrote or deploy.
    SelfApproval,
    /// That is not what would go out.
    StaleSubject,
    /// A step before it is not done.
    OutOfOrder,
    /// Its time is over.
    ApprovalExpired,
    /// There is no such step.
    NoSuchStep,
    /// There is no such approval.
    NotApproved,
    /// That is too soon.
    NoticeTooShort,
    /// It collides with something.
    Conflict,
    /// The checklist is not answered.
    ChecklistOpen,
    /// What it rests on is too old.
    EvidenceStale,
    /// It is not go.
    NoGo,
    /// The decision to go has ended.
    GoExpired,
    /// Not in its window.
    OutsideWindow,
    /// The environment is frozen.
    FrozenEnvironment,
    /// Another release has the environment.
    EnvironmentTaken,
    /// What went before is not what goes out.
    DigestMismatch,
    /// An approval is missing.
    ApprovalMissing,
    /// The release does not pass that environment.
    UnknownEnvironment,
    /// It is no target of this deployment.
    UnknownTarget,
    /// Targets are not reached.
    TargetsOpen,
    /// Nobody verified it.
    VerificationMissing,
    /// There is no way back.
    PastPointOfNoReturn,
    /// Nobody knows what it goes back to.
    NoRollbackTarget,
    /// It is not on its way back.
    NotRollingBack,
    /// The time of observation is not over.
    StillObserving,
    /// Acceptance criteria are not met.
    CriteriaOpen,
    /// Something is broken.
    OpenIncident,
    /// How it ended has to be said.
    OutcomeMissing,
    /// It has to be looked back on.
    ReviewIncomplete,
    /// It has to be approved after the fact.
    RetroApprovalMissing,
    /// Nobody does an action, or nobody said until when.
    ActionUnowned,
    /// It is on hold.
    AlreadyHeld,
    /// It is not on hold.
    NotHeld,
    /// It is on its way out: roll back first.
    InFlight,
    /// That is not on the scale.
    OutOfScale,
    /// Nobody answers for it.
    OwnerMissing,
    /// There is no such risk.
    UnknownRisk,
    /// That is before what happened last.
    ClockWentBack,
    /// Its type cannot change any more.
    TypeLocked,
    /// Its template is not one that is opened and closed at once.
    NotContinuous,
}

names!(RefusalCode: "code of a refusal");

impl RefusalCode {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::StaleVersion,
        Self::NotAuthorised,
        Self::WrongState,
        Self::Terminal,
        Self::OnHold,
        Self::NoRelease,
        Self::AlreadyCreated,
        Self::MissingField,
        Self::TemplateUnpublished,
        Self::DateInPast,
        Self::NotACalendarDay,
        Self::ScopeFrozen,
        Self::ItemNotReady,
        Self::DuplicateItem,
        Self::UnknownItem,
        Self::ItemInOtherRelease,
        Self::AlreadyFrozen,
        Self::NotFrozen,
        Self::WindowClosed,
        Self::AlreadyDecided,
        Self::FormIncomplete,
        Self::SelfDecision,
        Self::NotRequested,
        Self::TooManyDays,
        Self::DependencyOpen,
        Self::DependencyAborted,
        Self::TooEarly,
        Self::TasksOpen,
        Self::GateOpen,
        Self::GateFailed,
        Self::GateUnknown,
        Self::WrongStage,
        Self::StageRequired,
        Self::StageNotCompleted,
        Self::UnknownStage,
        Self::ReasonMissing,
        Self::UnknownSubject,
        Self::UntrustedSource,
        Self::NotWaivable,
        Self::ExpiryMissing,
        Self::NotInRole,
        Self::SelfApproval,
        Self::StaleSubject,
        Self::OutOfOrder,
        Self::ApprovalExpired,
        Self::NoSuchStep,
        Self::NotApproved,
        Self::NoticeTooShort,
        Self::Conflict,
        Self::ChecklistOpen,
        Self::EvidenceStale,
        Self::NoGo,
        Self::GoExpired,
        Self::OutsideWindow,
        Self::FrozenEnvironment,
        Self::EnvironmentTaken,
        Self::DigestMismatch,
        Self::ApprovalMissing,
        Self::UnknownEnvironment,
        Self::UnknownTarget,
        Self::TargetsOpen,
        Self::VerificationMissing,
        Self::PastPointOfNoReturn,
        Self::NoRollbackTarget,
        Self::NotRollingBack,
        Self::StillObserving,
        Self::CriteriaOpen,
        Self::OpenIncident,
        Self::OutcomeMissing,
        Self::ReviewIncomplete,
        Self::RetroApprovalMissing,
        Self::ActionUnowned,
        Self::AlreadyHeld,
        Self::NotHeld,
        Self::InFlight,
        Self::OutOfScale,
        Self::OwnerMissing,
        Self::UnknownRisk,
        Self::ClockWentBack,
        Self::TypeLocked,
        Self::NotContinuous,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::StaleVersion => "stale_version",
            Self::NotAuthorised => "not_authorised",
            Self::WrongState => "wrong_state",
            Self::Terminal => "terminal",
            Self::OnHold => "on_hold",
            Self::NoRelease => "no_release",
            Self::AlreadyCreated => "already_created",
            Self::MissingField => "missing_field",
            Self::TemplateUnpublished => "template_unpublished",
            Self::DateInPast => "date_in_past",
            Self::NotACalendarDay => "not_a_calendar_day",
            Self::ScopeFrozen => "scope_frozen",
            Self::ItemNotReady => "item_not_ready",
            Self::DuplicateItem => "duplicate_item",
            Self::UnknownItem => "unknown_item",
            Self::ItemInOtherRelease => "item_in_other_release",
            Self::AlreadyFrozen => "already_frozen",
            Self::NotFrozen => "not_frozen",
            Self::WindowClosed => "window_closed",
            Self::AlreadyDecided => "already_decided",
            Self::FormIncomplete => "form_incomplete",
            Self::SelfDecision => "self_decision",
            Self::NotRequested => "not_requested",
            Self::TooManyDays => "too_many_days",
            Self::DependencyOpen => "dependency_open",
            Self::DependencyAborted => "dependency_aborted",
            Self::TooEarly => "too_early",
            Self::TasksOpen => "tasks_open",
            Self::GateOpen => "gate_open",
            Self::GateFailed => "gate_failed",
            Self::GateUnknown => "gate_unknown",
            Self::WrongStage => "wrong_stage",
            Self::StageRequired => "stage_required",
            Self::StageNotCompleted => "stage_not_completed",
            Self::UnknownStage => "unknown_stage",
            Self::ReasonMissing => "reason_missing",
            Self::UnknownSubject => "unknown_subject",
            Self::UntrustedSource => "untrusted_source",
            Self::NotWaivable => "not_waivable",
            Self::ExpiryMissing => "expiry_missing",
            Self::NotInRole => "not_in_role",
            Self::SelfApproval => "self_approval",
            Self::StaleSubject => "stale_subject",
            Self::OutOfOrder => "out_of_order",
            Self::ApprovalExpired => "approval_expired",
            Self::NoSuchStep => "no_such_step",
            Self::NotApproved => "not_approved",
            Self::NoticeTooShort => "notice_too_short",
            Self::Conflict => "conflict",
            Self::ChecklistOpen => "checklist_open",
            Self::EvidenceStale => "evidence_stale",
            Self::NoGo => "no_go",
            Self::GoExpired => "go_expired",
            Self::OutsideWindow => "outside_window",
            Self::FrozenEnvironment => "frozen_environment",
            Self::EnvironmentTaken => "environment_taken",
            Self::DigestMismatch => "digest_mismatch",
            Self::ApprovalMissing => "approval_missing",
            Self::UnknownEnvironment => "unknown_environment",
            Self::UnknownTarget => "unknown_target",
            Self::TargetsOpen => "targets_open",
            Self::VerificationMissing => "verification_missing",
            Self::PastPointOfNoReturn => "past_point_of_no_return",
            Self::NoRollbackTarget => "no_rollback_target",
            Self::NotRollingBack => "not_rolling_back",
            Self::StillObserving => "still_observing",
            Self::CriteriaOpen => "criteria_open",
            Self::OpenIncident => "open_incident",
            Self::OutcomeMissing => "outcome_missing",
            Self::ReviewIncomplete => "review_incomplete",
            Self::RetroApprovalMissing => "retro_approval_missing",
            Self::ActionUnowned => "action_unowned",
            Self::AlreadyHeld => "already_held",
            Self::NotHeld => "not_held",
            Self::InFlight => "in_flight",
            Self::OutOfScale => "out_of_scale",
            Self::OwnerMissing => "owner_missing",
            Self::UnknownRisk => "unknown_risk",
            Self::ClockWentBack => "clock_went_back",
            Self::TypeLocked => "type_locked",
            Self::NotContinuous => "not_continuous",
        }
    }
}

impl Refusal {
    /// The refusal that an error tells of; none where it tells of something else.
    ///
    /// ```
    /// use greenboard::release::{Refusal, RefusalCode, RefusalReason};
    /// let reason = RefusalReason::new(RefusalCode::Terminal, "the release is closed");
    /// let refusal = Refusal::new("api-1.4.0", "close").with_reasons([reason]);
    /// assert_eq!(Refusal::of(&greenboard::Error::from(refusal.clone())), Some(refusal));
    /// ```
    pub fn of(error: &crate::Error) -> Option<Self> {
        if error.code() != "release.refused" {
            return None;
        }
        let fields = serde_json::to_string(error.details()).ok()?;
        document::parse(fields, Format::Json).ok()
    }
}

impl From<Refusal> for crate::Error {
    fn from(refusal: Refusal) -> Self {
        let Refusal { release, command, status, reasons } = refusal;
        ReleaseError::Refused { release, command, status: status.map(ReleaseStatus::name), reasons }.into()
    }
}
