//! Creation, planning, and what is written otherwise.

use super::story::*;
use greenboard::fact::{Profile, Roster};
use greenboard::gate::GateSet;
use greenboard::release::RefusalCode::*;
use greenboard::release::*;

#[test]
fn a_release_is_opened_as_a_draft_with_its_template() {
    let mut story = Story::new();
    assert_eq!(
        story.happens("rm", CreateCommand::new(quarterly())),
        ["release_created", "scope_item_accepted"]
    );
    let state = story.state();
    assert_eq!((state.status, state.template.name.as_str()), (ReleaseStatus::Draft, "quarterly"));
    assert_eq!(state.requester, "rm");
    let item = &state.release.scope[0];
    assert_eq!((item.accepted_by.as_deref(), item.accepted_at), (Some("rm"), Some(story.at)));
}

#[test]
fn what_a_draft_says_twice_or_wrongly_is_refused_at_once() {
    let release = quarterly()
        .with_scope([
            item("payments", "1"),
            item("payments", "2"),
            ScopeItem::new("", item("x", "1").subject),
        ])
        .with_tasks([Task::new("t", "test"), Task::new("t", "test").with_stage("buildd")])
        .with_dependencies([ReleaseDependency::new("2026-q4")]);
    let codes = Story::new().refused("rm", CreateCommand::new(release));
    assert_eq!(codes, [DuplicateItem, MissingField, DuplicateItem, UnknownStage, Conflict]);
    assert_eq!(
        Story::new().refused("rm", CreateCommand::new(Release::new(" ", "weekly"))),
        [MissingField, TemplateUnpublished]
    );
}

#[test]
fn one_release_brings_one_version_of_a_component() {
    let two = [item("payments", "1"), changed(item("payments", "2"), |item| item.id = "other".to_owned())];
    let codes = Story::new().refused("rm", CreateCommand::new(quarterly().with_scope(two)));
    assert_eq!(codes, [DuplicateItem]);
    // What comes with it is something else.
    let with_settings = [
        item("payments", "1"),
        changed(item("payments", "1").with_kind(ItemKind::Configuration), |item| {
            item.id = "settings".to_owned()
        }),
    ];
    Story::new().created(quarterly().with_scope(with_settings));
}

#[test]
fn planning_takes_a_baseline() {
    let mut story = Story::new().created(quarterly());
    assert_eq!(story.happens("rm", PlanCommand::new()), ["release_planned", "baseline_taken"]);
    let state = story.state();
    assert_eq!(state.status, ReleaseStatus::Planned);
    assert_eq!(
        (state.baselines[0].name.as_str(), state.baselines[0].items.as_slice()),
        ("plan", ["payments".to_owned()].as_slice())
    );
    assert_eq!(state.baselines[0].target, quarterly().target);
}

#[test]
fn every_missing_field_is_a_reason_of_its_own() {
    let mut story = Story::new().created(Release::new("bare", "quarterly"));
    let reasons = story.reasons("rm", PlanCommand::new());
    let of: Vec<&str> = reasons.iter().map(|reason| reason.of.as_deref().unwrap()).collect();
    assert_eq!(of, ["owner", "item in its scope", "environment", "backout plan", "target"]);
    assert!(reasons.iter().all(|reason| reason.code == MissingField && reason.lift.is_some()));
    // And each can be given.
    let edit = ReleaseEdit::new()
        .with_owner("rm")
        .with_environments(["production"])
        .with_backout("runbooks/back.md")
        .with_target(at("2026-12-15T10:00:00Z"));
    let mut story = story
        .when("rm", EditReleaseCommand::new(edit))
        .when("po", EditScopeCommand::new().with_add([item("payments", "1.4.0")]));
    story.happens("rm", PlanCommand::new());
}

#[test]
fn an_emergency_goes_out_as_soon_as_it_can() {
    Story::new().planned(changed(hotfix(), |release| release.target = None));
}

#[test]
fn dates_that_are_over_or_do_not_fit_are_refused() {
    let past = quarterly().with_target(at("2026-11-01T10:00:00Z"));
    assert_eq!(Story::new().created(past).refused("rm", PlanCommand::new()), [DateInPast]);
    let window = |from: &str, to: &str| ReleaseWindow::new(at(from), at(to));
    let backwards = quarterly().with_window(window("2026-12-15T10:00:00Z", "2026-12-15T10:00:00Z"));
    assert_eq!(Story::new().created(backwards).refused("rm", PlanCommand::new()), [Conflict]);
    let over = quarterly().with_window(window("2026-10-15T10:00:00Z", "2026-10-16T10:00:00Z"));
    assert_eq!(Story::new().created(over).refused("rm", PlanCommand::new()), [DateInPast]);
    // Half-open: the end is not part of it.
    let ends = quarterly().with_window(window("2026-12-15T09:00:00Z", "2026-12-15T10:00:00Z"));
    assert_eq!(Story::new().created(ends).refused("rm", PlanCommand::new()), [Conflict]);
    let begins = quarterly().with_window(window("2026-12-15T10:00:00Z", "2026-12-15T11:00:00Z"));
    Story::new().planned(begins);
}

const WEEKDAYS: &str = "
calendars:
  - name: release
    windows: [{name: weekdays, kind: allow, rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH', start: '2026-01-05T00:00:00', duration: P1D, zone: UTC}]
gates: []
";

#[test]
fn the_target_is_a_day_of_the_calendar() {
    let friday = || quarterly().with_target(at("2026-12-18T10:00:00Z"));
    let mut story = Story::with_gates(WEEKDAYS).created(friday());
    assert_eq!(story.refused("rm", PlanCommand::new()), [NotACalendarDay]);
    Story::with_gates(WEEKDAYS).planned(quarterly());
    // Somebody may plan for another day all the same.
    let roles = Roles::new().with_member("out_of_band", "rm");
    Story::of(GateSet::parse(WEEKDAYS).unwrap(), roles, Roster::new()).planned(friday());
}

#[test]
fn a_component_that_the_workspace_does_not_have_is_a_slip() {
    let roster = Roster::new().with_component("payments", Profile::new());
    let mut story = Story::of(GateSet::default(), Roles::new(), roster);
    let reasons = story.reasons("rm", CreateCommand::new(quarterly().with_scope([item("paiments", "1")])));
    assert_eq!(reasons[0].code, UnknownSubject);
    assert_eq!(reasons[0].lift.as_deref(), Some("did you mean \"payments\"?"));
}

#[test]
fn a_draft_of_a_template_is_not_planned_from() {
    let template = Template::builtin("quarterly").unwrap().with_published(false);
    let mut story = Story::new();
    story.context = story.context.clone().with_templates([template]).unwrap();
    assert_eq!(story.created(quarterly()).refused("rm", PlanCommand::new()), [TemplateUnpublished]);
}

#[test]
fn what_was_planned_is_moved_and_not_rewritten() {
    let mut story = Story::new().planned(quarterly());
    let later = at("2026-12-20T10:00:00Z");
    let edit = ReleaseEdit::new().with_target(later).with_owner("ann");
    assert_eq!(story.refused("rm", EditReleaseCommand::new(edit)), [WrongState]);
    let edit = ReleaseEdit::new().with_change_type(greenboard::fact::ChangeType::Emergency);
    assert_eq!(story.happens("rm", EditReleaseCommand::new(edit.clone())), ["release_edited"]);
    let mut story = Story::new().active(quarterly());
    assert_eq!(story.refused("rm", EditReleaseCommand::new(edit)), [TypeLocked]);
    assert_eq!(story.refused("rm", EditReleaseCommand::new(ReleaseEdit::new())), [MissingField]);
    story.happens("rm", EditReleaseCommand::new(ReleaseEdit::new().with_owner("ann")));
    assert_eq!(story.state().release.owner.as_deref(), Some("ann"));
}

#[test]
fn tasks_milestones_and_dependencies_are_put_in_the_place_of_what_is_called_the_same() {
    let mut story = Story::new().planned(quarterly());
    assert_eq!(story.happens("dev", SetTaskCommand::new(Task::new("t1", "write notes"))), ["task_set"]);
    let done = Task::new("t1", "write notes").with_status(TaskStatus::Done);
    story.happens("dev", SetTaskCommand::new(done.clone()));
    assert_eq!(story.state().release.tasks, std::slice::from_ref(&done));
    // What is so already happens no more.
    assert_eq!(story.happens("dev", SetTaskCommand::new(done)), [] as [&str; 0]);
    assert_eq!(
        story.refused("dev", SetTaskCommand::new(Task::new("", " ").with_stage("bild"))),
        [MissingField, MissingField, UnknownStage]
    );
    let milestone = Milestone::new("freeze", at("2026-12-01T00:00:00Z"));
    story.happens("rm", SetMilestoneCommand::new(milestone.clone()));
    let early = milestone.with_achieved_at(at("2026-12-01T00:00:00Z"));
    assert_eq!(story.refused("rm", SetMilestoneCommand::new(early)), [TooEarly]);
    let dependency = ReleaseDependency::new("core-7");
    story.happens("rm", SetDependencyCommand::new(dependency.clone()));
    story.happens("rm", SetDependencyCommand::new(dependency.with_status(DependencyStatus::Done)));
    assert_eq!(story.state().release.dependencies.len(), 1);
    assert_eq!(story.refused("rm", SetDependencyCommand::new(ReleaseDependency::new("2026-q4"))), [Conflict]);
}
