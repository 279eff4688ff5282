//! What can be wrong with a release.

use crate::error::{Coded, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why a release cannot be read or run.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ReleaseError {
    #[error("there is no template {input:?}; greenboard's own are train, quarterly, hotfix and continuous")]
    UnknownTemplate { input: String },
}

codes! { ReleaseError {
    ReleaseError::UnknownTemplate { .. } => "release.unknown_template",
} }

impl Coded for ReleaseError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::UnknownTemplate { input } => BTreeMap::from([("input", json!(input))]),
        }
    }
}
