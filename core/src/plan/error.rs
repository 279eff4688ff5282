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
    #[error("component {component:?} is in {first} and in {second}; a component may be in one group only")]
    OverlappingGroups { component: String, first: String, second: String },
    #[error(
        "changeset {change:?} asks for a release of {component:?}, which is not in the workspace; correct the name or delete the changeset"
    )]
    UnknownComponent { change: String, component: String },
    #[error("changeset {change:?} asks for releases of {}, which are left alone, and of {}, which are not; split it", skipped.join(", "), open.join(", "))]
    MixedChangeset { change: String, skipped: Vec<String>, open: Vec<String> },
    #[error("version {new} does not come after {old}; decide for a later one")]
    NotLater { old: String, new: String },
    #[error(
        "the prerelease {version} ends in no number to count on from; give the component another version"
    )]
    UncountedPrerelease { version: String },
    #[error("the snapshot template {template:?} cannot be filled in: {placeholder} {reason}")]
    SnapshotTemplate { template: String, placeholder: &'static str, reason: &'static str },
    #[error("{}", problems.join("\n"))]
    InvalidConfiguration { problems: Vec<String> },
    #[error("component {component:?} is not in this plan: nothing asks for a release of it")]
    NotPlanned { component: String },
    #[error("the calendar's version {new} does not come after {old}; use a pattern whose versions do")]
    NoLaterVersion { old: String, new: String },
    #[error("{input:?} is no pattern: {reason}")]
    InvalidPattern { input: String, reason: String },
    #[error(
        "{version} can have no prerelease {identifier:?}; use an identifier of letters and digits that its scheme knows"
    )]
    NoPrerelease { identifier: String, version: String },
    #[error(
        "change {id} wants a release as {input:?}, which is no version: {reason}; correct its Release-As"
    )]
    InvalidReleaseAs { id: String, input: String, reason: String },
}

codes! { PlanError {
    PlanError::UnknownPreset { .. } => "plan.unknown_preset",
    PlanError::BesideRules { .. } => "plan.beside_rules",
    PlanError::InvalidSelector { .. } => "plan.invalid_selector",
    PlanError::OverlappingGroups { .. } => "plan.overlapping_groups",
    PlanError::UnknownComponent { .. } => "plan.unknown_component",
    PlanError::MixedChangeset { .. } => "plan.mixed_changeset",
    PlanError::NotLater { .. } => "plan.not_later",
    PlanError::UncountedPrerelease { .. } => "plan.uncounted_prerelease",
    PlanError::SnapshotTemplate { .. } => "plan.snapshot_template",
    PlanError::InvalidConfiguration { .. } => "plan.invalid_configuration",
    PlanError::NotPlanned { .. } => "plan.not_planned",
    PlanError::NoLaterVersion { .. } => "plan.no_later_version",
    PlanError::InvalidPattern { .. } => "plan.invalid_pattern",
    PlanError::NoPrerelease { .. } => "plan.no_prerelease",
    PlanError::InvalidReleaseAs { .. } => "plan.invalid_release_as",
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
        let texts = |pairs: &[(&'static str, &str)]| {
            pairs.iter().map(|(key, text)| (*key, (*text).into())).collect::<BTreeMap<_, serde_json::Value>>()
        };
        match self {
            Self::UnknownPreset { input, known } => {
                let known: Vec<&str> = known.split(", ").collect();
                BTreeMap::from([("input", input.as_str().into()), ("known", known.into())])
            }
            Self::BesideRules { key } => texts(&[("key", key)]),
            Self::InvalidSelector { selector, reason } => {
                texts(&[("selector", selector), ("reason", reason)])
            }
            Self::OverlappingGroups { component, first, second } => {
                texts(&[("component", component), ("first", first), ("second", second)])
            }
            Self::InvalidPattern { input, .. } => texts(&[("input", input)]),
            Self::NoPrerelease { identifier, version } => {
                texts(&[("identifier", identifier), ("version", version)])
            }
            Self::InvalidReleaseAs { id, input, .. } => texts(&[("change", id), ("input", input)]),
            Self::UnknownComponent { change, component } => {
                texts(&[("change", change), ("component", component)])
            }
            Self::MixedChangeset { change, skipped, open } => BTreeMap::from([
                ("change", change.as_str().into()),
                ("skipped", skipped.as_slice().into()),
                ("open", open.as_slice().into()),
            ]),
            Self::NotLater { old, new } | Self::NoLaterVersion { old, new } => {
                texts(&[("old", old), ("new", new)])
            }
            Self::UncountedPrerelease { version } => texts(&[("version", version)]),
            Self::SnapshotTemplate { template, placeholder, reason } => {
                texts(&[("template", template), ("placeholder", placeholder), ("reason", reason)])
            }
            Self::InvalidConfiguration { problems } => {
                BTreeMap::from([("problems", problems.as_slice().into())])
            }
            Self::NotPlanned { component } => texts(&[("component", component)]),
        }
    }
}
