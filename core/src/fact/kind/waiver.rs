//! An exemption from a criterion.

use crate::document::{Extra, reads};
use crate::fact::Source;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// An exemption from a criterion: what for, why, by whom, until when. It never makes a board `go`, only `conditional`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Waiver {
    /// What it is called by.
    pub id: String,
    /// The component that it is for, or a glob over names; all, where left out.
    pub component: Option<String>,
    /// The version that it is for; any, where left out.
    pub version: Option<String>,
    /// The environment that it is for; any, where left out.
    pub environment: Option<String>,
    /// The gate that it is of; any, where left out.
    pub gate: Option<String>,
    /// The criterion, by its name.
    pub criterion: String,
    /// Why it is granted.
    pub reason: String,
    /// Who granted it: nobody who wrote what it is for.
    pub granted_by: String,
    /// When it was granted.
    #[schemars(with = "String")]
    pub granted_at: Timestamp,
    /// When it ends; never, where left out.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// Who asked for it.
    pub requested_by: Option<String>,
    /// The tool that says so; `given` where the caller does.
    #[schemars(default)]
    pub source: Source,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Waiver keeping extra { id, component, version, environment, gate, criterion, reason, granted_by, granted_at, expires_at, requested_by, source = Source::given() });

impl Waiver {
    /// With nothing said beyond this.
    pub fn new(
        id: impl Into<String>,
        criterion: impl Into<String>,
        reason: impl Into<String>,
        granted_by: impl Into<String>,
        granted_at: Timestamp,
    ) -> Self {
        Self {
            id: id.into(),
            component: None,
            version: None,
            environment: None,
            gate: None,
            criterion: criterion.into(),
            reason: reason.into(),
            granted_by: granted_by.into(),
            granted_at,
            expires_at: None,
            requested_by: None,
            source: Source::given(),
            extra: Extra::default(),
        }
    }

    /// With `component`: the component that it is for, or a glob over names; all, where left out.
    #[must_use]
    pub fn with_component(mut self, component: impl Into<String>) -> Self {
        self.component = Some(component.into());
        self
    }

    /// With `version`: the version that it is for; any, where left out.
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

    /// With `gate`: the gate that it is of; any, where left out.
    #[must_use]
    pub fn with_gate(mut self, gate: impl Into<String>) -> Self {
        self.gate = Some(gate.into());
        self
    }

    /// With `expires_at`: when it ends; never, where left out.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }

    /// With `requested_by`: who asked for it.
    #[must_use]
    pub fn with_requested_by(mut self, requested_by: impl Into<String>) -> Self {
        self.requested_by = Some(requested_by.into());
        self
    }

    /// With `source`: the tool that says so; `given` where the caller does.
    #[must_use]
    pub fn with_source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }
}
