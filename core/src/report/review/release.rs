//! What is said of a release as it stands.

use super::format::ReviewFormat;
use super::owed::{self, words};
use super::page::{Cell, List, Page, Table};
use super::words::said;
use crate::gate::Signal;
use crate::release::approval::{ApprovalStanding, GivenApproval};
use crate::release::{
    ReleaseState, ReleaseStatus, ScopeItem, StageRecord, StageStatus, deployment::DeploymentRecord, due,
};
use jiff::Timestamp;
use std::fmt;

/// A release for people, as it stands at an instant: its state, stages, scope and approvals, what gates said, what broke, and who
/// owes what.
///
/// ```
/// use greenboard::fact::{Facts, Roster};
/// use greenboard::gate::GateSet;
/// use greenboard::ledger::Actor;
/// use greenboard::release::{Context, CreateCommand, Envelope, Release, Roles, decide, fold};
/// use greenboard::report::{self, ReviewFormat};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let context = Context::new(GateSet::parse("gates: []")?, Roles::new(), Facts::new(Roster::new()))?;
/// let create = CreateCommand::new(Release::new("api-1.4.0", "train"));
/// let events = decide(None, &Envelope::new("create-1", Actor::human("ada"), at, create), &context)?;
/// let page = report::release(&fold(&events).unwrap(), at, ReviewFormat::Text);
/// assert!(page.starts_with("api-1.4.0: draft\n"), "{page}");
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn release(state: &ReleaseState, at: Timestamp, format: ReviewFormat) -> String {
    format.write(&page(state, at))
}

/// Releases for people, a line each: where each stands, how it looks, when it is to go out.
///
/// ```
/// use greenboard::report::{self, ReviewFormat};
/// assert_eq!(report::releases([], ReviewFormat::Text), "There is no release.\n");
/// ```
pub fn releases<'s>(states: impl IntoIterator<Item = &'s ReleaseState>, format: ReviewFormat) -> String {
    let mut page = Page::default();
    let mut table = Table::of(&["release", "status", "flag", "template", "owner", "target", "since"]);
    let row = |state: &ReleaseState| {
        vec![
            title(state).into(),
            Cell::Marked(word(state), signal(state)),
            words(state.flag.name()).into(),
            state.release.template.as_str().into(),
            optional(state.release.owner.as_ref()),
            instant(state.release.target),
            instant(Some(state.updated_at)),
        ]
    };
    table.rows = states.into_iter().map(row).collect();
    if table.rows.is_empty() {
        page.note("There is no release.");
    }
    page.table(table);
    format.write(&page)
}

impl fmt::Display for ReleaseState {
    /// Where it stands in a line, and how far each stage is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", super::words::plain(&title(self)), word(self))?;
        write!(f, "\n{}", super::text::table(&stages(self)))
    }
}

fn page(state: &ReleaseState, at: Timestamp) -> Page {
    let mut page = Page::default();
    page.headed(title(state), word(state), signal(state));
    page.note(format!("At {at}, after {} events.", state.version));
    page.note(plan(state));
    if let Some(hold) = &state.hold {
        page.note(format!(
            "On hold since {} by {}: {}. Review {}.",
            hold.since, hold.by, hold.reason, hold.review_at
        ));
    }
    if let Some(comment) = &state.flag_comment {
        page.note(format!("Flag {}: {comment}", words(state.flag.name())));
    }
    page.table(stages(state));
    page.table(scope(&state.release.scope));
    page.table(gates(state));
    page.table(approvals(&state.approvals));
    if let Some(go) = &state.go {
        page.note(format!("Go by {} at {}, valid until {}.", go.by, go.at, go.valid_until));
    }
    page.table(deployments(&state.deployments));
    page.list(incidents(state));
    page.list(actions(state));
    page.list(owed::list(&due(state, at)));
    page
}

fn title(state: &ReleaseState) -> String {
    match &state.release.title {
        Some(title) => format!("{} ({title})", state.release.id),
        None => state.release.id.clone(),
    }
}

fn word(state: &ReleaseState) -> String {
    let hold = if state.hold.is_some() { ", on hold" } else { "" };
    let outcome = state.outcome.map(|outcome| format!(", {}", words(outcome.name()))).unwrap_or_default();
    format!("{}{outcome}{hold}", state.status.name())
}

fn signal(state: &ReleaseState) -> Signal {
    match state.status {
        _ if state.hold.is_some() => Signal::Conditional,
        ReleaseStatus::Cancelled => Signal::NoGo,
        ReleaseStatus::Closed | ReleaseStatus::Ready => Signal::Go,
        _ => Signal::Pending,
    }
}

/// By which rules, for whom and until when.
fn plan(state: &ReleaseState) -> String {
    let release = &state.release;
    let change = release.change_type.unwrap_or(state.template.change_type);
    let mut parts = vec![format!("Template {}", release.template), format!("{} change", change.name())];
    parts.extend(release.owner.as_ref().map(|owner| format!("owner {owner}")));
    parts.extend(release.target.map(|target| format!("target {target}")));
    parts.extend(release.window.map(|window| format!("window {} to {}", window.starts_at, window.ends_at)));
    parts.extend(state.risk.as_ref().map(|risk| format!("risk {}", risk.level.name())));
    parts.extend(state.scope_frozen_at.map(|at| format!("scope frozen {at}")));
    parts.join(", ") + "."
}

fn stages(state: &ReleaseState) -> Table {
    let mut table = Table::of(&["stage", "status", "attempt", "entered", "completed"]);
    let row = |stage: &StageRecord| {
        let signal = match stage.status {
            StageStatus::Completed | StageStatus::Skipped => Signal::Go,
            StageStatus::CompletedWithException | StageStatus::Superseded => Signal::Conditional,
            StageStatus::Pending | StageStatus::Active => Signal::Pending,
        };
        vec![
            stage.name.as_str().into(),
            Cell::Marked(words(stage.status.name()), signal),
            stage.attempt.to_string().into(),
            instant(stage.entered_at),
            instant(stage.completed_at),
        ]
    };
    table.rows = state.stages.iter().map(row).collect();
    table
}

fn scope(items: &[ScopeItem]) -> Table {
    let mut table = Table::of(&["item", "kind", "what", "from", "status", "owner", "accepted by"]);
    let row = |item: &ScopeItem| {
        let version = item.subject.version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
        vec![
            item.id.as_str().into(),
            words(item.kind.name()).into(),
            format!("{}{version}", item.subject.component).into(),
            optional(item.from.as_ref()),
            words(item.status.name()).into(),
            optional(item.owner.as_ref()),
            optional(item.accepted_by.as_ref()),
        ]
    };
    table.rows = items.iter().map(row).collect();
    table
}

/// What the gates said last, of each component at each stage.
fn gates(state: &ReleaseState) -> Table {
    let mut table = Table::of(&["gates of", "stage", "verdict", "asked", "why"]);
    table.rows = state
        .judged
        .iter()
        .map(|standing| {
            let judged = &standing.judged;
            let why =
                judged.findings.iter().map(|finding| format!("{}: {}", finding.criterion, finding.reason));
            vec![
                judged.component.as_str().into(),
                optional(judged.stage.as_ref()),
                Cell::Marked(said(judged.verdict).to_owned(), judged.verdict),
                instant(Some(standing.at)),
                super::words::clauses(why).into(),
            ]
        })
        .collect();
    table
}

fn approvals(given: &[GivenApproval]) -> Table {
    let mut table = Table::of(&["approval", "role", "by", "at", "standing"]);
    let row = |approval: &GivenApproval| {
        let signal = match approval.standing {
            ApprovalStanding::Counts => Signal::Go,
            ApprovalStanding::Suspended => Signal::Pending,
            _ => Signal::Conditional,
        };
        vec![
            approval.step.as_str().into(),
            approval.role.as_str().into(),
            approval.by.as_str().into(),
            instant(Some(approval.at)),
            Cell::Marked(approval.standing.name().to_owned(), signal),
        ]
    };
    table.rows = given.iter().map(row).collect();
    table
}

fn deployments(deployments: &[DeploymentRecord]) -> Table {
    let mut table = Table::of(&["deployment to", "by", "began", "ended", "how", "targets"]);
    let row = |deployment: &DeploymentRecord| {
        let targets = deployment.targets.iter().map(|(target, status)| format!("{target} {}", status.name()));
        vec![
            deployment.environment.as_str().into(),
            deployment.by.as_str().into(),
            instant(Some(deployment.started_at)),
            instant(deployment.finished_at),
            words(deployment.direction.name()).into(),
            targets.collect::<Vec<_>>().join(", ").into(),
        ]
    };
    table.rows = deployments.iter().map(row).collect();
    table
}

fn incidents(state: &ReleaseState) -> List {
    let mut list = List::of("Incidents");
    for incident in &state.incidents {
        let severity = incident.severity.as_ref().map(|severity| format!("{severity}, ")).unwrap_or_default();
        let title = incident.title.as_ref().map(|title| format!("{title}: ")).unwrap_or_default();
        let over = incident.resolved_at.map_or_else(|| "not over".to_owned(), |at| format!("over {at}"));
        list.item(Some(&incident.id), format!("{title}{severity}noticed {}, {over}", incident.detected_at));
    }
    list
}

fn actions(state: &ReleaseState) -> List {
    let mut list = List::of("Actions");
    for action in &state.actions {
        let owner = action.owner.as_deref().unwrap_or(super::words::NOBODY);
        let due = action.due.map(|due| format!(", due {due}")).unwrap_or_default();
        let done = if action.done_at.is_some() { ", done" } else { "" };
        list.item(Some(&action.id), format!("{}: {owner}{due}{done}", action.text));
    }
    list
}

fn optional(text: Option<&String>) -> Cell {
    text.map(String::as_str).unwrap_or_default().into()
}

fn instant(at: Option<Timestamp>) -> Cell {
    at.map(|at| at.to_string()).unwrap_or_default().into()
}
