//! The one place where an error of the core becomes an exception of Python.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;

/// What every function of this crate returns: `?` on a core result raises.
pub(crate) type Result<T> = std::result::Result<T, Failure>;

/// An error of the core on its way to Python.
pub(crate) struct Failure(greenboard::Error);

impl From<greenboard::Error> for Failure {
    fn from(error: greenboard::Error) -> Self {
        Self(error)
    }
}

impl From<Failure> for PyErr {
    fn from(Failure(error): Failure) -> Self {
        Python::attach(|py| exception(py, &error).unwrap_or_else(|broken| broken))
    }
}

/// The exceptions are declared in Python (`greenboard/_errors.py`), which also chooses the class by the code's family.
fn exception(py: Python<'_>, error: &greenboard::Error) -> PyResult<PyErr> {
    static FROM_CORE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let from_core = FROM_CORE.import(py, "greenboard._errors", "from_core")?;
    let fields = serde_json::to_string(error).unwrap_or_else(|_| "{}".to_owned());
    Ok(PyErr::from_value(from_core.call1((error.to_string(), fields))?))
}
