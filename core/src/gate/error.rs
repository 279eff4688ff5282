//! What can be wrong with a gate.

use crate::error::{Coded, codes};
use serde_json::Value;
use std::collections::BTreeMap;

/// Why a gate cannot be read or asked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum GateError {
    #[error("the criterion {criterion:?} stands twice in gate {gate:?}; give each a name of its own")]
    DuplicateCriterion { gate: String, criterion: String },
    #[error("there are two {what}s called {name:?}; give each a name of its own")]
    Duplicate { what: &'static str, name: String },
    #[error("gate {gate:?} asks nothing, and would always be green; give it a criterion, or leave it out")]
    Empty { gate: String },
    #[error("verdicts have what is beside the gates under {gate:?}; call this gate otherwise")]
    Reserved { gate: String },
    #[error("at_least is {least}, but gate {gate:?} has criteria: {criteria}; expected 1 to {criteria}")]
    AtLeast { gate: String, least: u32, criteria: usize },
    #[error("a cost of {cost} cannot be compared with others; expected a number from 0 to 1e9")]
    Cost { cost: f64 },
    #[error("{glob:?} is no glob: {reason}")]
    InvalidGlob { glob: String, reason: String },
    #[error("no {what} is called {name:?}{}", hint(nearest, known))]
    UnknownReference { what: &'static str, name: String, known: Vec<String>, nearest: Option<String> },
    #[error("no gate that is included here is called {gate:?}{}", hint(nearest, &[]))]
    UnknownGate { gate: String, nearest: Option<String> },
    #[error("gate {gate:?} has no criterion called {criterion:?}{}", hint(nearest, &[]))]
    UnknownCriterion { criterion: String, gate: String, nearest: Option<String> },
    #[error("{key:?} is not overridden: others refer to it; write a gate of your own instead")]
    FixedKey { key: String },
    #[error("cannot include {file:?}: {reason}")]
    Include { file: String, reason: String },
    #[error("this file includes others, and they are not at hand; read it together with them")]
    NotLoaded,
    #[error("there is no gate file {file:?}; name one of those that are given")]
    NoFile { file: String },
    #[error(
        "no parameter is called {parameter:?}{}{}",
        hint(nearest, known),
        if nearest.is_some() { "" } else { "; write $${ where the characters themselves are meant" }
    )]
    UnknownParameter { parameter: String, known: Vec<String>, nearest: Option<String> },
    #[error(
        "parameter {parameter:?} of {file} has no default; give it one, or a value where the file is included, under \"with\""
    )]
    MissingParameter { parameter: String, file: String },
    #[error("parameter {parameter:?} is used nowhere in this file; use ${{{parameter}}}, or leave it out")]
    UnusedParameter { parameter: String },
    #[error(
        "the reference in {input:?} is not closed; write ${{name}}, or $${{ for the characters themselves"
    )]
    InvalidReference { input: String },
    #[error(
        "parameter {parameter:?} is {found}, which cannot be part of a text; expected text, a number or true or false"
    )]
    NotInText { parameter: String, found: String },
    #[error("the values of parameters make more than {limit}")]
    TooLarge { limit: String },
    #[error("no component is called {component:?}{}", hint(nearest, &[]))]
    UnknownComponent { component: String, nearest: Option<String> },
    #[error("no gate names the {what} {name:?}{}", hint(nearest, known))]
    UnknownScope { what: &'static str, name: String, known: Vec<String>, nearest: Option<String> },
}

fn hint(nearest: &Option<String>, known: &[String]) -> String {
    match nearest {
        Some(name) => format!("; did you mean {name:?}?"),
        None if known.is_empty() => String::new(),
        None => format!("; there are {}", known.join(", ")),
    }
}

codes! { GateError {
    GateError::DuplicateCriterion { .. } => "gate.duplicate_criterion",
    GateError::Duplicate { .. } => "gate.duplicate",
    GateError::Empty { .. } => "gate.empty",
    GateError::Reserved { .. } => "gate.reserved",
    GateError::AtLeast { .. } => "gate.at_least",
    GateError::Cost { .. } => "gate.cost",
    GateError::InvalidGlob { .. } => "gate.invalid_glob",
    GateError::UnknownReference { .. } => "gate.unknown_reference",
    GateError::UnknownGate { .. } => "gate.unknown_gate",
    GateError::UnknownCriterion { .. } => "gate.unknown_criterion",
    GateError::FixedKey { .. } => "gate.fixed_key",
    GateError::Include { .. } => "gate.include",
    GateError::NotLoaded => "gate.not_loaded",
    GateError::NoFile { .. } => "gate.no_file",
    GateError::UnknownParameter { .. } => "gate.unknown_parameter",
    GateError::MissingParameter { .. } => "gate.missing_parameter",
    GateError::UnusedParameter { .. } => "gate.unused_parameter",
    GateError::InvalidReference { .. } => "gate.invalid_reference",
    GateError::NotInText { .. } => "gate.not_in_text",
    GateError::TooLarge { .. } => "gate.too_large",
    GateError::UnknownComponent { .. } => "gate.unknown_component",
    GateError::UnknownScope { .. } => "gate.unknown_scope",
} }

impl Coded for GateError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        let mut details = BTreeMap::new();
        match self {
            Self::UnknownReference { name: input, nearest, .. }
            | Self::UnknownGate { gate: input, nearest }
            | Self::UnknownCriterion { criterion: input, nearest, .. }
            | Self::UnknownParameter { parameter: input, nearest, .. }
            | Self::UnknownComponent { component: input, nearest }
            | Self::UnknownScope { name: input, nearest, .. } => {
                details.insert("input", input.as_str().into());
                details.extend(nearest.as_ref().map(|near| ("nearest", near.as_str().into())));
            }
            Self::Duplicate { name, .. } => drop(details.insert("input", name.as_str().into())),
            _ => {}
        }
        details
    }
}
