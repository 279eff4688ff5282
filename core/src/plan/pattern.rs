//! Regular expressions in policies: bounded when they are read, linear in the text when they are used.

use super::error::PlanError;
use crate::document::{Node, Read};
use regex::{Regex, RegexBuilder};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A regular expression, found anywhere in a text unless it is anchored by `^` or `$`. It has no look-around and no
/// back-references, so that the time to search a text is linear in its length.
///
/// ```
/// use greenboard::plan::Pattern;
///
/// let pattern = Pattern::new("^(abc|bbb)")?;
/// assert!(pattern.is_match("bbb: make coffee") && !pattern.is_match("abb"));
/// assert_eq!(Pattern::new("(a").unwrap_err().code(), "plan.invalid_pattern");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Pattern(Regex);

impl Pattern {
    /// The longest pattern that is read, in bytes.
    pub const MAX_LENGTH: usize = 1000;
    /// The most memory that a compiled pattern may take, in bytes; counted repetitions are what costs.
    const MAX_SIZE: usize = 1 << 20;

    /// Reads a pattern.
    ///
    /// # Errors
    /// `plan.invalid_pattern` where it is no regular expression, or too large a one.
    pub fn new(text: &str) -> crate::Result<Self> {
        let invalid = |reason: String| PlanError::InvalidPattern { input: shown(text), reason };
        if text.len() > Self::MAX_LENGTH {
            let reason = format!("it has {} bytes; at most {} are read", text.len(), Self::MAX_LENGTH);
            return Err(invalid(reason).into());
        }
        let built = RegexBuilder::new(text).size_limit(Self::MAX_SIZE).nest_limit(50).build();
        Ok(Self(built.map_err(|error| invalid(reason(&error)))?))
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether it is found in the text.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text)
    }
}

/// The last line of the engine's message, which says what is wrong; those before it draw the place.
fn reason(error: &regex::Error) -> String {
    let text = match error {
        regex::Error::CompiledTooBig(_) => {
            "compiled, it is too large; use smaller counted repetitions".to_owned()
        }
        other => other.to_string(),
    };
    let last = text.lines().last().unwrap_or_default();
    last.strip_prefix("error: ").unwrap_or(last).to_owned()
}

/// As much of the text as a message should show.
fn shown(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Read for Pattern {
    fn read(node: &Node) -> crate::Result<Self> {
        node.parsed(Self::new)
    }
}

impl JsonSchema for Pattern {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Pattern".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string", "description": "A regular expression, without look-around." })
    }
}
