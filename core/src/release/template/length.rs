//! How long a stage takes: by the wall, or in working days.

use super::error::TemplateError;
use crate::Result;
use crate::calendar::Length;
use crate::document::{Node, Read};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// How long a stage takes: as the calendar counts, or in working days.
///
/// ```
/// use greenboard::release::StageLength;
/// assert_eq!(StageLength::parse("6 weeks")?.to_string(), "P42D");
/// assert_eq!(StageLength::parse("15 working days")?, StageLength::Working(15));
/// assert_eq!(StageLength::parse("1 working day")?.to_string(), "1 working day");
/// assert!(StageLength::parse("some days").is_err());
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageLength {
    /// So long, weekends and holidays included.
    Calendar(Length),
    /// So many days on which people work.
    Working(u32),
}

/// The most working days that a stage may take: forty years of them.
const MOST_DAYS: u32 = 10_000;

impl StageLength {
    /// Reads ISO 8601 (`P42D`, `PT4H`), plain text (`6 weeks`, `4h`) or `15 working days`.
    ///
    /// # Errors
    /// `release.invalid_length`.
    pub fn parse(text: &str) -> Result<Self> {
        let invalid = |reason: String| -> crate::Error {
            TemplateError::Length { input: text.chars().take(60).collect(), reason }.into()
        };
        let days = text.strip_suffix("working days").or_else(|| text.strip_suffix("working day"));
        let Some(days) = days else {
            return Length::parse(text)
                .map(Self::Calendar)
                .map_err(|_| invalid("it is neither a duration nor a number of working days".to_owned()));
        };
        match days.trim().parse::<u32>() {
            Ok(days) if days <= MOST_DAYS => Ok(Self::Working(days)),
            Ok(_) => Err(invalid(format!("at most {MOST_DAYS} working days are counted"))),
            Err(_) => Err(invalid("the number of working days is none".to_owned())),
        }
    }

    /// So many days, weekends and holidays included.
    pub fn of_days(days: i32) -> Self {
        Self::Calendar(Length::of_days(days.max(0)))
    }
}

impl fmt::Display for StageLength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Calendar(length) => length.fmt(f),
            Self::Working(1) => f.write_str("1 working day"),
            Self::Working(days) => write!(f, "{days} working days"),
        }
    }
}

impl Read for StageLength {
    fn read(node: &Node) -> Result<Self> {
        node.parsed(Self::parse)
    }
}

impl Serialize for StageLength {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for StageLength {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "StageLength".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}
