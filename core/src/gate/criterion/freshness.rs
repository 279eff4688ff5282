//! Evidence that is not too old.

use super::Judge;
use crate::document::{Fields, Node, Read, Value, read_name, reads};
use crate::fact::{Observation, Record};
use crate::gate::age::{Age, in_words};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::remedy::Remedy;
use schemars::JsonSchema;
use serde::Serialize;

/// Evidence of given kinds is not older than given, at the instant that is asked about. What is missing or older is pending.
/// Monotone: newer evidence never makes it worse.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct FreshnessCriterion {
    /// The evidence that has to be fresh: all of it.
    pub evidence: Vec<EvidenceKind>,
    /// The age up to which it is.
    pub maximum_age: Age,
    /// The age from which it is a warning; none for no warnings.
    pub warning_age: Option<Age>,
}

reads!(FreshnessCriterion { evidence, maximum_age, warning_age });

/// A kind of evidence, and its name where a subject has several of the kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct EvidenceKind {
    /// The kind, such as `tests` or `metric`.
    #[schemars(with = "String")]
    pub kind: &'static str,
    /// The name of the metric, the suite and so on; the newest of any name, where left out.
    pub name: Option<String>,
}

impl EvidenceKind {
    fn described(&self) -> String {
        match &self.name {
            Some(name) => format!("{} {name:?}", self.kind),
            None => self.kind.to_owned(),
        }
    }
}

impl Read for EvidenceKind {
    fn read(node: &Node) -> crate::Result<Self> {
        let kinds = || Observation::KINDS.iter().map(|kind| (*kind, *kind));
        let fields = Fields::of(node, None, &["kind", "name"])?;
        let kind = fields.with("kind", |node| read_name(node, "kind of evidence", kinds()))?;
        Ok(Self { kind: kind.ok_or_else(|| fields.missing("kind"))?, name: fields.optional("name")? })
    }
}

impl EvidenceKind {
    /// Any of this kind; none where there is no such kind.
    pub fn new(kind: &str) -> Option<Self> {
        let kind = Observation::KINDS.iter().find(|known| **known == kind)?;
        Some(Self { kind, name: None })
    }

    /// Of this name.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl FreshnessCriterion {
    /// All of this, not older than that.
    pub fn new(evidence: impl IntoIterator<Item = EvidenceKind>, maximum_age: Age) -> Self {
        Self { evidence: evidence.into_iter().collect(), maximum_age, warning_age: None }
    }

    fn outcome(&self, record: Option<&Record>, case: &Case<'_>) -> Outcome {
        let Some(record) = record else { return Outcome::Pending };
        let age = case.at.duration_since(record.observed_at);
        if age > self.maximum_age.length() {
            Outcome::Pending
        } else if self.warning_age.is_some_and(|warning| age >= warning.length()) {
            Outcome::Warn
        } else {
            Outcome::Pass
        }
    }
}

impl Judge for FreshnessCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        self.evidence.iter().map(|of| Looks { kind: of.kind, name: of.name.as_deref() }).collect()
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let outcomes = (0..self.evidence.len()).map(|look| self.outcome(case.latest(look), case));
        let outcome = outcomes.max().unwrap_or(Outcome::Pass);
        case.judged(outcome, || self.detail(case))
    }

    fn expected(&self) -> String {
        let kinds: Vec<String> = self.evidence.iter().map(EvidenceKind::described).collect();
        format!("{} not older than {}", kinds.join(", "), in_words(self.maximum_age.length()))
    }
}

impl FreshnessCriterion {
    fn detail(&self, case: &Case<'_>) -> Detail {
        let (mut said, mut steps, mut oldest, mut ids) = (Vec::new(), Vec::new(), None, Vec::new());
        for (look, of) in self.evidence.iter().enumerate() {
            let (record, what) = (case.latest(look), of.described());
            let outcome = self.outcome(record, case);
            match record {
                Some(record) => {
                    let age = case.at.duration_since(record.observed_at);
                    oldest = oldest.max(Some(age));
                    ids.push(record.evidence.id.clone());
                    said.push(format!("{what} is {} old", in_words(age)));
                }
                None => said.push(format!("there is no evidence of {what}")),
            }
            if outcome != Outcome::Pass {
                steps.push(Remedy::step(format!("Provide evidence of {what} again.")));
            }
        }
        let mut detail = Detail::new(said.join("; "));
        if let Some(oldest) = oldest {
            detail = detail.observed_value(Value::Text(in_words(oldest)));
        }
        let mut detail = ids.into_iter().fold(detail, |detail, id| detail.on_fact(id));
        if !steps.is_empty() {
            let stale: Vec<&str> = self
                .evidence
                .iter()
                .enumerate()
                .filter(|(look, _)| self.outcome(case.latest(*look), case) != Outcome::Pass)
                .map(|(_, of)| of.kind)
                .collect();
            detail = detail
                .action(format!("Provide evidence again of {}.", stale.join(", ")))
                .remedy(Remedy::All(steps));
        }
        detail
    }
}
