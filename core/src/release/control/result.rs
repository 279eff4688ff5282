//! What the controls say.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a control says of a release or of a period.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ControlResult {
    /// The control: `C01` to `C25`.
    pub control: String,
    /// The release; of all of the period, where left out.
    pub release: Option<String>,
    /// What it says.
    pub result: ControlOutcome,
    /// The events that show it, by id, in their order.
    #[schemars(default)]
    pub events: Vec<String>,
    /// Why, in sentences.
    #[schemars(default)]
    pub findings: Vec<String>,
}

reads!(ControlResult { control, release, result, events = Vec::new(), findings = Vec::new() });

/// What a control says. No evidence is never a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ControlOutcome {
    /// It holds, and events show it.
    Pass,
    /// It does not hold, and events show it.
    Fail,
    /// Nothing of it has to hold here.
    NotApplicable,
    /// It would have to hold, and nothing shows whether it does.
    NoEvidence,
}

names!(ControlOutcome: "outcome of a control");

impl ControlOutcome {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Pass, Self::Fail, Self::NotApplicable, Self::NoEvidence];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotApplicable => "not_applicable",
            Self::NoEvidence => "no_evidence",
        }
    }
}

/// What all the controls say of releases.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Compliance {
    /// As of when.
    #[schemars(with = "String")]
    pub at: jiff::Timestamp,
    /// What they say of each release, in the order in which they were opened.
    #[schemars(default)]
    pub releases: Vec<ReleaseCompliance>,
    /// What those say that are about several releases.
    #[schemars(default)]
    pub period: Vec<ControlResult>,
    /// How many of each outcome.
    #[schemars(default)]
    pub totals: BTreeMap<String, u64>,
    /// Audit completeness: the controls that evidence backs, passed or not, by those that apply; none where none applies.
    pub completeness: Option<f64>,
}

reads!(Compliance as "greenboard/compliance/1" {
    at,
    releases = Vec::new(),
    period = Vec::new(),
    totals = BTreeMap::new(),
    completeness,
});

/// What the controls say of a release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseCompliance {
    /// The release.
    pub release: String,
    /// What each says, in the order of the catalogue.
    #[schemars(default)]
    pub controls: Vec<ControlResult>,
    /// How many of each outcome.
    #[schemars(default)]
    pub totals: BTreeMap<String, u64>,
    /// Audit completeness: the controls that evidence backs, passed or not, by those that apply; none where none applies.
    pub completeness: Option<f64>,
}

reads!(ReleaseCompliance { release, controls = Vec::new(), totals = BTreeMap::new(), completeness });

/// How many of each outcome there are, and the share of those that apply that evidence backs.
pub(crate) fn count<'r>(
    results: impl IntoIterator<Item = &'r ControlResult>,
) -> (BTreeMap<String, u64>, Option<f64>) {
    let mut totals: BTreeMap<String, u64> =
        ControlOutcome::ALL.iter().map(|outcome| (outcome.name().to_owned(), 0)).collect();
    for result in results {
        *totals.entry(result.result.name().to_owned()).or_default() += 1;
    }
    let of = |outcome: ControlOutcome| totals.get(outcome.name()).copied().unwrap_or_default();
    let backed = of(ControlOutcome::Pass) + of(ControlOutcome::Fail);
    let applicable = backed + of(ControlOutcome::NoEvidence);
    // Counts of controls are far below the 53 bits that a float holds exactly.
    #[allow(clippy::cast_precision_loss)]
    let completeness = (applicable > 0).then(|| backed as f64 / applicable as f64);
    (totals, completeness)
}
