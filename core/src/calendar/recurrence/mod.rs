//! Recurrence: the two notations in which windows come again, and the one pattern that both become.

mod cron;
mod days;
mod pattern;
mod rule;
mod rule_text;
mod starts;

pub use cron::Cron;
pub use rule::{Frequency, Nth, Rule, Weekday};

pub(super) use starts::Starts;
