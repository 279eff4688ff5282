//! Whether a provider keeps a contract.

use crate::document::{Extra, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// Whether a version of a provider does what this version of a consumer asks.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ContractVerification {
    /// The provider.
    pub provider: String,
    /// Its version.
    pub provider_version: String,
    /// Whether it does.
    pub success: bool,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ContractVerification keeping extra { provider, provider_version, success });

impl ContractVerification {
    /// With nothing said beyond this.
    pub fn new(provider: impl Into<String>, provider_version: impl Into<String>, success: bool) -> Self {
        Self {
            provider: provider.into(),
            provider_version: provider_version.into(),
            success,
            extra: Extra::default(),
        }
    }
}
