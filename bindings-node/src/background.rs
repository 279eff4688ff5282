//! Work off the main thread.

use crate::error::raise;
use napi::bindgen_prelude::*;

type Work = Box<dyn FnOnce() -> greenboard::Result<String> + Send>;

/// A call that gives a document's text, on a thread of Node's pool.
pub struct Background(Option<Work>);

/// Puts the work on a thread of Node's pool, for a promise.
pub(crate) fn background(
    work: impl FnOnce() -> greenboard::Result<String> + Send + 'static,
) -> AsyncTask<Background> {
    AsyncTask::new(Background(Some(Box::new(work))))
}

impl Task for Background {
    type Output = String;
    type JsValue = String;

    fn compute(&mut self) -> Result<String> {
        // Node computes a task once.
        self.0.take().map_or_else(|| Ok(String::new()), |work| work().map_err(raise))
    }

    fn resolve(&mut self, _env: Env, output: String) -> Result<String> {
        Ok(output)
    }
}
