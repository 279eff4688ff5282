//! Python face of greenboard.
use pyo3::prelude::*;

#[pymodule]
mod _native {}
