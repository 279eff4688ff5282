//! What would turn an outcome into a pass.

/// What would turn an outcome into a pass: one step, or a choice among several.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Remedy {
    /// This one thing.
    Step(RemedyStep),
    /// All of these.
    All(Vec<Remedy>),
    /// So many of these.
    AtLeast(usize, Vec<Remedy>),
    /// Steps whose weights together reach what is needed.
    Weighted {
        /// The sum that is needed.
        needed: f64,
        /// The steps, each with what it adds.
        steps: Vec<(f64, Remedy)>,
    },
    /// Nothing that anybody can do: another version is needed.
    Never,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RemedyStep {
    /// What, in a sentence.
    pub action: String,
    /// Who; the criterion's owner, where none.
    pub owner: Option<String>,
    /// What it costs; as much as the criterion says, where none.
    pub cost: Option<f64>,
}

impl Remedy {
    /// One thing to do.
    pub(crate) fn step(action: impl Into<String>) -> Self {
        Self::Step(RemedyStep { action: action.into(), owner: None, cost: None })
    }

    /// One thing that somebody in particular has to do.
    pub(crate) fn step_of(owner: impl Into<String>, action: impl Into<String>) -> Self {
        Self::Step(RemedyStep { action: action.into(), owner: Some(owner.into()), cost: None })
    }
}
