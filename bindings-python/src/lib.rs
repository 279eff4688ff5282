//! Python face of greenboard: parse, call, return. What it means is decided in the core.

mod arrow;
mod bulk;
mod catalogue;
mod document;
mod error;
mod plan;
mod source;
mod version;

use pyo3::prelude::*;

#[pymodule]
mod _native {
    #[pymodule_export]
    use super::arrow::Rows;
    #[pymodule_export]
    use super::bulk::{Matrix, filter_versions, match_matrix, max_satisfying, min_satisfying, sort_versions};
    #[pymodule_export]
    use super::catalogue::{catalogue, error_codes, schemas};
    #[pymodule_export]
    use super::document::{canonical_json, digest, digest_text};
    #[pymodule_export]
    use super::plan::{changelog, plan, plan_table, render, why, why_text};
    #[pymodule_export]
    use super::source::Repository;
    #[pymodule_export]
    use super::version::{Requirement, Version};
}
