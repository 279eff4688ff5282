//! What can be wrong with a release.

use super::refusal::RefusalReason;
use crate::error::{Coded, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why a release cannot be read or run.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ReleaseError {
    #[error("there is no template {input:?}; greenboard's own are train, quarterly, hotfix and continuous")]
    UnknownTemplate { input: String },
    #[error(
        "entry {id} is a {kind:?}, an event that this version of greenboard does not know; read it with a newer one"
    )]
    UnknownEvent { kind: String, id: String },
    #[error(
        "entry {given} came where entry {next} is next: those between them are missing; read on after the last one that was read"
    )]
    EntriesMissing { next: u64, given: u64 },
    #[error("{command} is refused: {}", said(reasons))]
    Refused { release: String, command: String, status: Option<&'static str>, reasons: Vec<RefusalReason> },
}

/// The first reason, and how many more there are.
fn said(reasons: &[RefusalReason]) -> String {
    let Some(first) = reasons.first() else { return "no reason was given".to_owned() };
    let lift = first.lift.as_ref().map(|lift| format!("; {lift}")).unwrap_or_default();
    match reasons.len() {
        1 => format!("{}{lift}", first.message),
        2 => format!("{}{lift} (and 1 more reason)", first.message),
        many => format!("{}{lift} (and {} more reasons)", first.message, many - 1),
    }
}

codes! { ReleaseError {
    ReleaseError::UnknownTemplate { .. } => "release.unknown_template",
    ReleaseError::UnknownEvent { .. } => "release.unknown_event",
    ReleaseError::EntriesMissing { .. } => "release.entries_missing",
    ReleaseError::Refused { .. } => "release.refused",
} }

impl Coded for ReleaseError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::UnknownTemplate { input } => BTreeMap::from([("input", json!(input))]),
            Self::UnknownEvent { kind, id } => BTreeMap::from([("kind", json!(kind)), ("id", json!(id))]),
            Self::EntriesMissing { next, given } => {
                BTreeMap::from([("next", json!(next)), ("given", json!(given))])
            }
            Self::Refused { release, command, status, reasons } => BTreeMap::from([
                ("release", json!(release)),
                ("command", json!(command)),
                ("status", json!(status)),
                ("reasons", json!(reasons)),
            ]),
        }
    }
}
