//! On its way out, and back.

use super::release_walk::{Walk, facts, item, release, staged};
use greenboard::fact::Subject;
use greenboard::release::deployment::{DeploymentEnd, TargetStatus};
use greenboard::release::{
    AcceptCommand, BeginDeployCommand, FinishRolloutCommand, ItemStatus, RecordRolloutCommand,
    RefusalCode as Code, ReleaseOutcome, ReleaseStatus, Roles, RollBackCommand, ScopeItem, Template,
};

fn plain() -> Walk {
    Walk::new("gates: []", Roles::new(), facts([staged()]))
}

fn out() -> Walk {
    let mut walk = plain().ready(release("train")).approved().gone();
    walk.does("dan", BeginDeployCommand::new().with_targets(["eu", "us"]));
    walk
}

fn reached(target: &str, status: TargetStatus) -> RecordRolloutCommand {
    RecordRolloutCommand::new(target, status)
}

fn back() -> RollBackCommand {
    RollBackCommand::new().with_reason("errors")
}

#[test]
fn it_is_out_when_every_target_is_verified() {
    let mut walk = out();
    walk.does("dan", reached("eu", TargetStatus::Deployed));
    assert_eq!(
        walk.refused("dan", FinishRolloutCommand::new()),
        [Code::VerificationMissing, Code::TargetsOpen]
    );
    walk.does("dan", reached("eu", TargetStatus::Verified));
    walk.does("dan", reached("us", TargetStatus::Failed));
    assert_eq!(walk.refused("dan", FinishRolloutCommand::new()), [Code::TargetsOpen]);
    walk.does("dan", reached("us", TargetStatus::Verified));
    assert_eq!(walk.does("dan", FinishRolloutCommand::new().with_note("smooth")), ["deployed"]);
    assert_eq!(walk.status(), ReleaseStatus::Observing);
    assert_eq!(walk.state().deployments[0].direction, DeploymentEnd::Deployed);
    assert_eq!(walk.state().release.scope[0].status, ItemStatus::Shipped);
}

#[test]
fn only_targets_are_reached_and_only_by_ways_that_there_are() {
    let mut walk = out();
    assert_eq!(walk.refused("dan", reached("moon", TargetStatus::Deployed)), [Code::UnknownTarget]);
    assert_eq!(walk.refused("dan", reached("eu", TargetStatus::Pending)), [Code::FormIncomplete]);
    assert_eq!(walk.refused("dan", reached("eu", TargetStatus::Restored)), [Code::NotRollingBack]);
    assert_eq!(walk.refused("dan", FinishRolloutCommand::new().with_failed(true)), [Code::NotRollingBack]);
}

#[test]
fn it_is_back_when_every_target_that_was_touched_is_as_before() {
    let mut walk = out();
    walk.does("dan", reached("eu", TargetStatus::Failed));
    assert_eq!(walk.does("rita", back()), ["rollback_started"]);
    assert_eq!(walk.state().deployments[0].rollback_to["payments"], "1.3.0");
    assert_eq!(walk.refused("dan", FinishRolloutCommand::new()), [Code::TargetsOpen]);
    walk.does("dan", reached("eu", TargetStatus::Restored));
    // Nothing was done to the other.
    assert_eq!(walk.does("dan", FinishRolloutCommand::new()), ["rolled_back", "review_opened"]);
    assert_eq!(walk.status(), ReleaseStatus::Review);
    assert_eq!(walk.state().outcome, Some(ReleaseOutcome::RolledBack));
    assert!(walk.state().review_required);
}

#[test]
fn a_way_back_that_failed_is_called_so() {
    let mut walk = out();
    walk.does("dan", reached("eu", TargetStatus::Deployed));
    walk.does("rita", back());
    let failed = FinishRolloutCommand::new().with_failed(true).with_note("the migration cannot be undone");
    assert_eq!(walk.does("dan", failed), ["rollback_failed", "review_opened"]);
    assert_eq!(walk.state().deployments[0].direction, DeploymentEnd::RollbackFailed);
    assert_eq!(walk.state().outcome, Some(ReleaseOutcome::Unsuccessful));
}

#[test]
fn a_way_back_has_a_reason_and_a_place_to_go_to() {
    let new = ScopeItem::new("search", Subject::new("search").with_version("0.1.0")).with_authors(["ada"]);
    let known = facts([staged()]);
    let scope = [item(), new];
    let on = release("train").with_scope(scope).with_environments(["production"]);
    let mut walk = Walk::new("gates: []", Roles::new(), known).ready(on).approved().gone().deploying();
    assert_eq!(walk.refused("rita", RollBackCommand::new()), [Code::ReasonMissing, Code::NoRollbackTarget]);
    walk.does("rita", back().with_to("2026.10"));
    assert_eq!(walk.state().deployments[0].rollback_to["search"], "2026.10");
    assert_eq!(walk.refused("rita", back().with_to("2026.10")), [Code::WrongState]);
}

#[test]
fn past_the_point_of_no_return_the_go_authority_decides() {
    let roles = Roles::new().with_member("go_authority", "gita").with_member("release_manager", "rita");
    let mut walk = Walk::new("gates: []", roles, facts([staged()])).ready(release("train")).approved().gone();
    walk.does("dan", BeginDeployCommand::new());
    walk.does("dan", reached("production", TargetStatus::Deployed).with_point_of_no_return(true));
    assert_eq!(walk.refused("rita", back()), [Code::PastPointOfNoReturn]);
    assert_eq!(walk.refused("rita", back().with_override_point(true)), [Code::NotAuthorised]);
    assert_eq!(walk.does("gita", back().with_override_point(true)), ["rollback_started"]);
}

#[test]
fn a_template_says_from_which_step_on_there_is_no_way_back() {
    let mut template = Template::builtin("train").unwrap();
    let rollout = template.stages.iter_mut().find(|stage| !stage.steps_pct.is_empty()).unwrap();
    rollout.point_of_no_return = Some(3);
    let mut walk = plain();
    walk.context = walk.context.clone().with_templates([template]).unwrap();
    let mut walk = walk.ready(release("train")).approved().gone().deploying();
    walk.does("dan", reached("production", TargetStatus::Deployed).with_step("10%"));
    assert!(!walk.state().deployments[0].point_of_no_return);
    walk.does("dan", reached("production", TargetStatus::Deployed).with_step("50 %"));
    assert_eq!(walk.refused("rita", back()), [Code::PastPointOfNoReturn]);
}

#[test]
fn what_is_observed_may_still_be_taken_back() {
    let mut walk = plain().ready(release("train")).approved().gone().deploying().observing();
    walk.wait(5).does("rita", back());
    assert_eq!(walk.status(), ReleaseStatus::Deploying);
    assert_eq!(walk.refused("olga", AcceptCommand::new()), [Code::WrongState]);
    walk.does("dan", reached("production", TargetStatus::Restored));
    walk.does("dan", FinishRolloutCommand::new());
    assert_eq!(walk.state().deployments[0].direction, DeploymentEnd::RolledBack);
    assert_eq!(walk.state().deployments.len(), 1);
}
