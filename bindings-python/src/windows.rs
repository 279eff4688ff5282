//! Windows in which work may go out, or may not. Documents cross as one text each way.

use crate::document::Given;
use crate::error::Result;
use crate::plan::instant;
use greenboard::calendar::{Windows, icalendar};
use greenboard::document::{emit, to_json};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

/// What windows say at each of these instants, as JSON.
#[pyfunction]
pub(crate) fn windows_decide(
    py: Python<'_>,
    windows: Given,
    at: Vec<String>,
    manual: bool,
) -> Result<String> {
    Ok(py.detach(|| {
        let windows: Windows = windows.read("windows")?;
        let decide = |at: &String| Ok(windows.decide_for(instant(at)?, manual));
        to_json(&at.iter().map(decide).collect::<greenboard::Result<Vec<_>>>()?)
    })?)
}

/// When windows are, from one instant to another, as JSON.
#[pyfunction]
pub(crate) fn windows_occurrences(
    py: Python<'_>,
    windows: Given,
    start: &str,
    end: &str,
    limit: usize,
) -> Result<String> {
    Ok(py.detach(|| {
        let windows: Windows = windows.read("windows")?;
        to_json(&windows.occurrences(instant(start)?, instant(end)?, limit))
    })?)
}

/// The calendar of an iCalendar text, as JSON.
#[pyfunction]
pub(crate) fn windows_parse_icalendar(py: Python<'_>, text: PyBackedBytes, options: Given) -> Result<String> {
    Ok(py.detach(|| emit(&icalendar::parse(&text, &options.read("options")?)?))?)
}
