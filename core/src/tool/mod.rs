//! Tools: the texts that they report with, read as facts. One file a tool.

mod error;
mod payload;

pub(crate) use error::ToolError;
pub(crate) use payload::Payload;
