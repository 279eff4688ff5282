//! A command with all that is asked of it before it is looked at: who, when, on which state.

use super::command::Command;
use crate::document::reads;
use crate::ledger::Actor;
use jiff::{Timestamp, TimestampRound, Unit};
use schemars::JsonSchema;
use serde::Serialize;

/// A command, who gives it, when, and what they had seen.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "CommandEnvelope")]
#[non_exhaustive]
pub struct Envelope {
    /// What the command is called by, 1–120 characters: given twice, it is done once.
    pub id: String,
    /// Who gives it.
    pub actor: Actor,
    /// When they give it; counted in milliseconds.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// How many events the release had when they looked at it; nobody minds, where left out.
    pub expected_version: Option<u64>,
    /// What they ask.
    pub command: Command,
}

reads!(Envelope as "greenboard/command/1" { id, actor, at, expected_version, command });

impl Envelope {
    /// A command, given by somebody at an instant, whatever they had seen.
    pub fn new(id: impl Into<String>, actor: Actor, at: Timestamp, command: impl Into<Command>) -> Self {
        Self { id: id.into(), actor, at, expected_version: None, command: command.into() }
    }

    /// On the state of that version only.
    #[must_use]
    pub fn with_expected_version(mut self, version: u64) -> Self {
        self.expected_version = Some(version);
        self
    }

    /// The instant, cut to milliseconds as the ledger keeps them.
    pub(crate) fn now(&self) -> Timestamp {
        let cut = TimestampRound::new().smallest(Unit::Millisecond).mode(jiff::RoundMode::Floor);
        self.at.round(cut).unwrap_or(self.at)
    }
}
