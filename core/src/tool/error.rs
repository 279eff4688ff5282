//! What can be wrong with a tool's report.

use crate::error::{Coded, codes};

/// Why a report cannot be read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ToolError {
    #[error("the {tool} report is empty; check that the tool ran and wrote to this place")]
    Empty { tool: &'static str },
}

codes! { ToolError {
    ToolError::Empty { .. } => "tool.empty",
} }

impl Coded for ToolError {
    fn code(&self) -> &'static str {
        self.code_of()
    }
}
