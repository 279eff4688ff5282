//! The environments that a release passes, phase by phase, as Octopus has its lifecycles.

use crate::Result;
use crate::document::DocumentError;
use crate::document::{Node, Read, Value, reads};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A phase of a lifecycle: environments, and how many of them are needed before the next phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct DeliveryPhase {
    /// Its environments; every one that no phase names, where empty.
    #[schemars(default)]
    pub environments: Vec<String>,
    /// How many of them are needed: `all`, a number, or `optional`.
    #[schemars(default = "all")]
    pub required: PhaseNeed,
}

reads!(DeliveryPhase { environments = Vec::new(), required = PhaseNeed::All });

fn all() -> PhaseNeed {
    PhaseNeed::All
}

impl DeliveryPhase {
    /// Of these environments.
    pub fn new(environments: impl IntoIterator<Item = impl Into<String>>, required: PhaseNeed) -> Self {
        Self { environments: environments.into_iter().map(Into::into).collect(), required }
    }
}

/// How many environments of a phase are needed before the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhaseNeed {
    /// All of them.
    All,
    /// So many.
    AtLeast(u32),
    /// None: it may be deployed to, and need not.
    Optional,
}

impl Read for PhaseNeed {
    fn read(node: &Node) -> Result<Self> {
        match &node.value {
            Value::Text(text) if text == "all" => Ok(Self::All),
            Value::Text(text) if text == "optional" => Ok(Self::Optional),
            Value::Integer(number) if *number >= 1 => {
                Ok(Self::AtLeast(u32::try_from(*number).unwrap_or(u32::MAX)))
            }
            Value::Text(text) => {
                let expected = "all, optional, or a number from 1 on";
                let input = text.chars().take(60).collect();
                Err(DocumentError::InvalidValue { what: "requirement", input, expected }.at(node.at))
            }
            _ => Err(node.expected("all, optional, or a number from 1 on")),
        }
    }
}

impl Serialize for PhaseNeed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => serializer.serialize_str("all"),
            Self::AtLeast(number) => serializer.serialize_u32(*number),
            Self::Optional => serializer.serialize_str("optional"),
        }
    }
}

impl JsonSchema for PhaseNeed {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "PhaseNeed".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "anyOf": [{ "type": "string" }, { "type": "integer", "minimum": 1 }] })
    }
}

/// The furthest phase that may be deployed to, by its index: phases are passed in order, optional ones without being deployed to.
/// None where there are no phases.
///
/// ```
/// use greenboard::release::timeline::{DeliveryPhase, PhaseNeed, furthest_phase};
/// let phases = [
///     DeliveryPhase::new(["dev"], PhaseNeed::All),
///     DeliveryPhase::new(["t1", "t2", "t3"], PhaseNeed::AtLeast(2)),
///     DeliveryPhase::new(["uat"], PhaseNeed::Optional),
///     DeliveryPhase::new(["prod"], PhaseNeed::All),
/// ];
/// assert_eq!(furthest_phase(&phases, &["dev", "t1"]), Some(1));
/// assert_eq!(furthest_phase(&phases, &["dev", "t1", "t3"]), Some(3));
/// ```
pub fn furthest_phase(phases: &[DeliveryPhase], deployed: &[impl AsRef<str>]) -> Option<usize> {
    let deployed: BTreeSet<&str> = deployed.iter().map(AsRef::as_ref).collect();
    let named: BTreeSet<&str> =
        phases.iter().flat_map(|phase| &phase.environments).map(String::as_str).collect();
    let others = deployed.difference(&named).count();
    let passed = |phase: &DeliveryPhase| {
        let there = match phase.environments.is_empty() {
            true => others,
            false => {
                let distinct: BTreeSet<&str> = phase.environments.iter().map(String::as_str).collect();
                distinct.intersection(&deployed).count()
            }
        };
        let distinct: BTreeSet<&str> = phase.environments.iter().map(String::as_str).collect();
        match phase.required {
            PhaseNeed::Optional => true,
            PhaseNeed::AtLeast(number) => there >= number as usize,
            // Which others there are is not known here: one of them will do.
            PhaseNeed::All => there >= distinct.len().max(1),
        }
    };
    let passed = phases.iter().take_while(|phase| passed(phase)).count();
    phases.len().checked_sub(1).map(|last| passed.min(last))
}
