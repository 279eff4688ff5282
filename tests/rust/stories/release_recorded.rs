//! A deployment that happened, recorded at once.

use super::release_walk::{Walk, facts, item, time};
use greenboard::fact::{ChangeType, Evidence, Metric, Subject};
use greenboard::gate::Signal;
use greenboard::release::{
    Happening, RecordDeploymentCommand, RefusalCode as Code, Release, ReleaseOutcome, ReleaseStatus, Roles,
};

const QUALITY: &str = "
gates:
  - name: quality
    criteria: [{name: errors, kind: threshold, metric: error_rate, maximum: 0.01}]
  - name: late
    stages: [preprod]
    criteria: [{name: slow, kind: threshold, metric: error_rate, maximum: 0.5}]
";

fn happened() -> RecordDeploymentCommand {
    let release = Release::new("r1", "continuous").with_scope([item()]);
    RecordDeploymentCommand::new(release, "production", time("2026-11-02T08:00:00Z"))
        .with_finished_at(time("2026-11-02T08:05:00Z"))
}

fn measured(rate: f64) -> greenboard::fact::Fact {
    let at = time("2026-11-02T07:00:00Z");
    Evidence::new("e1", Subject::new("payments"), Metric::new("error_rate", rate).into(), at).into()
}

fn walk() -> Walk {
    Walk::new(QUALITY, Roles::new(), facts([]))
}

#[test]
fn one_command_opens_judges_and_closes() {
    let mut walk = walk();
    let kinds = walk.does("dan", happened().with_facts([measured(0.001)]));
    let expected =
        ["release_created", "evidence_recorded", "deployment_started", "deployed", "release_closed"];
    assert_eq!(kinds, expected);
    let state = walk.state();
    assert_eq!((state.status, state.outcome), (ReleaseStatus::Closed, Some(ReleaseOutcome::Successful)));
    let record = &state.deployments[0];
    assert_eq!(record.started_at, time("2026-11-02T08:00:00Z"));
    assert_eq!(record.finished_at, Some(time("2026-11-02T08:05:00Z")));
    assert_eq!(record.digest, state.scope_digest());
}

fn verdict(walk: &Walk) -> Signal {
    let Happening::ReleaseClosed(closed) = &walk.events.last().unwrap().what else {
        panic!("it is not closed")
    };
    closed.judged[0].verdict
}

#[test]
fn what_should_not_have_gone_out_is_recorded_as_that() {
    for (rate, signal) in [(0.001, Signal::Go), (0.2, Signal::NoGo)] {
        let mut walk = walk();
        walk.does("dan", happened().with_facts([measured(rate)]));
        assert_eq!(verdict(&walk), signal);
    }
    // What was observed later did not let it go out.
    let mut walk = walk();
    let later =
        Evidence::new("e2", Subject::new("payments"), Metric::new("error_rate", 0.0).into(), walk.now);
    walk.does("dan", happened().with_facts([later.into()]));
    assert_eq!(verdict(&walk), Signal::Pending);
}

#[test]
fn what_failed_went_back() {
    let mut walk = walk();
    walk.does("dan", happened().with_succeeded(false));
    assert_eq!(walk.state().outcome, Some(ReleaseOutcome::RolledBack));
}

#[test]
fn it_is_refused_only_where_it_says_nothing() {
    let mut walk = walk();
    let mut empty = happened();
    empty.release.scope.clear();
    empty.environment.clear();
    assert_eq!(walk.refused("dan", empty), [Code::MissingField, Code::MissingField]);
    let backwards = happened().with_finished_at(time("2026-11-02T07:59:00Z"));
    assert_eq!(walk.refused("dan", backwards), [Code::FormIncomplete]);
    let to_come = happened().with_finished_at(time("2026-11-02T09:00:01Z"));
    assert_eq!(walk.refused("dan", to_come), [Code::FormIncomplete]);
    let mut stepwise = happened();
    stepwise.release.template = "train".to_owned();
    assert_eq!(walk.refused("dan", stepwise), [Code::NotContinuous]);
    let mut stepwise = happened();
    stepwise.release.change_type = Some(ChangeType::Normal);
    assert_eq!(walk.refused("dan", stepwise), [Code::NotContinuous]);
    let mut unknown = happened();
    unknown.release.template = "nightly".to_owned();
    assert_eq!(walk.refused("dan", unknown), [Code::TemplateUnpublished]);
}

#[test]
fn it_is_recorded_once() {
    let mut walk = walk();
    walk.does("dan", happened());
    assert_eq!(walk.refused("dan", happened()), [Code::AlreadyCreated]);
}
