//! A release as people write it down before it begins.

use super::{Action, Risk, ScopeItem};
use crate::document::{names, reads};
use crate::fact::ChangeType;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// One delivery: what goes out, why, when, by whom and by which rules. What a person writes, and what `create` carries; how far it
/// came is the [`ReleaseState`](crate::release::ReleaseState).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Release {
    /// What it is called by; the subject of its entries in the ledger.
    pub id: String,
    /// What people call it.
    pub title: Option<String>,
    /// The version of the whole, where it has one.
    pub version: Option<String>,
    /// The template that it follows, by name: `train`, `quarterly`, `hotfix`, `continuous`, or one of the context's.
    pub template: String,
    /// Standard, normal or emergency; as the template has it, where left out.
    pub change_type: Option<ChangeType>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Who wrote what goes out, beside the authors of the items: none of them may approve.
    #[schemars(default)]
    pub authors: Vec<String>,
    /// What it is to bring.
    #[schemars(default)]
    pub objectives: Vec<String>,
    /// What has to be so for it to be accepted.
    #[schemars(default)]
    pub criteria: Vec<AcceptanceCriterion>,
    /// What goes out.
    #[schemars(default)]
    pub scope: Vec<ScopeItem>,
    /// The environments that it passes, in order; the last is where it is delivered to.
    #[schemars(default)]
    pub environments: Vec<String>,
    /// When its work is planned to begin.
    #[schemars(with = "Option<String>")]
    pub starts_at: Option<Timestamp>,
    /// When it is planned to go out.
    #[schemars(with = "Option<String>")]
    pub target: Option<Timestamp>,
    /// When it may go out.
    pub window: Option<ReleaseWindow>,
    /// Its dates.
    #[schemars(default)]
    pub milestones: Vec<Milestone>,
    /// What has to be done for it.
    #[schemars(default)]
    pub tasks: Vec<Task>,
    /// The approvals that it needs, in order; as its change type has it, where empty.
    #[schemars(default)]
    pub approvals: Vec<ApprovalStep>,
    /// How it is taken back: a reference to the plan for that.
    pub backout: Option<String>,
    /// What may go wrong.
    #[schemars(default)]
    pub risks: Vec<Risk>,
    /// Who is called when something breaks.
    #[schemars(default)]
    pub on_call: Vec<String>,
    /// What it needs: people, money, machines.
    #[schemars(default)]
    pub resources: Vec<Resource>,
    /// Who has to be told.
    #[schemars(default)]
    pub stakeholders: Vec<Stakeholder>,
    /// What it waits for.
    #[schemars(default)]
    pub dependencies: Vec<ReleaseDependency>,
    /// Where to read more.
    #[schemars(default)]
    pub links: Vec<ReleaseLink>,
    /// The train that it is part of.
    pub train: Option<String>,
    /// The release before it, whose open actions it carries on.
    pub predecessor: Option<String>,
    /// Actions that it carries on from releases before it.
    #[schemars(default)]
    pub actions: Vec<Action>,
}

reads!(Release as "greenboard/release/1" { id, title, version, template, change_type, owner, authors = Vec::new(), objectives = Vec::new(), criteria = Vec::new(), scope = Vec::new(), environments = Vec::new(), starts_at, target, window, milestones = Vec::new(), tasks = Vec::new(), approvals = Vec::new(), backout, risks = Vec::new(), on_call = Vec::new(), resources = Vec::new(), stakeholders = Vec::new(), dependencies = Vec::new(), links = Vec::new(), train, predecessor, actions = Vec::new() });

impl Release {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, template: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: None,
            version: None,
            template: template.into(),
            change_type: None,
            owner: None,
            authors: Vec::new(),
            objectives: Vec::new(),
            criteria: Vec::new(),
            scope: Vec::new(),
            environments: Vec::new(),
            starts_at: None,
            target: None,
            window: None,
            milestones: Vec::new(),
            tasks: Vec::new(),
            approvals: Vec::new(),
            backout: None,
            risks: Vec::new(),
            on_call: Vec::new(),
            resources: Vec::new(),
            stakeholders: Vec::new(),
            dependencies: Vec::new(),
            links: Vec::new(),
            train: None,
            predecessor: None,
            actions: Vec::new(),
        }
    }

    /// With `title`: what people call it.
    #[must_use]
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// With `version`: the version of the whole, where it has one.
    #[must_use]
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// With `change_type`: standard, normal or emergency; as the template has it, where left out.
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

    /// With `authors`: who wrote what goes out, beside the authors of the items: none of them may approve.
    #[must_use]
    pub fn with_authors(mut self, authors: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.authors = authors.into_iter().map(Into::into).collect();
        self
    }

    /// With `objectives`: what it is to bring.
    #[must_use]
    pub fn with_objectives(mut self, objectives: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.objectives = objectives.into_iter().map(Into::into).collect();
        self
    }

    /// With `criteria`: what has to be so for it to be accepted.
    #[must_use]
    pub fn with_criteria(mut self, criteria: impl IntoIterator<Item = AcceptanceCriterion>) -> Self {
        self.criteria = criteria.into_iter().collect();
        self
    }

    /// With `scope`: what goes out.
    #[must_use]
    pub fn with_scope(mut self, scope: impl IntoIterator<Item = ScopeItem>) -> Self {
        self.scope = scope.into_iter().collect();
        self
    }

    /// With `environments`: the environments that it passes, in order; the last is where it is delivered to.
    #[must_use]
    pub fn with_environments(mut self, environments: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.environments = environments.into_iter().map(Into::into).collect();
        self
    }

    /// With `starts_at`: when its work is planned to begin.
    #[must_use]
    pub fn with_starts_at(mut self, starts_at: Timestamp) -> Self {
        self.starts_at = Some(starts_at);
        self
    }

    /// With `target`: when it is planned to go out.
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

    /// With `milestones`: its dates.
    #[must_use]
    pub fn with_milestones(mut self, milestones: impl IntoIterator<Item = Milestone>) -> Self {
        self.milestones = milestones.into_iter().collect();
        self
    }

    /// With `tasks`: what has to be done for it.
    #[must_use]
    pub fn with_tasks(mut self, tasks: impl IntoIterator<Item = Task>) -> Self {
        self.tasks = tasks.into_iter().collect();
        self
    }

    /// With `approvals`: the approvals that it needs, in order; as its change type has it, where empty.
    #[must_use]
    pub fn with_approvals(mut self, approvals: impl IntoIterator<Item = ApprovalStep>) -> Self {
        self.approvals = approvals.into_iter().collect();
        self
    }

    /// With `backout`: how it is taken back: a reference to the plan for that.
    #[must_use]
    pub fn with_backout(mut self, backout: impl Into<String>) -> Self {
        self.backout = Some(backout.into());
        self
    }

    /// With `risks`: what may go wrong.
    #[must_use]
    pub fn with_risks(mut self, risks: impl IntoIterator<Item = Risk>) -> Self {
        self.risks = risks.into_iter().collect();
        self
    }

    /// With `on_call`: who is called when something breaks.
    #[must_use]
    pub fn with_on_call(mut self, on_call: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.on_call = on_call.into_iter().map(Into::into).collect();
        self
    }

    /// With `resources`: what it needs: people, money, machines.
    #[must_use]
    pub fn with_resources(mut self, resources: impl IntoIterator<Item = Resource>) -> Self {
        self.resources = resources.into_iter().collect();
        self
    }

    /// With `stakeholders`: who has to be told.
    #[must_use]
    pub fn with_stakeholders(mut self, stakeholders: impl IntoIterator<Item = Stakeholder>) -> Self {
        self.stakeholders = stakeholders.into_iter().collect();
        self
    }

    /// With `dependencies`: what it waits for.
    #[must_use]
    pub fn with_dependencies(mut self, dependencies: impl IntoIterator<Item = ReleaseDependency>) -> Self {
        self.dependencies = dependencies.into_iter().collect();
        self
    }

    /// With `links`: where to read more.
    #[must_use]
    pub fn with_links(mut self, links: impl IntoIterator<Item = ReleaseLink>) -> Self {
        self.links = links.into_iter().collect();
        self
    }

    /// With `train`: the train that it is part of.
    #[must_use]
    pub fn with_train(mut self, train: impl Into<String>) -> Self {
        self.train = Some(train.into());
        self
    }

    /// With `predecessor`: the release before it, whose open actions it carries on.
    #[must_use]
    pub fn with_predecessor(mut self, predecessor: impl Into<String>) -> Self {
        self.predecessor = Some(predecessor.into());
        self
    }

    /// With `actions`: actions that it carries on from releases before it.
    #[must_use]
    pub fn with_actions(mut self, actions: impl IntoIterator<Item = Action>) -> Self {
        self.actions = actions.into_iter().collect();
        self
    }
}

/// Something that has to be so for a release to be accepted.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AcceptanceCriterion {
    /// What it is called by.
    pub id: String,
    /// What has to be so.
    pub text: String,
    /// The gate that says whether it is so; somebody has to say so, where left out.
    pub gate: Option<String>,
    /// When somebody said that it is so.
    #[schemars(with = "Option<String>")]
    pub met_at: Option<Timestamp>,
    /// Who said so.
    pub met_by: Option<String>,
}

reads!(AcceptanceCriterion { id, text, gate, met_at, met_by });

impl AcceptanceCriterion {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), gate: None, met_at: None, met_by: None }
    }

    /// With `gate`: the gate that says whether it is so; somebody has to say so, where left out.
    #[must_use]
    pub fn with_gate(mut self, gate: impl Into<String>) -> Self {
        self.gate = Some(gate.into());
        self
    }

    /// With `met_at`: when somebody said that it is so.
    #[must_use]
    pub fn with_met_at(mut self, met_at: Timestamp) -> Self {
        self.met_at = Some(met_at);
        self
    }

    /// With `met_by`: who said so.
    #[must_use]
    pub fn with_met_by(mut self, met_by: impl Into<String>) -> Self {
        self.met_by = Some(met_by.into());
        self
    }
}

/// A span of time in which a release may go out: half-open, so that one may begin where another ends.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema, Eq, Copy)]
#[non_exhaustive]
pub struct ReleaseWindow {
    /// When it opens.
    #[schemars(with = "String")]
    pub starts_at: Timestamp,
    /// When it closes.
    #[schemars(with = "String")]
    pub ends_at: Timestamp,
}

reads!(ReleaseWindow { starts_at, ends_at });

impl ReleaseWindow {
    /// With nothing said beyond this.
    pub fn new(starts_at: Timestamp, ends_at: Timestamp) -> Self {
        Self { starts_at, ends_at }
    }
}

/// A date of a release.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Milestone {
    /// What it is called by.
    pub name: String,
    /// What sort of date it is.
    #[schemars(default)]
    pub kind: MilestoneKind,
    /// When it is due.
    #[schemars(with = "String")]
    pub due: Timestamp,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The stage that it belongs to.
    pub stage: Option<String>,
    /// When it was reached.
    #[schemars(with = "Option<String>")]
    pub achieved_at: Option<Timestamp>,
}

reads!(Milestone { name, kind = MilestoneKind::default(), due, owner, stage, achieved_at });

impl Milestone {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>, due: Timestamp) -> Self {
        Self {
            name: name.into(),
            kind: MilestoneKind::default(),
            due,
            owner: None,
            stage: None,
            achieved_at: None,
        }
    }

    /// With `kind`: what sort of date it is.
    #[must_use]
    pub fn with_kind(mut self, kind: MilestoneKind) -> Self {
        self.kind = kind;
        self
    }

    /// With `owner`: who answers for it.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// With `stage`: the stage that it belongs to.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// With `achieved_at`: when it was reached.
    #[must_use]
    pub fn with_achieved_at(mut self, achieved_at: Timestamp) -> Self {
        self.achieved_at = Some(achieved_at);
        self
    }
}

/// What sort of date it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MilestoneKind {
    /// A point of the work.
    #[default]
    Milestone,
    /// Something that happens: a meeting, a launch.
    KeyEvent,
    /// A date that nothing may pass.
    Deadline,
    /// Good to know.
    ImportantDate,
}

names!(MilestoneKind: "milestone kind");

impl MilestoneKind {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Milestone, Self::KeyEvent, Self::Deadline, Self::ImportantDate];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Milestone => "milestone",
            Self::KeyEvent => "key_event",
            Self::Deadline => "deadline",
            Self::ImportantDate => "important_date",
        }
    }
}

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Task {
    /// What it is called by.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// The stage that it has to be done in; before the release is closed, where left out.
    pub stage: Option<String>,
    /// Who does it.
    pub assignee: Option<String>,
    /// When it is due; at the planned end of its stage, where left out.
    #[schemars(with = "Option<String>")]
    pub due: Option<Timestamp>,
    /// How far it is.
    #[schemars(default)]
    pub status: TaskStatus,
}

reads!(Task { id, title, stage, assignee, due, status = TaskStatus::default() });

impl Task {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            stage: None,
            assignee: None,
            due: None,
            status: TaskStatus::default(),
        }
    }

    /// With `stage`: the stage that it has to be done in; before the release is closed, where left out.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// With `assignee`: who does it.
    #[must_use]
    pub fn with_assignee(mut self, assignee: impl Into<String>) -> Self {
        self.assignee = Some(assignee.into());
        self
    }

    /// With `due`: when it is due; at the planned end of its stage, where left out.
    #[must_use]
    pub fn with_due(mut self, due: Timestamp) -> Self {
        self.due = Some(due);
        self
    }

    /// With `status`: how far it is.
    #[must_use]
    pub fn with_status(mut self, status: TaskStatus) -> Self {
        self.status = status;
        self
    }
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TaskStatus {
    /// Nobody began.
    #[default]
    Open,
    /// Somebody is at it.
    InProgress,
    /// It is done.
    Done,
    /// It need not be done.
    Dropped,
}

names!(TaskStatus: "task status");

impl TaskStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Open, Self::InProgress, Self::Done, Self::Dropped];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::InProgress => "in_progress",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }
}

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

/// Something that a release needs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Resource {
    /// What it is.
    pub name: String,
    /// Of which kind: `people`, `machines`, `money`, …
    pub kind: Option<String>,
    /// How much of it.
    pub amount: Option<f64>,
    /// The unit of the amount.
    pub unit: Option<String>,
    /// Who gives it.
    pub owner: Option<String>,
}

reads!(Resource { name, kind, amount, unit, owner });

impl Resource {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), kind: None, amount: None, unit: None, owner: None }
    }

    /// With `kind`: of which kind: `people`, `machines`, `money`, …
    #[must_use]
    pub fn with_kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// With `amount`: how much of it.
    #[must_use]
    pub fn with_amount(mut self, amount: f64) -> Self {
        self.amount = Some(amount);
        self
    }

    /// With `unit`: the unit of the amount.
    #[must_use]
    pub fn with_unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// With `owner`: who gives it.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }
}

/// Somebody who has to be told.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Stakeholder {
    /// Who: a person or a group.
    pub name: String,
    /// How they are told: `email`, `slack`, …
    pub channel: Option<String>,
    /// What it is to them.
    pub interest: Option<String>,
}

reads!(Stakeholder { name, channel, interest });

impl Stakeholder {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), channel: None, interest: None }
    }

    /// With `channel`: how they are told: `email`, `slack`, …
    #[must_use]
    pub fn with_channel(mut self, channel: impl Into<String>) -> Self {
        self.channel = Some(channel.into());
        self
    }

    /// With `interest`: what it is to them.
    #[must_use]
    pub fn with_interest(mut self, interest: impl Into<String>) -> Self {
        self.interest = Some(interest.into());
        self
    }
}

/// Something that a release waits for.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseDependency {
    /// The release that is waited for.
    pub release: String,
    /// Its stage that has to be completed; all of it, where left out.
    pub stage: Option<String>,
    /// Its milestone that has to be reached.
    pub milestone: Option<String>,
    /// What waits.
    #[schemars(default)]
    pub needed: DependencyNeed,
    /// How it stands.
    #[schemars(default)]
    pub status: DependencyStatus,
}

reads!(ReleaseDependency { release, stage, milestone, needed = DependencyNeed::default(), status = DependencyStatus::default() });

impl ReleaseDependency {
    /// With nothing said beyond this.
    pub fn new(release: impl Into<String>) -> Self {
        Self {
            release: release.into(),
            stage: None,
            milestone: None,
            needed: DependencyNeed::default(),
            status: DependencyStatus::default(),
        }
    }

    /// With `stage`: its stage that has to be completed; all of it, where left out.
    #[must_use]
    pub fn with_stage(mut self, stage: impl Into<String>) -> Self {
        self.stage = Some(stage.into());
        self
    }

    /// With `milestone`: its milestone that has to be reached.
    #[must_use]
    pub fn with_milestone(mut self, milestone: impl Into<String>) -> Self {
        self.milestone = Some(milestone.into());
        self
    }

    /// With `needed`: what waits.
    #[must_use]
    pub fn with_needed(mut self, needed: DependencyNeed) -> Self {
        self.needed = needed;
        self
    }

    /// With `status`: how it stands.
    #[must_use]
    pub fn with_status(mut self, status: DependencyStatus) -> Self {
        self.status = status;
        self
    }
}

/// What of a release waits for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DependencyNeed {
    /// Its work.
    #[default]
    Start,
    /// The end of its work, and so its deployment.
    Finish,
}

names!(DependencyNeed: "dependency need");

impl DependencyNeed {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Start, Self::Finish];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Finish => "finish",
        }
    }
}

/// How a dependency stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DependencyStatus {
    /// Not yet there.
    #[default]
    Open,
    /// There.
    Done,
    /// It will not come.
    Aborted,
}

names!(DependencyStatus: "dependency status");

impl DependencyStatus {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Open, Self::Done, Self::Aborted];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Aborted => "aborted",
        }
    }
}

/// Where to read more.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseLink {
    /// What is there.
    pub title: String,
    /// Where it is.
    pub url: String,
}

reads!(ReleaseLink { title, url });

impl ReleaseLink {
    /// With nothing said beyond this.
    pub fn new(title: impl Into<String>, url: impl Into<String>) -> Self {
        Self { title: title.into(), url: url.into() }
    }
}
