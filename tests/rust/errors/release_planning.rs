//! What is said of templates, change requests, risks, claims and dates.

use super::said;
use greenboard::document::{self, Format};
use greenboard::fact::ChangeType;
use greenboard::release::Template;
use greenboard::release::change_request::{ChangeFlow, ChangeState, ChangeStep, ChangeTask, advance_change};
use greenboard::release::conflict::{Claim, ConflictRules, conflicts};
use greenboard::release::risk::RiskMethod;
use greenboard::release::timeline::{Cadence, Day, WorkCalendar, plan_backward};
use insta::assert_snapshot;

fn template(stages: &str) -> String {
    said(document::parse::<Template>(format!("name: fast\nstages:\n{stages}"), Format::Yaml))
}

fn assess(text: &str) -> String {
    said(document::parse::<RiskMethod>(text, Format::Yaml).and_then(|method| method.assess()))
}

#[test]
fn templates() {
    assert_snapshot!(said(Template::builtin("weekly")), @r#"release.unknown_template there is no template "weekly"; greenboard's own are train, quarterly, hotfix and continuous"#);
    assert_snapshot!(template("  - {name: build}"), @r#"release.invalid_template line 3, column 3: template "fast": 0 stages have the role deploy; give exactly one of them `role: deploy`, since one state of the release is called so"#);
    assert_snapshot!(template("  - {name: out, role: deploy}\n  - {name: build}"), @r#"release.invalid_template stages[1]: line 4, column 5: template "fast": stage "build" is for work, but comes after one for deploy; the order is work, deploy, monitor, review"#);
    assert_snapshot!(template("  - {name: out, role: deploy, steps_pct: [10, 5, 100]}"), @r#"release.invalid_template stages[0]: line 3, column 5: template "fast": the steps of stage "out" have to rise from above 0 up to 100"#);
    assert_snapshot!(template("  - {name: out, role: deploy}\n  - {name: out, role: monitor}"), @r#"release.invalid_template stages[1]: line 4, column 5: template "fast": two stages are called "out"; give each a name of its own"#);
    assert_snapshot!(template("  - {name: out, role: deploy}\noptions: {approval_remind: 2}"), @r#"release.invalid_template options.approval_remind: line 4, column 28: template "fast": the share at which to remind has to be from 0 to 1"#);
    assert_snapshot!(template("  - {name: out, role: deploy, duration: soon}"), @r#"release.invalid_length stages[0].duration: line 3, column 41: "soon" is no length of a stage: it is neither a duration nor a number of working days; write one such as 6 weeks, PT4H or 15 working days"#);
    assert_snapshot!(template("  - {name: out, rol: deploy}"), @r#"document.unknown_key stages[0].rol: line 3, column 17: unknown key "rol"; known keys: name, role, duration, entry, exit, gates, optional, freezes, steps_pct, point_of_no_return, owner_role; did you mean "role"?"#);
}

#[test]
fn change_requests() {
    let refused = |flow: &ChangeFlow, step: &ChangeStep| {
        said(advance_change(flow, step).map_err(greenboard::Error::from))
    };
    let review =
        ChangeFlow::new(ChangeType::Normal).with_state(ChangeState::Review).with_task(ChangeTask::new("one"));
    let close = ChangeStep::new(greenboard::release::change_request::ChangeAction::Close);
    assert_snapshot!(refused(&review, &close), @"release.change_refused say how it ended: successful, successful_issues or unsuccessful; say what is to be known of its end; tasks of it are still to be done: close or cancel them");
    assert_snapshot!(refused(&review.with_hold("parts"), &ChangeStep::advance()), @"release.change_refused it is on hold: resume it, or cancel it; say how it ended: successful, successful_issues or unsuccessful");
}

#[test]
fn risks() {
    assert_snapshot!(assess("{kind: register, risks: [{id: fire, likelihood: 6, impact: 1}]}"), @"release.out_of_scale fire: likelihood is 6, which is out of its scale; expected 1 to 5");
    assert_snapshot!(assess("{kind: register, risks: [{id: fire, likelihood: 5, impact: 1, effectiveness: 20}]}"), @"release.out_of_scale fire: effectiveness is 20, which is out of its scale; expected 0 to 1");
    assert_snapshot!(assess("{kind: servicenow_stage, tasks: 2, closed: 3}"), @"release.out_of_scale closed is 3, which is out of its scale; expected 0 to 2, the number of tasks");
    assert_snapshot!(assess("{kind: assessors, scores: [{assessor: task_flag, score: -1}]}"), @"release.out_of_scale task_flag is -1, which is out of its scale; expected a number from 0 on");
    assert_snapshot!(assess("{kind: timeline}"), @r#"document.unknown_value kind: line 1, column 8: unknown risk_method "timeline"; expected one of register, servicenow_stage, assessors, change, track_record"#);
}

#[test]
fn claims() {
    let (early, late) = ("2026-11-02T20:00:00Z".parse().unwrap(), "2026-11-02T22:00:00Z".parse().unwrap());
    let backward = Claim::new("R-1", late, early);
    assert_snapshot!(said(conflicts(&[backward], &ConflictRules::new(), early)), @r#"release.invalid_claim the claim of "R-1" ends at 2026-11-02T20:00:00Z, before it starts at 2026-11-02T22:00:00Z; let it end later"#);
    assert_snapshot!(said(document::parse::<ConflictRules>("severities: {same_persons: block}", Format::Yaml)), @r#"document.unknown_value severities.same_persons: line 1, column 14: unknown kind of conflict "same_persons"; expected one of freeze, outside_window, related_freeze, related_outside_window, dependency_aborted, dependency_after, dependency_open, same_component, related_component, environment_booked, same_person, shared_service, same_train; did you mean "same_person"?"#);
}

#[test]
fn dates() {
    assert_snapshot!(said(Day::parse("2026-13-01")), @r#"release.invalid_day "2026-13-01" is no day; write one such as 2026-12-24"#);
    let day = Day::parse("2026-11-24").unwrap();
    let never = WorkCalendar::new().with_weekend(1..=7);
    assert_snapshot!(said(plan_backward(&[("build", 1)], day, &never)), @"release.no_working_day no day near 2026-11-24 is a working day; leave a day of the week to work on, and fewer holidays");
    assert_snapshot!(said(plan_backward(&[("build", 0)], day, &WorkCalendar::new())), @r#"release.phase_length phase "build" has 0 working days; expected 1 to 10000"#);
    assert_snapshot!(said(Cadence::new(1, day, 7).date_of(i32::MAX)), @"release.beyond_calendar release 2147483647 goes beyond the years that are counted, -9999 to 9999; give fewer days");
}
