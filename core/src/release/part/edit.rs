//! What is written otherwise in a release than before.

use super::{AcceptanceCriterion, ApprovalStep, Release, ReleaseLink, ReleaseWindow, Resource, Stakeholder};
use crate::document::reads;
use crate::fact::ChangeType;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What is written otherwise in a release than before; what is left out stays as it is. The scope, tasks, milestones, dependencies
/// and risks have commands of their own.
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct ReleaseEdit {
    /// What people call it.
    pub title: Option<String>,
    /// The version of the whole.
    pub version: Option<String>,
    /// Standard, normal or emergency.
    pub change_type: Option<ChangeType>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Who wrote what goes out, beside the authors of the items.
    pub authors: Option<Vec<String>>,
    /// What it is to bring.
    pub objectives: Option<Vec<String>>,
    /// What has to be so for it to be accepted.
    pub criteria: Option<Vec<AcceptanceCriterion>>,
    /// The environments that it passes, in order.
    pub environments: Option<Vec<String>>,
    /// When its work is planned to begin.
    #[schemars(with = "Option<String>")]
    pub starts_at: Option<Timestamp>,
    /// When it is planned to go out; from when it is planned on, `reschedule` says so.
    #[schemars(with = "Option<String>")]
    pub target: Option<Timestamp>,
    /// When it may go out; likewise.
    pub window: Option<ReleaseWindow>,
    /// The approvals that it needs, in order.
    pub approvals: Option<Vec<ApprovalStep>>,
    /// How it is taken back.
    pub backout: Option<String>,
    /// Who is called when something breaks.
    pub on_call: Option<Vec<String>>,
    /// What it needs.
    pub resources: Option<Vec<Resource>>,
    /// Who has to be told.
    pub stakeholders: Option<Vec<Stakeholder>>,
    /// Where to read more.
    pub links: Option<Vec<ReleaseLink>>,
    /// The train that it is part of.
    pub train: Option<String>,
    /// The release before it.
    pub predecessor: Option<String>,
}

reads!(ReleaseEdit {
    title,
    version,
    change_type,
    owner,
    authors,
    objectives,
    criteria,
    environments,
    starts_at,
    target,
    window,
    approvals,
    backout,
    on_call,
    resources,
    stakeholders,
    links,
    train,
    predecessor
});

impl ReleaseEdit {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// With `title`: what people call it.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// With `version`: the version of the whole.
    #[must_use]
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// With `change_type`: standard, normal or emergency.
    #[must_use]
    pub fn with_change_type(mut self, change_type: ChangeType) -> Self {
        self.change_type = Some(change_type);
        self
    }

    /// With `owner`: who answers for it.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// With `authors`: who wrote what goes out, beside the authors of the items.
    #[must_use]
    pub fn with_authors(mut self, authors: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.authors = Some(authors.into_iter().map(Into::into).collect());
        self
    }

    /// With `objectives`: what it is to bring.
    #[must_use]
    pub fn with_objectives(mut self, objectives: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.objectives = Some(objectives.into_iter().map(Into::into).collect());
        self
    }

    /// With `criteria`: what has to be so for it to be accepted.
    #[must_use]
    pub fn with_criteria(mut self, criteria: impl IntoIterator<Item = AcceptanceCriterion>) -> Self {
        self.criteria = Some(criteria.into_iter().collect());
        self
    }

    /// With `environments`: the environments that it passes, in order.
    #[must_use]
    pub fn with_environments(mut self, environments: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.environments = Some(environments.into_iter().map(Into::into).collect());
        self
    }

    /// With `starts_at`: when its work is planned to begin.
    #[must_use]
    pub fn with_starts_at(mut self, starts_at: Timestamp) -> Self {
        self.starts_at = Some(starts_at);
        self
    }

    /// With `target`: when it is planned to go out; from when it is planned on, `reschedule` says so.
    #[must_use]
    pub fn with_target(mut self, target: Timestamp) -> Self {
        self.target = Some(target);
        self
    }

    /// With `window`: when it may go out; likewise.
    #[must_use]
    pub fn with_window(mut self, window: ReleaseWindow) -> Self {
        self.window = Some(window);
        self
    }

    /// With `approvals`: the approvals that it needs, in order.
    #[must_use]
    pub fn with_approvals(mut self, approvals: impl IntoIterator<Item = ApprovalStep>) -> Self {
        self.approvals = Some(approvals.into_iter().collect());
        self
    }

    /// With `backout`: how it is taken back.
    #[must_use]
    pub fn with_backout(mut self, backout: impl Into<String>) -> Self {
        self.backout = Some(backout.into());
        self
    }

    /// With `on_call`: who is called when something breaks.
    #[must_use]
    pub fn with_on_call(mut self, on_call: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.on_call = Some(on_call.into_iter().map(Into::into).collect());
        self
    }

    /// With `resources`: what it needs.
    #[must_use]
    pub fn with_resources(mut self, resources: impl IntoIterator<Item = Resource>) -> Self {
        self.resources = Some(resources.into_iter().collect());
        self
    }

    /// With `stakeholders`: who has to be told.
    #[must_use]
    pub fn with_stakeholders(mut self, stakeholders: impl IntoIterator<Item = Stakeholder>) -> Self {
        self.stakeholders = Some(stakeholders.into_iter().collect());
        self
    }

    /// With `links`: where to read more.
    #[must_use]
    pub fn with_links(mut self, links: impl IntoIterator<Item = ReleaseLink>) -> Self {
        self.links = Some(links.into_iter().collect());
        self
    }

    /// With `train`: the train that it is part of.
    #[must_use]
    pub fn with_train(mut self, train: impl Into<String>) -> Self {
        self.train = Some(train.into());
        self
    }

    /// With `predecessor`: the release before it.
    #[must_use]
    pub fn with_predecessor(mut self, predecessor: impl Into<String>) -> Self {
        self.predecessor = Some(predecessor.into());
        self
    }

    /// Writes a release so.
    pub(crate) fn write(&self, release: &mut Release) {
        let edit = self.clone();
        release.title = edit.title.or(release.title.take());
        release.version = edit.version.or(release.version.take());
        release.change_type = edit.change_type.or(release.change_type.take());
        release.owner = edit.owner.or(release.owner.take());
        put(&mut release.authors, edit.authors);
        put(&mut release.objectives, edit.objectives);
        put(&mut release.criteria, edit.criteria);
        put(&mut release.environments, edit.environments);
        release.starts_at = edit.starts_at.or(release.starts_at.take());
        release.target = edit.target.or(release.target.take());
        release.window = edit.window.or(release.window.take());
        put(&mut release.approvals, edit.approvals);
        release.backout = edit.backout.or(release.backout.take());
        put(&mut release.on_call, edit.on_call);
        put(&mut release.resources, edit.resources);
        put(&mut release.stakeholders, edit.stakeholders);
        put(&mut release.links, edit.links);
        release.train = edit.train.or(release.train.take());
        release.predecessor = edit.predecessor.or(release.predecessor.take());
    }
}

/// Puts what is given in the place of what is there.
fn put<T>(place: &mut T, given: Option<T>) {
    if let Some(given) = given {
        *place = given;
    }
}
