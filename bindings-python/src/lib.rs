//! Python face of greenboard: parse, call, return. What it means is decided in the core.

mod catalogue;
mod document;
mod error;
mod version;

use pyo3::prelude::*;

#[pymodule]
mod _native {
    #[pymodule_export]
    use super::catalogue::{catalogue, error_codes, schemas};
    #[pymodule_export]
    use super::document::{canonical_json, digest, digest_text};
    #[pymodule_export]
    use super::version::{Requirement, Version};
}
