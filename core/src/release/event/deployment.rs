//! What happens while it goes out.

use crate::document::{Extra, reads};
use crate::release::deployment::TargetStatus;
use crate::release::judge::Judged;
use crate::release::part::{ReleaseIncident, ScopeItem};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The deployment began.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct DeploymentStarted {
    /// Where to.
    pub environment: String,
    /// The targets that it has to reach.
    #[schemars(default)]
    pub targets: Vec<String>,
    /// The digest of the scope that goes out.
    pub digest: String,
    /// What goes out.
    #[schemars(default)]
    pub items: Vec<ScopeItem>,
    /// The role of whoever began it.
    pub role: String,
    /// What the gates said.
    #[schemars(default)]
    pub judged: Vec<Judged>,
    /// Whether it is done by hand.
    #[schemars(default)]
    pub manual: bool,
    /// When it began, where that is recorded later.
    #[schemars(with = "Option<String>")]
    pub started_at: Option<Timestamp>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(DeploymentStarted keeping extra { environment, targets = Vec::new(), digest, items = Vec::new(), role, judged = Vec::new(), manual = false, started_at });

impl DeploymentStarted {
    /// With nothing said beyond this.
    pub fn new(environment: impl Into<String>, digest: impl Into<String>, role: impl Into<String>) -> Self {
        Self {
            environment: environment.into(),
            targets: Vec::new(),
            digest: digest.into(),
            items: Vec::new(),
            role: role.into(),
            judged: Vec::new(),
            manual: false,
            started_at: None,
            extra: Extra::default(),
        }
    }

    /// With `targets`: the targets that it has to reach.
    #[must_use]
    pub fn with_targets(mut self, targets: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.targets = targets.into_iter().map(Into::into).collect();
        self
    }

    /// With `items`: what goes out.
    #[must_use]
    pub fn with_items(mut self, items: impl IntoIterator<Item = ScopeItem>) -> Self {
        self.items = items.into_iter().collect();
        self
    }

    /// With `judged`: what the gates said.
    #[must_use]
    pub fn with_judged(mut self, judged: impl IntoIterator<Item = Judged>) -> Self {
        self.judged = judged.into_iter().collect();
        self
    }

    /// With `manual`: whether it is done by hand.
    #[must_use]
    pub fn with_manual(mut self, manual: bool) -> Self {
        self.manual = manual;
        self
    }

    /// With `started_at`: when it began, where that is recorded later.
    #[must_use]
    pub fn with_started_at(mut self, started_at: Timestamp) -> Self {
        self.started_at = Some(started_at);
        self
    }
}

/// It got further on a target.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct RolloutStepRecorded {
    /// The target.
    pub target: String,
    /// How far it is there.
    pub status: TargetStatus,
    /// The step of the rollout.
    pub step: Option<String>,
    /// Whether from here on there is no way back.
    #[schemars(default)]
    pub point_of_no_return: bool,
    /// What there is to say.
    pub note: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(RolloutStepRecorded keeping extra { target, status, step, point_of_no_return = false, note });

impl RolloutStepRecorded {
    /// With nothing said beyond this.
    pub fn new(target: impl Into<String>, status: TargetStatus) -> Self {
        Self {
            target: target.into(),
            status,
            step: None,
            point_of_no_return: false,
            note: None,
            extra: Extra::default(),
        }
    }

    /// With `step`: the step of the rollout.
    #[must_use]
    pub fn with_step(mut self, step: impl Into<String>) -> Self {
        self.step = Some(step.into());
        self
    }

    /// With `point_of_no_return`: whether from here on there is no way back.
    #[must_use]
    pub fn with_point_of_no_return(mut self, point_of_no_return: bool) -> Self {
        self.point_of_no_return = point_of_no_return;
        self
    }

    /// With `note`: what there is to say.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

/// It is out.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Deployed {
    /// Where.
    pub environment: String,
    /// What there is to say.
    pub note: Option<String>,
    /// When it was out, where that is recorded later.
    #[schemars(with = "Option<String>")]
    pub finished_at: Option<Timestamp>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Deployed keeping extra { environment, note, finished_at });

impl Deployed {
    /// With nothing said beyond this.
    pub fn new(environment: impl Into<String>) -> Self {
        Self { environment: environment.into(), note: None, finished_at: None, extra: Extra::default() }
    }

    /// With `note`: what there is to say.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// With `finished_at`: when it was out, where that is recorded later.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: Timestamp) -> Self {
        self.finished_at = Some(finished_at);
        self
    }
}

/// It is taken back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct RollbackStarted {
    /// Why.
    pub reason: String,
    /// What each item goes back to, by id.
    #[schemars(default)]
    pub to: BTreeMap<String, String>,
    /// Whether past the point of no return.
    #[schemars(default)]
    pub overridden: bool,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(RollbackStarted keeping extra { reason, to = BTreeMap::new(), overridden = false });

impl RollbackStarted {
    /// With nothing said beyond this.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), to: BTreeMap::new(), overridden: false, extra: Extra::default() }
    }

    /// With `to`: what each item goes back to, by id.
    #[must_use]
    pub fn with_to(mut self, to: BTreeMap<String, String>) -> Self {
        self.to = to;
        self
    }

    /// With `overridden`: whether past the point of no return.
    #[must_use]
    pub fn with_overridden(mut self, overridden: bool) -> Self {
        self.overridden = overridden;
        self
    }
}

/// It was taken back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct RolledBack {
    /// What there is to say.
    pub note: Option<String>,
    /// When it was back, where that is recorded later.
    #[schemars(with = "Option<String>")]
    pub finished_at: Option<Timestamp>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(RolledBack keeping extra { note, finished_at });

impl RolledBack {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { note: None, finished_at: None, extra: Extra::default() }
    }

    /// With `finished_at`: when it was back, where that is recorded later.
    #[must_use]
    pub fn with_finished_at(mut self, finished_at: Timestamp) -> Self {
        self.finished_at = Some(finished_at);
        self
    }

    /// With `note`: what there is to say.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

impl Default for RolledBack {
    fn default() -> Self {
        Self::new()
    }
}

/// It could not be taken back.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct RollbackFailed {
    /// What there is to say.
    pub note: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(RollbackFailed keeping extra { note });

impl RollbackFailed {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { note: None, extra: Extra::default() }
    }

    /// With `note`: what there is to say.
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }
}

impl Default for RollbackFailed {
    fn default() -> Self {
        Self::new()
    }
}

/// It runs as it should.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReleaseAccepted {
    /// Why before the time of observation was over.
    pub reason: Option<String>,
    /// The acceptance criteria that were met, by id.
    #[schemars(default)]
    pub criteria: Vec<String>,
    /// What the gates said.
    #[schemars(default)]
    pub judged: Vec<Judged>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReleaseAccepted keeping extra { reason, criteria = Vec::new(), judged = Vec::new() });

impl ReleaseAccepted {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, criteria: Vec::new(), judged: Vec::new(), extra: Extra::default() }
    }

    /// With `reason`: why before the time of observation was over.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// With `criteria`: the acceptance criteria that were met, by id.
    #[must_use]
    pub fn with_criteria(mut self, criteria: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.criteria = criteria.into_iter().map(Into::into).collect();
        self
    }

    /// With `judged`: what the gates said.
    #[must_use]
    pub fn with_judged(mut self, judged: impl IntoIterator<Item = Judged>) -> Self {
        self.judged = judged.into_iter().collect();
        self
    }
}

impl Default for ReleaseAccepted {
    fn default() -> Self {
        Self::new()
    }
}

/// Something broke, or is whole again.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct IncidentRecorded {
    /// What.
    pub incident: ReleaseIncident,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(IncidentRecorded keeping extra { incident });

impl IncidentRecorded {
    /// With nothing said beyond this.
    pub fn new(incident: ReleaseIncident) -> Self {
        Self { incident, extra: Extra::default() }
    }
}
