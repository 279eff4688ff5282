//! The one place where an error of the core becomes an error of JavaScript.

use napi::bindgen_prelude::*;

/// The core's error as JSON in the message of a plain `Error`; `lib/errors.js` makes a `GreenboardError` of it.
///
/// The class is declared in JavaScript, and an error made on a worker thread cannot reach JavaScript's classes.
pub(crate) fn raise(error: greenboard::Error) -> Error {
    let fields = serde_json::json!({ "text": error.to_string(), "fields": error });
    Error::new(Status::GenericFailure, format!("greenboard:{fields}"))
}
