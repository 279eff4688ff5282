//! The core described as data.

use crate::error::Result;
use greenboard::document::to_json;
use pyo3::prelude::*;

/// Every registry with its kinds, as JSON.
#[pyfunction]
pub(crate) fn catalogue() -> Result<String> {
    Ok(to_json(&greenboard::catalogue::catalogue())?)
}

/// Every code that an error can carry, sorted.
#[pyfunction]
pub(crate) fn error_codes() -> Vec<&'static str> {
    greenboard::catalogue::error_codes()
}

/// The JSON Schema of every document, by name, as JSON.
#[pyfunction]
pub(crate) fn schemas() -> Result<String> {
    Ok(to_json(&greenboard::catalogue::schemas())?)
}
