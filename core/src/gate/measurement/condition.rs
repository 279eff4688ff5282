//! Whether a measurement went well, by its conditions.

use super::types::{MeasuredMetric, MeasurementPhase};
use crate::Result;
use crate::gate::cel::{Context, Library, Program};
use serde_json::Value;

/// The conditions of a measurement, compiled.
///
/// They are CEL over `result`, with the functions that Argo Rollouts has besides: `asInt`, `asFloat`, `isNaN`, `isInf`, `isNil`,
/// `default`, `len`, and the word `nil`. Argo's own language differs: what it writes `all(result, {# > 1})` is
/// `result.all(r, r > 1)` here.
///
/// ```
/// use greenboard::gate::measurement::{Conditions, MeasurementPhase};
/// use serde_json::json;
///
/// let conditions = Conditions::compile(Some("result[0] >= 0.95"), Some("result[0] < 0.9"))?;
/// assert_eq!(conditions.phase(&json!([0.97]))?, MeasurementPhase::Successful);
/// assert_eq!(conditions.phase(&json!([0.92]))?, MeasurementPhase::Inconclusive);
/// assert_eq!(conditions.phase(&json!([0.1]))?, MeasurementPhase::Failed);
/// assert!(conditions.phase(&json!([])).is_err());
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug)]
pub struct Conditions {
    success: Option<Program>,
    failure: Option<Program>,
}

impl Conditions {
    /// Compiles them; one that is empty is as good as none.
    ///
    /// # Errors
    /// As [`Program::compile`], with the place in the condition.
    pub fn compile(success: Option<&str>, failure: Option<&str>) -> Result<Self> {
        let compile = |source: Option<&str>| {
            let stated = source.filter(|source| !source.is_empty());
            stated.map(|source| Program::compile_with(source, &["result"], Library::Measurement)).transpose()
        };
        Ok(Self { success: compile(success)?, failure: compile(failure)? })
    }

    /// Those of a metric.
    ///
    /// # Errors
    /// As [`compile`](Self::compile).
    pub fn of(metric: &MeasuredMetric) -> Result<Self> {
        Self::compile(metric.success_condition.as_deref(), metric.failure_condition.as_deref())
    }

    /// How a measurement with this value went. Of one condition the other is the opposite; without any it went well.
    ///
    /// # Errors
    /// Where a condition has no value, or is neither true nor false; the measurement is then [`MeasurementPhase::Error`].
    pub fn phase(&self, value: &Value) -> Result<MeasurementPhase> {
        let context = Context::new().with("result", value);
        let test =
            |program: &Option<Program>| program.as_ref().map(|program| program.test(&context)).transpose();
        Ok(phase_of(test(&self.success)?, test(&self.failure)?))
    }
}

/// How a measurement went, by which of its conditions hold; none where there is no such condition.
pub(crate) fn phase_of(success: Option<bool>, failure: Option<bool>) -> MeasurementPhase {
    match (success, failure) {
        (_, Some(true)) | (Some(false), None) => MeasurementPhase::Failed,
        (Some(false), Some(false)) => MeasurementPhase::Inconclusive,
        (Some(true), _) | (None, _) => MeasurementPhase::Successful,
    }
}

/// How a measurement with this value went, by conditions that are used once; see [`Conditions`].
///
/// ```
/// use greenboard::gate::measurement::{self, MeasurementPhase};
/// let phase = measurement::evaluate_result(&serde_json::json!("1.5"), Some("asFloat(result) < 2.0"), None)?;
/// assert_eq!(phase, MeasurementPhase::Successful);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`Conditions::compile`] and [`Conditions::phase`].
pub fn evaluate_result(
    value: &Value,
    success: Option<&str>,
    failure: Option<&str>,
) -> Result<MeasurementPhase> {
    Conditions::compile(success, failure)?.phase(value)
}

/// The value of a measurement, from its JSON text.
///
/// ```
/// let value = greenboard::gate::measurement::value(b"[0.97]")?;
/// assert_eq!(value[0], 0.97);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// Those of [`document::read`](crate::document::read).
pub fn value(json: &[u8]) -> Result<Value> {
    let node = crate::document::read(json, crate::document::Format::Json)?;
    Ok(serde_json::to_value(&node).unwrap_or_default())
}
