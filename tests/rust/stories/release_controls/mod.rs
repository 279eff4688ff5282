//! The 25 controls over a release that keeps them all, and over one in which one thing is otherwise.

mod artefact;
mod consent;
mod season;
mod trail;

use greenboard::calendar::{Calendar, Window};
use greenboard::document::{self, Format};
use greenboard::fact::*;
use greenboard::ledger::Actor;
use greenboard::release::approval::ApprovalSignature;
use greenboard::release::control::*;
use greenboard::release::deployment::TargetStatus;
use greenboard::release::*;
use jiff::{SignedDuration, Timestamp};

pub const DIGEST: &str = "sha256:aa";
/// The digest of the scope.
pub const SCOPE: &str = "sha256:5c09e";

/// So many minutes after nine on a Monday.
pub fn minute(minutes: i64) -> Timestamp {
    let monday: Timestamp = "2026-11-02T09:00:00Z".parse().unwrap();
    monday + SignedDuration::from_mins(minutes)
}

/// So many hours after it.
pub fn hour(hours: i64) -> Timestamp {
    minute(60 * hours)
}

pub fn subject() -> Subject {
    Subject::new("api").with_version("1.4.0").with_digest(DIGEST)
}

pub fn item() -> ScopeItem {
    ScopeItem::new("api", subject())
        .with_title("faster search")
        .with_change("CHG-1")
        .with_authors(["ada"])
        .with_first_commit_at(hour(2))
}

pub fn release() -> Release {
    Release::new("R-1", "train")
        .with_authors(["ada"])
        .with_scope([item()])
        .with_environments(["staging", "production"])
        .with_window(ReleaseWindow::new(hour(48), hour(52)))
        .with_backout("https://example.com/backout")
}

/// Evidence about what goes out.
pub fn evidence(id: &str, value: impl Into<Observation>, at: Timestamp) -> Fact {
    Evidence::new(id, subject(), value.into(), at).into()
}

/// Evidence of one's own making.
pub fn custom(id: &str, name: &str, value: &str, at: Timestamp) -> Fact {
    let value = document::read(value, Format::Json).unwrap();
    evidence(id, CustomObservation::new(name, value), at)
}

/// That it was seen in an environment, and when it was verified there.
pub fn seen(id: &str, environment: &str, at: Timestamp) -> Deployment {
    Deployment::new(id, subject().with_environment(environment), at)
        .with_status(DeploymentStatus::Succeeded)
        .with_verified_at(at)
}

pub fn recorded(facts: impl IntoIterator<Item = Fact>) -> Happening {
    EvidenceRecorded::new().with_facts(facts).into()
}

/// A calendar that is shut for some hours.
pub fn freeze(from: i64, to: i64) -> Calendar {
    let window = Window::deny("year end").with_start(hour(from)).with_end(hour(to));
    Calendar::new("production").with_window(window)
}

pub fn signature() -> ApprovalSignature {
    ApprovalSignature::new("Bob B.", "I approve").with_signed_at(hour(8)).with_digest(SCOPE)
}

pub fn approval() -> ApprovalGranted {
    ApprovalGranted::new("authorise", TECHNICAL_GROUP, SCOPE)
        .with_window(ReleaseWindow::new(hour(48), hour(52)))
        .with_signature(signature())
}

pub fn waiver() -> Waiver {
    let waiver = Waiver::new("w-1", "unit", "a flaky machine", "gus", hour(7));
    waiver.with_gate("quality").with_expires_at(hour(100))
}

pub fn started() -> DeploymentStarted {
    DeploymentStarted::new("production", SCOPE, DEPLOYER).with_items([item()])
}

pub fn review() -> Review {
    Review::new("it went out").with_factors([RootCause::new(CauseClass::Code, "a slow query")])
}

pub fn action() -> Action {
    Action::new("a-1", "add an index").with_owner("ada").with_due(hour(200)).with_done_at(hour(58))
}

/// A release, event by event: when, by whom, what.
#[derive(Clone)]
pub struct Story {
    events: Vec<(i64, &'static str, Happening)>,
    release: &'static str,
}

/// A release of which every control passes.
pub fn good() -> Story {
    let documents = ["release_notes", "runbook", "configuration_baseline", "inventory"];
    let documents = documents.iter().map(|kind| custom(kind, "document", &format!("{kind:?}"), hour(56)));
    let before = [
        evidence("tests", TestResults::new().with_passed(7), hour(5)),
        evidence("scan", VulnerabilityReport::new(), hour(5)),
        evidence("signed", ProvenanceStatement::new().with_subjects([DIGEST]).with_verified(true), hour(5)),
        custom("rehearsal", "rehearsal", "true", hour(5)),
        seen("staging", "staging", hour(5)).into(),
        CalendarFact::new("freezes", freeze(100, 200), hour(5)).into(),
    ];
    let after = [
        custom("verified", "verification", "\"passed\"", minute(50 * 60 + 30)),
        seen("production", "production", minute(50 * 60 + 30)).into(),
    ];
    let closed = ReleaseClosed::new(ReleaseOutcome::Successful).with_review(review());
    let template = Template::builtin("train").unwrap();
    let events: Vec<(i64, &'static str, Happening)> = vec![
        (0, "ada", ReleaseCreated::new(release(), template).into()),
        (1, "paul", ScopeItemAccepted::new("api").into()),
        (3, "ada", ReleasePlanned::new().into()),
        (4, "ada", NoticeSent::new(NoticeOccasion::Planned).into()),
        (6, "ci", recorded(before)),
        (7, "gus", GateWaived::new(waiver()).into()),
        (7, "ada", RiskAssessed::new(AssessedRisk::new("register", 2.0, RiskLevel::Low), SCOPE).into()),
        (8, "bob", approval().into()),
        (8, "bob", ApprovalStepSatisfied::new("authorise").into()),
        (47, "greta", GoDecided::new(SCOPE, hour(60)).into()),
        (49, "pipeline", started().into()),
        (50, "pipeline", RolloutStepRecorded::new("production", TargetStatus::Verified).into()),
        (50, "pipeline", Deployed::new("production").into()),
        (51, "ci", recorded(after)),
        (51, "ada", NoticeSent::new(NoticeOccasion::After).into()),
        (52, "sam", ReleaseAccepted::new().into()),
        (52, "sam", ReviewOpened::new(hour(300)).with_required(true).into()),
        (56, "ci", recorded(documents)),
        (57, "ada", ActionSet::new(action()).into()),
        (60, "ada", closed.into()),
    ];
    Story { events, release: "R-1" }
}

impl Story {
    /// The same of another release.
    pub fn of(mut self, release: &'static str) -> Self {
        self.release = release;
        self
    }

    /// Without the events of a kind.
    pub fn without(mut self, kind: &str) -> Self {
        self.events.retain(|(_, _, what)| what.kind() != kind);
        self
    }

    /// Without what comes from an hour on.
    pub fn until(mut self, hour: i64) -> Self {
        self.events.retain(|(at, _, _)| *at < hour);
        self
    }

    /// With something that happened at an hour, after what happened then.
    pub fn with(mut self, hour: i64, who: &'static str, what: impl Into<Happening>) -> Self {
        let place = self.events.iter().position(|(at, _, _)| *at > hour).unwrap_or(self.events.len());
        self.events.insert(place, (hour, who, what.into()));
        self
    }

    /// With the events of a kind otherwise.
    pub fn but(mut self, change: impl Fn(&mut Happening)) -> Self {
        self.events.iter_mut().for_each(|(_, _, what)| change(what));
        self
    }

    /// With the events of a kind by somebody else, at another hour.
    pub fn by(mut self, kind: &str, hour: i64, who: &'static str) -> Self {
        for event in self.events.iter_mut().filter(|(_, _, what)| what.kind() == kind) {
            (event.0, event.1) = (hour, who);
        }
        self.events.sort_by_key(|(at, _, _)| *at);
        self
    }

    /// With the release otherwise, as it was opened.
    pub fn opened(self, change: impl Fn(Release) -> Release) -> Self {
        self.but(|what| {
            if let Happening::ReleaseCreated(created) = what {
                created.release = change(created.release.clone());
            }
        })
    }

    /// Without a fact, by id.
    pub fn without_fact(self, id: &str) -> Self {
        self.but(|what| {
            if let Happening::EvidenceRecorded(recorded) = what {
                recorded.facts.retain(|fact| match fact {
                    Fact::Evidence(fact) => fact.id != id,
                    Fact::Deployment(fact) => fact.id != id,
                    Fact::Calendar(fact) => fact.id != id,
                    _ => true,
                });
            }
        })
    }

    pub fn events(&self) -> Vec<Event> {
        let event = |(index, (at, who, what)): (usize, &(i64, &'static str, Happening))| {
            let id = format!("{}-{index}/0", self.release);
            Event::new(id, self.release, Actor::human(*who), hour(*at), what.clone())
        };
        self.events.iter().enumerate().map(event).collect()
    }

    /// What a control says of it, a week later.
    pub fn told(&self, control: &str) -> ControlResult {
        told(&self.events(), &context(), control)
    }

    /// Whether a control says so, and names this.
    pub fn says(&self, control: &str, outcome: ControlOutcome, finding: &str) {
        says(&self.told(control), outcome, finding);
    }

    pub fn passes(&self, control: &str) {
        self.says(control, ControlOutcome::Pass, "");
    }

    pub fn fails(&self, control: &str, finding: &str) {
        self.says(control, ControlOutcome::Fail, finding);
    }

    pub fn lacks(&self, control: &str, finding: &str) {
        self.says(control, ControlOutcome::NoEvidence, finding);
    }

    pub fn spares(&self, control: &str, finding: &str) {
        self.says(control, ControlOutcome::NotApplicable, finding);
    }
}

pub fn says(told: &ControlResult, outcome: ControlOutcome, finding: &str) {
    assert_eq!(told.result, outcome, "{told:#?}");
    let named = finding.is_empty() || told.findings.iter().any(|said| said.contains(finding));
    assert!(named, "{finding}: {told:#?}");
    if matches!(outcome, ControlOutcome::Pass) {
        assert!(!told.events.is_empty(), "nothing shows it: {told:#?}");
    }
}

pub fn told(events: &[Event], context: &ControlContext, control: &str) -> ControlResult {
    let all = compliance(events, context, hour(60 + 7 * 24));
    let releases = all.releases.iter().flat_map(|release| &release.controls);
    releases.chain(&all.period).find(|told| told.control == control).unwrap().clone()
}

pub fn roles() -> Roles {
    Roles::new().with_member(TECHNICAL_GROUP, "bob").with_member(DEPLOYER, "pipeline")
}

pub fn whole() -> TrailCheck {
    document::parse("entries: 21", Format::Yaml).unwrap()
}

pub fn context() -> ControlContext {
    ControlContext::new(ControlPolicy::default()).with_roles(roles()).with_trail(whole())
}

#[test]
fn a_release_may_keep_every_control() {
    let all = compliance(&good().events(), &context(), hour(60 + 7 * 24));
    // An emergency's are the only ones that do not apply.
    let controls = all.releases[0].controls.iter().chain(&all.period);
    for told in controls {
        let expected =
            if told.control == "C15" { ControlOutcome::NotApplicable } else { ControlOutcome::Pass };
        assert_eq!(told.result, expected, "{told:#?}");
    }
    assert_eq!(all.completeness, Some(1.0));
}

#[test]
fn what_is_missing_is_no_pass() {
    let all = compliance(&good().until(1).events(), &ControlContext::new(ControlPolicy::default()), hour(9));
    let controls = all.releases[0].controls.iter().chain(&all.period);
    let passed: Vec<_> = controls.filter(|told| told.result == ControlOutcome::Pass).collect();
    assert!(passed.is_empty(), "{passed:#?}");
}
