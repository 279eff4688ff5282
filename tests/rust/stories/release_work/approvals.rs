//! Approvals: their order, how many they need, and what ends them.

use super::story::*;
use greenboard::release::RefusalCode::*;
use greenboard::release::approval::{ApprovalSignature, ApprovalStanding};
use greenboard::release::*;

fn approve() -> ApproveCommand {
    ApproveCommand::new()
}

fn ready() -> Story {
    Story::new().with_roles(roles()).ready(quarterly())
}

#[test]
fn a_normal_change_is_assessed_and_then_authorised() {
    let mut story = ready();
    assert_eq!(story.refused("bea", approve().with_step("authorise")), [OutOfOrder]);
    assert_eq!(story.refused("bea", approve()), [NotInRole]);
    assert_eq!(story.happens("tess", approve()), ["approval_granted", "approval_step_satisfied"]);
    assert_eq!(story.refused("theo", approve().with_step("assess")), [AlreadyDecided]);
    assert_eq!(story.happens("bea", approve()), ["approval_granted", "approval_step_satisfied"]);
    assert_eq!(story.refused("bob", approve()), [AlreadyDecided]);
    assert_eq!(story.refused("bob", approve().with_step("bless")), [NoSuchStep]);
    let given = &story.state().approvals[1];
    assert_eq!((given.role.as_str(), given.by.as_str(), given.round), (CHANGE_BOARD, "bea", 1));
    assert_eq!(given.digest, story.state().scope_digest());
}

#[test]
fn who_authorises_depends_on_the_risk() {
    // As long as nobody assessed it, it is the board.
    let mut story = ready().when("tess", approve());
    assert_eq!(story.refused("max", approve()), [NotInRole]);
    let low = AssessedRisk::new("register", 3.0, RiskLevel::Low);
    story.state.as_mut().unwrap().risk = Some(low);
    story.clone().happens("max", approve());
    // What the board said before holds when it turns out to be little.
    let high = AssessedRisk::new("register", 20.0, RiskLevel::VeryHigh);
    let mut story = ready().when("tess", approve());
    story.state.as_mut().unwrap().risk = Some(high);
    let mut story = story.when("bea", approve());
    story.state.as_mut().unwrap().risk = Some(AssessedRisk::new("register", 3.0, RiskLevel::Low));
    assert_eq!(story.refused("max", approve()), [AlreadyDecided]);
}

#[test]
fn a_standard_change_was_approved_with_its_template() {
    let mut story = Story::new().with_roles(roles()).ready(continuous());
    assert_eq!(story.refused("tess", approve()), [NoSuchStep]);
    assert_eq!(story.refused("tess", RejectCommand::new().with_reason("no")), [NoSuchStep]);
}

#[test]
fn an_emergency_is_authorised_at_once_and_the_rest_is_said_afterwards() {
    let mut story = Story::new().with_roles(roles()).active(hotfix());
    assert_eq!(story.refused("tess", approve().with_step("retrospective_assess")), [OutOfOrder]);
    assert_eq!(story.happens("eve", approve()), ["approval_granted", "approval_step_satisfied"]);
    story.state.as_mut().unwrap().status = ReleaseStatus::Observing;
    assert_eq!(story.refused("bea", approve().with_step("authorise")), [OutOfOrder]);
    assert_eq!(story.refused("bea", approve().with_step("retrospective_authorise")), [OutOfOrder]);
    story.happens("tess", approve());
    assert!(story.state().approvals[1].retrospective);
    // A rejection after the fact ends what was said after it.
    assert_eq!(story.happens("bea", RejectCommand::new().with_reason("not so")), ["approval_rejected"]);
    assert_eq!(story.status(), ReleaseStatus::Observing);
    assert_eq!(story.state().satisfied, ["authorise"]);
    story.happens("tess", approve());
    story.happens("bea", approve());
    assert_eq!(story.refused("bea", approve()), [AlreadyDecided]);
}

#[test]
fn only_emergencies_are_approved_after_the_fact() {
    let mut story = ready();
    story.state.as_mut().unwrap().status = ReleaseStatus::Review;
    assert_eq!(story.refused("tess", approve()), [WrongState]);
}

#[test]
fn as_many_say_yes_as_the_quorum_asks_for() {
    let with = |step: ApprovalStep, people: &[&str]| {
        let roles = people.iter().fold(Roles::new(), |roles, who| roles.with_member("crew", *who));
        Story::new().with_roles(roles).ready(quarterly().with_approvals([step]))
    };
    let step = || ApprovalStep::new("crew", "crew");
    let mut all = with(step().with_quorum(ApprovalQuorum::All), &["a", "b", "dev"]);
    assert_eq!(all.happens("a", approve()), ["approval_granted"]);
    assert_eq!(all.refused("A", approve()), [NotInRole, AlreadyDecided]);
    // `dev` wrote it, and so is not asked.
    assert_eq!(all.happens("b", approve()), ["approval_granted", "approval_step_satisfied"]);
    let half = step().with_quorum(ApprovalQuorum::Percent).with_percent(50.0);
    let mut half = with(half, &["a", "b", "c"]);
    assert_eq!(half.happens("a", approve()), ["approval_granted"]);
    assert_eq!(half.happens("b", approve()), ["approval_granted", "approval_step_satisfied"]);
    let mut first = with(step(), &["a", "b", "c"]);
    assert_eq!(first.happens("c", approve()), ["approval_granted", "approval_step_satisfied"]);
}

#[test]
fn somebody_is_in_a_role_at_a_time() {
    let member = RoleMember::new("tess").with_until(at("2026-11-03T00:00:00Z"));
    let roles = Roles::new().with_roles([(TECHNICAL_GROUP.to_owned(), vec![member])].into());
    let mut story = Story::new().with_roles(roles).ready(quarterly());
    assert_eq!(story.clone().after_days(1).refused("tess", approve()), [NotInRole]);
    story.happens("tess", approve());
}

#[test]
fn what_is_approved_is_what_would_go_out() {
    let mut story = ready();
    let digest = story.state().scope_digest();
    assert_eq!(story.refused("tess", approve().with_digest("sha256:other")), [StaleSubject]);
    let signed = ApprovalSignature::new("", "").with_digest("sha256:other");
    assert_eq!(
        story.refused("tess", approve().with_signature(signed)),
        [StaleSubject, FormIncomplete, FormIncomplete]
    );
    let signed = ApprovalSignature::new("Tess T.", "review").with_digest(&digest);
    story.happens("tess", approve().with_digest(&digest).with_signature(signed));
    assert_eq!(story.state().approvals[0].signature.as_ref().unwrap().name, "Tess T.");
}

#[test]
fn another_scope_has_to_be_approved_anew() {
    let mut story =
        Story::new().with_roles(roles()).active(quarterly()).when("tess", approve()).when("bea", approve());
    let newer = EditScopeCommand::new().with_add([item("payments", "1.4.1")]);
    assert_eq!(story.happens("po", newer), ["scope_item_added", "approval_voided", "approval_voided"]);
    let state = story.state();
    assert!(state.satisfied.is_empty());
    assert!(state.approvals.iter().all(|given| given.standing == ApprovalStanding::Voided));
    // Who owns an item is no matter of what goes out.
    story.happens("tess", approve());
    let owned = item("payments", "1.4.1").with_owner("ann");
    assert_eq!(story.happens("po", EditScopeCommand::new().with_add([owned])), ["scope_item_added"]);
    assert_eq!(story.state().satisfied, ["assess"]);
}

#[test]
fn a_rejection_ends_the_round_and_leads_back_to_work() {
    let mut story = ready().when("tess", approve());
    assert_eq!(story.refused("bea", RejectCommand::new()), [ReasonMissing]);
    assert_eq!(story.refused("tess", RejectCommand::new().with_reason("no")), [NotInRole]);
    assert_eq!(
        story.happens("bea", RejectCommand::new().with_reason("too much at once")),
        ["approval_rejected", "release_reopened", "stage_entered"]
    );
    let state = story.state();
    assert_eq!((state.status, state.round), (ReleaseStatus::Active, 2));
    assert!(state.satisfied.is_empty());
    assert_eq!(state.approvals[0].standing, ApprovalStanding::Voided);
    // The next round begins from the first step, and who was heard may be heard again.
    let mut story = story.when("tess", approve()).when("bea", approve());
    assert_eq!(story.state().approvals[1].round, 2);
    // What enough approved may still be rejected by who could have.
    story.happens("bob", RejectCommand::new().with_reason("I was away"));
    assert_eq!(story.state().round, 3);
}

#[test]
fn an_approval_is_taken_back_by_who_gave_it() {
    let mut story = ready().when("tess", approve());
    assert_eq!(story.refused("theo", RevokeCommand::new("I erred")), [NotApproved]);
    assert_eq!(story.refused("tess", RevokeCommand::new(" ")), [ReasonMissing]);
    assert_eq!(story.happens("TESS", RevokeCommand::new("I erred")), ["approval_revoked"]);
    let state = story.state();
    assert_eq!(state.approvals[0].standing, ApprovalStanding::Revoked);
    assert!(state.satisfied.is_empty());
    story.happens("tess", approve());
}

#[test]
fn what_others_said_is_enough_without_it() {
    let step = ApprovalStep::new("crew", "crew").with_quorum(ApprovalQuorum::Percent).with_percent(30.0);
    let roles = ["a", "b", "c", "d"].iter().fold(Roles::new(), |roles, who| roles.with_member("crew", *who));
    let mut story = Story::new().with_roles(roles).ready(quarterly().with_approvals([step]));
    story.happens("a", approve());
    assert_eq!(story.happens("b", approve()), ["approval_granted", "approval_step_satisfied"]);
    assert_eq!(story.happens("a", RevokeCommand::new("I erred")), ["approval_revoked"]);
    assert_eq!(story.happens("c", approve()), ["approval_granted", "approval_step_satisfied"]);
}

#[test]
fn approvals_rest_while_it_is_on_hold() {
    let mut story = ready().when("tess", approve());
    let hold = HoldCommand::new().with_reason("the vendor is down");
    assert_eq!(story.happens("rm", hold), ["hold_placed", "approval_suspended"]);
    assert_eq!(story.state().approvals[0].standing, ApprovalStanding::Suspended);
    assert_eq!(story.refused("bea", approve()), [OnHold]);
    assert_eq!(story.happens("rm", ResumeCommand::new()), ["hold_lifted", "approval_reinstated"]);
    story.happens("bea", approve());
}

#[test]
fn going_back_to_a_stage_voids_what_was_approved() {
    let mut story = ready().when("tess", approve());
    let restart = RestartStageCommand::new("build").with_reason("a defect");
    assert_eq!(story.happens("rm", restart), ["release_reopened", "stage_restarted", "approval_voided"]);
    assert!(story.state().satisfied.is_empty());
}

#[test]
fn an_approval_may_end_by_itself() {
    let mut template = Template::builtin("quarterly").unwrap();
    template.options.approval_validity = Some(greenboard::calendar::Length::of_days(2));
    let mut story = Story::new().with_roles(roles());
    story.context = story.context.clone().with_templates([template]).unwrap();
    let mut story = story.ready(quarterly()).when("tess", approve());
    assert_eq!(story.state().approvals[0].expires_at, Some(at("2026-11-04T09:00:00Z")));
    // It counts until then, and is given anew after.
    assert_eq!(story.clone().after_days(2).refused("bea", approve()), [NotInRole]);
    story.at = at("2026-11-04T08:59:59Z");
    story.clone().happens("bea", approve());
    assert_eq!(
        story.after_days(1).happens("theo", approve()),
        ["approval_granted", "approval_step_satisfied"]
    );
}
