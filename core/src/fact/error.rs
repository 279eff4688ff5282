//! What can be wrong with facts.

use crate::error::{Coded, codes};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Why a fact cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum FactError {
    #[error(
        "{tool} calls two {what} {alias:?}: {} and {}; give the alias to one of them",
        quoted(names.first()),
        quoted(names.get(1))
    )]
    Ambiguous { what: &'static str, tool: String, alias: String, names: Vec<String> },
}

fn quoted(name: Option<&String>) -> String {
    format!("{:?}", name.map_or("", String::as_str))
}

codes! { FactError {
    FactError::Ambiguous { .. } => "fact.ambiguous_alias",
} }

impl Coded for FactError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn details(&self) -> BTreeMap<&'static str, Value> {
        match self {
            Self::Ambiguous { tool, alias, names, .. } => {
                BTreeMap::from([("tool", json!(tool)), ("alias", json!(alias)), ("names", json!(names))])
            }
        }
    }
}
