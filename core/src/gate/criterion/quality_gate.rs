//! Another tool's own gate.

use super::Judge;
use crate::document::reads;
use crate::fact::{Observation, QualityGate, QualityGateStatus, Record};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use schemars::JsonSchema;
use serde::Serialize;
use smallvec::SmallVec;

/// Another tool's own gate is passed, such as SonarQube's: its newest word, and where several tools have one, each of theirs.
///
/// A gate that warns is a warning. A tool that has no gate for the component leaves this pending: that is no pass. Monotone: a
/// gate that is passed where it was not never makes it worse.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct QualityGateCriterion {
    /// The tool whose gate is meant, such as `sonarqube`; every tool's, where left out.
    pub tool: Option<String>,
}

reads!(QualityGateCriterion { tool });

impl QualityGateCriterion {
    /// Every tool's.
    pub fn new() -> Self {
        Self::default()
    }

    /// This tool's.
    #[must_use]
    pub fn with_tool(mut self, tool: impl Into<String>) -> Self {
        self.tool = Some(tool.into());
        self
    }

    fn name(&self) -> String {
        self.tool.as_ref().map_or("quality gate".to_owned(), |tool| format!("quality gate of {tool}"))
    }
}

/// The newest of each tool, with what it says.
type Newest<'c> = SmallVec<[(&'c Record, &'c QualityGate); 2]>;

impl Judge for QualityGateCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::kind("quality_gate")]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let mut newest = Newest::new();
        for record in case.standing(0) {
            let tool = &record.evidence.source.tool;
            let is_meant = self.tool.as_ref().is_none_or(|meant| meant == tool);
            let is_older = newest.iter().any(|(newer, _)| newer.evidence.source.tool == *tool);
            if let (true, false, Observation::QualityGate(gate)) =
                (is_meant, is_older, &record.evidence.value)
            {
                newest.push((record, gate));
            }
        }
        let worst = newest.iter().map(|(_, gate)| outcome(gate.status)).max();
        match worst {
            Some(worst) => case.judged(worst, || self.detail(worst, &newest)),
            None => case.judged(Outcome::Pending, || {
                let name = self.name();
                Detail::new(format!("there is no evidence of a {name}"))
                    .action(format!("Provide the {name}."))
            }),
        }
    }

    fn expected(&self) -> String {
        format!("{} passed", self.name())
    }
}

impl QualityGateCriterion {
    fn detail(&self, worst: Outcome, newest: &Newest<'_>) -> Detail {
        let mut said = Vec::new();
        for (record, gate) in newest {
            let tool = &record.evidence.source.tool;
            said.push(match (gate.status, gate.failing.as_slice()) {
                (QualityGateStatus::Passed, _) => format!("{tool}'s gate is passed"),
                (QualityGateStatus::Warned, _) => format!("{tool}'s gate warns"),
                (QualityGateStatus::Failed, []) => format!("{tool}'s gate is not passed"),
                (QualityGateStatus::Failed, failing) => {
                    format!("{tool}'s gate is not passed: {}", failing.join(", "))
                }
                (QualityGateStatus::Missing, _) => format!("{tool} has no gate for it"),
            });
        }
        let detail =
            newest.iter().fold(Detail::new(said.join("; ")), |detail, (record, _)| detail.on(record));
        match worst {
            Outcome::Fail => detail.action("Mend what the gate finds, and analyse it again."),
            Outcome::Pending => detail.action("Give the component a gate there, and analyse it again."),
            _ => detail,
        }
    }
}

fn outcome(status: QualityGateStatus) -> Outcome {
    match status {
        QualityGateStatus::Passed => Outcome::Pass,
        QualityGateStatus::Warned => Outcome::Warn,
        QualityGateStatus::Failed => Outcome::Fail,
        QualityGateStatus::Missing => Outcome::Pending,
    }
}
