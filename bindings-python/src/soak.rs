//! Whether something has been long enough where it was before.

use crate::document::Given;
use crate::error::Result;
use greenboard::gate::soak::{self, Freight, FreightRequest};
use pyo3::prelude::*;

/// Whether a stage may take something.
#[pyfunction]
pub(crate) fn soak_is_available(
    py: Python<'_>,
    stage: &str,
    requests: Given,
    freight: Given,
) -> Result<bool> {
    Ok(py.detach(|| {
        let requests: Vec<FreightRequest> = requests.read("requests")?;
        let freight: Freight = freight.read("freight")?;
        Ok::<_, greenboard::Error>(soak::is_available(stage, &requests, &freight))
    })?)
}
