//! What was planned, to compare with later.

use super::{Milestone, ReleaseWindow};
use crate::document::{names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What was planned at a time, to compare with later.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Baseline {
    /// What it was taken for: `plan`, `scope_freeze`, `reschedule`.
    pub name: String,
    /// When it was taken.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// When it was to go out.
    #[schemars(with = "Option<String>")]
    pub target: Option<Timestamp>,
    /// When it was allowed to.
    pub window: Option<ReleaseWindow>,
    /// Its dates.
    #[schemars(default)]
    pub milestones: Vec<Milestone>,
    /// Its items, by id.
    #[schemars(default)]
    pub items: Vec<String>,
}

reads!(Baseline { name, at, target, window, milestones = Vec::new(), items = Vec::new() });

impl Baseline {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>, at: Timestamp) -> Self {
        Self { name: name.into(), at, target: None, window: None, milestones: Vec::new(), items: Vec::new() }
    }

    /// With `target`: when it was to go out.
    #[must_use]
    pub fn with_target(mut self, target: Timestamp) -> Self {
        self.target = Some(target);
        self
    }

    /// With `window`: when it was allowed to.
    #[must_use]
    pub fn with_window(mut self, window: ReleaseWindow) -> Self {
        self.window = Some(window);
        self
    }

    /// With `milestones`: its dates.
    #[must_use]
    pub fn with_milestones(mut self, milestones: impl IntoIterator<Item = Milestone>) -> Self {
        self.milestones = milestones.into_iter().collect();
        self
    }

    /// With `items`: its items, by id.
    #[must_use]
    pub fn with_items(mut self, items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.items = items.into_iter().map(Into::into).collect();
        self
    }
}

/// How a release looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReleaseFlag {
    /// It is on its way.
    #[default]
    Ok,
    /// Somebody should look.
    Attention,
    /// It may not make it.
    AtRisk,
}

names!(ReleaseFlag: "flag");

impl ReleaseFlag {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Ok, Self::Attention, Self::AtRisk];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Attention => "attention",
            Self::AtRisk => "at_risk",
        }
    }
}

/// What people are told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NoticeOccasion {
    /// That it is planned.
    Planned,
    /// That it is about to go out.
    Before,
    /// That it is out.
    After,
    /// That it was taken back.
    RolledBack,
    /// That something broke.
    Incident,
    /// That it was moved.
    Rescheduled,
    /// That it was given up.
    Cancelled,
}

names!(NoticeOccasion: "occasion of a notice");

impl NoticeOccasion {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Planned,
        Self::Before,
        Self::After,
        Self::RolledBack,
        Self::Incident,
        Self::Rescheduled,
        Self::Cancelled,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Before => "before",
            Self::After => "after",
            Self::RolledBack => "rolled_back",
            Self::Incident => "incident",
            Self::Rescheduled => "rescheduled",
            Self::Cancelled => "cancelled",
        }
    }
}

/// How risky the whole is, and how that was found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AssessedRisk {
    /// The method.
    pub method: String,
    /// What it gave, in the method's own unit.
    pub score: f64,
    /// What that means.
    pub level: RiskLevel,
    /// What went into it.
    #[schemars(default)]
    pub inputs: BTreeMap<String, f64>,
}

reads!(AssessedRisk { method, score, level, inputs = BTreeMap::new() });

impl AssessedRisk {
    /// With nothing said beyond this.
    pub fn new(method: impl Into<String>, score: f64, level: RiskLevel) -> Self {
        Self { method: method.into(), score, level, inputs: BTreeMap::new() }
    }

    /// With `inputs`: what went into it.
    #[must_use]
    pub fn with_inputs(mut self, inputs: BTreeMap<String, f64>) -> Self {
        self.inputs = inputs;
        self
    }
}

/// How risky.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RiskLevel {
    /// Little.
    Low,
    /// Some.
    Moderate,
    /// Much.
    High,
    /// More than that.
    VeryHigh,
}

names!(RiskLevel: "level of risk");

impl RiskLevel {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Low, Self::Moderate, Self::High, Self::VeryHigh];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::VeryHigh => "very_high",
        }
    }
}
