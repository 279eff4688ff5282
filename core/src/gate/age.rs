//! How long something may take, or how old it may be.

use crate::document::{DocumentError, Node, Read, Value};
use jiff::{SignedDuration, Span, SpanRelativeTo, Timestamp};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::fmt;

/// How long something may take, or how old it may be: `90 days`, `2h 30m`, `P14D`. A day has 24 hours here.
///
/// ```
/// use greenboard::gate::Age;
/// assert_eq!(Age::parse("90 days")?.to_string(), "PT2160H");
/// assert_eq!(Age::parse("1 month").unwrap_err().code(), "document.invalid_value");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Age(SignedDuration);

impl Age {
    /// Reads ISO 8601 or plain text.
    ///
    /// # Errors
    /// `document.invalid_value` for anything else, for years and months, which have no length of their own, and for less than
    /// nothing.
    pub fn parse(text: &str) -> crate::Result<Self> {
        Self::read(&Node::new(Value::Text(text.to_owned())))
    }

    fn of(text: &str) -> Option<Self> {
        let span: Span = if text.len() > 100 { None } else { text.parse().ok() }?;
        if span.get_years() != 0 || span.get_months() != 0 {
            return None;
        }
        let length = span.to_duration(SpanRelativeTo::days_are_24_hours()).ok()?;
        (!length.is_negative()).then_some(Self(length))
    }

    /// Its length.
    pub(crate) const fn length(self) -> SignedDuration {
        self.0
    }

    /// The instant so much after this one; the end of time, where that is beyond it.
    pub(crate) fn after(self, start: Timestamp) -> Timestamp {
        start.checked_add(self.0).unwrap_or(Timestamp::MAX)
    }
}

/// A length of time for people: `1d 12h`, the largest unit first and no more than two.
pub(crate) fn in_words(length: SignedDuration) -> String {
    let seconds = length.as_secs().unsigned_abs();
    let parts = [
        (seconds / 86_400, "d"),
        (seconds / 3600 % 24, "h"),
        (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
    ];
    let told = parts.iter().skip_while(|(number, _)| *number == 0).take(2).filter(|(number, _)| *number > 0);
    let told: Vec<String> = told.map(|(number, unit)| format!("{number}{unit}")).collect();
    if told.is_empty() { "0s".to_owned() } else { told.join(" ") }
}

impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Age {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Read for Age {
    fn read(node: &Node) -> crate::Result<Self> {
        let text = node.text()?;
        Self::of(text).ok_or_else(|| {
            let expected = "days and less, such as 90 days, 2h 30m or P14D";
            let input = text.chars().take(60).collect();
            DocumentError::InvalidValue { what: "duration", input, expected }.at(node.at)
        })
    }
}

impl JsonSchema for Age {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Age".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}
