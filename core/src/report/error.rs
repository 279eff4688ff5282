//! What can be wrong with the wish for a report.

use crate::error::{Coded, codes};
use std::collections::BTreeMap;

/// Why there is no report.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ReportError {
    #[error("unknown report format {input:?}; expected one of {known}")]
    UnknownFormat { input: String, known: String },
}

codes! { ReportError {
    ReportError::UnknownFormat { .. } => "report.unknown_format",
} }

impl Coded for ReportError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        let Self::UnknownFormat { input, .. } = self;
        BTreeMap::from([("input", input.as_str().into())])
    }
}
