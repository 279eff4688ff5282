//! What can be wrong with a workspace, its graph and its manifests.

use crate::error::{Coded, Error, Place, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why texts make no workspace, or why a question about one has no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ComponentError {
    #[error("two components are called {name:?}: one in {first:?}, one in {second:?}; rename one of them")]
    Duplicate { name: String, first: String, second: String, place: Place },
    #[error("no component of this workspace is called {name:?}{}", hint(nearest))]
    Unknown { name: String, nearest: Option<String>, place: Place },
    #[error("there are {first:?} and {second:?}; keep one of them")]
    TwoFiles { first: String, second: String },
    #[error("cannot include {file:?}: {reason}")]
    Include { file: String, reason: String, place: Place },
    #[error("{key} of {name:?} is already said in {first:?}; say it once")]
    SaidTwice { name: String, key: &'static str, first: String, place: Place },
    #[error("{name:?} is said to be of the ecosystem {stated}, but its manifest is of {known}")]
    Contradiction { name: String, stated: &'static str, known: &'static str, place: Place },
    #[error(
        "the repository {name:?} is named by a repository of an organisation; name it in the organisation's file"
    )]
    Nested { name: String, place: Place },
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
    #[error("more than {limit} globs over the names of components; say the same of several with one")]
    TooManyGlobs { limit: usize, place: Place },
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

fn hint(nearest: &Option<String>) -> String {
    nearest.as_ref().map_or(String::new(), |name| format!("; did you mean {name:?}?"))
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
    ComponentError::TwoFiles { .. } => "component.two_workspace_files",
    ComponentError::Include { .. } => "component.include",
    ComponentError::SaidTwice { .. } => "component.said_twice",
    ComponentError::Contradiction { .. } => "component.contradiction",
    ComponentError::Nested { .. } => "component.nested_repository",
    ComponentError::NoManifest { .. } => "component.no_manifest",
    ComponentError::Missing { .. } => "component.missing",
    ComponentError::Wrong { .. } => "component.wrong_value",
    ComponentError::NotInherited { .. } => "component.not_inherited",
    ComponentError::NoMember { .. } => "component.no_member",
    ComponentError::Pattern { .. } => "component.invalid_pattern",
    ComponentError::NoCatalog { .. } => "component.not_in_catalog",
    ComponentError::Syntax { .. } => "component.syntax",
    ComponentError::TooMany { .. } => "component.too_many_folders",
    ComponentError::TooManyGlobs { .. } => "component.too_many_globs",
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
            | Self::Unknown { place, .. }
            | Self::Include { place, .. }
            | Self::SaidTwice { place, .. }
            | Self::Contradiction { place, .. }
            | Self::Nested { place, .. }
            | Self::TooManyGlobs { place, .. }
            | Self::Syntax { place, .. }
            | Self::TooMany { place, .. } => place.clone(),
            Self::NoManifest { folder, .. } if !folder.is_empty() => {
                Place { path: Some(folder.clone()), ..Place::default() }
            }
            Self::TwoFiles { second, .. } => Place { path: Some(second.clone()), ..Place::default() },
            Self::NoManifest { .. } | Self::Broken { .. } => Place::default(),
        }
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::Broken { problems } => {
                BTreeMap::from([("problems", Value::Array(problems.iter().map(as_data).collect()))])
            }
            Self::Unknown { name, nearest, .. } => {
                let nearest = nearest.as_ref().map(|nearest| ("nearest", json!(nearest)));
                [("name", json!(name))].into_iter().chain(nearest).collect()
            }
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
