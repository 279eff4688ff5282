//! A release as people write it down before it begins.

use super::{
    Action, ApprovalStep, Milestone, ReleaseDependency, ReleaseLink, ReleaseWindow, Resource, Risk,
    ScopeItem, Stakeholder, Task,
};
use crate::document::reads;
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
