//! Whether something has been long enough where it was before.

use crate::document::Given;
use crate::error::raise;
use greenboard::gate::soak::{self, Freight, FreightRequest};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// Whether a stage may take something.
#[napi]
pub fn soak_is_available(stage: String, requests: Given, freight: Given) -> Result<bool> {
    let available = || {
        let requests: Vec<FreightRequest> = requests.read("requests")?;
        let freight: Freight = freight.read("freight")?;
        Ok::<_, greenboard::Error>(soak::is_available(&stage, &requests, &freight))
    };
    available().map_err(raise)
}
