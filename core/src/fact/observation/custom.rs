//! Whatever else was observed.

use crate::document::{Extra, Node, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// Whatever else was observed, for criteria of one's own.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct CustomObservation {
    /// What it is called.
    pub name: String,
    /// What was observed: any JSON.
    #[schemars(with = "serde_json::Value")]
    pub value: Node,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(CustomObservation keeping extra { name, value });

impl CustomObservation {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>, value: Node) -> Self {
        Self { name: name.into(), value, extra: Extra::default() }
    }
}
