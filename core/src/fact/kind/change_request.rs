//! The ticket of change management.

use crate::document::{Extra, names, reads};
use crate::fact::Source;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// The ticket of change management.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ChangeRequest {
    /// What it is called by: `CHG0030192`.
    pub id: String,
    /// Standard, normal or emergency.
    #[schemars(default)]
    pub change_type: ChangeType,
    /// How far it is.
    #[schemars(default)]
    pub state: ChangeRequestState,
    /// The components that it is for.
    #[schemars(default)]
    pub components: Vec<String>,
    /// The version or release that it is for; any, where left out.
    pub version: Option<String>,
    /// The environment that it is for; any, where left out.
    pub environment: Option<String>,
    /// Who asked for it.
    pub requested_by: Option<String>,
    /// Its risk, as the source grades it.
    pub risk: Option<String>,
    /// When the planned window opens.
    #[schemars(with = "Option<String>")]
    pub starts_at: Option<Timestamp>,
    /// When the planned window closes.
    #[schemars(with = "Option<String>")]
    pub ends_at: Option<Timestamp>,
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

reads!(ChangeRequest keeping extra { id, change_type = ChangeType::default(), state = ChangeRequestState::default(), components = Vec::new(), version, environment, requested_by, risk, starts_at, ends_at, source = Source::given(), observed_at });

impl ChangeRequest {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, observed_at: Timestamp) -> Self {
        Self {
            id: id.into(),
            change_type: ChangeType::default(),
            state: ChangeRequestState::default(),
            components: Vec::new(),
            version: None,
            environment: None,
            requested_by: None,
            risk: None,
            starts_at: None,
            ends_at: None,
            source: Source::given(),
            observed_at,
            extra: Extra::default(),
        }
    }

    /// With `change_type`: standard, normal or emergency.
    #[must_use]
    pub fn with_change_type(mut self, change_type: ChangeType) -> Self {
        self.change_type = change_type;
        self
    }

    /// With `state`: how far it is.
    #[must_use]
    pub fn with_state(mut self, state: ChangeRequestState) -> Self {
        self.state = state;
        self
    }

    /// With `components`: the components that it is for.
    #[must_use]
    pub fn with_components(mut self, components: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.components = components.into_iter().map(Into::into).collect();
        self
    }

    /// With `version`: the version or release that it is for; any, where left out.
    #[must_use]
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// With `environment`: the environment that it is for; any, where left out.
    #[must_use]
    pub fn with_environment(mut self, environment: impl Into<String>) -> Self {
        self.environment = Some(environment.into());
        self
    }

    /// With `requested_by`: who asked for it.
    #[must_use]
    pub fn with_requested_by(mut self, requested_by: impl Into<String>) -> Self {
        self.requested_by = Some(requested_by.into());
        self
    }

    /// With `risk`: its risk, as the source grades it.
    #[must_use]
    pub fn with_risk(mut self, risk: impl Into<String>) -> Self {
        self.risk = Some(risk.into());
        self
    }

    /// With `starts_at`: when the planned window opens.
    #[must_use]
    pub fn with_starts_at(mut self, starts_at: Timestamp) -> Self {
        self.starts_at = Some(starts_at);
        self
    }

    /// With `ends_at`: when the planned window closes.
    #[must_use]
    pub fn with_ends_at(mut self, ends_at: Timestamp) -> Self {
        self.ends_at = Some(ends_at);
        self
    }

    /// With `source`: the tool that says so; `given` where the caller does.
    #[must_use]
    pub fn with_source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }
}

/// The kind of process that a change request goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeType {
    /// Low in risk, known, and authorised beforehand.
    Standard,
    /// Assessed and authorised step by step.
    #[default]
    Normal,
    /// As soon as possible, assessed afterwards.
    Emergency,
}

names!(ChangeType: "change type");

impl ChangeType {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Standard, Self::Normal, Self::Emergency];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Normal => "normal",
            Self::Emergency => "emergency",
        }
    }
}

/// How far a change request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChangeRequestState {
    /// Being written.
    #[default]
    Draft,
    /// Waiting for its approvals.
    Submitted,
    /// Authorised.
    Approved,
    /// Not authorised.
    Rejected,
    /// Authorised, with a time.
    Scheduled,
    /// Under way.
    Implementing,
    /// Done, being looked at.
    Review,
    /// Done.
    Closed,
    /// Given up.
    Cancelled,
}

names!(ChangeRequestState: "change request state");

impl ChangeRequestState {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Draft,
        Self::Submitted,
        Self::Approved,
        Self::Rejected,
        Self::Scheduled,
        Self::Implementing,
        Self::Review,
        Self::Closed,
        Self::Cancelled,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::Scheduled => "scheduled",
            Self::Implementing => "implementing",
            Self::Review => "review",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
        }
    }
}
