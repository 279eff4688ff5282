//! Work off the main thread.

use crate::error::raise;
use napi::bindgen_prelude::*;

type Work<T> = Box<dyn FnOnce() -> greenboard::Result<T> + Send>;

/// A call on a thread of Node's pool; of most, what comes back is a document's text.
pub struct Background<T = String>(Option<Work<T>>);

/// Puts the work on a thread of Node's pool, for a promise.
pub(crate) fn background<T>(
    work: impl FnOnce() -> greenboard::Result<T> + Send + 'static,
) -> AsyncTask<Background<T>>
where
    T: Send + ToNapiValue + TypeName + 'static,
{
    AsyncTask::new(Background(Some(Box::new(work))))
}

impl<T: Send + ToNapiValue + TypeName + 'static> Task for Background<T> {
    type Output = T;
    type JsValue = T;

    fn compute(&mut self) -> Result<T> {
        // Node computes a task once.
        self.0.take().map_or_else(|| Err(Error::from_status(Status::Cancelled)), |work| work().map_err(raise))
    }

    fn resolve(&mut self, _env: Env, output: T) -> Result<T> {
        Ok(output)
    }
}
