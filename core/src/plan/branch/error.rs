//! What can be wrong with branches, and with a version on one.

use crate::error::{Coded, Place, codes};
use std::collections::BTreeMap;

/// Why branches cannot be released from together, or a version not from this one.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum BranchError {
    #[error("branch {branch:?}: {reason}")]
    InvalidBranch { branch: String, reason: String },
    #[error("{version} cannot be released from branch {branch:?}: it is outside {range}{reason}; {advice}")]
    OutOfBranchRange { version: String, branch: String, range: String, reason: String, advice: String },
    #[error(
        "{version} cannot be merged into branch {branch:?}: it is outside {range}; revert the merge, and release from a branch \
         whose range has it"
    )]
    OutOfMergeRange { version: String, branch: String, range: String },
}

codes! { BranchError {
    BranchError::InvalidBranch { .. } => "plan.invalid_branch",
    BranchError::OutOfBranchRange { .. } => "plan.out_of_branch_range",
    BranchError::OutOfMergeRange { .. } => "plan.out_of_merge_range",
} }

impl BranchError {
    pub(super) fn invalid(branch: &str, reason: impl Into<String>) -> crate::Error {
        Self::InvalidBranch { branch: branch.to_owned(), reason: reason.into() }.into()
    }
}

impl Coded for BranchError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        Place::default()
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        match self {
            Self::InvalidBranch { branch, .. } => BTreeMap::from([("branch", branch.as_str().into())]),
            Self::OutOfBranchRange { version, branch, range, .. }
            | Self::OutOfMergeRange { version, branch, range } => BTreeMap::from([
                ("version", version.as_str().into()),
                ("branch", branch.as_str().into()),
                ("range", range.as_str().into()),
            ]),
        }
    }
}
