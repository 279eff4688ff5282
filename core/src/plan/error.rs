//! What can be wrong with a policy or a question about a plan.

use crate::error::{Coded, Place, codes};
use std::collections::BTreeMap;

/// Why there is no plan, or no answer about one.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum PlanError {
    #[error("unknown policy preset {input:?}; expected one of {known}")]
    UnknownPreset { input: String, known: String },
    #[error("{key:?} stands beside \"rules\", which say it themselves; leave one of them out")]
    BesideRules { key: &'static str },
    #[error("cannot understand the selector {selector:?}: {reason}")]
    InvalidSelector { selector: String, reason: String },
    #[error("component {component:?} is not in this plan: nothing asks for a release of it")]
    NotPlanned { component: String },
    #[error("the calendar's version {new} does not come after {old}; use a pattern whose versions do")]
    NoLaterVersion { old: String, new: String },
}

codes! { PlanError {
    PlanError::UnknownPreset { .. } => "plan.unknown_preset",
    PlanError::BesideRules { .. } => "plan.beside_rules",
    PlanError::InvalidSelector { .. } => "plan.invalid_selector",
    PlanError::NotPlanned { .. } => "plan.not_planned",
    PlanError::NoLaterVersion { .. } => "plan.no_later_version",
} }

impl Coded for PlanError {
    fn code(&self) -> &'static str {
        self.code_of()
    }

    fn place(&self) -> Place {
        match self {
            Self::NotPlanned { component } => Place { path: Some(component.clone()), ..Place::default() },
            _ => Place::default(),
        }
    }

    fn details(&self) -> BTreeMap<&'static str, serde_json::Value> {
        match self {
            Self::UnknownPreset { input, known } => {
                let known: Vec<&str> = known.split(", ").collect();
                BTreeMap::from([("input", input.as_str().into()), ("known", known.into())])
            }
            Self::BesideRules { key } => BTreeMap::from([("key", (*key).into())]),
            Self::InvalidSelector { selector, reason } => {
                BTreeMap::from([("selector", selector.as_str().into()), ("reason", reason.as_str().into())])
            }
            Self::NotPlanned { component } => BTreeMap::from([("component", component.as_str().into())]),
            Self::NoLaterVersion { old, new } => {
                BTreeMap::from([("old", old.as_str().into()), ("new", new.as_str().into())])
            }
        }
    }
}
