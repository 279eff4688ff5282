//! When it went out, and what was told of it: C13–C16, C18, C24.

use super::*;

fn frozen() -> Story {
    let calendar = CalendarFact::new("shut", freeze(40, 60), hour(5));
    good().with(9, "ci", recorded([calendar.into()]))
}

#[test]
fn c13_freeze_kept() {
    frozen().fails("C13", "began in the freeze");
    let waived = |criterion: &str, until: i64| {
        let waiver =
            Waiver::new("w-2", criterion, "it cannot wait", "gus", hour(10)).with_expires_at(hour(until));
        frozen().with(10, "gus", GateWaived::new(waiver))
    };
    waived("freeze", 60).passes("C13");
    waived("freeze", 45).fails("C13", "began in the freeze");
    waived("unit", 60).fails("C13", "began in the freeze");
    good().without_fact("freezes").lacks("C13", "no calendar of freezes");
    good().until(49).spares("C13", "nothing went to production");
    let given = context().with_calendars([freeze(40, 60)]);
    says(&told(&good().events(), &given, "C13"), ControlOutcome::Fail, "began in the freeze");
}

#[test]
fn c13_an_exception_covers_its_item_alone() {
    let granted =
        |item: &str| frozen().with(10, "bea", ExceptionGranted::new(item, 3, hour(80)).with_reason("late"));
    granted("api").passes("C13");
    granted("web").fails("C13", "began in the freeze");
}

#[test]
fn c14_window_kept() {
    good().by("deployment_started", 47, "pipeline").fails("C14", "outside its window");
    good().by("deployed", 53, "pipeline").fails("C14", "after its window");
    good().without("deployed").fails("C14", "has not ended");
    let moved = Rescheduled::new("late").with_window(ReleaseWindow::new(hour(48), hour(54)));
    good().with(10, "ada", moved).fails("C14", "another window");
    let none = good().opened(|mut release| {
        release.window = None;
        release
    });
    none.lacks("C14", "no window was agreed");
    good().until(49).spares("C14", "nothing went to production");
}

fn emergency() -> Story {
    good().opened(|release| release.with_change_type(ChangeType::Emergency))
}

fn afterwards(hour: i64) -> Story {
    let step = ApprovalStepSatisfied::new("retrospective_authorise").with_retrospective(true);
    emergency().with(hour, "bob", step)
}

#[test]
fn c15_emergency_reviewed() {
    afterwards(55).passes("C15");
    // Begun on a Wednesday at ten: five working days end on the next one.
    afterwards(49 + 7 * 24).passes("C15");
    afterwards(50 + 7 * 24).fails("C15", "that was due at");
    emergency().fails("C15", "was not approved afterwards");
    let early = compliance(&emergency().until(60).events(), &context(), hour(60));
    let early = early.releases[0].controls.iter().find(|told| told.control == "C15").unwrap();
    says(early, ControlOutcome::NoEvidence, "is to be approved afterwards");
    let unseen = afterwards(55).but(|what| {
        if let Happening::ReleaseClosed(closed) = what {
            closed.review = None;
        }
    });
    unseen.fails("C15", "closed without a review");
    good().spares("C15", "not an emergency");
    // Passing over the gates makes one of any release.
    good().with(48, "ivy", GlassBroken::new("it burns", INCIDENT_COMMANDER)).fails("C15", "afterwards");
}

#[test]
fn c16_emergency_is_rare() {
    const NAMES: [&str; 10] = ["R-1", "R-2", "R-3", "R-4", "R-5", "R-6", "R-7", "R-8", "R-9", "R-10"];
    let quarter = |emergencies: usize| -> Vec<Event> {
        let story = |(index, name): (usize, &&'static str)| match index < emergencies {
            true => emergency().of(name).events(),
            false => good().of(name).events(),
        };
        NAMES.iter().enumerate().flat_map(story).collect()
    };
    says(&told(&quarter(0), &context(), "C16"), ControlOutcome::Pass, "");
    says(&told(&quarter(1), &context(), "C16"), ControlOutcome::Pass, "");
    says(&told(&quarter(2), &context(), "C16"), ControlOutcome::Fail, "2 of 10 deployments");
    good().until(49).spares("C16", "nothing went to production");
    // Two of one component ask for a cause, however many there may be.
    let mut policy = ControlPolicy::default();
    policy.emergency_share = 1.0;
    let lenient = ControlContext::new(policy);
    says(&told(&quarter(2), &lenient, "C16"), ControlOutcome::Pass, "");
    let unknown = |name| emergency().of(name).until(57).events();
    let both: Vec<Event> = ["R-1", "R-2"].into_iter().flat_map(unknown).collect();
    says(&told(&both, &lenient, "C16"), ControlOutcome::Fail, "no cause or action");
}

#[test]
fn c18_verified_after() {
    let verified = |value: &str, minutes: i64| {
        let fact = custom("verified", "verification", value, minute(50 * 60 + minutes));
        good().without_fact("verified").without_fact("production").with(52, "ci", recorded([fact]))
    };
    verified("true", 60).passes("C18");
    verified("true", 61).fails("C18", "that was due by");
    verified("\"failed\"", 30).fails("C18", "did not pass");
    verified("true", -1).lacks("C18", "no verification after");
    good().without_fact("verified").without_fact("production").lacks("C18", "no verification after");
    good().until(49).spares("C18", "nothing was brought out");
}

#[test]
fn c18_another_component_seen_is_no_verification() {
    let other =
        Subject::new("web").with_version("2.0.0").with_digest("sha256:bb").with_environment("production");
    let other = Deployment::new("web", other, minute(50 * 60 + 20))
        .with_status(DeploymentStatus::Succeeded)
        .with_verified_at(minute(50 * 60 + 20));
    let story = good().without_fact("verified").without_fact("production");
    story.with(52, "ci", recorded([other.into()])).lacks("C18", "no verification after");
}

#[test]
fn c24_people_told() {
    let told_at = |before: i64| {
        good().without("notice_sent").with(before, "ada", NoticeSent::new(NoticeOccasion::Before))
    };
    let done = |story: Story| story.with(51, "ada", NoticeSent::new(NoticeOccasion::After));
    done(told_at(25)).passes("C24");
    done(told_at(26)).fails("C24", "was the latest");
    told_at(25).lacks("C24", "nobody was told after");
    done(good().without("notice_sent")).lacks("C24", "nobody was told before");
    done(emergency().without("notice_sent")).passes("C24");
    good().until(49).spares("C24", "nothing went to production");
}
