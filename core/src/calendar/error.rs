//! What can be wrong with a calendar.

use crate::error::{Coded, Place, codes};
use std::collections::BTreeMap;

/// Why a calendar cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum CalendarError {
    #[error("unknown time zone {input:?}; {}", zone_hint(nearest))]
    UnknownZone { input: String, nearest: Option<String> },
    #[error(
        "{input:?} is no point in time; write a date (2026-12-24), a time in the window's zone (2026-12-24T18:00) or an instant (2026-12-24T18:00:00Z)"
    )]
    InvalidMoment { input: String },
    #[error("{input:?} is no duration: {reason}; write one such as PT8H, P2D or 2h 30m")]
    InvalidDuration { input: String, reason: String },
    #[error("the rule's {part:?} cannot be understood: {reason}")]
    InvalidRule { part: String, reason: String, column: u32 },
    #[error("{part} is beyond the rules that are supported: {instead}")]
    UnsupportedRule { part: String, instead: &'static str, column: u32 },
    #[error("rules count {count} times; at most {limit} are counted, give them an UNTIL instead")]
    RuleTooLarge { count: u32, limit: u32 },
    #[error("{input:?} is no {field} of a cron expression: {reason}")]
    InvalidCron { field: &'static str, input: String, reason: String, column: u32 },
    #[error("window {window:?}: {problem}")]
    InvalidWindow { window: String, problem: &'static str },
    #[error("not a valid iCalendar text: {reason}")]
    InvalidIcalendar { reason: String, line: u32 },
    #[error("{what} of this iCalendar text is not supported: {instead}")]
    UnsupportedIcalendar { what: String, instead: &'static str, line: u32 },
}

fn zone_hint(nearest: &Option<String>) -> String {
    match nearest {
        Some(name) => format!("did you mean {name:?}?"),
        None => "give a name of the IANA database, such as Europe/London".to_owned(),
    }
}

codes! { CalendarError {
    CalendarError::UnknownZone { .. } => "calendar.unknown_zone",
    CalendarError::InvalidMoment { .. } => "calendar.invalid_moment",
    CalendarError::InvalidDuration { .. } => "calendar.invalid_duration",
    CalendarError::InvalidRule { .. } => "calendar.invalid_rule",
    CalendarError::UnsupportedRule { .. } => "calendar.unsupported_rule",
    CalendarError::RuleTooLarge { .. } => "calendar.rule_too_large",
    CalendarError::InvalidCron { .. } => "calendar.invalid_cron",
    CalendarError::InvalidWindow { .. } => "calendar.invalid_window",
    CalendarError::InvalidIcalendar { .. } => "calendar.invalid_icalendar",
    CalendarError::UnsupportedIcalendar { .. } => "calendar.unsupported_icalendar",
} }

impl Coded for CalendarError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        let column = |column: u32| Place { column: Some(column), ..Place::default() };
        let line = |line: u32| Place { line: (line > 0).then_some(line), ..Place::default() };
        match self {
            Self::InvalidRule { column: at, .. }
            | Self::UnsupportedRule { column: at, .. }
            | Self::InvalidCron { column: at, .. } => column(*at),
            Self::InvalidIcalendar { line: at, .. } | Self::UnsupportedIcalendar { line: at, .. } => {
                line(*at)
            }
            _ => Place::default(),
        }
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        match self {
            Self::UnknownZone { input, nearest } => {
                let nearest = nearest.as_ref().map(|name| ("nearest", name.as_str().into()));
                [("input", input.as_str().into())].into_iter().chain(nearest).collect()
            }
            Self::InvalidMoment { input } | Self::InvalidDuration { input, .. } => {
                BTreeMap::from([("input", input.as_str().into())])
            }
            Self::InvalidRule { part, .. } | Self::UnsupportedRule { part, .. } => {
                BTreeMap::from([("part", part.as_str().into())])
            }
            Self::InvalidCron { field, input, .. } => {
                BTreeMap::from([("field", (*field).into()), ("input", input.as_str().into())])
            }
            Self::InvalidWindow { window, .. } => BTreeMap::from([("window", window.as_str().into())]),
            Self::RuleTooLarge { count, limit } => {
                BTreeMap::from([("count", (*count).into()), ("limit", (*limit).into())])
            }
            Self::InvalidIcalendar { .. } => BTreeMap::new(),
            Self::UnsupportedIcalendar { what, .. } => BTreeMap::from([("what", what.as_str().into())]),
        }
    }
}
