//! What can be wrong with a ledger.

use crate::error::{Coded, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why a ledger cannot be read or written.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum LedgerError {
    #[error("a hash is 64 lowercase hexadecimal digits, not {input:?}")]
    NotAHash { input: String },
}

codes! { LedgerError {
    LedgerError::NotAHash { .. } => "ledger.not_a_hash",
} }

impl Coded for LedgerError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::NotAHash { input } => BTreeMap::from([("input", json!(input))]),
        }
    }
}
