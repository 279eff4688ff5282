//! Why a plan cannot be written into the files it was made from.

use crate::error::{Coded, Place, codes};
use std::collections::BTreeMap;

/// Why there are no edits.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum EditError {
    #[error(
        "the file is not there, and {what} belongs in it; make the plan of the files that are to be edited"
    )]
    NoFile { path: String, what: String },
    #[error("{what} is not there; {hint}")]
    NoField { what: String, hint: &'static str, place: Place },
    #[error("{what} is {found:?} here, and the plan was made of {expected:?}; make the plan anew")]
    Moved { what: String, found: String, expected: String, place: Place },
    #[error("{second} and {first} are written in the same place; take one of them out")]
    Overlap { first: String, second: String, place: Place },
    #[error("not valid {notation}: {reason}")]
    Unreadable { notation: &'static str, reason: String, place: Place },
    #[error("{what} cannot be replaced where it stands: {reason}")]
    Unwritable { what: String, reason: &'static str, place: Place },
    #[error("the selector {selector:?} cannot be followed: {reason}")]
    Selector { selector: String, reason: String, column: u32 },
    #[error("the text is no longer the one that the edit was made of; make the edits anew")]
    Changed { path: String },
}

codes! { EditError {
    EditError::NoFile { .. } => "plan.edit_no_file",
    EditError::NoField { .. } => "plan.edit_no_field",
    EditError::Moved { .. } => "plan.edit_moved",
    EditError::Overlap { .. } => "plan.edit_overlap",
    EditError::Unreadable { .. } => "plan.edit_unreadable",
    EditError::Unwritable { .. } => "plan.edit_unwritable",
    EditError::Selector { .. } => "plan.edit_selector",
    EditError::Changed { .. } => "plan.edit_changed",
} }

impl Coded for EditError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        match self {
            Self::NoFile { path, .. } | Self::Changed { path } => {
                Place { path: Some(path.clone()), ..Place::default() }
            }
            Self::NoField { place, .. }
            | Self::Moved { place, .. }
            | Self::Overlap { place, .. }
            | Self::Unreadable { place, .. }
            | Self::Unwritable { place, .. } => place.clone(),
            Self::Selector { column, .. } => Place { column: Some(*column), ..Place::default() },
        }
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        match self {
            Self::NoFile { what, .. } | Self::NoField { what, .. } | Self::Unwritable { what, .. } => {
                BTreeMap::from([("what", what.as_str().into())])
            }
            Self::Moved { what, found, expected, .. } => BTreeMap::from([
                ("what", what.as_str().into()),
                ("found", found.as_str().into()),
                ("expected", expected.as_str().into()),
            ]),
            Self::Overlap { first, second, .. } => {
                BTreeMap::from([("first", first.as_str().into()), ("second", second.as_str().into())])
            }
            Self::Selector { selector, .. } => BTreeMap::from([("selector", selector.as_str().into())]),
            Self::Unreadable { .. } | Self::Changed { .. } => BTreeMap::new(),
        }
    }
}
