//! What can be wrong with the wish for a report.

use crate::error::{Coded, Place, codes};
use std::collections::BTreeMap;

/// Why there is no report.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ReportError {
    #[error("unknown report format {input:?}; expected one of {known}")]
    UnknownFormat { input: String, known: String },
    #[error("unknown changelog style {input:?}; expected one of {known}")]
    UnknownStyle { input: String, known: String },
    #[cfg_attr(not(feature = "report"), allow(dead_code))]
    #[error("the template cannot be filled in: {reason}")]
    Template { line: Option<usize>, reason: String },
}

codes! { ReportError {
    ReportError::UnknownFormat { .. } => "report.unknown_format",
    ReportError::UnknownStyle { .. } => "report.unknown_style",
    ReportError::Template { .. } => "report.template",
} }

impl Coded for ReportError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        match self {
            Self::Template { line, .. } => {
                Place { line: line.and_then(|line| line.try_into().ok()), ..Place::default() }
            }
            Self::UnknownFormat { .. } | Self::UnknownStyle { .. } => Place::default(),
        }
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        match self {
            Self::UnknownFormat { input, known } | Self::UnknownStyle { input, known } => {
                let known: Vec<&str> = known.split(", ").collect();
                BTreeMap::from([("input", input.as_str().into()), ("known", known.into())])
            }
            Self::Template { .. } => BTreeMap::new(),
        }
    }
}
