//! One row of a case file, as an adapter sees it, and what the adapter makes of it.

use serde_json::{Value, json};
use std::path::Path;

/// One row of a case file.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The file without its rows: what its header says of all of them. Null where there is none.
    pub file: &'a Value,
    /// The group within the file, where the file has groups.
    pub group: Option<&'a str>,
    /// All rows of the suite, for rules that hold between rows.
    pub rows: &'a [Value],
    /// The row itself.
    pub row: &'a Value,
    /// Its place in `rows`, from 0.
    pub index: usize,
    /// The folder that the case file lies in, for rows that name other files.
    pub folder: &'a Path,
}

impl Case<'_> {
    /// Compares under the row's own `tolerance` (or `tol`: absolute), else as [`Outcome::equal`].
    pub fn equal(&self, expected: impl Into<Value>, got: impl Into<Value>) -> Outcome {
        let tolerance = ["tolerance", "tol"].iter().find_map(|key| self.row.get(key)?.as_f64());
        Outcome::within(tolerance, expected.into(), got.into())
    }
}

/// What an adapter returns: an outcome, or why it could not get to one.
pub type Judged = Result<Outcome, Trouble>;

/// What came of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// As expected.
    Pass,
    /// Not as expected.
    Fail {
        /// What the row says.
        expected: Value,
        /// What greenboard said.
        got: Value,
    },
    /// Not judged, and why.
    Unsupported(String),
}

impl Outcome {
    /// Passes where both are equal: text and integers exactly, other numbers to 1e-9 relative.
    pub fn equal(expected: impl Into<Value>, got: impl Into<Value>) -> Self {
        Self::within(None, expected.into(), got.into())
    }

    /// As [`equal`](Self::equal) with the result of a call, whose error is a failure.
    pub fn of(expected: impl Into<Value>, got: greenboard::Result<impl Into<Value>>) -> Self {
        match got {
            Ok(got) => Self::equal(expected, got),
            Err(error) => Self::fail(expected, describe(&error)),
        }
    }

    /// Passes where the call succeeded exactly if it should have: errors are judged on rejection, not on their text.
    pub fn accepted<T>(valid: bool, got: &greenboard::Result<T>) -> Self {
        match got {
            Ok(_) if !valid => Self::fail("rejected", "accepted"),
            Err(error) if valid => Self::fail("accepted", describe(error)),
            _ => Self::Pass,
        }
    }

    /// A failure.
    pub fn fail(expected: impl Into<Value>, got: impl Into<Value>) -> Self {
        Self::Fail { expected: expected.into(), got: got.into() }
    }

    /// Not judged, and why.
    pub fn unsupported(reason: impl Into<String>) -> Self {
        Self::Unsupported(reason.into())
    }

    /// The first that does not pass, else a pass: for rows with several expectations.
    pub fn all(outcomes: impl IntoIterator<Item = Self>) -> Self {
        outcomes.into_iter().find(|outcome| *outcome != Self::Pass).unwrap_or(Self::Pass)
    }

    fn within(tolerance: Option<f64>, expected: Value, got: Value) -> Self {
        if close(tolerance, &expected, &got) { Self::Pass } else { Self::Fail { expected, got } }
    }
}

/// The error as a value that says all a reader needs.
fn describe(error: &greenboard::Error) -> Value {
    json!({ "error": error.code(), "message": error.to_string() })
}

fn close(tolerance: Option<f64>, expected: &Value, got: &Value) -> bool {
    match (expected, got) {
        (Value::Number(a), Value::Number(b)) if a == b => true,
        (Value::Number(expected), Value::Number(got)) => {
            let (Some(a), Some(b)) = (expected.as_f64(), got.as_f64()) else { return false };
            match tolerance {
                Some(tolerance) => (a - b).abs() <= tolerance,
                None if expected.is_f64() => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()),
                // An integer may come back as a float, but only as that integer.
                None => got.is_f64() && a == b,
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| close(tolerance, a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| close(tolerance, a, b)))
        }
        (a, b) => a == b,
    }
}

/// Why an adapter came to no outcome; either way the row fails.
#[derive(Debug)]
pub enum Trouble {
    /// The row is not what the suite's format says.
    Row(String),
    /// A call failed that every row of the suite expects to succeed.
    Library(greenboard::Error),
}

impl Trouble {
    /// A row that is not what the suite's format says.
    pub fn row(message: impl Into<String>) -> Self {
        Self::Row(message.into())
    }

    pub(super) fn into_failure(self) -> Outcome {
        match self {
            Self::Row(message) => Outcome::fail("a row in the suite's format", message),
            Self::Library(error) => Outcome::fail("no error", describe(&error)),
        }
    }
}

impl From<greenboard::Error> for Trouble {
    fn from(error: greenboard::Error) -> Self {
        Self::Library(error)
    }
}

/// Typed reading of an object's fields, on a [`Case`] (its row) or on any value within.
pub trait Fields {
    /// The object read from.
    fn object(&self) -> &Value;

    /// The field, null where it is absent.
    fn field(&self, key: &str) -> &Value {
        self.object().get(key).unwrap_or(&Value::Null)
    }
    /// A text.
    fn text(&self, key: &str) -> Result<&str, Trouble> {
        self.field(key).as_str().ok_or_else(|| self.lacks(key, "a text"))
    }
    /// A text, or nothing where it is absent or null.
    fn optional_text(&self, key: &str) -> Result<Option<&str>, Trouble> {
        if self.field(key).is_null() { Ok(None) } else { self.text(key).map(Some) }
    }
    /// A truth value.
    fn flag(&self, key: &str) -> Result<bool, Trouble> {
        self.field(key).as_bool().ok_or_else(|| self.lacks(key, "true or false"))
    }
    /// A truth value, or nothing where it is absent or null.
    fn optional_flag(&self, key: &str) -> Result<Option<bool>, Trouble> {
        if self.field(key).is_null() { Ok(None) } else { self.flag(key).map(Some) }
    }
    /// An integer.
    fn integer(&self, key: &str) -> Result<i64, Trouble> {
        self.field(key).as_i64().ok_or_else(|| self.lacks(key, "an integer"))
    }
    /// A number.
    fn number(&self, key: &str) -> Result<f64, Trouble> {
        self.field(key).as_f64().ok_or_else(|| self.lacks(key, "a number"))
    }
    /// A list.
    fn list(&self, key: &str) -> Result<&[Value], Trouble> {
        self.field(key).as_array().map(Vec::as_slice).ok_or_else(|| self.lacks(key, "a list"))
    }
    /// A list of texts.
    fn texts(&self, key: &str) -> Result<Vec<&str>, Trouble> {
        self.list(key)?
            .iter()
            .map(|item| item.as_str().ok_or_else(|| self.lacks(key, "a list of texts")))
            .collect()
    }

    /// The trouble of a field that is not what it should be.
    fn lacks(&self, key: &str, expected: &str) -> Trouble {
        Trouble::row(format!("field {key:?} should be {expected}, is {}", self.field(key)))
    }
}

impl Fields for Value {
    fn object(&self) -> &Value {
        self
    }
}

impl Fields for Case<'_> {
    fn object(&self) -> &Value {
        self.row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_close_and_texts_are_exact() {
        assert_eq!(Outcome::equal(json!([0.1 + 0.2, "a"]), json!([0.3, "a"])), Outcome::Pass);
        assert_ne!(Outcome::equal(json!({"a": "x"}), json!({"a": "y"})), Outcome::Pass);
        assert_ne!(Outcome::equal(9_007_199_254_740_993_u64, 9_007_199_254_740_992_u64), Outcome::Pass);
        assert_eq!(Outcome::equal(1, 1.0), Outcome::Pass);
        assert_ne!(Outcome::equal(Value::Null, false), Outcome::Pass);
    }
}
