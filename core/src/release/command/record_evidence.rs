//! Records what other systems observed.

use crate::document::reads;
use crate::fact::Fact;
use crate::release::approval::void_what_lapsed;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::EvidenceRecorded;
use crate::release::evidence::check_fact;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Records what other systems observed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RecordEvidenceCommand {
    /// What they observed.
    #[schemars(default)]
    pub facts: Vec<Fact>,
}

reads!(RecordEvidenceCommand { facts = Vec::new() });

impl RecordEvidenceCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { facts: Vec::new() }
    }

    /// With `facts`: what they observed.
    #[must_use]
    pub fn with_facts(mut self, facts: impl IntoIterator<Item = Fact>) -> Self {
        self.facts = facts.into_iter().collect();
        self
    }
}

impl Default for RecordEvidenceCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for RecordEvidenceCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(
            status,
            ReleaseStatus::Planned
                | ReleaseStatus::Active
                | ReleaseStatus::Ready
                | ReleaseStatus::Deploying
                | ReleaseStatus::Observing
                | ReleaseStatus::Review
        )
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        if self.facts.is_empty() {
            deciding
                .refuse(RefusalCode::MissingField, "no fact is given")
                .lifted_by("give what was observed");
        }
        let mut new: Vec<Fact> = Vec::new();
        for fact in &self.facts {
            check_fact(state, deciding, fact);
            // What is known word for word is absorbed.
            if !state.facts.contains(fact) && !new.contains(fact) {
                new.push(fact.clone());
            }
        }
        if new.is_empty() {
            return;
        }
        deciding.emit(EvidenceRecorded::new().with_facts(new));
        void_what_lapsed(state, deciding, "who approved takes part in what goes out");
    }
}
