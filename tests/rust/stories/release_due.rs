//! Who owes what, and what the clock says of it.

use super::release_walk::{Walk, facts, release, staged, time};
use greenboard::fact::Waiver;
use greenboard::gate::{Outcome, Severity, Signal};
use greenboard::release::{
    Action, BeginDeployCommand, ExceptionGranted, ExceptionRequested, GateEvaluated, GateWaived, HoldPlaced,
    Judged, JudgedFinding, Milestone, OwedKind, OwedStatus, RecordRolloutCommand, RefusalCode as Code,
    ReleaseCreated, ReleasePlanned, ReleaseStarted, Roles, ScopeItem, StageEntered, Task, TickCommand,
    deployment::TargetStatus, due, durations,
};

fn plain() -> Walk {
    Walk::new("gates: []", Roles::new(), facts([staged()]))
}

/// Active, in its first stage.
fn active(release: greenboard::release::Release) -> Walk {
    let mut walk = plain();
    let template = walk.context.template(&release.template).unwrap();
    let first = template.stages[0].name.clone();
    walk.happen("rita", ReleaseCreated::new(release, template));
    walk.happen("rita", ReleasePlanned::new());
    walk.happen("rita", ReleaseStarted::new());
    walk.happen("rita", StageEntered::new(first, 1));
    walk
}

/// What is owed of that kind: who, due, status.
fn owed(walk: &Walk, kind: OwedKind, at: &str) -> Vec<(String, String, OwedStatus)> {
    let all = due(walk.state(), time(at)).into_iter().filter(|one| one.kind == kind);
    all.map(|one| (one.who.unwrap_or_default(), one.due.to_string(), one.status)).collect()
}

fn one(who: &str, due: &str, status: OwedStatus) -> Vec<(String, String, OwedStatus)> {
    vec![(who.to_owned(), due.to_owned(), status)]
}

#[test]
fn a_task_is_owed_by_its_assignee_until_the_owner_of_the_stage_hears_of_it() {
    let at = "2026-11-10T12:00:00Z";
    let task = Task::new("t", "Do it").with_stage("develop").with_assignee("ada").with_due(time(at));
    let walk = active(release("train").with_tasks([task]));
    let table = [
        ("2026-11-08T11:59:59Z", OwedStatus::Upcoming),
        ("2026-11-08T12:00:00Z", OwedStatus::Due),
        ("2026-11-10T12:00:00Z", OwedStatus::Escalated),
    ];
    for (now, status) in table {
        assert_eq!(owed(&walk, OwedKind::Task, now), one("ada", at, status), "{now}");
    }
    let all = due(walk.state(), time(at));
    let task = all.iter().find(|one| one.kind == OwedKind::Task).unwrap();
    assert_eq!(task.escalate_to.as_deref(), Some("stage_owner"));
}

#[test]
fn a_task_without_a_date_is_due_when_its_stage_ends() {
    let task = Task::new("t", "Do it").with_stage("develop");
    let walk = active(release("train").with_tasks([task.clone()]));
    let (at, end) = ("2026-11-02T09:00:00Z", "2026-12-14T09:00:00Z");
    assert_eq!(owed(&walk, OwedKind::Task, at), one("stage_owner", end, OwedStatus::Upcoming));
    let dated = Milestone::new("branch", time("2026-12-01T00:00:00Z")).with_stage("develop");
    let walk = active(release("train").with_tasks([task]).with_milestones([dated]));
    assert_eq!(owed(&walk, OwedKind::Task, at)[0].1, "2026-12-01T00:00:00Z");
}

#[test]
fn it_is_to_be_ready_a_day_before() {
    let walk = active(release("train").with_target(time("2026-12-02T00:00:00Z")));
    let owes = owed(&walk, OwedKind::Readiness, "2026-12-01T00:00:00Z");
    assert_eq!(owes, one("olga", "2026-12-01T00:00:00Z", OwedStatus::Overdue));
    assert!(owed(&plain().ready(release("train")), OwedKind::Readiness, "2026-12-01T00:00:00Z").is_empty());
}

#[test]
fn a_gate_that_does_not_hold_is_owed_until_the_stage_ends() {
    let mut walk = active(release("train"));
    let finding = JudgedFinding::new("quality", "errors", Severity::Block, Outcome::Fail, "too many");
    let judged =
        Judged::new("payments", Signal::NoGo, "sha256:00").with_stage("develop").with_findings([finding]);
    walk.happen("ci", GateEvaluated::new(judged));
    let owes = owed(&walk, OwedKind::Gate, "2026-11-03T00:00:00Z");
    assert_eq!(owes, one("gate_owner", "2026-12-14T09:00:00Z", OwedStatus::Due));
    let holds = Judged::new("payments", Signal::Go, "sha256:00").with_stage("develop");
    walk.happen("ci", GateEvaluated::new(holds));
    assert!(owed(&walk, OwedKind::Gate, "2026-11-03T00:00:00Z").is_empty());
}

#[test]
fn an_approval_is_owed_in_three_working_days() {
    let mut walk = active(release("train"));
    let due_at = "2026-11-05T09:00:00Z";
    let table = [
        ("2026-11-03T20:59:59Z", OwedStatus::Upcoming),
        ("2026-11-03T21:00:00Z", OwedStatus::Due),
        (due_at, OwedStatus::Escalated),
    ];
    for (now, status) in table {
        assert_eq!(owed(&walk, OwedKind::Approval, now), one("technical_group", due_at, status), "{now}");
    }
    // One and a half times as long, over no weekend.
    let expires = due(walk.state(), walk.now).into_iter().find_map(|one| one.expires_at);
    assert_eq!(expires, Some(time("2026-11-06T21:00:00Z")));
    // The turn of the next comes with the word of the first; on a Friday, its days are of the next week.
    walk.now = time("2026-11-06T09:00:00Z");
    walk.assess();
    walk.approve("assess", "technical_group", "tim");
    let owes = owed(&walk, OwedKind::Approval, "2026-11-06T09:00:00Z");
    assert_eq!(owes, one("change_manager", "2026-11-11T09:00:00Z", OwedStatus::Upcoming));
    // On hold, nobody may approve.
    walk.happen("rita", HoldPlaced::new("waiting", time("2026-11-13T09:00:00Z")));
    assert!(owed(&walk, OwedKind::Approval, "2026-12-06T09:00:00Z").is_empty());
    let owes = owed(&walk, OwedKind::Hold, "2026-11-13T09:00:00Z");
    assert_eq!(owes, one("release_manager", "2026-11-13T09:00:00Z", OwedStatus::Overdue));
}

#[test]
fn an_emergency_owes_its_approvals_in_five_working_days() {
    let mut walk = plain().ready(release("hotfix"));
    walk.approve("authorise", "emergency_authority", "emma");
    let walk = walk.deploying().observing();
    let owes = owed(&walk, OwedKind::RetrospectiveApproval, "2026-11-09T09:00:00Z");
    assert_eq!(owes, one("technical_group", "2026-11-09T09:00:00Z", OwedStatus::Escalated));
}

fn asked(walk: &mut Walk) {
    let item = ScopeItem::new("late", greenboard::fact::Subject::new("late"));
    walk.happen("ada", ExceptionRequested::new(item, 3, "now", "little", "much"));
}

#[test]
fn the_board_decides_in_a_day() {
    let mut walk = active(release("train"));
    asked(&mut walk);
    let due_at = "2026-11-03T09:00:00Z";
    let owes = |at| owed(&walk, OwedKind::Exception, at);
    assert_eq!(owes("2026-11-03T09:00:00Z"), one("exception_board", due_at, OwedStatus::Overdue));
    assert_eq!(owes("2026-11-15T09:00:00Z"), one("exception_board", due_at, OwedStatus::Escalated));
}

#[test]
fn what_was_reached_is_verified_in_an_hour() {
    let mut walk = plain().ready(release("train")).approved().gone();
    walk.does("dan", BeginDeployCommand::new().with_targets(["eu", "us"]));
    walk.wait(1).does("dan", RecordRolloutCommand::new("eu", TargetStatus::Deployed));
    let owes = owed(&walk, OwedKind::Verification, "2026-11-02T11:00:00Z");
    assert_eq!(owes, one("dan", "2026-11-02T11:00:00Z", OwedStatus::Overdue));
    walk.does("dan", RecordRolloutCommand::new("eu", TargetStatus::Verified));
    assert!(owed(&walk, OwedKind::Verification, "2026-11-02T11:00:00Z").is_empty());
}

#[test]
fn actions_are_owed_even_when_it_ended() {
    let action = Action::new("a", "Do it").with_owner("ada").with_due(time("2026-11-20T00:00:00Z"));
    let mut walk = active(release("train").with_actions([action]));
    walk.happen("rita", greenboard::release::ReleaseCancelled::new("no more"));
    let all = due(walk.state(), time("2026-11-20T00:00:00Z"));
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].kind, all[0].status), (OwedKind::Action, OwedStatus::Overdue));
}

#[test]
fn the_clock_says_each_thing_once() {
    let task = Task::new("t", "Do it").with_assignee("ada").with_due(time("2026-11-03T09:00:00Z"));
    let mut walk = active(release("train").with_tasks([task]));
    let waiver =
        Waiver::new("w1", "errors", "known", "gus", walk.now).with_expires_at(time("2026-11-04T09:00:00Z"));
    walk.happen("gus", GateWaived::new(waiver));
    asked(&mut walk);
    walk.happen("eva", ExceptionGranted::new("late", 3, time("2026-11-05T09:00:00Z")));
    assert_eq!(walk.does("clock", TickCommand::new()), ["item_overdue"], "the waiver ends in a week");
    assert!(walk.does("clock", TickCommand::new()).is_empty());
    walk.wait(24);
    assert_eq!(walk.does("clock", TickCommand::new()), ["item_overdue", "escalated"]);
    walk.wait(24);
    assert_eq!(walk.does("clock", TickCommand::new()), ["waiver_expired"]);
    walk.wait(24);
    // The exception ended, and the approval is due.
    assert_eq!(walk.does("clock", TickCommand::new()), ["exception_expired", "item_overdue", "escalated"]);
    assert!(walk.does("clock", TickCommand::new()).is_empty());
    walk.wait(36);
    assert_eq!(walk.does("clock", TickCommand::new()), ["item_overdue"], "the request expired");
    assert!(walk.state().overdue.iter().any(|key| key.ends_with("/expired")));
    walk.wait(-1);
    assert_eq!(walk.refused("clock", TickCommand::new()), [Code::ClockWentBack]);
}

#[test]
fn a_decision_to_go_ends() {
    let mut walk = plain().ready(release("train")).approved().gone();
    walk.wait(24);
    assert!(walk.does("clock", TickCommand::new()).contains(&"go_expired"));
    assert_eq!(walk.state().go, None);
    assert!(walk.does("clock", TickCommand::new()).is_empty());
}

#[test]
fn waiting_is_told_apart_from_work() {
    let mut walk = plain().ready(release("train"));
    walk.wait(10);
    let mut walk = walk.approved().gone();
    walk.wait(2);
    let mut walk = walk.deploying();
    walk.wait(1).happen("rita", HoldPlaced::new("lunch", time("2026-11-09T09:00:00Z")));
    walk.wait(3).happen("rita", greenboard::release::HoldLifted::new());
    let mut walk = walk.observing();
    walk.wait(5);
    let spent = durations(&walk.events, walk.now);
    let shown = [&spent.planning, &spent.waiting, &spent.work, &spent.deployment, &spent.observation];
    assert_eq!(shown.map(ToString::to_string), ["PT0S", "PT15H", "PT0S", "PT1H", "PT5H"]);
}
