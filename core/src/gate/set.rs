//! Gates made ready to be asked.

use super::error::GateError;
use super::file::{BreakGlassRule, Gate, GateFile};
use crate::Result;
use crate::calendar::Windows;
use crate::document::{self, Format};
use std::collections::{BTreeMap, BTreeSet};

/// Gates made ready to be asked: everything that can be wrong with them has been found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GateSet {
    gates: Vec<Gate>,
    groups: BTreeMap<String, Vec<String>>,
    calendars: BTreeMap<String, Windows>,
    break_glass: Option<BreakGlassRule>,
}

impl GateSet {
    /// The gates of a file.
    ///
    /// # Errors
    /// `gate.duplicate_criterion`, `gate.duplicate_calendar`, and what is wrong with the windows of a calendar.
    pub fn new(file: GateFile) -> Result<Self> {
        for gate in &file.gates {
            let mut seen = BTreeSet::new();
            for criterion in &gate.criteria {
                if !seen.insert(&criterion.about.name) {
                    let (gate, criterion) = (gate.name.clone(), criterion.about.name.clone());
                    return Err(GateError::DuplicateCriterion { gate, criterion }.into());
                }
            }
        }
        let mut calendars = BTreeMap::new();
        for (index, calendar) in file.calendars.iter().enumerate() {
            let windows =
                Windows::of([calendar]).map_err(|error| error.under_index(index).under_key("calendars"))?;
            if calendars.insert(calendar.name.clone(), windows).is_some() {
                return Err(GateError::DuplicateCalendar { calendar: calendar.name.clone() }.into());
            }
        }
        Ok(Self { gates: file.gates, groups: file.groups, calendars, break_glass: file.break_glass })
    }

    /// The gates of a text.
    ///
    /// # Errors
    /// `document.*`, placed in the text, and those of [`new`](Self::new).
    pub fn parse(text: &str) -> Result<Self> {
        Self::new(document::parse(text, Format::of_text(text))?)
    }

    /// The gates, in order.
    pub fn gates(&self) -> &[Gate] {
        &self.gates
    }

    /// The windows of a calendar of the file.
    pub(crate) fn calendar(&self, name: &str) -> Option<&Windows> {
        self.calendars.get(name)
    }

    /// The names of the calendars of the file.
    pub(crate) fn calendars(&self) -> impl Iterator<Item = &str> {
        self.calendars.keys().map(String::as_str)
    }

    /// The members of a group of people.
    pub(crate) fn group(&self, name: &str) -> Option<&[String]> {
        self.groups.get(name).map(Vec::as_slice)
    }

    /// Who may pass the gates over in an emergency; none where nobody may.
    pub(crate) fn break_glass(&self) -> Option<&BreakGlassRule> {
        self.break_glass.as_ref()
    }
}
