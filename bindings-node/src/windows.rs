//! Windows in which work may go out, or may not. Documents cross as one text each way.

use crate::document::Given;
use crate::error::raise;
use crate::plan::instant;
use greenboard::calendar::{Windows, icalendar};
use greenboard::document::{emit, to_json};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// What windows say at each of these instants, as JSON.
#[napi]
pub fn windows_decide(windows: Given, at: Vec<String>, manual: bool) -> Result<String> {
    let decided = windows.read::<Windows>("windows").and_then(|windows| {
        let decide = |at: &String| Ok(windows.decide_for(instant(at)?, manual));
        to_json(&at.iter().map(decide).collect::<greenboard::Result<Vec<_>>>()?)
    });
    decided.map_err(raise)
}

/// When windows are, from one instant to another, as JSON.
#[napi]
pub fn windows_occurrences(windows: Given, start: String, end: String, limit: u32) -> Result<String> {
    let found = windows
        .read::<Windows>("windows")
        .and_then(|windows| to_json(&windows.occurrences(instant(&start)?, instant(&end)?, limit as usize)));
    found.map_err(raise)
}

/// The calendar of an iCalendar text, as JSON.
#[napi]
pub fn windows_parse_icalendar(text: &[u8], options: Given) -> Result<String> {
    let calendar = options.read("options").and_then(|options| emit(&icalendar::parse(text, &options)?));
    calendar.map_err(raise)
}
