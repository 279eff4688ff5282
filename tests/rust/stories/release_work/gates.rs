//! Gates: what they say at the end of a stage, what is recorded for them, and what is passed over.

use super::story::*;
use greenboard::fact::*;
use greenboard::gate::{GateSet, Outcome};
use greenboard::release::RefusalCode::*;
use greenboard::release::*;

const GATES: &str = "
gates:
  - name: quality
    owner: quinn
    criteria: [{name: errors, kind: threshold, metric: error_rate, maximum: 0.01}]
  - name: candidate only
    stages: [candidate]
    criteria: [{name: load, kind: threshold, metric: load, maximum: 1}]
  - name: production only
    environments: [production]
    criteria: [{name: soak, kind: threshold, metric: soak, minimum: 1}]
break_glass: {roles: [incident_commander]}
groups: {incident_commander: [ivy]}
";

fn metric(id: &str, name: &str, value: f64) -> Fact {
    let at = at("2026-11-02T08:00:00Z");
    Evidence::new(id, Subject::new("payments"), Metric::new(name, value).into(), at).into()
}

fn record(facts: impl IntoIterator<Item = Fact>) -> RecordEvidenceCommand {
    RecordEvidenceCommand::new().with_facts(facts)
}

fn complete() -> CompleteStageCommand {
    CompleteStageCommand::new()
}

fn active() -> Story {
    Story::with_gates(GATES).active(quarterly())
}

#[test]
fn what_is_missing_is_open_and_what_does_not_hold_has_failed() {
    let mut story = active();
    let reasons = story.reasons("rm", complete());
    assert_eq!(reasons.len(), 1);
    assert_eq!((reasons[0].code, reasons[0].of.as_deref()), (GateOpen, Some("quality/errors")));
    assert_eq!(reasons[0].who.as_deref(), Some("quinn"));
    assert!(reasons[0].lift.is_some());
    let mut story = story.when("ci", record([metric("e1", "error_rate", 0.5)]));
    assert_eq!(story.refused("rm", complete()), [GateFailed]);
    let newer =
        Evidence::new("e2", Subject::new("payments"), Metric::new("error_rate", 0.001).into(), story.at);
    let mut story = story.when("ci", record([newer.into()]));
    story.happens("rm", complete());
}

#[test]
fn a_gate_is_asked_at_its_stages_and_in_its_environments() {
    let story = active().when("ci", record([metric("e1", "error_rate", 0.0)]));
    let mut story = story.when("rm", complete()).when("rm", complete()).when("rm", complete());
    let reasons = story.reasons("rm", complete());
    assert_eq!(reasons[0].of.as_deref(), Some("candidate only/load"));
    assert_eq!(reasons.len(), 1);
}

#[test]
fn a_template_names_the_gates_of_a_stage() {
    let with = |gate: &str| {
        let mut template = Template::builtin("quarterly").unwrap();
        template.stages[0].gates = vec![gate.to_owned()];
        let mut story = Story::with_gates(GATES);
        story.context = story.context.clone().with_templates([template]).unwrap();
        story.active(quarterly())
    };
    // Those, and not those for all stages; an environment of theirs is no matter where there is none.
    let reasons = with("production only").reasons("rm", complete());
    let of: Vec<&str> = reasons.iter().map(|reason| reason.of.as_deref().unwrap()).collect();
    assert_eq!(of, ["production only/soak"]);
    let reasons = with("qality").reasons("rm", complete());
    assert_eq!(
        (reasons[0].code, reasons[0].lift.as_deref()),
        (GateUnknown, Some("did you mean \"quality\"?"))
    );
}

#[test]
fn a_warning_is_an_exception_and_no_hindrance() {
    let gates = GATES.replace("owner: quinn", "severity: warn");
    let mut story = Story::with_gates(&gates).active(quarterly());
    story.happens("rm", complete());
    assert_eq!(story.state().stages[0].status, StageStatus::CompletedWithException);
}

#[test]
fn what_goes_out_is_what_gates_are_asked_about() {
    let mut story = active();
    let other = Evidence::new(
        "e1",
        Subject::new("payments").with_version("1.3.0"),
        Metric::new("error_rate", 0.0).into(),
        at("2026-11-02T08:00:00Z"),
    );
    story.happens("ci", record([other.into()]));
    assert_eq!(story.refused("rm", complete()), [GateOpen]);
    let events =
        story.clone().when("ci", record([metric("e2", "error_rate", 0.0)])).decide("rm", complete()).unwrap();
    let Happening::StageCompleted(completed) = &events[0].what else { panic!() };
    let judged = &completed.judged[0];
    assert_eq!((judged.component.as_str(), judged.version.as_deref()), ("payments", Some("1.4.0")));
    assert_eq!(judged.stage.as_deref(), Some("scope"));
}

#[test]
fn approvals_of_the_release_are_seen_by_gates() {
    let gates = "gates: [{name: people, criteria: [{name: two, kind: approvals, groups: [{people: [ann, bob], quorum: 1}]}]}]";
    let mut story = Story::with_gates(gates).active(quarterly());
    assert_eq!(story.refused("rm", complete()), [GateOpen]);
    let mut story = story.when("ann", ApproveCommand::new());
    story.happens("rm", complete());
}

#[test]
fn evidence_is_about_what_goes_out_and_from_who_is_trusted() {
    let mut story = active();
    assert_eq!(story.refused("ci", record([])), [MissingField]);
    let about = |subject: Subject| -> Fact {
        Evidence::new("e9", subject, Metric::new("error_rate", 0.0).into(), at("2026-11-02T08:00:00Z")).into()
    };
    assert_eq!(story.refused("ci", record([about(Subject::new("mail"))])), [UnknownSubject]);
    let other = Subject::new("payments").with_digest("sha256:other");
    assert_eq!(story.refused("ci", record([about(other)])), [UnknownSubject]);
    story.happens("ci", record([about(item("payments", "1.4.0").subject)]));
    // What is known word for word happens no more.
    assert_eq!(story.happens("ci", record([about(item("payments", "1.4.0").subject)])), [] as [&str; 0]);
    let roles = Roles::new().with_member("evidence:metric", "ci").with_member(EVIDENCE_SOURCE, "bot");
    let mut story = Story::with_gates(GATES).with_roles(roles).active(quarterly());
    assert_eq!(story.refused("bot", record([metric("e1", "error_rate", 0.0)])), [UntrustedSource]);
    story.happens("ci", record([metric("e1", "error_rate", 0.0)]));
    let list = Checklist::new("l1", Subject::new("payments"), "go", at("2026-11-02T08:00:00Z"));
    assert_eq!(story.refused("ci", record([list.clone().into()])), [UntrustedSource]);
    story.happens("bot", record([list.into()]));
}

#[test]
fn exemptions_are_no_evidence() {
    let waiver = Waiver::new("w1", "errors", "because", "ann", at("2026-11-02T08:00:00Z"));
    let emergency = BreakGlass::new(
        "b1",
        Subject::new("payments"),
        "fire",
        "ivy",
        "incident_commander",
        at("2026-11-02T08:00:00Z"),
    );
    let codes = active().refused("ci", record([waiver.into(), emergency.into()]));
    assert_eq!(codes, [UntrustedSource, UntrustedSource]);
}

#[test]
fn a_criterion_is_waived_until_a_date_by_somebody_else() {
    let mut story = active();
    let waive = || WaiveGateCommand::new("quality", "errors", "the meter is broken");
    let until = at("2026-12-01T00:00:00Z");
    assert_eq!(story.refused("quinn", waive()), [ExpiryMissing]);
    assert_eq!(story.refused("quinn", waive().with_expires_at(at("2026-11-01T00:00:00Z"))), [DateInPast]);
    assert_eq!(
        story.refused("quinn", waive().with_expires_at(until).with_requested_by("Quinn")),
        [SelfDecision]
    );
    assert_eq!(story.refused("dev", waive().with_expires_at(until)), [SelfDecision]);
    let wrong = WaiveGateCommand::new("qality", "errors", " ").with_expires_at(until);
    assert_eq!(story.refused("quinn", wrong), [ReasonMissing, GateUnknown]);
    let wrong = WaiveGateCommand::new("quality", "error", "r").with_expires_at(until).with_component("mail");
    assert_eq!(story.refused("quinn", wrong), [GateUnknown, UnknownSubject]);
    let granted = waive().with_expires_at(until).with_requested_by("dev").with_id("w1");
    assert_eq!(story.happens("quinn", granted.clone()), ["gate_waived"]);
    assert_eq!(story.refused("quinn", granted), [DuplicateItem]);
    assert_eq!(story.clone().after_days(60).refused("rm", complete()), [GateOpen]);
    let events = story.decide("rm", complete()).unwrap();
    let Happening::StageCompleted(completed) = &events[0].what else { panic!() };
    assert!(completed.with_exception);
    let finding = &completed.judged[0].findings[0];
    assert_eq!((finding.outcome, finding.waiver.as_deref()), (Outcome::Waived, Some("w1")));
}

#[test]
fn some_gates_nobody_is_exempted_from() {
    let none = Roles::new().with_roles([("waive:quality".to_owned(), Vec::new())].into());
    let waive = WaiveGateCommand::new("quality", "errors", "r").with_expires_at(at("2026-12-01T00:00:00Z"));
    let mut story = Story::with_gates(GATES).with_roles(none).active(quarterly());
    assert_eq!(story.refused("quinn", waive.clone()), [NotWaivable]);
    let some = Roles::new().with_member("waive:quality", "ulla");
    let mut story = Story::with_gates(GATES).with_roles(some).active(quarterly());
    assert_eq!(story.refused("quinn", waive.clone()), [NotAuthorised]);
    story.happens("ulla", waive);
}

#[test]
fn the_glass_is_broken_by_who_may() {
    let mut story = active();
    let glass = |role: &str| BreakGlassCommand::new("customers cannot pay", role);
    assert_eq!(story.refused("ivy", glass("janitor")), [NotInRole]);
    assert_eq!(story.refused("dev", glass("incident_commander")), [NotInRole]);
    assert_eq!(story.refused("ivy", BreakGlassCommand::new("", "incident_commander")), [ReasonMissing]);
    let over = glass("incident_commander").with_expires_at(at("2026-11-01T00:00:00Z"));
    assert_eq!(story.refused("ivy", over), [DateInPast]);
    assert_eq!(story.happens("ivy", glass("incident_commander")), ["glass_broken"]);
    assert!(story.state().review_required);
    story.happens("rm", complete());
    assert_eq!(story.state().stages[0].status, StageStatus::CompletedWithException);
    let mut closed = Story::new().active(quarterly());
    assert_eq!(closed.refused("ivy", glass("incident_commander")), [NotAuthorised]);
}

#[test]
fn an_environment_that_nobody_knows_is_a_slip() {
    let identity = Identity::new().with_environment("production", "kubernetes", "prod");
    let roster = Roster::new().with_identity(identity);
    let mut story = Story::of(GateSet::default(), Roles::new(), roster).active(hotfix());
    story.happens("rm", complete());
    story.happens("rm", complete());
    // The stage is called as an environment of the release, which the workspace does not have.
    assert_eq!(story.refused("rm", complete()), [UnknownEnvironment]);
}
