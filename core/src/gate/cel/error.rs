//! What can be wrong with an expression, and where in it.

use super::excerpt::Excerpt;
use crate::error::{Coded, Place, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why an expression cannot be compiled, or has no value.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum CelError {
    #[error("{problem}{excerpt}")]
    Syntax { problem: String, excerpt: Excerpt },
    #[error("the expression {problem}")]
    TooLarge { problem: String },
    #[error("unknown variable {name:?}{}; known here: {}{excerpt}", meant(nearest.as_deref()), listed(known))]
    UnknownVariable { name: String, known: Vec<String>, nearest: Option<String>, excerpt: Excerpt },
    #[error("unknown function {name:?}{}{excerpt}", meant(*nearest))]
    UnknownFunction { name: String, nearest: Option<&'static str>, excerpt: Excerpt },
    #[error("{problem}{excerpt}")]
    NoValue { problem: String, excerpt: Excerpt },
    #[error("the expression takes more than {budget} steps: nest fewer loops, or loop over less{excerpt}")]
    OverBudget { budget: u64, excerpt: Excerpt },
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!("; did you mean {name:?}?"))
}

fn listed(names: &[String]) -> String {
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}

codes! { CelError {
    CelError::Syntax { .. } => "gate.expression_syntax",
    CelError::TooLarge { .. } => "gate.expression_too_large",
    CelError::UnknownVariable { .. } => "gate.unknown_variable",
    CelError::UnknownFunction { .. } => "gate.unknown_function",
    CelError::NoValue { .. } => "gate.expression_has_no_value",
    CelError::OverBudget { .. } => "gate.expression_over_budget",
} }

impl CelError {
    fn excerpt(&self) -> Option<&Excerpt> {
        match self {
            Self::Syntax { excerpt, .. }
            | Self::UnknownVariable { excerpt, .. }
            | Self::UnknownFunction { excerpt, .. }
            | Self::NoValue { excerpt, .. }
            | Self::OverBudget { excerpt, .. } => Some(excerpt),
            Self::TooLarge { .. } => None,
        }
    }
}

impl Coded for CelError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        let of =
            |excerpt: &Excerpt| Place { path: None, line: Some(excerpt.line), column: Some(excerpt.column) };
        self.excerpt().map(of).unwrap_or_default()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::UnknownVariable { name, known, nearest, .. } => {
                BTreeMap::from([("input", json!(name)), ("known", json!(known)), ("nearest", json!(nearest))])
            }
            Self::UnknownFunction { name, nearest, .. } => {
                BTreeMap::from([("input", json!(name)), ("nearest", json!(nearest))])
            }
            Self::OverBudget { budget, .. } => BTreeMap::from([("budget", json!(budget))]),
            _ => BTreeMap::new(),
        }
    }
}
