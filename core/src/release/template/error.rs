//! What can be wrong with a template.

use crate::document::Position;
use crate::error::{Coded, Place, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum TemplateError {
    #[error("template {template:?}: {problem}")]
    Invalid { template: String, problem: String, at: Position },
    #[error(
        "{input:?} is no length of a stage: {reason}; write one such as 6 weeks, PT4H or 15 working days"
    )]
    Length { input: String, reason: String },
}

codes! { TemplateError {
    TemplateError::Invalid { .. } => "release.invalid_template",
    TemplateError::Length { .. } => "release.invalid_length",
} }

impl Coded for TemplateError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        match self {
            Self::Invalid { at, .. } if at.line > 0 => {
                Place { line: Some(at.line), column: Some(at.column), ..Place::default() }
            }
            _ => Place::default(),
        }
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::Invalid { template, problem, .. } => {
                BTreeMap::from([("template", json!(template)), ("problem", json!(problem))])
            }
            Self::Length { input, .. } => BTreeMap::from([("input", json!(input))]),
        }
    }
}
