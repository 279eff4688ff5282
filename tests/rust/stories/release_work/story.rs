//! Given what happened, when somebody asks for something, then this happens, or that is why it does not.

use greenboard::fact::{Facts, Roster, Subject};
use greenboard::gate::GateSet;
use greenboard::ledger::Actor;
use greenboard::release::*;
use jiff::{SignedDuration, Timestamp};

/// A release, in what it is decided in, and the time.
#[derive(Clone)]
pub struct Story {
    pub context: Context,
    pub state: Option<ReleaseState>,
    pub at: Timestamp,
    count: u32,
}

/// What happened.
pub type Happened = Vec<&'static str>;

impl Story {
    /// Nothing yet: gates as in this text, nobody in particular in any role.
    pub fn with_gates(gates: &str) -> Self {
        let gates = if gates.is_empty() { GateSet::default() } else { GateSet::parse(gates).unwrap() };
        Self::of(gates, Roles::new(), Roster::new())
    }

    pub fn of(gates: GateSet, roles: Roles, roster: Roster) -> Self {
        let context = Context::new(gates, roles, Facts::new(roster)).unwrap();
        Self { context, state: None, at: "2026-11-02T09:00:00Z".parse().unwrap(), count: 0 }
    }

    pub fn new() -> Self {
        Self::with_gates("")
    }

    pub fn with_roles(mut self, roles: Roles) -> Self {
        let (gates, facts) = (self.context.gates().clone(), self.context.facts().clone());
        self.context = Context::new(gates, roles, facts).unwrap();
        self
    }

    /// A while later.
    pub fn after_days(mut self, days: i64) -> Self {
        self.at = self.at.checked_add(SignedDuration::from_hours(24 * days)).unwrap();
        self
    }

    pub fn state(&self) -> &ReleaseState {
        self.state.as_ref().unwrap()
    }

    pub fn status(&self) -> ReleaseStatus {
        self.state().status
    }

    pub fn decide(&mut self, who: &str, command: impl Into<Command>) -> Result<Vec<Event>, Refusal> {
        self.count += 1;
        let envelope = Envelope::new(format!("c{}", self.count), Actor::human(who), self.at, command);
        decide(self.state.as_ref(), &envelope, &self.context)
    }

    /// Somebody asks for something, and it happens.
    #[track_caller]
    pub fn when(mut self, who: &str, command: impl Into<Command>) -> Self {
        self.happens(who, command);
        self
    }

    /// Likewise, and this is what happens.
    #[track_caller]
    pub fn happens(&mut self, who: &str, command: impl Into<Command>) -> Happened {
        match self.decide(who, command) {
            Ok(events) => {
                for event in &events {
                    self.state = evolve(self.state.take(), event);
                }
                events.iter().map(|event| event.what.kind()).collect()
            }
            Err(refusal) => panic!("{refusal:#?}"),
        }
    }

    /// Somebody asks for something, and this is why not: the codes.
    #[track_caller]
    pub fn refused(&mut self, who: &str, command: impl Into<Command>) -> Vec<RefusalCode> {
        self.reasons(who, command).iter().map(|reason| reason.code).collect()
    }

    /// Likewise, the reasons.
    #[track_caller]
    pub fn reasons(&mut self, who: &str, command: impl Into<Command>) -> Vec<RefusalReason> {
        let before = self.state.clone();
        let refusal = self.decide(who, command).expect_err("it is refused");
        assert_eq!(self.state, before);
        assert!(!refusal.reasons.is_empty());
        refusal.reasons
    }

    /// A release as `release` has it, by `rm`.
    pub fn created(self, release: Release) -> Self {
        self.when("rm", CreateCommand::new(release))
    }

    /// The same, planned.
    pub fn planned(self, release: Release) -> Self {
        self.created(release).when("rm", PlanCommand::new())
    }

    /// The same, and its work has begun.
    pub fn active(self, release: Release) -> Self {
        self.planned(release).when("rm", StartCommand::new())
    }

    /// The same, and all its stages are completed.
    pub fn ready(self, release: Release) -> Self {
        let mut story = self.active(release);
        while story.status() == ReleaseStatus::Active {
            story = story.when("rm", CompleteStageCommand::new());
        }
        story
    }
}

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A version of a component that somebody wrote, accepted.
pub fn item(component: &str, version: &str) -> ScopeItem {
    let subject =
        Subject::new(component).with_version(version).with_digest(format!("sha256:{component}-{version}"));
    ScopeItem::new(component, subject).with_authors(["dev"]).with_status(ItemStatus::Accepted)
}

/// A release of payments by the quarterly template, with all that planning asks for.
pub fn quarterly() -> Release {
    Release::new("2026-q4", "quarterly")
        .with_owner("rm")
        .with_scope([item("payments", "1.4.0")])
        .with_environments(["staging", "production"])
        .with_target(at("2026-12-15T10:00:00Z"))
        .with_backout("runbooks/back.md")
}

/// An emergency.
pub fn hotfix() -> Release {
    changed(quarterly(), |release| release.template = "hotfix".to_owned())
}

/// Something that is otherwise.
pub fn changed<T>(mut thing: T, change: impl FnOnce(&mut T)) -> T {
    change(&mut thing);
    thing
}

/// What was approved once with its template.
pub fn continuous() -> Release {
    changed(quarterly(), |release| release.template = "continuous".to_owned())
}

/// Two who assess, one who manages changes, two on the board, one for emergencies.
pub fn roles() -> Roles {
    Roles::new()
        .with_member(TECHNICAL_GROUP, "tess")
        .with_member(TECHNICAL_GROUP, "theo")
        .with_member(CHANGE_MANAGER, "max")
        .with_member(CHANGE_BOARD, "bea")
        .with_member(CHANGE_BOARD, "bob")
        .with_member(EMERGENCY_AUTHORITY, "eve")
}
