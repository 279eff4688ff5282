//! ServiceNow's risk of a change: the highest of several methods.

use super::super::error::RiskError;
use super::super::level::{RiskThresholds, highest};
use super::{Found, counted};
use crate::Result;
use crate::document::{Node, reads};
use crate::gate::cel::{Context, Library, expression};
use crate::release::RiskLevel;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

expression!(
    /// When a rule holds: a CEL expression over `change`, what is known of it.
    RiskCondition,
    &["change"],
    Library::Standard
);

/// By the highest of up to three methods, as ServiceNow has it for changes: rules, a questionnaire, and a lookup by impact and chance
/// of success.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ChangeMethod {
    /// What is known of the change: what the rules' conditions ask for, under `change`.
    #[schemars(default, with = "BTreeMap<String, serde_json::Value>")]
    pub change: BTreeMap<String, Node>,
    /// The rules; the first that holds says the level.
    #[schemars(default)]
    pub rules: Vec<RiskRule>,
    /// Answers that are weighed.
    pub questionnaire: Option<RiskQuestionnaire>,
    /// Impact against the chance of success.
    pub lookup: Option<RiskLookup>,
}

reads!(ChangeMethod { change = BTreeMap::new(), rules = Vec::new(), questionnaire, lookup });

/// A rule: when it holds, and what it says.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RiskRule {
    /// Its name.
    pub name: String,
    /// Where it comes in the order; rules of one number come as they are written.
    #[schemars(default)]
    pub order: i32,
    /// When it holds: a CEL expression over `change`; always, where left out.
    pub when: Option<RiskCondition>,
    /// What it says.
    pub level: RiskLevel,
}

reads!(RiskRule { name, order = 0, when, level });

/// Answers that are weighed: the sum of weight × answer against thresholds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RiskQuestionnaire {
    /// The answers.
    pub answers: Vec<RiskAnswer>,
    /// From which sum on it is moderate, high, very high.
    pub levels: RiskThresholds,
}

reads!(RiskQuestionnaire { answers, levels });

/// An answer, and what it weighs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RiskAnswer {
    /// The question.
    pub question: String,
    /// What it weighs.
    #[schemars(default = "one")]
    pub weight: f64,
    /// The answer, as a number.
    pub answer: f64,
}

reads!(RiskAnswer { question, weight = one(), answer });

fn one() -> f64 {
    1.0
}

/// Impact against the chance of success.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RiskLookup {
    /// The impact of the change, as the rows name it.
    pub impact: String,
    /// The chance that it succeeds, 0–1.
    pub success_probability: f64,
    /// The table; the first row that fits says the level.
    pub rows: Vec<RiskLookupRow>,
}

reads!(RiskLookup { impact, success_probability, rows });

/// A row of the lookup.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RiskLookupRow {
    /// The impact that it is for; any, where left out.
    pub impact: Option<String>,
    /// The chance of success from which on it fits, 0–1.
    #[schemars(default)]
    pub from: f64,
    /// What it says.
    pub level: RiskLevel,
}

reads!(RiskLookupRow { impact, from = 0.0, level });

impl ChangeMethod {
    /// With nothing to go by yet.
    pub fn new() -> Self {
        Self { change: BTreeMap::new(), rules: Vec::new(), questionnaire: None, lookup: None }
    }

    /// With one more thing known of the change.
    #[must_use]
    pub fn with_known(mut self, key: impl Into<String>, value: Node) -> Self {
        self.change.insert(key.into(), value);
        self
    }

    /// With one more rule.
    #[must_use]
    pub fn with_rule(mut self, name: impl Into<String>, when: RiskCondition, level: RiskLevel) -> Self {
        self.rules.push(RiskRule { name: name.into(), order: 0, when: Some(when), level });
        self
    }

    pub(super) fn find(&self) -> Result<Found> {
        let mut said: Vec<(Option<RiskLevel>, String)> = Vec::new();
        if !self.rules.is_empty() {
            said.push(self.by_rules()?);
        }
        if let Some(questionnaire) = &self.questionnaire {
            said.push(questionnaire.find().map_err(|error| error.under_key("questionnaire"))?);
        }
        if let Some(lookup) = &self.lookup {
            said.push(lookup.find().map_err(|error| error.under_key("lookup"))?);
        }
        let level = highest(said.iter().map(|(level, _)| *level));
        let reason = match said.iter().find(|(said, _)| *said == level && level.is_some()) {
            Some((_, reason)) => reason.clone(),
            None => "no method says anything".to_owned(),
        };
        let score = level.map_or(0.0, |level| level as u8 as f64 + 1.0);
        Ok(Found { score, level, sum: None, reason })
    }

    fn by_rules(&self) -> Result<(Option<RiskLevel>, String)> {
        let mut ordered: Vec<(usize, &RiskRule)> = self.rules.iter().enumerate().collect();
        ordered.sort_by_key(|(index, rule)| (rule.order, *index));
        let change = serde_json::to_value(&self.change).unwrap_or_default();
        let context = Context::new().with("change", &change);
        for (index, rule) in ordered {
            let holds = match &rule.when {
                Some(when) => when
                    .test(&context)
                    .map_err(|error| error.under_key("when").under_index(index).under_key("rules"))?,
                None => true,
            };
            if holds {
                return Ok((Some(rule.level), format!("rule {:?} says {}", rule.name, rule.level.name())));
            }
        }
        Ok((None, "no rule holds".to_owned()))
    }
}

impl Default for ChangeMethod {
    fn default() -> Self {
        Self::new()
    }
}

impl RiskQuestionnaire {
    fn find(&self) -> Result<(Option<RiskLevel>, String)> {
        self.levels.check()?;
        let mut sum = 0.0;
        for answer in &self.answers {
            let weight = counted("weight", answer.weight)?;
            sum += weight * counted("answer", answer.answer)?;
        }
        let level = self.levels.level(sum);
        Ok((Some(level), format!("the answers weigh {sum}, which is {}", level.name())))
    }
}

impl RiskLookup {
    fn find(&self) -> Result<(Option<RiskLevel>, String)> {
        let chance = self.success_probability;
        if !(0.0..=1.0).contains(&chance) {
            return Err(RiskError::out_of_scale("success_probability", chance, "0 to 1"));
        }
        let fits = |row: &&RiskLookupRow| {
            row.impact.as_ref().is_none_or(|impact| *impact == self.impact) && chance >= row.from
        };
        Ok(match self.rows.iter().find(fits) {
            Some(row) => {
                let level = row.level;
                let reason =
                    format!("impact {} at a chance of success of {chance} is {}", self.impact, level.name());
                (Some(level), reason)
            }
            None => (None, "no row of the lookup fits".to_owned()),
        })
    }
}
