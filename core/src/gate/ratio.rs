//! Parts of a whole.

use crate::Result;
use crate::document::{DocumentError, Node, Read, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use std::fmt;

/// A part of a whole, from 0 to 1: 80 % is 0.8.
///
/// ```
/// use greenboard::gate::Ratio;
/// assert_eq!(Ratio::new(0.8)?.to_string(), "80 %");
/// assert_eq!(Ratio::new(80.0).unwrap_err().to_string(), "80 is out of range; expected a ratio from 0 to 1, such as 0.8 for 80 %");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Ratio(f64);

impl Ratio {
    /// All of it.
    pub const ALL: Self = Self(1.0);

    /// A tenth of it.
    pub(crate) const TENTH: Self = Self(0.1);

    /// Of this number.
    ///
    /// # Errors
    /// `document.out_of_range` where it is not from 0 to 1.
    pub fn new(number: f64) -> Result<Self> {
        Self::read(&Node::new(Value::Float(number)))
    }

    /// The number, from 0 to 1.
    pub fn get(self) -> f64 {
        self.0
    }

    /// So many of so many; none of none.
    pub(crate) fn of(part: u64, whole: u64) -> Option<Self> {
        (whole > 0).then(|| Self((part as f64 / whole as f64).min(1.0)))
    }
}

impl Read for Ratio {
    fn read(node: &Node) -> Result<Self> {
        let number = f64::read(node)?;
        if (0.0..=1.0).contains(&number) {
            return Ok(Self(number));
        }
        let expected = "a ratio from 0 to 1, such as 0.8 for 80 %".to_owned();
        Err(DocumentError::OutOfRange { number: number.to_string(), expected }.at(node.at))
    }
}

impl fmt::Display for Ratio {
    /// In percent, to two decimals, never rounded up: what is not quite enough does not look as if it were.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The addition undoes what multiplying may take off: 0.29 × 10,000 is 2,899.9999….
        let hundredths = (self.0 * 10_000.0 + 1e-6).floor();
        write!(f, "{} %", hundredths / 100.0)
    }
}

impl JsonSchema for Ratio {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Ratio".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0, "maximum": 1 })
    }
}
