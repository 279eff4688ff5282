//! The calendars that are known, ready to be asked.

use crate::calendar::Windows;
use crate::fact::CalendarFact;
use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A calendar, and its windows.
#[derive(Debug, Clone)]
pub(crate) struct HeldCalendar {
    /// The fact.
    pub fact: Arc<CalendarFact>,
    /// Its windows ready to be asked, or what is wrong with them.
    pub windows: Result<Arc<Windows>, crate::Error>,
}

/// Calendars by name, newest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Calendars(BTreeMap<String, Vec<HeldCalendar>>);

impl Calendars {
    pub(super) fn take(&mut self, fact: Arc<CalendarFact>) {
        let windows = Windows::of([&fact.calendar]).map(Arc::new);
        let states = self.0.entry(fact.calendar.name.clone()).or_default();
        // The order in which they came is of no account.
        let key = |fact: &CalendarFact| (Reverse(fact.observed_at), fact.id.clone());
        let own = key(&fact);
        let place = states.partition_point(|held| key(&held.fact) < own);
        states.insert(place, HeldCalendar { fact, windows });
    }

    /// The newest state of a calendar that counts at an instant.
    pub(super) fn of(&self, name: &str, at: Timestamp) -> Option<&HeldCalendar> {
        let counts = |held: &&HeldCalendar| {
            held.fact.observed_at <= at && held.fact.expires_at.is_none_or(|expires| expires > at)
        };
        self.0.get(name)?.iter().find(counts)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
