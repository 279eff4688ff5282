//! The approvals that a release needs.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// One step of the approvals that a release needs, in order.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ApprovalStep {
    /// What it is called by: `assess`, `authorise`, …
    pub name: String,
    /// The role that its approvers are in.
    pub role: String,
    /// How many of the role have to say yes.
    #[schemars(default)]
    pub quorum: ApprovalQuorum,
    /// Under the quorum `percent`: the share of the role, 0–100.
    pub percent: Option<f64>,
    /// Whether it is given after the fact: an emergency's.
    #[schemars(default)]
    pub retrospective: bool,
}

reads!(ApprovalStep { name, role, quorum = ApprovalQuorum::default(), percent, retrospective = false });

impl ApprovalStep {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>, role: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            role: role.into(),
            quorum: ApprovalQuorum::default(),
            percent: None,
            retrospective: false,
        }
    }

    /// With `quorum`: how many of the role have to say yes.
    #[must_use]
    pub fn with_quorum(mut self, quorum: ApprovalQuorum) -> Self {
        self.quorum = quorum;
        self
    }

    /// With `percent`: under the quorum `percent`: the share of the role, 0–100.
    #[must_use]
    pub fn with_percent(mut self, percent: f64) -> Self {
        self.percent = Some(percent);
        self
    }

    /// With `retrospective`: whether it is given after the fact: an emergency's.
    #[must_use]
    pub fn with_retrospective(mut self, retrospective: bool) -> Self {
        self.retrospective = retrospective;
        self
    }
}

/// How many of a role have to say yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ApprovalQuorum {
    /// The first who says so.
    #[default]
    First,
    /// All who are in it.
    All,
    /// A share of those who are in it.
    Percent,
}

names!(ApprovalQuorum: "approval quorum");

impl ApprovalQuorum {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::First, Self::All, Self::Percent];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::All => "all",
            Self::Percent => "percent",
        }
    }
}
