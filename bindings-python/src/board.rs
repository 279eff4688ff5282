//! A board that is kept up, as a handle: of many components it would be a long text.

use crate::document::Given;
use crate::error::Result;
use crate::fact::Facts;
use crate::gate::{Asked, GateSet, options};
use crate::plan::instant;
use arrow_array::RecordBatchIterator;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use greenboard::document::to_json;
use greenboard::gate as core;
use greenboard::report;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

/// A board that is kept up as facts come in and time passes.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct LiveBoard(RwLock<core::LiveBoard>);

impl LiveBoard {
    fn held(&self) -> RwLockReadGuard<'_, core::LiveBoard> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl LiveBoard {
    /// The board of these gates on these facts at an instant.
    #[staticmethod]
    fn of(
        py: Python<'_>,
        gates: &Bound<'_, GateSet>,
        facts: &Bound<'_, Facts>,
        asked: Asked,
        at: &str,
    ) -> Result<Self> {
        let (gates, facts) = (gates.get(), facts.get());
        let board =
            py.detach(|| core::LiveBoard::new(gates.0.clone(), asked.scope(), &facts.held(), instant(at)?))?;
        Ok(Self(RwLock::new(board)))
    }

    /// Takes in what is known by now, and gives the verdicts that are otherwise since, as JSON.
    fn update(&self, py: Python<'_>, facts: &Bound<'_, Facts>, at: &str) -> Result<String> {
        let facts = facts.get();
        Ok(py.detach(|| {
            let mut board = self.0.write().unwrap_or_else(PoisonError::into_inner);
            to_json(&board.update(&facts.held(), instant(at)?)?)
        })?)
    }

    /// The worst of all verdicts.
    fn verdict(&self, py: Python<'_>) -> &'static str {
        py.detach(|| self.held().board().verdict.name())
    }

    /// How many components come to which verdict, as JSON.
    fn verdicts(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| to_json(&self.held().board().verdicts))?)
    }

    /// The instant that it is of.
    fn at(&self, py: Python<'_>) -> String {
        py.detach(|| self.held().board().at.to_string())
    }

    /// The row of a component, as JSON.
    fn row(&self, py: Python<'_>, component: &str) -> Result<Option<String>> {
        Ok(py.detach(|| self.held().row(component).map(to_json).transpose())?)
    }

    /// Who has to act on what, as JSON.
    fn by_owner(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| to_json(&self.held().board().by_owner()))?)
    }

    /// What is otherwise since another board, as JSON.
    fn since(&self, py: Python<'_>, other: &Bound<'_, LiveBoard>) -> Result<String> {
        let other = other.get();
        Ok(py.detach(|| {
            // One lock at a time: the two may be the same board, or be compared the other way round meanwhile.
            let other = other.held().board().clone();
            core::diff_boards(&other, self.held().board()).to_json()
        })?)
    }

    /// What is otherwise since a board that was kept as a document, as JSON.
    fn since_document(&self, py: Python<'_>, other: Given) -> Result<String> {
        Ok(py.detach(|| core::diff_boards(&other.read("other")?, self.held().board()).to_json())?)
    }

    /// The whole of it, as JSON.
    fn to_json(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| self.held().board().to_json())?)
    }

    /// The whole of it for people.
    fn render(&self, py: Python<'_>, format: &str, limit: Option<usize>) -> Result<String> {
        Ok(py.detach(|| {
            let format = format.parse()?;
            Ok::<_, greenboard::Error>(report::review(self.held().board(), format, &options(limit)))
        })?)
    }

    /// A table of text.
    fn text(&self, py: Python<'_>) -> String {
        py.detach(|| self.held().board().to_string())
    }

    /// A row a finding, as a stream of one Arrow table.
    fn arrow<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let stream = py.detach(|| {
            let table = report::columns(self.held().board());
            let schema = table.schema();
            FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new([Ok(table)], schema)))
        });
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    /// How many components it has.
    fn __len__(&self, py: Python<'_>) -> usize {
        py.detach(|| self.held().board().rows.len())
    }
}
