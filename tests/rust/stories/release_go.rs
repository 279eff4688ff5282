//! Whether it may go out: the decision to go, and the first step of a deployment.

use super::release_walk::{Walk, facts, item, release, staged, time};
use greenboard::calendar::{Calendar, Moment, Window};
use greenboard::fact::{
    CalendarFact, ChangeType, Checklist, ChecklistAnswer, ChecklistItem, Evidence, Metric, Subject,
};
use greenboard::release::{
    BeginDeployCommand, DecideGoCommand, DependencyNeed, EvidenceRecorded, GlassBroken, RefusalCode as Code,
    ReleaseBooking, ReleaseDependency, ReleaseStatus, ReleaseWindow, Roles, ScopeItemAdded, deployment,
};

const QUALITY: &str = "
gates:
  - name: quality
    criteria:
      - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
";

fn errors(rate: f64) -> greenboard::fact::Fact {
    let subject = Subject::new("payments").with_version("1.4.0");
    Evidence::new("e1", subject, Metric::new("error_rate", rate).into(), time("2026-11-01T09:00:00Z")).into()
}

fn go() -> DecideGoCommand {
    DecideGoCommand::new().with_go(true)
}

fn plain() -> Walk {
    Walk::new("gates: []", Roles::new(), facts([staged()]))
}

#[test]
fn go_is_decided_on_what_is_known_and_holds_a_day() {
    let mut walk =
        Walk::new(QUALITY, Roles::new(), facts([errors(0.001)])).ready(release("train")).approved();
    assert_eq!(walk.does("gita", go().with_reason("all green")), ["go_decided"]);
    let decided = walk.state().go.clone().unwrap();
    assert_eq!(decided.valid_until, time("2026-11-03T09:00:00Z"));
    assert_eq!(decided.digest, walk.state().scope_digest());
    assert_eq!((decided.by.as_str(), walk.status()), ("gita", ReleaseStatus::Ready));
}

#[test]
fn go_is_refused_with_every_reason_there_is() {
    let mut walk = Walk::new(QUALITY, Roles::new(), facts([errors(0.5)])).ready(release("train"));
    let open = ChecklistItem::new("rehearsed");
    let answered = ChecklistItem::new("told").with_answer(ChecklistAnswer::Go);
    let list =
        Checklist::new("l1", Subject::new("payments"), "go/no-go", walk.now).with_items([open, answered]);
    walk.happen("rita", EvidenceRecorded::new().with_facts([list.into()]));
    let codes = walk.refused("gita", go());
    let expected = [
        Code::GateFailed,
        Code::ApprovalMissing,
        Code::ApprovalMissing,
        Code::ChecklistOpen,
        Code::EvidenceStale,
    ];
    assert_eq!(codes, expected);
}

#[test]
fn go_waits_for_what_a_gate_waits_for() {
    let mut walk = Walk::new(QUALITY, Roles::new(), facts([])).ready(release("train")).approved();
    assert_eq!(walk.refused("gita", go()), [Code::GateOpen]);
}

#[test]
fn a_checklist_answered_anew_counts_as_it_was_answered_last() {
    let mut walk = plain().ready(release("train")).approved();
    for (answer, id) in [(ChecklistAnswer::NoGo, "l1"), (ChecklistAnswer::Go, "l2")] {
        walk.wait(1);
        let items = [ChecklistItem::new("rehearsed").with_answer(answer)];
        let list = Checklist::new(id, Subject::new("payments"), "go/no-go", walk.now).with_items(items);
        walk.happen("rita", EvidenceRecorded::new().with_facts([list.into()]));
        let refused = walk.ask("gita", go()).is_err();
        assert_eq!(refused, answer == ChecklistAnswer::NoGo);
    }
}

#[test]
fn a_risk_that_was_assessed_of_another_scope_is_stale() {
    let mut walk = plain().ready(release("train")).approved();
    walk.happen(
        "rita",
        ScopeItemAdded::new(greenboard::release::ScopeItem::new("flag", Subject::new("new-ui"))),
    );
    assert!(walk.refused("gita", go()).contains(&Code::EvidenceStale));
}

#[test]
fn nobody_lets_go_out_what_they_wrote_or_asked_for() {
    let mut walk = plain().ready(release("train")).approved();
    assert_eq!(walk.refused("ada", go()), [Code::SelfDecision]);
    assert_eq!(walk.refused("rita", go()), [Code::SelfDecision]);
    // To stop it anybody may who decides.
    assert_eq!(walk.does("ada", DecideGoCommand::new().with_reason("not today")), ["no_go_decided"]);
}

#[test]
fn no_go_withdraws_the_go_that_held() {
    let mut walk = plain().ready(release("train")).approved().gone();
    assert_eq!(walk.does("gita", DecideGoCommand::new()), ["go_withdrawn", "no_go_decided"]);
    assert_eq!(walk.state().go, None);
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::NoGo]);
}

#[test]
fn a_decision_holds_no_longer_than_the_template_has_it() {
    let mut walk = plain().ready(release("train")).approved();
    let until = |text| go().with_valid_until(time(text));
    assert_eq!(walk.refused("gita", until("2026-11-02T08:00:00Z")), [Code::DateInPast]);
    assert_eq!(walk.refused("gita", until("2026-11-05T09:00:00Z")), [Code::OutOfScale]);
    assert_eq!(walk.does("gita", until("2026-11-02T17:00:00Z")), ["go_decided"]);
}

#[test]
fn only_who_may_decides() {
    let roles = Roles::new().with_member("go_authority", "gita");
    let mut walk = Walk::new("gates: []", roles, facts([staged()])).ready(release("train")).approved();
    assert_eq!(walk.refused("dan", go()), [Code::NotAuthorised]);
    assert_eq!(walk.does("gita", go()), ["go_decided"]);
}

#[test]
fn a_deployment_begins_with_what_was_let_go() {
    let mut walk = plain().ready(release("train")).approved().gone();
    let begin = BeginDeployCommand::new().with_targets(["eu", "us", "eu"]).with_manual(true);
    assert_eq!(walk.does("dan", begin), ["deployment_started"]);
    assert_eq!(walk.status(), ReleaseStatus::Deploying);
    let record = &walk.state().deployments[0];
    assert_eq!((record.environment.as_str(), record.by.as_str()), ("production", "dan"));
    assert_eq!(record.targets.keys().collect::<Vec<_>>(), ["eu", "us"]);
    assert_eq!(record.targets["eu"], deployment::TargetStatus::Pending);
}

#[test]
fn a_decision_that_ended_lets_nothing_out() {
    let mut walk = plain().ready(release("train")).approved().gone();
    walk.wait(24);
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::GoExpired]);
    // And nothing that was not decided on.
    let mut walk = plain().ready(release("train")).approved().gone();
    walk.happen(
        "rita",
        ScopeItemAdded::new(greenboard::release::ScopeItem::new("flag", Subject::new("new-ui"))),
    );
    let codes = walk.refused("dan", BeginDeployCommand::new());
    assert!(codes.contains(&Code::DigestMismatch) && codes.contains(&Code::ApprovalMissing), "{codes:?}");
}

#[test]
fn who_wrote_or_approved_does_not_bring_it_out() {
    let mut walk = plain().ready(release("train")).approved().gone();
    assert_eq!(walk.refused("ada", BeginDeployCommand::new()), [Code::SelfApproval]);
    assert_eq!(walk.refused("tim", BeginDeployCommand::new()), [Code::SelfApproval]);
}

#[test]
fn it_goes_out_in_its_window() {
    let window = ReleaseWindow::new(time("2026-11-02T20:00:00Z"), time("2026-11-02T22:00:00Z"));
    let mut walk = plain().ready(release("train").with_window(window)).approved().gone();
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::OutsideWindow]);
    assert_eq!(walk.wait(13).refused("dan", BeginDeployCommand::new()), [Code::OutsideWindow]);
    walk.now = time("2026-11-02T20:00:00Z");
    assert_eq!(walk.does("dan", BeginDeployCommand::new()), ["deployment_started"]);
}

fn frozen() -> Calendar {
    let window = Window::deny("christmas")
        .with_start(Moment::parse("2026-11-01T00:00:00Z").unwrap())
        .with_end(Moment::parse("2026-11-09T00:00:00Z").unwrap())
        .with_manual_override(true);
    Calendar::new("production").with_window(window)
}

#[test]
fn a_frozen_environment_is_left_alone() {
    let calendar = CalendarFact::new("cal", frozen(), time("2026-10-01T00:00:00Z"));
    let known = facts([staged(), calendar.into()]);
    let mut walk = Walk::new("gates: []", Roles::new(), known).ready(release("train")).approved().gone();
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::FrozenEnvironment]);
    // Where the calendar lets it, by hand.
    assert_eq!(walk.does("dan", BeginDeployCommand::new().with_manual(true)), ["deployment_started"]);
}

#[test]
fn a_freeze_that_a_gate_asks_is_a_freeze() {
    let gates = "
calendars:
  - name: production
    windows: [{name: christmas, kind: deny, start: 2026-11-02T12:00:00Z, end: 2026-11-09}]
gates:
  - name: freeze
    environments: [production]
    criteria: [{name: no freeze, kind: freeze, calendars: [production]}]
";
    let mut walk =
        Walk::new(gates, Roles::new(), facts([staged()])).ready(release("train")).approved().gone();
    assert_eq!(walk.wait(3).refused("dan", BeginDeployCommand::new()), [Code::FrozenEnvironment]);
}

#[test]
fn it_passes_the_environments_in_their_order() {
    let mut walk = Walk::new("gates: []", Roles::new(), facts([])).ready(release("train")).approved().gone();
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::DigestMismatch]);
    // Another artefact of the same version is another thing.
    let other =
        Subject::new("payments").with_version("1.4.0").with_digest("sha256:bb").with_environment("staging");
    let fact = deployment_of(other, walk.now);
    walk.happen("dan", EvidenceRecorded::new().with_facts([fact]));
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::DigestMismatch]);
    walk.happen("dan", EvidenceRecorded::new().with_facts([staged()]));
    assert_eq!(walk.does("dan", BeginDeployCommand::new()), ["deployment_started"]);
}

fn deployment_of(subject: Subject, at: jiff::Timestamp) -> greenboard::fact::Fact {
    greenboard::fact::Deployment::new("d2", subject, at).into()
}

#[test]
fn it_goes_where_it_is_meant_to_go() {
    let mut walk = plain().ready(release("train")).approved().gone();
    let elsewhere = BeginDeployCommand::new().with_environment("moon");
    assert_eq!(walk.refused("dan", elsewhere), [Code::UnknownEnvironment]);
    let mut walk = plain().ready(release("train").with_environments(Vec::<String>::new())).approved().gone();
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::UnknownEnvironment]);
    assert_eq!(walk.does("dan", BeginDeployCommand::new().with_environment("moon")), ["deployment_started"]);
}

#[test]
fn it_waits_for_what_it_depends_on() {
    let needs = ReleaseDependency::new("r0").with_needed(DependencyNeed::Finish);
    let mut walk = plain().ready(release("train").with_dependencies([needs])).approved().gone();
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::DependencyOpen]);
}

#[test]
fn another_release_has_the_environment() {
    let mut other = plain().ready(release("train")).approved().gone().deploying();
    other.state.as_mut().unwrap().release.id = "r0".to_owned();
    let mut walk = plain().ready(release("train")).approved().gone();
    walk.context = walk.context.clone().with_portfolio([ReleaseBooking::of(other.state())]).unwrap();
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::EnvironmentTaken]);
}

#[test]
fn an_emergency_goes_out_on_the_word_of_its_authority() {
    let mut walk = plain().ready(release("hotfix"));
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::ApprovalMissing]);
    walk.approve("authorise", "emergency_authority", "emma");
    assert_eq!(walk.does("dan", BeginDeployCommand::new()), ["deployment_started"]);
    // Never production only, but one environment before it is enough.
    let all = release("hotfix").with_environments(["test", "staging", "production"]);
    let mut walk = Walk::new("gates: []", Roles::new(), facts([])).ready(all);
    walk.approve("authorise", "emergency_authority", "emma");
    assert_eq!(walk.refused("dan", BeginDeployCommand::new()), [Code::DigestMismatch; 2]);
    walk.happen("dan", EvidenceRecorded::new().with_facts([staged()]));
    assert_eq!(walk.does("dan", BeginDeployCommand::new()), ["deployment_started"]);
}

#[test]
fn a_broken_glass_passes_and_is_looked_back_on() {
    let mut walk = Walk::new("gates: []", Roles::new(), facts([])).ready(release("hotfix"));
    walk.happen("emma", GlassBroken::new("card payments are down", "emergency_authority"));
    assert_eq!(walk.does("dan", BeginDeployCommand::new()), ["deployment_started"]);
    assert!(walk.state().review_required);
}

#[test]
fn a_standard_change_needs_no_approval_of_its_own() {
    let standard = release("train").with_change_type(ChangeType::Standard).with_scope([item()]);
    let mut walk = plain().ready(standard);
    assert_eq!(walk.does("gita", go()), ["go_decided"]);
}
