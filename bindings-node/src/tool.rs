//! Reports of other tools. Documents cross as one text each way.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use crate::plan::instant;
use greenboard::document::{emit, to_json};
use greenboard::tool;
use greenboard::tool::dsse::{self, PublicKey};
use napi::bindgen_prelude::*;
use napi_derive::napi;

/// The tools whose report this could be, as JSON.
#[napi]
pub fn tool_detect_sync(payload: &[u8]) -> Result<String> {
    to_json(&tool::detect(payload)).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn tool_detect(payload: Buffer) -> AsyncTask<Background> {
    background(move || to_json(&tool::detect(&payload)))
}

/// What a report says, as JSON.
#[napi]
pub fn tool_inspect_sync(payload: &[u8], tool: String) -> Result<String> {
    inspected(payload, &tool).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn tool_inspect(payload: Buffer, tool: String) -> AsyncTask<Background> {
    background(move || inspected(&payload, &tool))
}

/// A report as facts about a subject, as JSON.
#[napi]
pub fn tool_read_sync(
    payload: &[u8],
    tool: String,
    subject: Given,
    at: String,
    options: Given,
) -> Result<String> {
    facts(payload, &tool, &subject, at, &options).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn tool_read(
    payload: Buffer,
    tool: String,
    subject: Given,
    at: String,
    options: Given,
) -> AsyncTask<Background> {
    background(move || facts(&payload, &tool, &subject, at, &options))
}

/// Whether the envelopes in a text were signed with a key, as JSON.
#[napi]
pub fn tool_verify_sync(payload: &[u8], key: Option<String>) -> Result<String> {
    verified(payload, key.as_deref()).map_err(raise)
}

/// The same off the main thread.
#[napi]
pub fn tool_verify(payload: Buffer, key: Option<String>) -> AsyncTask<Background> {
    background(move || verified(&payload, key.as_deref()))
}

fn verified(payload: &[u8], key: Option<&str>) -> greenboard::Result<String> {
    let key = key.map(PublicKey::parse).transpose()?;
    emit(&dsse::verify(payload, key.as_ref())?)
}

fn inspected(payload: &[u8], tool: &str) -> greenboard::Result<String> {
    to_json(&tool::inspect(payload, tool)?)
}

fn facts(
    payload: &[u8],
    tool: &str,
    subject: &Given,
    at: String,
    options: &Given,
) -> greenboard::Result<String> {
    let (subject, options) = (subject.read("subject")?, options.read("options")?);
    to_json(&tool::read(payload, tool, &subject, instant(at)?, &options)?)
}
