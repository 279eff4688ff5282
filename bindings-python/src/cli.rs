//! The command line.

use greenboard::cli::{Console, run};
use pyo3::prelude::*;

/// Runs the program with these arguments on the process's own streams, and gives its exit status.
#[pyfunction]
pub(crate) fn main(py: Python<'_>, arguments: Vec<String>) -> u8 {
    py.detach(|| Console::with_process(|console| run(arguments, console)))
}
