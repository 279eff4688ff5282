//! A release on its way, for the stories about its second half: events put it where a story begins, commands take it on.

use greenboard::fact::{Deployment, Fact, Facts, Roster, Subject};
use greenboard::gate::GateSet;
use greenboard::ledger::Actor;
use greenboard::release::{
    ApprovalGranted, ApprovalStepSatisfied, AssessedRisk, BeginDeployCommand, Command, Context,
    DecideGoCommand, Envelope, Event, FinishRolloutCommand, Happening, RecordRolloutCommand, Refusal,
    RefusalCode, Release, ReleaseCreated, ReleasePlanned, ReleaseReady, ReleaseStarted, ReleaseState,
    ReleaseStatus, RiskAssessed, RiskLevel, Roles, ScopeItem, StageEntered, decide, deployment::TargetStatus,
    evolve,
};
use jiff::{SignedDuration, Timestamp};

/// A Monday morning, when stories begin.
pub const MORNING: &str = "2026-11-02T09:00:00Z";

pub fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// What goes out: written by ada, in the place of 1.3.0.
pub fn item() -> ScopeItem {
    let subject = Subject::new("payments").with_version("1.4.0").with_digest("sha256:aa");
    ScopeItem::new("payments", subject).with_authors(["ada"]).with_from("1.3.0")
}

/// A release of it through staging to production.
pub fn release(template: &str) -> Release {
    Release::new("r1", template)
        .with_scope([item()])
        .with_environments(["staging", "production"])
        .with_owner("olga")
}

/// That staging carries it.
pub fn staged() -> Fact {
    let subject =
        Subject::new("payments").with_version("1.4.0").with_digest("sha256:aa").with_environment("staging");
    Deployment::new("d1", subject, time("2026-11-01T09:00:00Z")).into()
}

pub fn facts(facts: impl IntoIterator<Item = Fact>) -> Facts {
    let mut known = Facts::new(Roster::new());
    known.add(facts);
    known
}

/// Where a release is, and what it is decided in.
pub struct Walk {
    pub state: Option<ReleaseState>,
    pub events: Vec<Event>,
    pub context: Context,
    pub now: Timestamp,
    commands: usize,
}

impl Walk {
    pub fn new(gates: &str, roles: Roles, facts: Facts) -> Self {
        let context = Context::new(GateSet::parse(gates).unwrap(), roles, facts).unwrap();
        Self { state: None, events: Vec::new(), context, now: time(MORNING), commands: 0 }
    }

    /// Opened by rita, planned, its work begun and done.
    pub fn ready(mut self, release: Release) -> Self {
        let template = self.context.template(&release.template).unwrap();
        let first = template.stages[0].name.clone();
        self.happen("rita", ReleaseCreated::new(release, template));
        self.happen("rita", ReleasePlanned::new());
        self.happen("rita", ReleaseStarted::new());
        self.happen("rita", StageEntered::new(first, 1));
        self.happen("rita", ReleaseReady::new());
        self
    }

    /// With its risk assessed, and approved in both steps of a normal change.
    pub fn approved(mut self) -> Self {
        self.assess();
        self.approve("assess", "technical_group", "tim");
        self.approve("authorise", "change_manager", "mara");
        self
    }

    pub fn assess(&mut self) {
        let digest = self.state().scope_digest();
        self.happen("rita", RiskAssessed::new(AssessedRisk::new("register", 4.0, RiskLevel::Low), digest));
    }

    pub fn approve(&mut self, step: &str, role: &str, by: &str) {
        let digest = self.state().scope_digest();
        self.happen(by, ApprovalGranted::new(step, role, digest));
        self.happen(by, ApprovalStepSatisfied::new(step));
    }

    /// Go, decided by gita.
    pub fn gone(mut self) -> Self {
        self.does("gita", DecideGoCommand::new().with_go(true));
        self
    }

    /// On its way to production by dan.
    pub fn deploying(mut self) -> Self {
        self.does("dan", BeginDeployCommand::new());
        self
    }

    /// Out, and verified.
    pub fn observing(mut self) -> Self {
        self.does("dan", RecordRolloutCommand::new("production", TargetStatus::Verified));
        self.does("dan", FinishRolloutCommand::new());
        self
    }

    pub fn state(&self) -> &ReleaseState {
        self.state.as_ref().unwrap()
    }

    pub fn status(&self) -> ReleaseStatus {
        self.state().status
    }

    pub fn wait(&mut self, hours: i64) -> &mut Self {
        self.now += SignedDuration::from_hours(hours);
        self
    }

    /// Something happened, whoever decided so.
    pub fn happen(&mut self, by: &str, what: impl Into<Happening>) {
        let release = self.state.as_ref().map_or("r1".to_owned(), |state| state.release.id.clone());
        self.commands += 1;
        let draft =
            Event::new(format!("given-{}/0", self.commands), release, Actor::human(by), self.now, what);
        self.state = evolve(self.state.take(), &draft);
        self.events.push(draft);
    }

    pub fn ask(&mut self, by: &str, command: impl Into<Command>) -> Result<Vec<Event>, Refusal> {
        self.commands += 1;
        let envelope = Envelope::new(format!("c-{}", self.commands), Actor::human(by), self.now, command);
        decide(self.state.as_ref(), &envelope, &self.context)
    }

    /// It is granted: what happens, by kind.
    pub fn does(&mut self, by: &str, command: impl Into<Command>) -> Vec<&'static str> {
        let events = self.ask(by, command).unwrap_or_else(|refusal| panic!("refused: {refusal:#?}"));
        for event in &events {
            // What is recorded is what is read.
            assert_eq!(Event::of_draft(&event.to_draft().unwrap()).unwrap().as_ref(), Some(event));
            self.state = evolve(self.state.take(), event);
        }
        let kinds = events.iter().map(|event| event.what.kind()).collect();
        self.events.extend(events);
        kinds
    }

    /// It is refused: the codes, and every reason says what would lift it.
    pub fn refused(&mut self, by: &str, command: impl Into<Command>) -> Vec<RefusalCode> {
        let refusal = self.ask(by, command).expect_err("it was granted");
        for reason in &refusal.reasons {
            assert!(reason.lift.is_some(), "{reason:?} has no lift");
        }
        refusal.reasons.iter().map(|reason| reason.code).collect()
    }

    /// It is refused, and nothing would lift that.
    pub fn refused_anyhow(&mut self, by: &str, command: impl Into<Command>) -> Vec<RefusalCode> {
        let refusal = self.ask(by, command).expect_err("it was granted");
        refusal.reasons.iter().map(|reason| reason.code).collect()
    }
}
