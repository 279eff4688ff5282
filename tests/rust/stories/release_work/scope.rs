//! The scope: what comes and goes, the freeze, and exceptions from it.

use super::story::*;
use greenboard::fact::Subject;
use greenboard::release::RefusalCode::*;
use greenboard::release::*;

fn add(item: ScopeItem) -> EditScopeCommand {
    EditScopeCommand::new().with_add([item])
}

fn asks(item: ScopeItem, days: u32) -> RequestExceptionCommand {
    RequestExceptionCommand::new(item, days, "a customer waits", "little", "the customer")
}

#[test]
fn items_come_and_go_and_are_accepted() {
    let mut story = Story::new().planned(quarterly());
    let proposed = item("search", "2.0.0").with_status(ItemStatus::Proposed);
    assert_eq!(story.happens("po", add(proposed.clone())), ["scope_item_added"]);
    assert_eq!(story.happens("po", AcceptItemCommand::new("search")), ["scope_item_accepted"]);
    assert_eq!(story.refused("po", AcceptItemCommand::new("search")), [AlreadyDecided]);
    assert_eq!(story.refused("po", AcceptItemCommand::new("mail")), [UnknownItem]);
    // A new shape stays accepted, since it says nothing of how it stands.
    let newer = changed(proposed, |item| item.subject = Subject::new("search").with_version("2.0.1"));
    story.happens("po", add(newer.clone()));
    let search = &story.state().release.scope[1];
    assert_eq!((search.status, search.accepted_by.as_deref()), (ItemStatus::Accepted, Some("po")));
    assert_eq!(search.subject, newer.subject);
    let remove = EditScopeCommand::new().with_remove(["search"]).with_reason("next time");
    assert_eq!(story.happens("po", remove.clone()), ["scope_item_removed"]);
    assert_eq!(story.refused("po", remove), [UnknownItem]);
    assert_eq!(story.state().release.scope[1].status, ItemStatus::Removed);
}

#[test]
fn an_edit_says_something_and_one_thing() {
    let mut story = Story::new().planned(quarterly());
    assert_eq!(story.refused("po", EditScopeCommand::new()), [MissingField]);
    let both = add(item("payments", "1.5.0")).with_remove(["payments"]);
    assert_eq!(story.refused("po", both), [DuplicateItem]);
    let gone = item("search", "1").with_status(ItemStatus::Shipped);
    assert_eq!(story.refused("po", add(gone)), [ItemNotReady]);
}

#[test]
fn the_digest_of_the_scope_is_of_what_goes_out() {
    let story = Story::new().planned(quarterly());
    let digest = story.state().scope_digest();
    let owned = item("payments", "1.4.0").with_owner("ann");
    let story = story.when("po", add(owned));
    assert_eq!(story.state().scope_digest(), digest);
    let two = story.when("po", add(item("search", "2.0.0")));
    assert_ne!(two.state().scope_digest(), digest);
    let back = two.when("po", EditScopeCommand::new().with_remove(["search"]));
    assert_eq!(back.state().scope_digest(), digest);
    // Whatever the order in which items came.
    let one = Story::new().planned(quarterly().with_scope([item("a", "1"), item("b", "1")]));
    let other = Story::new().planned(quarterly().with_scope([item("b", "1"), item("a", "1")]));
    assert_eq!(one.state().scope_digest(), other.state().scope_digest());
}

#[test]
fn at_the_freeze_goes_what_nobody_accepted() {
    let proposed = item("search", "2.0.0").with_status(ItemStatus::Proposed);
    let mut story = Story::new().planned(quarterly().with_scope([item("payments", "1.4.0"), proposed]));
    assert_eq!(
        story.happens("rm", FreezeScopeCommand::new()),
        ["scope_item_removed", "scope_frozen", "baseline_taken"]
    );
    let state = story.state();
    assert_eq!((state.scope_frozen_at, state.churn()), (Some(story.at), Some(0.0)));
    assert_eq!((state.baselines[1].name.as_str(), state.baselines[1].items.len()), ("scope_freeze", 1));
    assert_eq!(story.refused("rm", FreezeScopeCommand::new()), [AlreadyFrozen]);
}

#[test]
fn a_freeze_before_its_date_needs_a_reason() {
    let date = Milestone::new("scope_freeze", at("2026-11-09T00:00:00Z"));
    let mut story = Story::new().planned(quarterly().with_milestones([date]));
    assert_eq!(story.refused("rm", FreezeScopeCommand::new()), [TooEarly]);
    story.clone().happens("rm", FreezeScopeCommand::new().with_reason("all is in"));
    story.after_days(7).happens("clock", FreezeScopeCommand::new());
}

fn frozen() -> Story {
    Story::new().planned(quarterly()).when("rm", FreezeScopeCommand::new())
}

#[test]
fn after_the_freeze_items_come_and_go_by_exception_only() {
    let mut story = frozen();
    let swap = add(item("search", "2.0.0")).with_remove(["payments"]);
    assert_eq!(story.refused("po", swap), [ScopeFrozen, ScopeFrozen]);
    // Another build of what is in it is no other scope.
    story.happens("po", add(item("payments", "1.4.1")));
    assert_eq!(story.happens("dev", asks(item("search", "2.0.0"), 5)), ["exception_requested"]);
    assert_eq!(story.refused("po", add(item("search", "2.0.0"))), [ScopeFrozen]);
    let grant = DecideExceptionCommand::new("search").with_granted(true).with_days(3);
    assert_eq!(story.happens("board", grant), ["exception_granted"]);
    let exception = &story.state().exceptions[0];
    assert_eq!((exception.days, exception.until), (3, Some(at("2026-11-05T09:00:00Z"))));
    // Until its days are over.
    assert_eq!(story.clone().after_days(3).refused("po", add(item("search", "2.0.0"))), [ScopeFrozen]);
    assert_eq!(
        story.happens("po", add(item("search", "2.0.0"))),
        ["scope_item_added", "scope_item_accepted", "flag_set"]
    );
    let state = story.state();
    assert_eq!((state.churn(), state.flag), (Some(1.0), ReleaseFlag::Attention));
}

#[test]
fn churn_up_to_its_limit_is_no_matter() {
    let many = (0..10).map(|index| item(&format!("c{index}"), "1"));
    let mut story = Story::new()
        .planned(quarterly().with_scope(many))
        .when("rm", FreezeScopeCommand::new())
        .when("dev", asks(item("c0", "1"), 1))
        .when("dev", asks(item("c1", "1"), 1))
        .when("board", DecideExceptionCommand::new("c0").with_granted(true))
        .when("board", DecideExceptionCommand::new("c1").with_granted(true));
    let remove = |id: &str| EditScopeCommand::new().with_remove([id]);
    assert_eq!(story.happens("po", remove("c0")), ["scope_item_removed"]);
    assert_eq!(story.happens("po", remove("c1")), ["scope_item_removed", "flag_set"]);
    assert_eq!(
        story.state().flag_comment.as_deref(),
        Some("20 % of the scope came or went after its freeze; up to 10 % is expected")
    );
}

#[test]
fn an_exception_is_asked_for_in_time_in_full_and_once() {
    let mut story = Story::new().planned(quarterly());
    assert_eq!(story.refused("dev", asks(item("search", "1"), 1)), [NotFrozen]);
    let mut story = frozen();
    let empty = RequestExceptionCommand::new(item("search", "1"), 0, "", " ", "");
    assert_eq!(story.refused("dev", empty), [FormIncomplete; 4]);
    // Three days, the last of them until it is over everywhere on earth.
    let mut late = story.clone();
    late.at = at("2026-11-06T11:59:59.999Z");
    late.clone().happens("dev", asks(item("search", "1"), 1));
    late.at = at("2026-11-06T12:00:00Z");
    assert_eq!(late.refused("dev", asks(item("search", "1"), 1)), [WindowClosed]);
    let owned = item("search", "1").with_owner("ann");
    assert_eq!(story.refused("dev", asks(owned.clone(), 1)), [NotAuthorised]);
    story.happens("ANN", asks(owned.clone(), 1));
    assert_eq!(story.refused("ann", asks(owned, 1)), [AlreadyDecided]);
}

#[test]
fn an_exception_is_decided_once_by_somebody_else_within_what_was_asked() {
    let mut story = frozen();
    let decide = |granted| DecideExceptionCommand::new("search").with_granted(granted);
    assert_eq!(story.refused("board", decide(true)), [NotRequested]);
    let mut story = story.when("dev", asks(item("search", "1").with_owner("dev"), 2));
    assert_eq!(story.refused("Dev", decide(true)), [SelfDecision]);
    assert_eq!(story.refused("board", decide(true).with_days(3)), [TooManyDays]);
    assert_eq!(story.refused("board", decide(true).with_days(0)), [TooManyDays]);
    assert_eq!(story.happens("board", decide(false)), ["exception_refused"]);
    assert_eq!(story.refused("board", decide(true)), [AlreadyDecided]);
    assert_eq!(story.refused("dev", asks(item("search", "1"), 1)), [AlreadyDecided]);
    assert_eq!(story.refused("po", add(item("search", "1"))), [ScopeFrozen]);
}

#[test]
fn an_exception_that_is_granted_when_all_is_ready_goes_back_to_work() {
    let mut story = Story::new().active(quarterly()).when("rm", FreezeScopeCommand::new());
    while story.status() == ReleaseStatus::Active {
        story = story.when("rm", CompleteStageCommand::new());
    }
    let mut story = story.when("dev", asks(item("search", "1"), 2));
    assert_eq!(
        story.happens("board", DecideExceptionCommand::new("search").with_granted(true)),
        ["exception_granted", "release_reopened", "stage_entered"]
    );
    assert_eq!(story.status(), ReleaseStatus::Active);
    let stage = &story.state().stages[3];
    assert_eq!((stage.name.as_str(), stage.status, stage.attempt), ("candidate", StageStatus::Active, 2));
    story.happens("po", add(item("search", "1")));
    story.happens("rm", CompleteStageCommand::new());
    assert_eq!(story.status(), ReleaseStatus::Ready);
}
