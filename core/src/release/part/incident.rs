//! What broke, and what it came from.

use crate::document::{names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

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
