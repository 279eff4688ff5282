//! What can be wrong with a workspace, its graph and its manifests.

use crate::error::{Coded, Error, Place, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why texts make no workspace, or why a question about one has no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ComponentError {
    #[error("two components are called {name:?}: one in {first:?}, one in {second:?}; rename one of them")]
    Duplicate { name: String, first: String, second: String, place: Place },
    #[error("no component of this workspace is called {name:?}")]
    Unknown { name: String },
    #[error("found no manifest; expected {expected}")]
    NoManifest { folder: String, expected: String },
    #[error("{what} is missing; {expected}")]
    Missing { what: String, expected: &'static str, place: Place },
    #[error("{what} is {found}; expected {expected}")]
    Wrong { what: String, found: String, expected: &'static str, place: Place },
    #[error("{what} says workspace = true, but the root manifest's {table} has no {key:?}")]
    NotInherited { what: String, table: &'static str, key: String, place: Place },
    #[error("{what} leads to {folder:?}, where there is no {manifest}")]
    NoMember { what: String, folder: String, manifest: &'static str, place: Place },
    #[error("the pattern {pattern:?} cannot be read: {reason}")]
    Pattern { pattern: String, reason: String, place: Place },
    #[error("{package:?} is said to be in a catalog, but {reason}")]
    NoCatalog { package: String, reason: String, place: Place },
    #[error("{reason}; expected {expected}")]
    Syntax { reason: String, expected: &'static str, place: Place },
    #[error("the patterns reach more than {limit} folders; narrow them")]
    TooMany { limit: usize, place: Place },
    /// Everything that is wrong with the manifests, at once.
    #[error("{}", summary(problems))]
    Broken { problems: Vec<Error> },
}

impl ComponentError {
    /// One error of all `problems`; nothing where there are none.
    pub(crate) fn broken(problems: Vec<Error>) -> crate::Result<()> {
        if problems.is_empty() { Ok(()) } else { Err(Self::Broken { problems }.into()) }
    }
}

fn summary(problems: &[Error]) -> String {
    match problems {
        [one] => format!("a manifest cannot be read: {one}"),
        many => {
            /// The rest is in the details.
            const SHOWN: usize = 50;
            let lines: Vec<String> =
                many.iter().take(SHOWN).map(|problem| format!("\n- {problem}")).collect();
            let more = match many.len().saturating_sub(SHOWN) {
                0 => String::new(),
                more => format!("\n- and {more} more"),
            };
            format!("{} problems in the manifests:{}{more}", many.len(), lines.concat())
        }
    }
}

codes! { ComponentError {
    ComponentError::Duplicate { .. } => "component.duplicate",
    ComponentError::Unknown { .. } => "component.unknown",
    ComponentError::NoManifest { .. } => "component.no_manifest",
    ComponentError::Missing { .. } => "component.missing",
    ComponentError::Wrong { .. } => "component.wrong_value",
    ComponentError::NotInherited { .. } => "component.not_inherited",
    ComponentError::NoMember { .. } => "component.no_member",
    ComponentError::Pattern { .. } => "component.invalid_pattern",
    ComponentError::NoCatalog { .. } => "component.not_in_catalog",
    ComponentError::Syntax { .. } => "component.syntax",
    ComponentError::TooMany { .. } => "component.too_many_folders",
    ComponentError::Broken { .. } => "component.broken_manifests",
} }

impl Coded for ComponentError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        match self {
            Self::Duplicate { place, .. }
            | Self::Missing { place, .. }
            | Self::Wrong { place, .. }
            | Self::NotInherited { place, .. }
            | Self::NoMember { place, .. }
            | Self::Pattern { place, .. }
            | Self::NoCatalog { place, .. }
            | Self::Syntax { place, .. }
            | Self::TooMany { place, .. } => place.clone(),
            Self::NoManifest { folder, .. } if !folder.is_empty() => {
                Place { path: Some(folder.clone()), ..Place::default() }
            }
            Self::Unknown { .. } | Self::NoManifest { .. } | Self::Broken { .. } => Place::default(),
        }
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::Broken { problems } => {
                BTreeMap::from([("problems", Value::Array(problems.iter().map(as_data).collect()))])
            }
            Self::Unknown { name } => BTreeMap::from([("name", json!(name))]),
            Self::Duplicate { name, first, second, .. } => {
                BTreeMap::from([("name", json!(name)), ("paths", json!([first, second]))])
            }
            _ => BTreeMap::new(),
        }
    }
}

fn as_data(problem: &Error) -> Value {
    json!({
        "code": problem.code(),
        "message": problem.message(),
        "path": problem.path(),
        "line": problem.line(),
        "column": problem.column(),
    })
}
