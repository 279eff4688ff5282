//! Edits: what a plan changes in files. Documents cross as one text each way.

use crate::document::Given;
use crate::error::Result;
use greenboard::plan::{Edits, Plan, diff as difference, edits as make};
use pyo3::prelude::*;
use std::collections::BTreeMap;

/// What a plan changes in these texts by path, as JSON.
#[pyfunction]
pub(crate) fn edits(
    py: Python<'_>,
    plan: Given,
    files: BTreeMap<String, String>,
    options: Given,
) -> Result<String> {
    Ok(py.detach(|| {
        let plan: Plan = plan.read("plan")?;
        make(&plan, &files, &options.read("options")?)?.to_json()
    })?)
}

/// These texts by path, edited.
#[pyfunction]
pub(crate) fn applied(
    py: Python<'_>,
    edits: Given,
    files: BTreeMap<String, String>,
) -> Result<BTreeMap<String, String>> {
    Ok(py.detach(|| edits.read::<Edits>("edits")?.applied(&files))?)
}

/// The unified diff of two texts.
#[pyfunction]
pub(crate) fn diff(py: Python<'_>, old: &str, new: &str) -> String {
    py.detach(|| difference(old, new))
}
