//! What can be wrong with what a risk is assessed from.

use crate::error::{Coded, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why a risk cannot be assessed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum RiskError {
    #[error("{what} is {value}, which is out of its scale; expected {expected}")]
    OutOfScale { what: String, value: String, expected: String },
}

impl RiskError {
    pub(crate) fn out_of_scale(
        what: impl Into<String>,
        value: impl ToString,
        expected: impl Into<String>,
    ) -> crate::Error {
        Self::OutOfScale { what: what.into(), value: value.to_string(), expected: expected.into() }.into()
    }
}

codes! { RiskError {
    RiskError::OutOfScale { .. } => "release.out_of_scale",
} }

impl Coded for RiskError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        let Self::OutOfScale { what, value, expected } = self;
        BTreeMap::from([("what", json!(what)), ("value", json!(value)), ("expected", json!(expected))])
    }
}
