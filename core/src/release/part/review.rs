//! What was learned.

use crate::document::{names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What people say of a release after it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Review {
    /// What happened, in a few sentences.
    pub summary: String,
    /// Who was hit, how many, for how long.
    pub impact: Option<String>,
    /// How it was noticed, and how long that took.
    pub detection: Option<String>,
    /// What set it off.
    pub trigger: Option<String>,
    /// What contributed: more than one cause, as a rule.
    #[schemars(default)]
    pub factors: Vec<RootCause>,
    /// What happened when.
    #[schemars(default)]
    pub timeline: Vec<ReviewEvent>,
    /// What went well.
    #[schemars(default)]
    pub went_well: Vec<String>,
    /// What went badly.
    #[schemars(default)]
    pub went_badly: Vec<String>,
    /// Where we were lucky.
    #[schemars(default)]
    pub lucky: Vec<String>,
    /// What is to be done so that it goes better.
    #[schemars(default)]
    pub actions: Vec<Action>,
    /// How the actions of releases before it stand.
    #[schemars(default)]
    pub previous_actions: Vec<PreviousAction>,
}

reads!(Review { summary, impact, detection, trigger, factors = Vec::new(), timeline = Vec::new(), went_well = Vec::new(), went_badly = Vec::new(), lucky = Vec::new(), actions = Vec::new(), previous_actions = Vec::new() });

impl Review {
    /// With nothing said beyond this.
    pub fn new(summary: impl Into<String>) -> Self {
        Self {
            summary: summary.into(),
            impact: None,
            detection: None,
            trigger: None,
            factors: Vec::new(),
            timeline: Vec::new(),
            went_well: Vec::new(),
            went_badly: Vec::new(),
            lucky: Vec::new(),
            actions: Vec::new(),
            previous_actions: Vec::new(),
        }
    }

    /// With `impact`: who was hit, how many, for how long.
    #[must_use]
    pub fn with_impact(mut self, impact: impl Into<String>) -> Self {
        self.impact = Some(impact.into());
        self
    }

    /// With `detection`: how it was noticed, and how long that took.
    #[must_use]
    pub fn with_detection(mut self, detection: impl Into<String>) -> Self {
        self.detection = Some(detection.into());
        self
    }

    /// With `trigger`: what set it off.
    #[must_use]
    pub fn with_trigger(mut self, trigger: impl Into<String>) -> Self {
        self.trigger = Some(trigger.into());
        self
    }

    /// With `factors`: what contributed: more than one cause, as a rule.
    #[must_use]
    pub fn with_factors(mut self, factors: impl IntoIterator<Item = RootCause>) -> Self {
        self.factors = factors.into_iter().collect();
        self
    }

    /// With `timeline`: what happened when.
    #[must_use]
    pub fn with_timeline(mut self, timeline: impl IntoIterator<Item = ReviewEvent>) -> Self {
        self.timeline = timeline.into_iter().collect();
        self
    }

    /// With `went_well`: what went well.
    #[must_use]
    pub fn with_went_well(mut self, went_well: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.went_well = went_well.into_iter().map(Into::into).collect();
        self
    }

    /// With `went_badly`: what went badly.
    #[must_use]
    pub fn with_went_badly(mut self, went_badly: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.went_badly = went_badly.into_iter().map(Into::into).collect();
        self
    }

    /// With `lucky`: where we were lucky.
    #[must_use]
    pub fn with_lucky(mut self, lucky: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.lucky = lucky.into_iter().map(Into::into).collect();
        self
    }

    /// With `actions`: what is to be done so that it goes better.
    #[must_use]
    pub fn with_actions(mut self, actions: impl IntoIterator<Item = Action>) -> Self {
        self.actions = actions.into_iter().collect();
        self
    }

    /// With `previous_actions`: how the actions of releases before it stand.
    #[must_use]
    pub fn with_previous_actions(
        mut self,
        previous_actions: impl IntoIterator<Item = PreviousAction>,
    ) -> Self {
        self.previous_actions = previous_actions.into_iter().collect();
        self
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReviewEvent {
    /// When.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// What.
    pub text: String,
    /// Who says so.
    pub source: Option<String>,
}

reads!(ReviewEvent { at, text, source });

impl ReviewEvent {
    /// With nothing said beyond this.
    pub fn new(at: Timestamp, text: impl Into<String>) -> Self {
        Self { at, text: text.into(), source: None }
    }

    /// With `source`: who says so.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }
}

/// Something that contributed to what went wrong.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RootCause {
    /// Of which sort it is.
    pub class: CauseClass,
    /// What it was.
    pub text: String,
}

reads!(RootCause { class, text });

impl RootCause {
    /// With nothing said beyond this.
    pub fn new(class: CauseClass, text: impl Into<String>) -> Self {
        Self { class, text: text.into() }
    }
}

/// A small taxonomy of what goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CauseClass {
    /// A defect of the code.
    Code,
    /// A wrong setting.
    Configuration,
    /// A migration, or data that nobody expected.
    Data,
    /// Machines, network, platform.
    Infrastructure,
    /// Something by others.
    Dependency,
    /// Too much load, too little room.
    Capacity,
    /// A step left out, done wrong, or not foreseen.
    Process,
    /// A test that was not there, or did not tell.
    Testing,
    /// Somebody did not know.
    Communication,
    /// An attack, or a hole.
    Security,
    /// Not found yet.
    Unknown,
}

names!(CauseClass: "class of cause");

impl CauseClass {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Code,
        Self::Configuration,
        Self::Data,
        Self::Infrastructure,
        Self::Dependency,
        Self::Capacity,
        Self::Process,
        Self::Testing,
        Self::Communication,
        Self::Security,
        Self::Unknown,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Configuration => "configuration",
            Self::Data => "data",
            Self::Infrastructure => "infrastructure",
            Self::Dependency => "dependency",
            Self::Capacity => "capacity",
            Self::Process => "process",
            Self::Testing => "testing",
            Self::Communication => "communication",
            Self::Security => "security",
            Self::Unknown => "unknown",
        }
    }
}

/// Something to be done after a release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Action {
    /// What it is called by.
    pub id: String,
    /// What is to be done.
    pub text: String,
    /// What it is for.
    #[schemars(default)]
    pub class: ActionClass,
    /// Who does it.
    pub owner: Option<String>,
    /// When it is due.
    #[schemars(with = "Option<String>")]
    pub due: Option<Timestamp>,
    /// When it was done.
    #[schemars(with = "Option<String>")]
    pub done_at: Option<Timestamp>,
    /// How one sees that it is done.
    pub verification: Option<String>,
    /// The release whose review asked for it.
    pub release: Option<String>,
}

reads!(Action { id, text, class = ActionClass::default(), owner, due, done_at, verification, release });

impl Action {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            class: ActionClass::default(),
            owner: None,
            due: None,
            done_at: None,
            verification: None,
            release: None,
        }
    }

    /// With `class`: what it is for.
    #[must_use]
    pub fn with_class(mut self, class: ActionClass) -> Self {
        self.class = class;
        self
    }

    /// With `owner`: who does it.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// With `due`: when it is due.
    #[must_use]
    pub fn with_due(mut self, due: Timestamp) -> Self {
        self.due = Some(due);
        self
    }

    /// With `done_at`: when it was done.
    #[must_use]
    pub fn with_done_at(mut self, done_at: Timestamp) -> Self {
        self.done_at = Some(done_at);
        self
    }

    /// With `verification`: how one sees that it is done.
    #[must_use]
    pub fn with_verification(mut self, verification: impl Into<String>) -> Self {
        self.verification = Some(verification.into());
        self
    }

    /// With `release`: the release whose review asked for it.
    #[must_use]
    pub fn with_release(mut self, release: impl Into<String>) -> Self {
        self.release = Some(release.into());
        self
    }
}

/// What an action is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ActionClass {
    /// That it does not happen again.
    #[default]
    Prevent,
    /// That it is noticed sooner.
    Detect,
    /// That it does less harm.
    Mitigate,
}

names!(ActionClass: "class of action");

impl ActionClass {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Prevent, Self::Detect, Self::Mitigate];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Prevent => "prevent",
            Self::Detect => "detect",
            Self::Mitigate => "mitigate",
        }
    }
}

/// How an action of a release before stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct PreviousAction {
    /// The action.
    pub id: String,
    /// How it stands.
    pub status: PreviousStatus,
}

reads!(PreviousAction { id, status });

impl PreviousAction {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, status: PreviousStatus) -> Self {
        Self { id: id.into(), status }
    }
}

/// How an action of a release before stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PreviousStatus {
    /// It is done.
    Addressed,
    /// Nobody does it.
    Ignored,
    /// It is carried on.
    Carried,
}

names!(PreviousStatus: "status of a previous action");

impl PreviousStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Addressed, Self::Ignored, Self::Carried];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Addressed => "addressed",
            Self::Ignored => "ignored",
            Self::Carried => "carried",
        }
    }
}

/// Something that broke while or after a release went out.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseIncident {
    /// What it is called by.
    pub id: String,
    /// What broke.
    pub title: Option<String>,
    /// How bad: `P1`, `P2`, …
    pub severity: Option<String>,
    /// The component that broke.
    pub component: Option<String>,
    /// When it was noticed.
    #[schemars(with = "String")]
    pub detected_at: Timestamp,
    /// When it was over.
    #[schemars(with = "Option<String>")]
    pub resolved_at: Option<Timestamp>,
    /// What it came from.
    pub cause: Option<RootCause>,
    /// Whether this release caused it.
    #[schemars(default)]
    pub caused_by_release: bool,
}

reads!(ReleaseIncident { id, title, severity, component, detected_at, resolved_at, cause, caused_by_release = true });

impl ReleaseIncident {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, detected_at: Timestamp) -> Self {
        Self {
            id: id.into(),
            title: None,
            severity: None,
            component: None,
            detected_at,
            resolved_at: None,
            cause: None,
            caused_by_release: true,
        }
    }

    /// With `title`: what broke.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// With `severity`: how bad: `P1`, `P2`, …
    #[must_use]
    pub fn with_severity(mut self, severity: impl Into<String>) -> Self {
        self.severity = Some(severity.into());
        self
    }

    /// With `component`: the component that broke.
    #[must_use]
    pub fn with_component(mut self, component: impl Into<String>) -> Self {
        self.component = Some(component.into());
        self
    }

    /// With `resolved_at`: when it was over.
    #[must_use]
    pub fn with_resolved_at(mut self, resolved_at: Timestamp) -> Self {
        self.resolved_at = Some(resolved_at);
        self
    }

    /// With `cause`: what it came from.
    #[must_use]
    pub fn with_cause(mut self, cause: RootCause) -> Self {
        self.cause = Some(cause);
        self
    }

    /// With `caused_by_release`: whether this release caused it.
    #[must_use]
    pub fn with_caused_by_release(mut self, caused_by_release: bool) -> Self {
        self.caused_by_release = caused_by_release;
        self
    }
}

/// What somebody says of a release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Feedback {
    /// What they say.
    pub text: String,
    /// Who says so.
    pub by: Option<String>,
    /// What it is about.
    pub topic: Option<String>,
}

reads!(Feedback { text, by, topic });

impl Feedback {
    /// With nothing said beyond this.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), by: None, topic: None }
    }

    /// With `by`: who says so.
    #[must_use]
    pub fn with_by(mut self, by: impl Into<String>) -> Self {
        self.by = Some(by.into());
        self
    }

    /// With `topic`: what it is about.
    #[must_use]
    pub fn with_topic(mut self, topic: impl Into<String>) -> Self {
        self.topic = Some(topic.into());
        self
    }
}

/// How a release ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReleaseOutcome {
    /// As planned.
    Successful,
    /// Out, with some trouble.
    SuccessfulWithIssues,
    /// It did not bring what it was to bring.
    Unsuccessful,
    /// It was taken back.
    RolledBack,
}

names!(ReleaseOutcome: "outcome");

impl ReleaseOutcome {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Successful, Self::SuccessfulWithIssues, Self::Unsuccessful, Self::RolledBack];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Successful => "successful",
            Self::SuccessfulWithIssues => "successful_with_issues",
            Self::Unsuccessful => "unsuccessful",
            Self::RolledBack => "rolled_back",
        }
    }
}
