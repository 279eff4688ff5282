//! When work may go out, as another system has it.

use crate::calendar::Calendar;
use crate::document::{Extra, reads};
use crate::fact::Source;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// A calendar of windows that another system keeps. Criteria name it as they name those of the gate file, which come first.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct CalendarFact {
    /// What it is called by.
    pub id: String,
    /// The calendar.
    pub calendar: Calendar,
    /// The tool that says so; `given` where the caller does.
    #[schemars(default)]
    pub source: Source,
    /// When this state was seen.
    #[schemars(with = "String")]
    pub observed_at: Timestamp,
    /// When it stops to count; never, where left out.
    #[schemars(with = "Option<String>")]
    pub expires_at: Option<Timestamp>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(CalendarFact keeping extra { id, calendar, source = Source::given(), observed_at, expires_at });

impl CalendarFact {
    /// With nothing said beyond this.
    ///
    /// ```
    /// use greenboard::calendar::Calendar;
    /// use greenboard::fact::{CalendarFact, Facts};
    ///
    /// let at = "2026-11-02T09:00:00Z".parse().unwrap();
    /// let mut facts = Facts::default();
    /// facts.add([CalendarFact::new("c1", Calendar::new("production"), at).into()]);
    /// assert_eq!(facts.len(), 1);
    /// ```
    pub fn new(id: impl Into<String>, calendar: Calendar, observed_at: Timestamp) -> Self {
        Self {
            id: id.into(),
            calendar,
            source: Source::given(),
            observed_at,
            expires_at: None,
            extra: Extra::default(),
        }
    }

    /// With `source`: the tool that says so; `given` where the caller does.
    #[must_use]
    pub fn with_source(mut self, source: Source) -> Self {
        self.source = source;
        self
    }

    /// With `expires_at`: when it stops to count; never, where left out.
    #[must_use]
    pub fn with_expires_at(mut self, expires_at: Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }
}
