//! Other times, holds, and the end before it goes out.

use super::story::*;
use greenboard::release::RefusalCode::*;
use greenboard::release::approval::ApprovalStanding;
use greenboard::release::*;

fn window(from: &str, to: &str) -> ReleaseWindow {
    ReleaseWindow::new(at(from), at(to))
}

fn to(target: &str) -> RescheduleCommand {
    RescheduleCommand::new().with_target(at(target)).with_reason("the vendor is late")
}

#[test]
fn a_release_is_moved_with_what_comes_after_it() {
    let release = quarterly().with_milestones([
        Milestone::new("code freeze", at("2026-12-01T00:00:00Z")),
        Milestone::new("launch", at("2026-12-16T00:00:00Z")),
        Milestone::new("press", at("2026-12-17T00:00:00Z")).with_achieved_at(at("2026-11-01T00:00:00Z")),
    ]);
    let mut story = Story::new().planned(release);
    assert_eq!(story.happens("rm", to("2026-12-20T10:00:00Z")), ["rescheduled", "baseline_taken"]);
    let state = story.state();
    assert_eq!(state.release.target, Some(at("2026-12-20T10:00:00Z")));
    let due: Vec<String> =
        state.release.milestones.iter().map(|milestone| milestone.due.to_string()).collect();
    assert_eq!(due, ["2026-12-01T00:00:00Z", "2026-12-21T00:00:00Z", "2026-12-17T00:00:00Z"]);
    assert_eq!((state.baselines.len(), state.baselines[1].name.as_str()), (2, "reschedule"));
    assert_eq!(state.reschedulings[0].from, Some(at("2026-12-15T10:00:00Z")));
}

#[test]
fn it_is_said_why_and_to_when_in_time() {
    let mut story = Story::new().planned(quarterly());
    assert_eq!(story.refused("rm", RescheduleCommand::new()), [ReasonMissing, MissingField]);
    assert_eq!(story.refused("rm", to("2026-11-01T10:00:00Z")), [DateInPast]);
    let mut template = Template::builtin("quarterly").unwrap();
    template.options.notice_days = 14;
    story = Story::new();
    story.context = story.context.clone().with_templates([template]).unwrap();
    let mut story = story.planned(quarterly());
    assert_eq!(story.refused("rm", to("2026-11-16T08:59:59Z")), [NoticeTooShort]);
    story.happens("rm", to("2026-11-16T09:00:00Z"));
}

#[test]
fn the_window_moves_along_where_the_target_leaves_it() {
    let release = || quarterly().with_window(window("2026-12-15T08:00:00Z", "2026-12-15T18:00:00Z"));
    let mut story = Story::new().planned(release());
    story.happens("rm", to("2026-12-15T12:00:00Z"));
    assert_eq!(story.state().release.window, release().window);
    story.happens("rm", to("2026-12-16T12:00:00Z"));
    assert_eq!(story.state().release.window, Some(window("2026-12-16T08:00:00Z", "2026-12-16T18:00:00Z")));
    // And the target with the window.
    let next = RescheduleCommand::new()
        .with_window(window("2026-12-17T08:00:00Z", "2026-12-17T18:00:00Z"))
        .with_reason("again");
    story.happens("rm", next);
    assert_eq!(story.state().release.target, Some(at("2026-12-17T12:00:00Z")));
    let both = to("2026-12-18T10:00:00Z").with_window(window("2026-12-17T08:00:00Z", "2026-12-17T18:00:00Z"));
    assert_eq!(story.refused("rm", both), [Conflict]);
}

#[test]
fn what_was_approved_for_a_window_is_not_for_another() {
    let release = quarterly().with_window(window("2026-12-15T08:00:00Z", "2026-12-15T18:00:00Z"));
    let mut story =
        Story::new().ready(release).when("ann", ApproveCommand::new()).when("bob", ApproveCommand::new());
    assert_eq!(story.happens("rm", to("2026-12-15T12:00:00Z")), ["rescheduled", "baseline_taken"]);
    assert_eq!(
        story.happens("rm", to("2026-12-16T12:00:00Z")),
        ["rescheduled", "baseline_taken", "approval_voided", "approval_voided"]
    );
    assert!(story.state().satisfied.is_empty());
    // What was approved whatever the window stands.
    let mut story = Story::new().ready(quarterly()).when("ann", ApproveCommand::new());
    story.happens("rm", to("2026-12-16T12:00:00Z"));
    assert_eq!(story.state().approvals[0].standing, ApprovalStanding::Counts);
}

#[test]
fn a_hold_says_why_and_when_it_is_looked_at_again() {
    let mut story = Story::new().planned(quarterly());
    assert_eq!(story.refused("rm", HoldCommand::new()), [ReasonMissing]);
    let hold = || HoldCommand::new().with_reason("we wait");
    assert_eq!(story.refused("rm", hold().with_review_at(at("2026-11-01T00:00:00Z"))), [DateInPast]);
    assert_eq!(story.happens("rm", hold()), ["hold_placed"]);
    assert_eq!(story.state().hold.as_ref().unwrap().review_at, at("2026-11-09T09:00:00Z"));
    assert_eq!(story.refused("rm", hold()), [AlreadyHeld]);
    assert_eq!(story.refused("rm", StartCommand::new()), [OnHold]);
    story.happens("po", EditScopeCommand::new().with_add([item("search", "1")]));
    assert_eq!(story.happens("rm", ResumeCommand::new()), ["hold_lifted"]);
    assert_eq!(story.refused("rm", ResumeCommand::new()), [NotHeld]);
}

#[test]
fn a_scope_that_changes_on_hold_is_approved_anew() {
    let story = Story::new().active(quarterly()).when("ann", ApproveCommand::new());
    let mut story = story.when("rm", HoldCommand::new().with_reason("we wait"));
    let newer = EditScopeCommand::new().with_add([item("payments", "1.5.0")]);
    assert_eq!(story.happens("po", newer), ["scope_item_added", "approval_voided"]);
    assert_eq!(story.happens("rm", ResumeCommand::new()), ["hold_lifted"]);
    assert!(story.state().satisfied.is_empty());
}

#[test]
fn a_release_is_given_up_before_it_goes_out() {
    let mut story = Story::new().planned(quarterly());
    assert_eq!(story.refused("rm", CancelCommand::new()), [ReasonMissing]);
    let cancel = || CancelCommand::new().with_reason("nobody wants it");
    assert_eq!(story.happens("po", cancel()), ["release_cancelled", "reservations_released"]);
    assert_eq!((story.status(), story.state().ended_at), (ReleaseStatus::Cancelled, Some(story.at)));
    assert_eq!(story.refused("rm", ResumeCommand::new()), [Terminal]);
    let mut story = Story::new().ready(quarterly());
    story.state.as_mut().unwrap().status = ReleaseStatus::Deploying;
    assert_eq!(story.refused("rm", cancel()), [InFlight]);
}

fn beside(mut story: Story, others: &[&Story]) -> Story {
    let bookings = others.iter().map(|other| ReleaseBooking::of(other.state()));
    story.context = story.context.clone().with_portfolio(bookings).unwrap();
    story
}

#[test]
fn releases_know_of_each_other() {
    let release = |id: &str, component: &str| {
        let window = window("2026-12-15T08:00:00Z", "2026-12-15T18:00:00Z");
        changed(quarterly().with_window(window).with_scope([item(component, "1")]), |release| {
            release.id = id.to_owned()
        })
    };
    let other = Story::new().planned(
        release("other", "search")
            .with_environments(["staging"])
            .with_dependencies([ReleaseDependency::new("own")]),
    );
    let own = release("own", "payments").with_environments(["production"]);
    let mut story = beside(Story::new(), &[&other]).planned(own);
    let add = EditScopeCommand::new().with_add([item("search", "1")]);
    assert_eq!(story.refused("po", add), [ItemInOtherRelease]);
    assert_eq!(
        story.happens("rm", to("2026-12-15T12:00:00Z")),
        ["rescheduled", "baseline_taken", "dependents_notified"]
    );
    let cancel = CancelCommand::new().with_reason("nobody wants it");
    assert_eq!(
        story.happens("rm", cancel),
        ["release_cancelled", "reservations_released", "dependents_notified"]
    );
    // The same environment at the same time.
    let mut taken = beside(Story::new(), &[&other]).created(release("own", "payments"));
    assert_eq!(taken.refused("rm", PlanCommand::new()), [Conflict]);
}
