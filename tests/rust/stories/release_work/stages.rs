//! The work: its start, its stages, what is left out and what is done again.

use super::story::*;
use greenboard::release::RefusalCode::*;
use greenboard::release::*;

#[test]
fn the_work_begins_at_its_date_or_with_a_reason() {
    let mut story = Story::new().planned(quarterly().with_starts_at(at("2026-11-09T00:00:00Z")));
    assert_eq!(story.refused("rm", StartCommand::new()), [TooEarly]);
    story.clone().happens("rm", StartCommand::new().with_reason("we can"));
    let mut story = story.after_days(7);
    assert_eq!(story.happens("rm", StartCommand::new()), ["release_started", "stage_entered"]);
    let first = &story.state().stages[0];
    assert_eq!((first.status, first.attempt), (StageStatus::Active, 1));
}

#[test]
fn the_work_waits_for_what_it_needs() {
    let needs = |needed, status| ReleaseDependency::new("core-7").with_needed(needed).with_status(status);
    let start = |status| quarterly().with_dependencies([needs(DependencyNeed::Start, status)]);
    let mut open = Story::new().planned(start(DependencyStatus::Open));
    assert_eq!(open.refused("rm", StartCommand::new()), [DependencyOpen]);
    let mut aborted = Story::new().planned(start(DependencyStatus::Aborted));
    assert_eq!(aborted.refused("rm", StartCommand::new()), [DependencyAborted]);
    Story::new().active(start(DependencyStatus::Done));
    // What only the end waits for stops nothing before it.
    let finish = quarterly().with_dependencies([needs(DependencyNeed::Finish, DependencyStatus::Open)]);
    let mut story = Story::new().active(finish);
    for _ in 0..3 {
        story = story.when("rm", CompleteStageCommand::new());
    }
    assert_eq!(story.refused("rm", CompleteStageCommand::new()), [DependencyOpen]);
    let lost = needs(DependencyNeed::Finish, DependencyStatus::Aborted);
    let mut story = story.when("rm", SetDependencyCommand::new(lost));
    assert_eq!(story.refused("rm", CompleteStageCommand::new()), [DependencyAborted]);
}

#[test]
fn stages_are_completed_one_after_the_other() {
    let mut story = Story::new().active(quarterly());
    assert_eq!(story.refused("rm", CompleteStageCommand::new().with_stage("build")), [WrongStage]);
    assert_eq!(story.refused("rm", CompleteStageCommand::new().with_stage("biuld")), [UnknownStage]);
    assert_eq!(story.happens("rm", CompleteStageCommand::new()), ["stage_completed", "stage_entered"]);
    let build = CompleteStageCommand::new().with_stage("build");
    story.happens("rm", build);
    story.happens("rm", CompleteStageCommand::new());
    assert_eq!(story.happens("rm", CompleteStageCommand::new()), ["stage_completed", "release_ready"]);
    assert_eq!(story.status(), ReleaseStatus::Ready);
}

#[test]
fn its_tasks_are_done_first() {
    let task = |id: &str, stage: &str| Task::new(id, "see to it").with_stage(stage).with_assignee("ann");
    let release = quarterly().with_tasks([task("t1", "scope"), task("t2", "scope"), task("t3", "build")]);
    let mut story = Story::new().active(release);
    let reasons = story.reasons("rm", CompleteStageCommand::new());
    assert_eq!(reasons.len(), 2);
    assert_eq!((reasons[0].code, reasons[0].who.as_deref()), (TasksOpen, Some("ann")));
    let mut story = story
        .when("ann", SetTaskCommand::new(task("t1", "scope").with_status(TaskStatus::Done)))
        .when("ann", SetTaskCommand::new(task("t2", "scope").with_status(TaskStatus::Dropped)));
    story.happens("rm", CompleteStageCommand::new());
}

#[test]
fn a_stage_is_left_out_where_it_may() {
    let mut story = Story::new().active(quarterly());
    assert_eq!(story.refused("rm", SkipStageCommand::new()), [ReasonMissing, StageRequired]);
    let mut story = Story::new().active(hotfix());
    let skip = SkipStageCommand::new().with_reason("it burns");
    assert_eq!(story.happens("rm", skip.clone()), ["stage_skipped", "stage_entered"]);
    story.happens("rm", skip.clone());
    assert_eq!(story.happens("rm", skip), ["stage_skipped", "release_ready"]);
    assert_eq!(story.state().stages[0].status, StageStatus::Skipped);
}

#[test]
fn a_stage_that_was_completed_is_done_again_with_what_came_after_it() {
    let task = |id: &str, stage: &str| Task::new(id, "see to it").with_stage(stage);
    let release = quarterly().with_tasks([
        task("t1", "scope").with_status(TaskStatus::Done),
        task("t2", "build").with_status(TaskStatus::Done),
        task("t3", "burndown").with_status(TaskStatus::Dropped),
    ]);
    let mut story = Story::new().ready(release);
    let build = || RestartStageCommand::new("build");
    assert_eq!(story.refused("rm", build()), [ReasonMissing]);
    assert_eq!(
        story.refused("rm", RestartStageCommand::new("hypercare").with_reason("r")),
        [StageNotCompleted]
    );
    assert_eq!(story.refused("rm", RestartStageCommand::new("bild").with_reason("r")), [UnknownStage]);
    assert_eq!(
        story.happens("rm", build().with_reason("a defect")),
        ["release_reopened", "stage_restarted", "task_reopened"]
    );
    let state = story.state();
    assert_eq!(state.status, ReleaseStatus::Active);
    let statuses: Vec<StageStatus> = state.stages.iter().map(|stage| stage.status).collect();
    use StageStatus::*;
    assert_eq!(statuses, [Completed, Active, Superseded, Superseded, Pending, Pending, Pending]);
    assert_eq!((state.stages[1].attempt, state.release.tasks[1].status), (2, TaskStatus::Open));
    assert_eq!(story.refused("rm", build().with_reason("again")), [StageNotCompleted]);
    let done = task("t2", "build").with_status(TaskStatus::Done);
    let mut story = story.when("ann", SetTaskCommand::new(done)).when("rm", CompleteStageCommand::new());
    assert_eq!(story.state().stages[2].attempt, 2);
    story.happens("rm", CompleteStageCommand::new());
    story.happens("rm", CompleteStageCommand::new());
    assert_eq!(story.status(), ReleaseStatus::Ready);
}

#[test]
fn who_answers_for_a_stage_completes_it() {
    let mut template = Template::builtin("quarterly").unwrap();
    template.stages[0].owner_role = Some("planners".to_owned());
    let roles = Roles::new().with_member("planners", "pia").with_member(RELEASE_MANAGER, "rm");
    let mut story = Story::new().with_roles(roles);
    story.context = story.context.clone().with_templates([template]).unwrap();
    let mut story = story.active(quarterly());
    assert_eq!(story.refused("dev", CompleteStageCommand::new()), [NotAuthorised]);
    story.clone().happens("pia", CompleteStageCommand::new());
    story.happens("rm", CompleteStageCommand::new());
}
