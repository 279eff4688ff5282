//! What happens before and around the work.

use crate::document::{Extra, reads};
use crate::release::part::{
    Baseline, Milestone, NoticeOccasion, Release, ReleaseDependency, ReleaseEdit, ReleaseFlag, ReleaseWindow,
    Task,
};
use crate::release::template::Template;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// It was opened.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReleaseCreated {
    /// The release.
    pub release: Release,
    /// The template, as it was.
    pub template: Template,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReleaseCreated keeping extra { release, template });

impl ReleaseCreated {
    /// With nothing said beyond this.
    pub fn new(release: Release, template: Template) -> Self {
        Self { release, template, extra: Extra::default() }
    }
}

/// Something of it was written otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReleaseEdited {
    /// What is otherwise.
    pub edit: ReleaseEdit,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReleaseEdited keeping extra { edit });

impl ReleaseEdited {
    /// With nothing said beyond this.
    pub fn new(edit: ReleaseEdit) -> Self {
        Self { edit, extra: Extra::default() }
    }
}

/// It is planned.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReleasePlanned {
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReleasePlanned keeping extra {});

impl ReleasePlanned {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { extra: Extra::default() }
    }
}

impl Default for ReleasePlanned {
    fn default() -> Self {
        Self::new()
    }
}

/// What was planned was written down, to compare with later.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct BaselineTaken {
    /// What was planned.
    pub baseline: Baseline,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(BaselineTaken keeping extra { baseline });

impl BaselineTaken {
    /// With nothing said beyond this.
    pub fn new(baseline: Baseline) -> Self {
        Self { baseline, extra: Extra::default() }
    }
}

/// It was moved to another time.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Rescheduled {
    /// When it is to go out.
    #[schemars(with = "Option<String>")]
    pub target: Option<Timestamp>,
    /// When it may go out.
    pub window: Option<ReleaseWindow>,
    /// The milestones that moved with it.
    #[schemars(default)]
    pub milestones: Vec<Milestone>,
    /// Why.
    pub reason: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Rescheduled keeping extra { target, window, milestones = Vec::new(), reason });

impl Rescheduled {
    /// With nothing said beyond this.
    pub fn new(reason: impl Into<String>) -> Self {
        Self {
            target: None,
            window: None,
            milestones: Vec::new(),
            reason: reason.into(),
            extra: Extra::default(),
        }
    }

    /// With `target`: when it is to go out.
    #[must_use]
    pub fn with_target(mut self, target: Timestamp) -> Self {
        self.target = Some(target);
        self
    }

    /// With `window`: when it may go out.
    #[must_use]
    pub fn with_window(mut self, window: ReleaseWindow) -> Self {
        self.window = Some(window);
        self
    }

    /// With `milestones`: the milestones that moved with it.
    #[must_use]
    pub fn with_milestones(mut self, milestones: impl IntoIterator<Item = Milestone>) -> Self {
        self.milestones = milestones.into_iter().collect();
        self
    }
}

/// A milestone was added, or reached.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct MilestoneSet {
    /// The milestone.
    pub milestone: Milestone,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(MilestoneSet keeping extra { milestone });

impl MilestoneSet {
    /// With nothing said beyond this.
    pub fn new(milestone: Milestone) -> Self {
        Self { milestone, extra: Extra::default() }
    }
}

/// Something that it waits for was added, or came.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct DependencySet {
    /// What it waits for.
    pub dependency: ReleaseDependency,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(DependencySet keeping extra { dependency });

impl DependencySet {
    /// With nothing said beyond this.
    pub fn new(dependency: ReleaseDependency) -> Self {
        Self { dependency, extra: Extra::default() }
    }
}

/// A task was added, or got further.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct TaskSet {
    /// The task.
    pub task: Task,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(TaskSet keeping extra { task });

impl TaskSet {
    /// With nothing said beyond this.
    pub fn new(task: Task) -> Self {
        Self { task, extra: Extra::default() }
    }
}

/// A task is to be done again.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct TaskReopened {
    /// The task, by id.
    pub task: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(TaskReopened keeping extra { task });

impl TaskReopened {
    /// With nothing said beyond this.
    pub fn new(task: impl Into<String>) -> Self {
        Self { task: task.into(), extra: Extra::default() }
    }
}

/// Somebody said how it looks.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct FlagSet {
    /// How.
    pub flag: ReleaseFlag,
    /// Why.
    pub comment: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(FlagSet keeping extra { flag, comment });

impl FlagSet {
    /// With nothing said beyond this.
    pub fn new(flag: ReleaseFlag) -> Self {
        Self { flag, comment: None, extra: Extra::default() }
    }

    /// With `comment`: why.
    #[must_use]
    pub fn with_comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }
}

/// It was given up.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReleaseCancelled {
    /// Why.
    pub reason: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReleaseCancelled keeping extra { reason });

impl ReleaseCancelled {
    /// With nothing said beyond this.
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), extra: Extra::default() }
    }
}

/// The environments that it had booked are free.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct ReservationsReleased {
    /// Which.
    #[schemars(default)]
    pub environments: Vec<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(ReservationsReleased keeping extra { environments = Vec::new() });

impl ReservationsReleased {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { environments: Vec::new(), extra: Extra::default() }
    }

    /// With `environments`: which.
    #[must_use]
    pub fn with_environments(mut self, environments: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.environments = environments.into_iter().map(Into::into).collect();
        self
    }
}

impl Default for ReservationsReleased {
    fn default() -> Self {
        Self::new()
    }
}

/// Those that wait for it were told.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct DependentsNotified {
    /// Which.
    #[schemars(default)]
    pub releases: Vec<String>,
    /// Of what.
    pub cause: String,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(DependentsNotified keeping extra { releases = Vec::new(), cause });

impl DependentsNotified {
    /// With nothing said beyond this.
    pub fn new(cause: impl Into<String>) -> Self {
        Self { releases: Vec::new(), cause: cause.into(), extra: Extra::default() }
    }

    /// With `releases`: which.
    #[must_use]
    pub fn with_releases(mut self, releases: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.releases = releases.into_iter().map(Into::into).collect();
        self
    }
}

/// It was stopped where it is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct HoldPlaced {
    /// Why.
    pub reason: String,
    /// When somebody looks at it again.
    #[schemars(with = "String")]
    pub review_at: Timestamp,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(HoldPlaced keeping extra { reason, review_at });

impl HoldPlaced {
    /// With nothing said beyond this.
    pub fn new(reason: impl Into<String>, review_at: Timestamp) -> Self {
        Self { reason: reason.into(), review_at, extra: Extra::default() }
    }
}

/// It goes on.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct HoldLifted {
    /// Why.
    pub reason: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(HoldLifted keeping extra { reason });

impl HoldLifted {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { reason: None, extra: Extra::default() }
    }

    /// With `reason`: why.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

impl Default for HoldLifted {
    fn default() -> Self {
        Self::new()
    }
}

/// People were told.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct NoticeSent {
    /// Who.
    #[schemars(default)]
    pub audience: Vec<String>,
    /// What of.
    pub occasion: NoticeOccasion,
    /// How.
    pub channel: Option<String>,
    /// What they were told.
    pub text: Option<String>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(NoticeSent keeping extra { audience = Vec::new(), occasion, channel, text });

impl NoticeSent {
    /// With nothing said beyond this.
    pub fn new(occasion: NoticeOccasion) -> Self {
        Self { audience: Vec::new(), occasion, channel: None, text: None, extra: Extra::default() }
    }

    /// With `audience`: who.
    #[must_use]
    pub fn with_audience(mut self, audience: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.audience = audience.into_iter().map(Into::into).collect();
        self
    }

    /// With `channel`: how.
    #[must_use]
    pub fn with_channel(mut self, channel: impl Into<String>) -> Self {
        self.channel = Some(channel.into());
        self
    }

    /// With `text`: what they were told.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
}
