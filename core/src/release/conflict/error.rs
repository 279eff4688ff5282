//! What can be wrong with a claim.

use crate::error::{Coded, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why claims cannot be compared.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ConflictError {
    #[error("the claim of {release:?} ends at {ends_at}, before it starts at {starts_at}; let it end later")]
    InvalidClaim { release: String, starts_at: String, ends_at: String },
}

codes! { ConflictError {
    ConflictError::InvalidClaim { .. } => "release.invalid_claim",
} }

impl Coded for ConflictError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        let Self::InvalidClaim { release, starts_at, ends_at } = self;
        BTreeMap::from([
            ("release", json!(release)),
            ("starts_at", json!(starts_at)),
            ("ends_at", json!(ends_at)),
        ])
    }
}
