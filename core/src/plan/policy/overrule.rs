//! What people decide against the rules.

use crate::document::reads;
use crate::version::Bump;
use schemars::JsonSchema;
use serde::Serialize;

/// What a person decides for a component, in place of what its changes ask for.
///
/// A version is taken as it is. A bump takes the place of the changes' own; what others ask of the component by depending on each
/// other still counts, since it would not fit them otherwise.
///
/// ```
/// use greenboard::plan::Override;
/// use greenboard::version::Bump;
/// let decision = Override::bump("core", Bump::Minor).with_by("ada").with_reason("the break is in a private module");
/// assert_eq!(decision.version, None);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Override {
    /// The component's name.
    pub component: String,
    /// The bump, in place of what its changes ask for; `none` holds it back.
    pub bump: Option<Bump>,
    /// The version it gets, as text of its scheme.
    pub version: Option<String>,
    /// Who decided so.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

reads!(Override { component, bump = None, version = None, by = None, reason = None });

impl Override {
    /// This bump for a component.
    pub fn bump(component: impl Into<String>, bump: Bump) -> Self {
        Self { component: component.into(), bump: Some(bump), version: None, by: None, reason: None }
    }
    /// This version for a component.
    pub fn version(component: impl Into<String>, version: impl Into<String>) -> Self {
        let version = Some(version.into());
        Self { component: component.into(), bump: None, version, by: None, reason: None }
    }
    /// Decided by this person.
    #[must_use]
    pub fn with_by(mut self, by: impl Into<String>) -> Self {
        self.by = Some(by.into());
        self
    }
    /// For this reason.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}
