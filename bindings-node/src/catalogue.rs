//! The core described as data.

use crate::error::raise;
use greenboard::document::to_json;
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// Every registry with its kinds, as JSON.
#[napi]
pub fn catalogue() -> Result<String> {
    to_json(&greenboard::catalogue::catalogue()).map_err(raise)
}

/// Every code that an error can carry, sorted.
#[napi]
pub fn error_codes() -> Vec<&'static str> {
    greenboard::catalogue::error_codes()
}

/// The JSON Schema of every document, by name, as JSON.
#[napi]
pub fn schemas() -> Result<String> {
    to_json(&greenboard::catalogue::schemas()).map_err(raise)
}
