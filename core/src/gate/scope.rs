//! What is asked about.

/// What is asked about: the stage and the environment, where there are such, and for a board the components.
///
/// ```
/// use greenboard::gate::Scope;
/// assert_eq!(Scope::new().with_environment("production").environment.as_deref(), Some("production"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Scope {
    /// The stage.
    pub stage: Option<String>,
    /// The environment.
    pub environment: Option<String>,
    /// The components that a board is of; all that are to go out, where none is named.
    pub components: Vec<String>,
    /// Whether somebody does it by hand: windows with a manual override let them.
    pub manual: bool,
}

impl Scope {
    /// Any stage, any environment.
    pub fn new() -> Self {
        Self::default()
    }

    /// At this stage.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// Into this environment.
    #[must_use]
    pub fn with_environment(mut self, environment: impl Into<String>) -> Self {
        self.environment = Some(environment.into());
        self
    }

    /// Of one more component.
    #[must_use]
    pub fn with_component(mut self, component: impl Into<String>) -> Self {
        self.components.push(component.into());
        self
    }

    /// Done by hand, or not.
    #[must_use]
    pub fn with_manual(mut self, manual: bool) -> Self {
        self.manual = manual;
        self
    }
}
