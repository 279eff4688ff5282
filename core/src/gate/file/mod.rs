//! The gate file: which gates there are, for what, and what each asks.

mod break_glass;
mod criterion;
mod include;
mod overrides;
mod parameters;

pub use break_glass::BreakGlassRule;
pub use criterion::{About, Criterion};
pub use include::Inclusion;
pub(super) use include::{Drafted, load, read};
pub use overrides::{GateOverride, Overridden};
pub use parameters::Parameter;

use super::outcome::Severity;
use crate::calendar::Calendar;
use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The gates of an organisation, and what they refer to.
///
/// ```
/// use greenboard::document::{self, Format};
/// use greenboard::gate::GateFile;
///
/// let file: GateFile = document::parse("
/// gates:
///   - name: quality
///     environments: [production]
///     criteria:
///       - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
/// ", Format::Yaml)?;
/// assert_eq!(file.gates[0].criteria[0].about.name, "errors");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct GateFile {
    /// Files of this kind whose gates come before those of this one, relative to it.
    pub include: Vec<Inclusion>,
    /// What those who include this file may say, by name. `${name}` in any text of the file stands for it, and where the text is
    /// nothing else the value keeps its type.
    pub parameters: BTreeMap<String, Parameter>,
    /// The gates, in the order in which they are shown.
    pub gates: Vec<Gate>,
    /// Who belongs to the groups that approve, by group.
    pub groups: BTreeMap<String, Vec<String>>,
    /// When work may go out; criteria name them.
    pub calendars: Vec<Calendar>,
    /// Who may pass the gates over in an emergency; nobody, where left out.
    pub break_glass: Option<BreakGlassRule>,
    /// What is to be otherwise in the gates that are included. Verdicts say it.
    pub overrides: Vec<GateOverride>,
    /// What was overridden in the gates of this file: written where gates are, and not by hand.
    pub overridden: Vec<Overridden>,
}

reads!(GateFile as "greenboard/gates/1" { include, parameters, gates, groups, calendars, break_glass, overrides, overridden, .. });

impl GateFile {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more gate.
    #[must_use]
    pub fn with_gate(mut self, gate: Gate) -> Self {
        self.gates.push(gate);
        self
    }

    /// With a group of people.
    #[must_use]
    pub fn with_group(
        mut self,
        name: impl Into<String>,
        members: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.groups.insert(name.into(), members.into_iter().map(Into::into).collect());
        self
    }
}

/// A named set of criteria, all of which count alike.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Gate {
    /// Its name, unique in the file.
    pub name: String,
    /// What people call it.
    pub title: Option<String>,
    /// How much it weighs.
    #[schemars(default)]
    pub severity: Severity,
    /// The stages that it guards; all, where left out.
    #[schemars(default)]
    pub stages: Vec<String>,
    /// The environments that it guards, or globs over them; all, where left out.
    #[schemars(default)]
    pub environments: Vec<String>,
    /// The components that it is for.
    #[schemars(default)]
    pub select: Select,
    /// How many of its criteria have to hold; all, where left out.
    pub at_least: Option<u32>,
    /// Who acts where it does not hold; the component's owners, where left out.
    pub owner: Option<String>,
    /// What it asks.
    #[schemars(default)]
    pub criteria: Vec<Criterion>,
}

reads!(Gate {
    name,
    title,
    severity = Severity::default(),
    stages = Vec::new(),
    environments = Vec::new(),
    select = Select::default(),
    at_least,
    owner,
    criteria = Vec::new(),
});

impl Gate {
    /// One that blocks, everywhere, and asks nothing yet.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            title: None,
            severity: Severity::default(),
            stages: Vec::new(),
            environments: Vec::new(),
            select: Select::default(),
            at_least: None,
            owner: None,
            criteria: Vec::new(),
        }
    }

    /// Asking this too.
    #[must_use]
    pub fn with_criterion(mut self, criterion: Criterion) -> Self {
        self.criteria.push(criterion);
        self
    }
}

/// Which components are meant. What is left out selects all; what is given has to hold all together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Select {
    /// Any of these components, by name or glob.
    pub components: Vec<String>,
    /// Any of these owners answers for it.
    pub owners: Vec<String>,
    /// It is in any of these tiers.
    pub tiers: Vec<String>,
    /// It is of any of these ecosystems.
    pub ecosystems: Vec<String>,
    /// None of these, by name or glob.
    pub except: Vec<String>,
}

reads!(Select { components, owners, tiers, ecosystems, except, .. });
