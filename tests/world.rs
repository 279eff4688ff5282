//! A small world in which a release can be run through everything: one component, two people, a pipeline, one gate.
//!
//! Ada asks for the release, wrote what goes out and runs it; Bob approves, decides to go and answers for what runs; the pipeline
//! deploys. Every kind of command is in the [`alphabet`], given by each of them.

use greenboard::fact::{Deployment, DeploymentStatus, Evidence, Facts, Roster, Subject, TestResults};
use greenboard::gate::GateSet;
use greenboard::ledger::Actor;
use greenboard::release::deployment::TargetStatus;
use greenboard::release::*;
use jiff::{SignedDuration, Timestamp};

/// What the release is called.
pub const RELEASE: &str = "R-1";
/// What is deployed.
pub const DIGEST: &str = "sha256:aa";

/// The instant at which all is asked.
pub fn now() -> Timestamp {
    "2026-11-02T09:00:00Z".parse().unwrap()
}

fn days(days: i64) -> Timestamp {
    now().checked_add(SignedDuration::from_hours(24 * days)).unwrap()
}

/// Whoever gives commands.
pub fn actors() -> [Actor; 3] {
    [Actor::human("ada"), Actor::human("bob"), Actor::service("pipeline")]
}

/// Who is in which role.
pub fn roles() -> Roles {
    let mut roles = Roles::new();
    for role in [RELEASE_MANAGER, PRODUCT_OWNER, STAGE_OWNER, SCHEDULER] {
        roles = roles.with_member(role, "ada");
    }
    for role in [GO_AUTHORITY, SERVICE_OWNER, EXCEPTION_BOARD, GATE_OWNER, INCIDENT_COMMANDER] {
        roles = roles.with_member(role, "bob");
    }
    // Ada is in the roles that approve, and must not, since she wrote it.
    for role in [TECHNICAL_GROUP, CHANGE_BOARD, CHANGE_MANAGER, EMERGENCY_AUTHORITY] {
        roles = roles.with_member(role, "ada").with_member(role, "bob");
    }
    for role in [DEPLOYER, AUTOMATION] {
        roles = roles.with_member(role, "pipeline");
    }
    roles
}

/// One gate, which asks for passed tests whatever the stage.
pub fn context() -> Context {
    let gates = "gates: [{name: quality, criteria: [{name: unit, kind: tests}]}]";
    Context::new(GateSet::parse(gates).unwrap(), roles(), Facts::new(Roster::new())).unwrap()
}

fn subject() -> Subject {
    Subject::new("api").with_version("1.4.0").with_digest(DIGEST)
}

fn item() -> ScopeItem {
    let item = ScopeItem::new("api", subject()).with_title("faster search").with_change("CHG-1");
    item.with_owner("ada").with_authors(["ada"]).with_from("1.3.0").with_first_commit_at(days(1))
}

fn second_item() -> ScopeItem {
    ScopeItem::new("flag", Subject::new("api").with_version("flag-1"))
        .with_kind(ItemKind::Flag)
        .with_owner("ada")
        .with_from("off")
}

/// The release, with all that planning asks for.
pub fn release(template: &str) -> Release {
    Release::new(RELEASE, template)
        .with_owner("ada")
        .with_authors(["ada"])
        .with_scope([item()])
        .with_environments(["staging", "production"])
        .with_backout("https://example.com/backout")
        .with_target(days(3))
}

/// What other systems say: the tests passed, and staging carries the same digest.
pub fn passed() -> RecordEvidenceCommand {
    let tests = TestResults::new().with_passed(7);
    let staging = subject().with_environment("staging");
    let deployment = Deployment::new("d-1", staging, days(-1))
        .with_status(DeploymentStatus::Succeeded)
        .with_verified_at(days(-1));
    let tests = Evidence::new("e-1", subject(), tests.into(), days(-1));
    RecordEvidenceCommand::new().with_facts([tests.into(), deployment.into()])
}

/// The reviewer's words.
pub fn review() -> Review {
    Review::new("it went out")
        .with_impact("none")
        .with_detection("by a monitor")
        .with_factors([RootCause::new(CauseClass::Code, "a slow query")])
}

/// The risk, assessed as low.
pub fn assessment() -> SetRiskCommand {
    SetRiskCommand::new().with_assessment(AssessedRisk::new("register", 2.0, RiskLevel::Low))
}

/// One command of every kind at least, with what lets it through where anything does.
pub fn commands(template: &str) -> Vec<Command> {
    let text = "since it has to be";
    let stages = Template::builtin(template).unwrap().stages;
    let first = stages.first().map(|stage| stage.name.clone()).unwrap_or_default();
    let task = || Task::new("t-1", "write the notes").with_stage(&first).with_assignee("ada");
    let incident = |open: bool| {
        let incident = ReleaseIncident::new("i-1", now()).with_caused_by_release(true);
        if open { incident } else { incident.with_resolved_at(now()) }
    };
    let failed = Evidence::new("e-2", subject(), TestResults::new().with_failed(1).into(), now());
    vec![
        CreateCommand::new(release(template)).into(),
        PlanCommand::new().into(),
        EditScopeCommand::new().with_add([second_item()]).into(),
        EditScopeCommand::new().with_remove(["flag"]).into(),
        AcceptItemCommand::new("api").into(),
        AcceptItemCommand::new("flag").into(),
        FreezeScopeCommand::new().with_reason(text).into(),
        RequestExceptionCommand::new(second_item(), 2, text, "little", "much").into(),
        DecideExceptionCommand::new("flag").with_granted(true).with_reason(text).into(),
        DecideExceptionCommand::new("flag").with_reason(text).into(),
        StartCommand::new().with_reason(text).into(),
        CompleteStageCommand::new().into(),
        SkipStageCommand::new().with_reason(text).into(),
        RestartStageCommand::new(&first).with_reason(text).into(),
        passed().into(),
        RecordEvidenceCommand::new().with_facts([failed.into()]).into(),
        WaiveGateCommand::new("quality", "unit", text).with_id("w-1").with_expires_at(days(30)).into(),
        ApproveCommand::new().into(),
        RejectCommand::new().with_reason(text).into(),
        RevokeCommand::new(text).into(),
        RescheduleCommand::new().with_target(days(10)).with_reason(text).into(),
        DecideGoCommand::new().with_go(true).into(),
        DecideGoCommand::new().with_go(false).into(),
        BeginDeployCommand::new().into(),
        RecordRolloutCommand::new("production", TargetStatus::Deployed).into(),
        RecordRolloutCommand::new("production", TargetStatus::Verified).into(),
        RecordRolloutCommand::new("production", TargetStatus::Failed).into(),
        RecordRolloutCommand::new("production", TargetStatus::Restored).into(),
        FinishRolloutCommand::new().into(),
        FinishRolloutCommand::new().with_failed(true).into(),
        RollBackCommand::new().with_reason(text).into(),
        AcceptCommand::new().with_reason(text).into(),
        RecordIncidentCommand::new(incident(true)).into(),
        RecordIncidentCommand::new(incident(false)).into(),
        CloseCommand::new().with_notes(text).with_review(review()).into(),
        HoldCommand::new().with_reason(text).with_review_at(days(5)).into(),
        ResumeCommand::new().into(),
        CancelCommand::new().with_reason(text).into(),
        assessment().into(),
        SetRiskCommand::new().with_risk(Risk::new("k-1", "it may be slow", 2, 2).with_owner("ada")).into(),
        SetTaskCommand::new(task()).into(),
        SetTaskCommand::new(task().with_status(TaskStatus::Done)).into(),
        SetMilestoneCommand::new(Milestone::new("docs", days(2))).into(),
        SetDependencyCommand::new(ReleaseDependency::new("R-0").with_status(DependencyStatus::Done)).into(),
        SetActionCommand::new(Action::new("a-1", "add an index").with_owner("ada").with_due(days(20))).into(),
        SetFlagCommand::new(ReleaseFlag::Attention).with_comment(text).into(),
        GiveFeedbackCommand::new(Feedback::new("fast")).into(),
        NotifyCommand::new(NoticeOccasion::Before).with_audience(["all"]).into(),
        BreakGlassCommand::new(text, "incident_commander").into(),
        TickCommand::new().into(),
        RecordDeploymentCommand::new(release(template), "production", now()).into(),
    ]
}

/// Every command, given by each of them.
pub fn alphabet(template: &str) -> Vec<(Actor, Command)> {
    let by = |command: Command| actors().into_iter().map(move |actor| (actor, command.clone()));
    commands(template).into_iter().flat_map(by).collect()
}

/// Runs commands one after the other; those that are refused change nothing. Each is given by the first who is let.
pub fn run(
    state: Option<ReleaseState>,
    commands: impl IntoIterator<Item = Command>,
    context: &Context,
) -> Option<ReleaseState> {
    commands.into_iter().enumerate().fold(state, |state, (index, command)| {
        let version = state.as_ref().map_or(0, |state| state.version);
        let decided = actors().into_iter().enumerate().find_map(|(who, actor)| {
            let id = format!("run-{version}-{index}-{who}");
            decide(state.as_ref(), &Envelope::new(id, actor, now(), command.clone()), context).ok()
        });
        decided.into_iter().flatten().fold(state, |state, event| evolve(state, &event))
    })
}

/// The release in a state, on the way that its commands take it; none where its template has no such state.
pub fn at(template: &str, status: ReleaseStatus, context: &Context) -> Option<ReleaseState> {
    use ReleaseStatus::{Active, Cancelled, Deploying, Draft, Observing, Planned, Ready, Review};
    let text = "since it has to be";
    let mut state = run(None, [CreateCommand::new(release(template)).into()], context);
    let go_on = |state: Option<ReleaseState>| -> Vec<Command> {
        match state.map(|state| state.status) {
            Some(Draft) if status == Cancelled => vec![CancelCommand::new().with_reason(text).into()],
            Some(Draft) => vec![AcceptItemCommand::new("api").into(), PlanCommand::new().into()],
            Some(Planned) => {
                vec![passed().into(), assessment().into(), StartCommand::new().with_reason(text).into()]
            }
            Some(Active) => vec![CompleteStageCommand::new().into()],
            Some(Ready) => vec![
                ApproveCommand::new().into(),
                ApproveCommand::new().into(),
                DecideGoCommand::new().with_go(true).into(),
                BeginDeployCommand::new().into(),
            ],
            Some(Deploying) => vec![
                RecordRolloutCommand::new("production", TargetStatus::Verified).into(),
                FinishRolloutCommand::new().into(),
            ],
            Some(Observing) => vec![AcceptCommand::new().with_reason(text).into()],
            Some(Review) => vec![
                ApproveCommand::new().into(),
                ApproveCommand::new().into(),
                CloseCommand::new().with_notes(text).with_review(self::review()).into(),
            ],
            _ => Vec::new(),
        }
    };
    for _ in 0..12 {
        if state.as_ref().is_some_and(|state| state.status == status) {
            return state;
        }
        let next = go_on(state.clone());
        state = run(state, next, context);
    }

    None
}

/// The commands that bring a release from its opening to its end, in order.
pub fn way(template: &str) -> Vec<Command> {
    let text = "since it has to be";
    let stages = Template::builtin(template).unwrap().stages.len();
    let mut way: Vec<Command> = vec![
        CreateCommand::new(release(template)).into(),
        AcceptItemCommand::new("api").into(),
        PlanCommand::new().into(),
        passed().into(),
        assessment().into(),
        NotifyCommand::new(NoticeOccasion::Before).with_audience(["all"]).into(),
        StartCommand::new().with_reason(text).into(),
    ];
    way.extend((0..stages).map(|_| CompleteStageCommand::new().into()));
    way.extend([
        ApproveCommand::new().into(),
        ApproveCommand::new().into(),
        DecideGoCommand::new().with_go(true).into(),
        BeginDeployCommand::new().into(),
        RecordRolloutCommand::new("production", TargetStatus::Verified).into(),
        FinishRolloutCommand::new().into(),
        NotifyCommand::new(NoticeOccasion::After).with_audience(["all"]).into(),
        AcceptCommand::new().with_reason(text).into(),
        ApproveCommand::new().into(),
        ApproveCommand::new().into(),
        CloseCommand::new().with_notes(text).with_review(review()).into(),
    ]);
    way
}

/// The state with what a command's guards ask for beyond what led there.
pub fn prepared(template: &str, state: ReleaseState, kind: &str, context: &Context) -> ReleaseState {
    let text = "since it has to be";
    let freeze = || FreezeScopeCommand::new().with_reason(text).into();
    let ask = || RequestExceptionCommand::new(second_item(), 2, text, "little", "much").into();
    let hold = || HoldCommand::new().with_reason(text).into();
    let ready = || -> Vec<Command> {
        vec![
            ApproveCommand::new().into(),
            ApproveCommand::new().into(),
            DecideGoCommand::new().with_go(true).into(),
        ]
    };
    let approve = || -> Vec<Command> { vec![ApproveCommand::new().into(), ApproveCommand::new().into()] };
    let first: Vec<Command> = match kind {
        "request_exception" => vec![freeze()],
        "decide_exception" => vec![freeze(), ask()],
        "resume" => vec![hold()],
        "restart_stage" if state.status == ReleaseStatus::Active => vec![CompleteStageCommand::new().into()],
        "decide_go" => approve(),
        "begin_deploy" => ready(),
        "finish_rollout" => vec![RecordRolloutCommand::new("production", TargetStatus::Verified).into()],
        "close" => approve(),
        _ => Vec::new(),
    };
    // What a freeze asks for may have to be done before the state is reached.
    if matches!(kind, "request_exception" | "decide_exception") && state.status == ReleaseStatus::Ready {
        let planned = at(template, ReleaseStatus::Planned, context);
        let begun = run(
            planned,
            [freeze(), passed().into(), assessment().into(), StartCommand::new().with_reason(text).into()],
            context,
        );
        let worked = run(begun, (0..6).map(|_| CompleteStageCommand::new().into()), context);
        let asked = if kind == "decide_exception" { run(worked, [ask()], context) } else { worked };
        return asked.unwrap_or(state);
    }
    run(Some(state.clone()), first, context).unwrap_or(state)
}
