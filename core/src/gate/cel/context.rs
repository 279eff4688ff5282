//! The values that an expression is evaluated with.

use super::value::Value;
use jiff::Timestamp;
use serde_json::Value as Json;

/// The values of an expression's variables, borrowed: nothing is copied before an expression asks for it.
///
/// ```
/// use greenboard::gate::cel::Context;
/// use serde_json::json;
///
/// let release = json!({ "train": "2026.11" });
/// let context = Context::new().with("release", &release).with_instant("now", "2026-11-02T09:00:00Z".parse().unwrap());
/// # let _ = context;
/// ```
#[derive(Debug, Clone)]
pub struct Context<'v> {
    values: Vec<(&'v str, Given<'v>)>,
    pub(super) budget: u64,
}

#[derive(Debug, Clone, Copy)]
enum Given<'v> {
    Json(&'v Json),
    Instant(Timestamp),
}

/// So many steps an evaluation may take, unless said otherwise: a tenth of a second or so.
const BUDGET: u64 = 1_000_000;

impl Default for Context<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl<'v> Context<'v> {
    /// Without any value, and with a budget of a million steps.
    pub fn new() -> Self {
        Self { values: Vec::new(), budget: BUDGET }
    }

    /// With the value of one more variable. Whole numbers are `int` (beyond its range `uint`), other numbers `double`.
    #[must_use]
    pub fn with(mut self, name: &'v str, value: &'v Json) -> Self {
        self.values.push((name, Given::Json(value)));
        self
    }

    /// With an instant as the value of one more variable, a `timestamp`.
    #[must_use]
    pub fn with_instant(mut self, name: &'v str, at: Timestamp) -> Self {
        self.values.push((name, Given::Instant(at)));
        self
    }

    /// With another budget, in steps: about one for every part of the expression and every turn of a loop, and for every 16
    /// bytes of text that is compared, searched or joined.
    #[must_use]
    pub fn with_budget(mut self, steps: u64) -> Self {
        self.budget = steps;
        self
    }

    /// The value given last under a name.
    pub(super) fn value(&self, name: &str) -> Option<Value<'v>> {
        let (_, given) = self.values.iter().rev().find(|(known, _)| *known == name)?;
        Some(match given {
            Given::Json(json) => Value::of(json),
            Given::Instant(at) => Value::Instant(*at),
        })
    }
}
