//! A length of time in a document.

use super::error::DocumentError;
use super::read::Read;
use super::tree::{Node, shorten};
use crate::Result;
use jiff::{SignedDuration, Span, SpanRelativeTo};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::fmt;

/// A length of time that has passed or is to pass: `P2DT12H` in ISO 8601, or `2d 12h` as people write it. A day is 24 hours and
/// a week seven days; months and years, whose lengths differ, are refused.
///
/// ```
/// use greenboard::document::Duration;
/// let duration = Duration::parse("36h")?;
/// assert_eq!((duration, duration.to_string().as_str()), (Duration::parse("P1DT12H")?, "1d 12h"));
/// assert_eq!(Duration::parse("2 months").unwrap_err().code(), "document.invalid_value");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Duration(SignedDuration);

impl Duration {
    /// Reads a length of time; it may be nothing, and not less.
    ///
    /// # Errors
    /// `document.invalid_value`.
    pub fn parse(text: &str) -> Result<Self> {
        Self::read(&Node::new(super::tree::Value::Text(text.to_owned())))
    }

    /// In hours, minutes and so on, however long it is.
    pub const fn of(duration: SignedDuration) -> Self {
        Self(duration)
    }

    /// As something to count with.
    pub const fn signed(self) -> SignedDuration {
        self.0
    }
}

impl Read for Duration {
    fn read(node: &Node) -> Result<Self> {
        let text = node.text()?;
        let days = SpanRelativeTo::days_are_24_hours();
        let read = text.trim().parse::<Span>().ok().and_then(|span| span.to_duration(days).ok());
        match read.filter(|duration| !duration.is_negative()) {
            Some(duration) => Ok(Self(duration)),
            None => {
                let expected = "a length of time such as 36h, 7d or P1DT12H";
                Err(DocumentError::InvalidValue { what: "length of time", input: shorten(text), expected }
                    .at(node.at))
            }
        }
    }
}

/// In days, hours, minutes and seconds, the largest first.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs().unsigned_abs();
        let parts = [
            (seconds / 86_400, "d"),
            (seconds / 3600 % 24, "h"),
            (seconds / 60 % 60, "min"),
            (seconds % 60, "s"),
        ];
        let mut written = false;
        for (number, unit) in parts {
            if number > 0 {
                write!(f, "{}{number}{unit}", if written { " " } else { "" })?;
                written = true;
            }
        }
        if written { Ok(()) } else { f.write_str("0s") }
    }
}

/// In ISO 8601, in hours and smaller units.
impl Serialize for Duration {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_string())
    }
}

impl JsonSchema for Duration {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Duration".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}
