//! Once it is out: acceptance, incidents, the review and the end; risks, flags, notices, actions.

use super::release_walk::{Walk, facts, release, staged, time};
use greenboard::fact::{Evidence, Metric, Subject};
use greenboard::release::{
    AcceptCommand, AcceptanceCriterion, Action, AssessedRisk, CauseClass, CloseCommand, EvidenceRecorded,
    Feedback, FinishRolloutCommand, GiveFeedbackCommand, NoticeOccasion, NotifyCommand, PreviousAction,
    PreviousStatus, RecordIncidentCommand, RecordRolloutCommand, RefusalCode as Code, ReleaseFlag,
    ReleaseIncident, ReleaseOutcome, ReleaseStatus, Review, Risk, RiskLevel, Roles, RollBackCommand,
    RootCause, SetActionCommand, SetFlagCommand, SetRiskCommand, Stakeholder, Task, carry,
    deployment::TargetStatus,
};

fn plain() -> Walk {
    Walk::new("gates: []", Roles::new(), facts([staged()]))
}

fn observed(release: greenboard::release::Release) -> Walk {
    plain().ready(release).approved().gone().deploying().observing()
}

fn accepted(release: greenboard::release::Release) -> Walk {
    let mut walk = observed(release);
    walk.wait(7 * 24).does("sue", AcceptCommand::new());
    walk
}

fn broken(walk: &Walk) -> RecordIncidentCommand {
    RecordIncidentCommand::new(ReleaseIncident::new("inc-1", walk.now).with_severity("P1"))
}

fn looked_back() -> Review {
    Review::new("A limit was too low.")
        .with_impact("2 % of payments, 40 minutes")
        .with_detection("alert, 3 minutes")
        .with_factors([RootCause::new(CauseClass::Capacity, "the limit")])
}

#[test]
fn it_is_accepted_when_its_time_is_over() {
    let mut walk = observed(release("train"));
    assert_eq!(walk.wait(7 * 24 - 1).refused("sue", AcceptCommand::new()), [Code::StillObserving]);
    assert_eq!(walk.wait(1).does("sue", AcceptCommand::new()), ["release_accepted", "review_opened"]);
    assert_eq!(walk.status(), ReleaseStatus::Review);
    // Ten working days after a Monday.
    assert_eq!(walk.state().review_due, Some(time("2026-11-23T09:00:00Z")));
    assert!(!walk.state().review_required);
}

#[test]
fn the_go_authority_shortens_the_time_with_a_reason() {
    let roles = Roles::new().with_member("go_authority", "gita").with_member("service_owner", "sue");
    let walk = Walk::new("gates: []", roles, facts([staged()])).ready(release("train"));
    let mut walk = walk.approved().gone().deploying().observing();
    let sooner = AcceptCommand::new().with_reason("the next one waits");
    assert_eq!(walk.refused("sue", sooner.clone()), [Code::StillObserving]);
    assert_eq!(walk.refused("gita", AcceptCommand::new()), [Code::NotAuthorised, Code::StillObserving]);
    assert_eq!(walk.does("gita", sooner), ["release_accepted", "review_opened"]);
}

#[test]
fn what_it_was_to_bring_is_there() {
    let gates = "
gates:
  - name: latency
    stages: [elsewhere]
    criteria: [{name: p99, kind: threshold, metric: p99, maximum: 200}]
";
    let criteria = [
        AcceptanceCriterion::new("fast", "It answers in 200 ms").with_gate("latency"),
        AcceptanceCriterion::new("known", "Support knows"),
        AcceptanceCriterion::new("lost", "Its gate is gone").with_gate("gone"),
    ];
    let release = release("train").with_criteria(criteria);
    let walk = Walk::new(gates, Roles::new(), facts([staged()])).ready(release);
    let mut walk = walk.approved().gone().deploying().observing();
    walk.wait(7 * 24);
    assert_eq!(walk.refused("sue", AcceptCommand::new()), [Code::CriteriaOpen; 3]);
    walk.state.as_mut().unwrap().release.criteria.pop();
    let fast = Evidence::new("e9", Subject::new("payments"), Metric::new("p99", 120.0).into(), walk.now);
    walk.happen("sue", EvidenceRecorded::new().with_facts([fast.into()]));
    assert_eq!(walk.refused("sue", AcceptCommand::new().with_criteria(["know"])), [Code::CriteriaOpen; 2]);
    walk.does("sue", AcceptCommand::new().with_criteria(["known"]));
    assert!(walk.state().release.criteria.iter().all(|criterion| criterion.met_at.is_some()));
}

#[test]
fn the_gates_of_the_stage_that_watches_are_asked() {
    let gates = "
gates:
  - name: halt
    stages: [monitor]
    criteria: [{name: errors, kind: threshold, metric: error_rate, maximum: 0.01}]
  - name: before
    criteria: [{name: age, kind: threshold, metric: error_rate, maximum: 0.5}]
";
    let rate = |id: &str, rate: f64, walk: &Walk| {
        let value = Metric::new("error_rate", rate);
        let fact = Evidence::new(id, Subject::new("payments"), value.into(), walk.now);
        EvidenceRecorded::new().with_facts([fact.into()])
    };
    let mut walk = Walk::new(gates, Roles::new(), facts([staged()])).ready(release("train"));
    walk.happen("ci", rate("e1", 0.2, &walk));
    let mut walk = walk.approved().gone().deploying().observing();
    assert_eq!(walk.wait(7 * 24).refused("sue", AcceptCommand::new()), [Code::GateFailed]);
    walk.happen("ci", rate("e2", 0.0, &walk));
    walk.does("sue", AcceptCommand::new());
}

#[test]
fn nothing_is_accepted_while_something_is_broken() {
    let mut walk = observed(release("train"));
    let incident = broken(&walk);
    assert_eq!(walk.does("ivan", incident.clone()), ["incident_recorded"]);
    walk.wait(7 * 24);
    assert_eq!(walk.refused("sue", AcceptCommand::new()), [Code::OpenIncident]);
    let resolved = incident.incident.clone().with_resolved_at(walk.now);
    walk.does("ivan", RecordIncidentCommand::new(resolved));
    assert_eq!(walk.state().incidents.len(), 1);
    walk.does("sue", AcceptCommand::new());
    assert!(walk.state().review_required);
    // Over before it was noticed is no incident.
    let odd = incident.incident.with_resolved_at(time("2026-01-01T00:00:00Z"));
    assert_eq!(walk.refused("ivan", RecordIncidentCommand::new(odd)), [Code::FormIncomplete]);
}

#[test]
fn it_ends_as_it_went() {
    let mut walk = accepted(release("train"));
    assert_eq!(walk.does("rita", CloseCommand::new()), ["release_closed"]);
    assert_eq!(
        (walk.status(), walk.state().outcome),
        (ReleaseStatus::Closed, Some(ReleaseOutcome::Successful))
    );
    assert_eq!(walk.refused_anyhow("rita", CloseCommand::new()), [Code::Terminal]);
}

#[test]
fn what_broke_is_looked_back_on_and_never_called_a_success() {
    let mut walk = observed(release("train"));
    let incident = broken(&walk).incident.with_resolved_at(walk.now);
    walk.does("ivan", RecordIncidentCommand::new(incident));
    walk.wait(7 * 24).does("sue", AcceptCommand::new());
    assert_eq!(walk.refused("rita", CloseCommand::new()), [Code::OutcomeMissing, Code::ReviewIncomplete]);
    let claimed = CloseCommand::new().with_outcome(ReleaseOutcome::Successful).with_review(looked_back());
    assert_eq!(walk.refused("rita", claimed), [Code::OutcomeMissing]);
    let thin = CloseCommand::new().with_review(Review::new("It broke."));
    assert_eq!(walk.refused("rita", thin), [Code::ReviewIncomplete; 3]);
    walk.does("rita", CloseCommand::new().with_review(looked_back()));
    assert_eq!(walk.state().outcome, Some(ReleaseOutcome::SuccessfulWithIssues));
}

#[test]
fn what_was_taken_back_ends_so() {
    let mut walk = observed(release("train"));
    walk.does("rita", RollBackCommand::new().with_reason("errors"));
    walk.does("dan", RecordRolloutCommand::new("production", TargetStatus::Restored));
    walk.does("dan", FinishRolloutCommand::new());
    let better =
        CloseCommand::new().with_outcome(ReleaseOutcome::SuccessfulWithIssues).with_review(looked_back());
    assert_eq!(walk.refused("rita", better), [Code::OutcomeMissing]);
    walk.does("rita", CloseCommand::new().with_review(looked_back()));
    assert_eq!(walk.state().outcome, Some(ReleaseOutcome::RolledBack));
}

#[test]
fn tasks_and_actions_are_seen_to_before_it_ends() {
    let old = Action::new("old", "Rehearse the way back").with_release("r0").with_owner("ada");
    let mut walk =
        accepted(release("train").with_tasks([Task::new("notes", "Write them")]).with_actions([old]));
    let review = looked_back().with_actions([Action::new("a1", "Raise the limit").with_owner("ada")]);
    let close = |review: &Review| CloseCommand::new().with_review(review.clone());
    let codes = walk.refused("rita", close(&review));
    assert_eq!(codes, [Code::TasksOpen, Code::ActionUnowned, Code::ActionUnowned]);
    walk.state.as_mut().unwrap().release.tasks.clear();
    let due = time("2026-12-01T00:00:00Z");
    let done = Action::new("old", "Rehearse the way back").with_done_at(walk.now);
    walk.does("ada", SetActionCommand::new(done));
    assert_eq!(walk.state().actions[0].release.as_deref(), Some("r0"));
    let review =
        looked_back().with_actions([Action::new("a1", "Raise the limit").with_owner("ada").with_due(due)]);
    walk.does("rita", close(&review));
    let carried = carry(walk.state());
    assert_eq!(carried.len(), 1);
    assert_eq!((carried[0].id.as_str(), carried[0].release.as_deref()), ("a1", Some("r1")));
}

#[test]
fn a_review_says_what_became_of_actions_before() {
    let due = time("2026-12-01T00:00:00Z");
    let old = Action::new("old", "Rehearse").with_release("r0").with_owner("ada").with_due(due);
    let mut walk = observed(release("train").with_actions([old]));
    let incident = broken(&walk).incident.with_resolved_at(walk.now);
    walk.does("ivan", RecordIncidentCommand::new(incident));
    walk.wait(7 * 24).does("sue", AcceptCommand::new());
    assert_eq!(
        walk.refused("rita", CloseCommand::new().with_review(looked_back())),
        [Code::ReviewIncomplete]
    );
    let said = looked_back().with_previous_actions([PreviousAction::new("old", PreviousStatus::Carried)]);
    walk.does("rita", CloseCommand::new().with_review(said));
}

#[test]
fn an_emergency_is_approved_after_the_fact_and_looked_back_on() {
    let mut walk = plain().ready(release("hotfix"));
    walk.approve("authorise", "emergency_authority", "emma");
    let mut walk = walk.deploying().observing();
    walk.wait(4).does("sue", AcceptCommand::new());
    let codes = walk.refused("rita", CloseCommand::new());
    assert_eq!(codes, [Code::ReviewIncomplete, Code::RetroApprovalMissing, Code::RetroApprovalMissing]);
}

#[test]
fn risks_are_on_their_scales_and_somebody_answers_for_them() {
    let mut walk = plain().ready(release("train"));
    let risk = |likelihood, impact| Risk::new("r", "It may break", likelihood, impact);
    let raised = SetRiskCommand::new().with_risk(risk(3, 4).with_owner("ada"));
    assert_eq!(walk.does("ada", raised.clone()), ["risk_raised"]);
    assert_eq!(walk.does("ada", raised), ["risk_changed"]);
    let off = SetRiskCommand::new().with_risk(risk(0, 6).with_effectiveness(f64::NAN));
    assert_eq!(
        walk.refused("ada", off),
        [Code::OutOfScale, Code::OutOfScale, Code::OutOfScale, Code::OwnerMissing]
    );
    assert_eq!(walk.refused("ada", SetRiskCommand::new().with_retire("x")), [Code::UnknownRisk]);
    assert_eq!(walk.refused("ada", SetRiskCommand::new()), [Code::FormIncomplete]);
    let endless = AssessedRisk::new("", f64::INFINITY, RiskLevel::Low);
    let endless = SetRiskCommand::new().with_assessment(endless);
    assert_eq!(walk.refused("ada", endless), [Code::FormIncomplete, Code::OutOfScale]);
    let assessed =
        SetRiskCommand::new().with_assessment(AssessedRisk::new("register", 12.0, RiskLevel::High));
    assert_eq!(walk.does("ada", assessed), ["risk_assessed"]);
    assert_eq!(walk.state().risk_digest, Some(walk.state().scope_digest()));
    assert_eq!(walk.does("ada", SetRiskCommand::new().with_retire("r")), ["risk_retired"]);
}

#[test]
fn people_are_told_and_say_what_they_think() {
    let mut walk = plain().ready(release("train"));
    let notify = NotifyCommand::new(NoticeOccasion::Before);
    assert_eq!(walk.refused("rita", notify.clone()), [Code::MissingField]);
    walk.state.as_mut().unwrap().release.stakeholders.push(Stakeholder::new("support"));
    assert_eq!(walk.does("rita", notify), ["notice_sent"]);
    assert_eq!(walk.state().notices[0].audience, ["support"]);
    assert_eq!(walk.refused("rita", SetFlagCommand::new(ReleaseFlag::AtRisk)), [Code::ReasonMissing]);
    walk.does("rita", SetFlagCommand::new(ReleaseFlag::AtRisk).with_comment("late"));
    walk.does("rita", SetFlagCommand::new(ReleaseFlag::Ok));
    assert_eq!(walk.refused("uma", GiveFeedbackCommand::new(Feedback::new(" "))), [Code::FormIncomplete]);
    walk.does("uma", GiveFeedbackCommand::new(Feedback::new("faster than before")));
    assert_eq!(walk.state().feedback[0].by.as_deref(), Some("uma"));
    assert_eq!(walk.refused("uma", SetActionCommand::new(Action::new("", "x"))), [Code::FormIncomplete]);
}
