//! What can be wrong with a tool's report.

use crate::document::Position;
use crate::error::{Coded, Place, codes};
use std::collections::BTreeMap;

/// Why a report cannot be read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ToolError {
    #[error("the {tool} report is empty; check that the tool ran and wrote to this place")]
    Empty { tool: &'static str },
    #[error("unknown tool {input:?}; expected one of {}{}", super::TOOLS.join(", "), hint(nearest))]
    Unknown { input: String, nearest: Option<&'static str> },
    #[error("this is no {tool} report: expected {report}, found {found}{}", others(tools))]
    Unrecognised { tool: &'static str, report: &'static str, found: String, tools: Vec<&'static str> },
    #[error("it cannot be told whose report this is: {}", undecided(tools))]
    Undecided { tools: Vec<&'static str> },
    #[error("not well-formed {notation}: {reason}")]
    Malformed { notation: &'static str, reason: String, at: Position },
    #[error("more than the {limit} {what} that are read")]
    TooMuch { what: &'static str, limit: usize, at: Position },
    #[error("{what} {input:?} is not valid; expected {expected}")]
    InvalidValue { what: &'static str, input: String, expected: &'static str, at: Position },
    #[error("{tool} made no report: {code}: {reason}")]
    Failed { tool: &'static str, code: String, reason: String },
    #[error(
        "{input} is no public key; expected PEM (BEGIN PUBLIC KEY), or an Ed25519 or P-256 key in hexadecimal or base64"
    )]
    InvalidKey { input: String },
    #[error(
        "the {tool} report says that there are {stated} {what}, and holds no {element}; it was cut off or written by halves"
    )]
    NothingRead { tool: &'static str, stated: i64, what: &'static str, element: &'static str },
    #[error("the {tool} report is not whole: {reason}")]
    Partial { tool: &'static str, reason: String },
    #[error("unknown {what} {input:?} in the {tool} report; known are {}", known.join(", "))]
    UnknownStatus {
        tool: &'static str,
        what: &'static str,
        input: String,
        known: Vec<&'static str>,
        at: Position,
    },
}

codes! { ToolError {
    ToolError::Empty { .. } => "tool.empty",
    ToolError::Unknown { .. } => "tool.unknown",
    ToolError::Unrecognised { .. } => "tool.unrecognised",
    ToolError::Undecided { .. } => "tool.undecided",
    ToolError::Malformed { .. } => "tool.malformed",
    ToolError::TooMuch { .. } => "tool.too_much",
    ToolError::InvalidValue { .. } => "tool.invalid_value",
    ToolError::Failed { .. } => "tool.failed",
    ToolError::InvalidKey { .. } => "tool.invalid_key",
    ToolError::NothingRead { .. } => "tool.nothing_read",
    ToolError::Partial { .. } => "tool.partial",
    ToolError::UnknownStatus { .. } => "tool.unknown_status",
} }

impl Coded for ToolError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        match self {
            Self::Malformed { at, .. }
            | Self::TooMuch { at, .. }
            | Self::InvalidValue { at, .. }
            | Self::UnknownStatus { at, .. } => {
                let known = |count: u32| (count > 0).then_some(count);
                Place { path: None, line: known(at.line), column: known(at.column) }
            }
            Self::Empty { .. }
            | Self::Unknown { .. }
            | Self::Undecided { .. }
            | Self::Unrecognised { .. }
            | Self::Failed { .. }
            | Self::InvalidKey { .. }
            | Self::Partial { .. }
            | Self::NothingRead { .. } => Place::default(),
        }
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        match self {
            Self::Empty { tool } => BTreeMap::from([("tool", (*tool).into())]),
            Self::Unknown { input, nearest } => {
                let mut details =
                    BTreeMap::from([("input", input.as_str().into()), ("known", super::TOOLS.into())]);
                details.extend(nearest.map(|near| ("nearest", near.into())));
                details
            }
            Self::Unrecognised { tool, found, tools, .. } => BTreeMap::from([
                ("tool", (*tool).into()),
                ("found", found.as_str().into()),
                ("tools", tools.as_slice().into()),
            ]),
            Self::Undecided { tools } => BTreeMap::from([("tools", tools.as_slice().into())]),
            Self::Malformed { .. } | Self::InvalidKey { .. } => BTreeMap::new(),
            Self::Failed { tool, code, reason } => BTreeMap::from([
                ("tool", (*tool).into()),
                ("reported", code.as_str().into()),
                ("reason", reason.as_str().into()),
            ]),
            Self::Partial { tool, .. } => BTreeMap::from([("tool", (*tool).into())]),
            Self::NothingRead { tool, stated, .. } => {
                BTreeMap::from([("tool", (*tool).into()), ("stated", (*stated).into())])
            }
            Self::UnknownStatus { tool, input, known, .. } => BTreeMap::from([
                ("tool", (*tool).into()),
                ("input", input.as_str().into()),
                ("known", known.as_slice().into()),
            ]),
            Self::TooMuch { limit, .. } => BTreeMap::from([("limit", (*limit).into())]),
            Self::InvalidValue { input, expected, .. } => {
                BTreeMap::from([("input", input.as_str().into()), ("expected", (*expected).into())])
            }
        }
    }
}

fn hint(nearest: &Option<&'static str>) -> String {
    nearest.map(|near| format!("; did you mean {near:?}?")).unwrap_or_default()
}

fn others(tools: &[&'static str]) -> String {
    match tools {
        [] => String::new(),
        tools => format!("; it could be read as {}", tools.join(" or ")),
    }
}

fn undecided(tools: &[&'static str]) -> String {
    match tools {
        [] => format!("no known tool writes such; say of which of these it is: {}", super::TOOLS.join(", ")),
        tools => format!("it could be read as {}; say which", tools.join(" or ")),
    }
}
