//! A board that is kept up, as a handle: of many components it would be a long text.

use crate::error::Result;
use crate::fact::Facts;
use crate::gate::{Asked, GateSet, options};
use crate::plan::instant;
use arrow_array::RecordBatchIterator;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use greenboard::document::{emit, to_json};
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
        let board = py.detach(|| {
            core::LiveBoard::new(gates.0.clone(), asked.scope(), &facts.held(), instant(at)?)
        })?;
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

    /// The whole of it, as JSON.
    fn to_json(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| self.held().board().to_json())?)
    }

    /// All but its rows, as JSON.
    fn head(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| {
            let held = self.held();
            let board = held.board();
            let mut head = core::Board { rows: Vec::new(), ..empty(board) };
            head.verdict = board.verdict;
            emit(&head)
        })?)
    }

    /// How many components it has.
    fn __len__(&self, py: Python<'_>) -> usize {
        py.detach(|| self.held().board().rows.len())
    }
}
