//! The life of a release as the table of its states and commands has it, for the world of `greenboard_tests::world`: Ada asked for
//! it, wrote it and runs it; Bob approves and decides; the pipeline deploys.
//!
//! It knows nothing of events, gates, dates or digests: what is asked of a release is looked up in [`TABLE`], and what is said of
//! approvals, scope and go is kept in a few plain fields.

use greenboard::release::{Command, ReleaseStatus};
use std::collections::{BTreeMap, BTreeSet};

use ReleaseStatus::{Active, Cancelled, Closed, Deploying, Draft, Observing, Planned, Ready, Review};

const BEFORE: &[ReleaseStatus] = &[Draft, Planned, Active, Ready];
const LIVE: &[ReleaseStatus] = &[Draft, Planned, Active, Ready, Deploying, Observing, Review];
const HELD: &[ReleaseStatus] = &[Planned, Active, Ready, Deploying, Observing];
const SEEN: &[ReleaseStatus] = &[Planned, Active, Ready, Deploying, Observing, Review];
const WORK: &[ReleaseStatus] = &[Active, Ready];
const MOVED: &[ReleaseStatus] = &[Planned, Active, Ready];
const SAID: &[ReleaseStatus] = &[Active, Ready, Observing, Review];
const ANYBODY: &[&str] = &["ada", "bob", "pipeline"];

/// A row: the command, who of the three may give it, where, and whether a hold lets it through.
type Row = (&'static str, &'static [&'static str], &'static [ReleaseStatus], bool);

/// What may be asked of a release that there is.
const TABLE: &[Row] = &[
    ("plan", &["ada"], &[Draft], true),
    ("edit_scope", &["ada"], &[Draft, Planned, Active], true),
    ("accept_item", &["ada"], BEFORE, true),
    ("freeze_scope", &["ada"], &[Planned, Active], true),
    ("request_exception", ANYBODY, MOVED, true),
    ("decide_exception", &["bob"], MOVED, true),
    ("start", &["ada"], &[Planned], false),
    ("complete_stage", &["ada"], &[Active], false),
    ("skip_stage", &["ada"], &[Active], false),
    ("restart_stage", &["ada"], WORK, false),
    ("record_evidence", ANYBODY, SEEN, true),
    ("waive_gate", &["bob"], WORK, true),
    ("approve", ANYBODY, SAID, false),
    ("reject", ANYBODY, SAID, true),
    ("revoke", ANYBODY, WORK, true),
    ("reschedule", &["ada"], MOVED, true),
    ("decide_go", &["bob"], &[Ready], false),
    ("begin_deploy", &["pipeline"], &[Ready], false),
    ("record_rollout", &["pipeline"], &[Deploying], true),
    ("finish_rollout", &["pipeline"], &[Deploying], true),
    ("roll_back", ANYBODY, &[Deploying, Observing], true),
    ("accept", &["bob"], &[Observing], false),
    ("record_incident", ANYBODY, &[Deploying, Observing, Review], true),
    ("close", &["ada"], &[Review], false),
    ("hold", &["ada", "bob"], HELD, true),
    ("resume", &["ada"], HELD, true),
    ("cancel", &["ada"], BEFORE, true),
    ("set_dependency", &["ada"], BEFORE, true),
    ("set_milestone", &["ada"], LIVE, true),
    ("set_flag", &["ada"], LIVE, true),
    ("tick", &["ada"], LIVE, true),
    ("set_risk", ANYBODY, LIVE, true),
    ("set_task", ANYBODY, LIVE, true),
    ("set_action", ANYBODY, LIVE, true),
    ("give_feedback", ANYBODY, LIVE, true),
    ("notify", ANYBODY, LIVE, true),
    ("break_glass", ANYBODY, WORK, true),
];

/// Who may open one.
const OPENING: &[Row] = &[("create", &["ada"], &[], true), ("record_deployment", &["pipeline"], &[], true)];

/// The refusals that hold for every command.
const GENERAL: &[&str] = &[
    "stale_version",
    "not_authorised",
    "wrong_state",
    "terminal",
    "on_hold",
    "no_release",
    "already_created",
    "in_flight",
];

/// The refusals of a command's own that the model foresees: said exactly when it says so.
const OWN: &[(&str, &[&str])] = &[
    ("edit_scope", &["scope_frozen", "unknown_item"]),
    ("accept_item", &["unknown_item", "already_decided"]),
    ("freeze_scope", &["already_frozen"]),
    ("request_exception", &["not_frozen", "already_decided"]),
    ("decide_exception", &["not_requested", "already_decided", "self_decision"]),
    ("restart_stage", &["stage_not_completed"]),
    (
        "approve",
        &["not_in_role", "self_approval", "already_decided", "no_such_step", "stale_subject", "out_of_order"],
    ),
    ("reject", &["not_in_role", "no_such_step"]),
    ("revoke", &["not_approved"]),
    ("decide_go", &["approval_missing", "self_decision"]),
    ("begin_deploy", &["no_go", "go_expired", "digest_mismatch", "approval_missing"]),
    ("hold", &["already_held"]),
    ("resume", &["not_held"]),
];

/// How far a stage of the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Waits,
    Active,
    Done,
    LeftOut,
}

/// How an exception for the item that comes late stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exception {
    AskedBy(String),
    Granted,
    Refused,
}

/// A release, as far as the table goes.
#[derive(Debug, Clone)]
pub struct Model {
    pub status: Option<ReleaseStatus>,
    pub held: bool,
    pub version: u64,
    /// The ids of commands that led to anything.
    pub known: BTreeSet<String>,
    /// What is in the scope, and whether it is accepted.
    pub items: BTreeMap<String, bool>,
    pub frozen: bool,
    pub exception: Option<Exception>,
    /// The steps that Bob said yes to, before and after it went out.
    pub before: Vec<String>,
    pub after: Vec<String>,
    pub go: bool,
    pub rolling_back: bool,
    pub stages: Vec<Stage>,
    emergency: bool,
    steps_before: Vec<&'static str>,
    steps_after: Vec<&'static str>,
}

impl Model {
    /// A release that is not opened yet: of a `normal`, `standard` or `emergency` kind, with so many stages of work.
    pub fn new(change_type: &str, stages: usize) -> Self {
        let (steps_before, steps_after): (&[_], &[_]) = match change_type {
            "normal" => (&["assess", "authorise"], &[]),
            "emergency" => (&["authorise"], &["retrospective_assess", "retrospective_authorise"]),
            _ => (&[], &[]),
        };
        Self {
            status: None,
            held: false,
            version: 0,
            known: BTreeSet::new(),
            items: BTreeMap::new(),
            frozen: false,
            exception: None,
            before: Vec::new(),
            after: Vec::new(),
            go: false,
            rolling_back: false,
            stages: vec![Stage::Waits; stages],
            emergency: change_type == "emergency",
            steps_before: steps_before.to_vec(),
            steps_after: steps_after.to_vec(),
        }
    }

    /// Why a command is refused, as far as the model can say: none of these where it is let through or refused for what the model
    /// does not know.
    pub fn refusals(
        &self,
        id: &str,
        who: &str,
        seen: Option<u64>,
        command: &Command,
    ) -> BTreeSet<&'static str> {
        let mut codes = BTreeSet::new();
        if self.known.contains(id) {
            return codes;
        }
        let kind = command.kind();
        let row = TABLE.iter().chain(OPENING).find(|row| row.0 == kind).unwrap();
        let opens = OPENING.iter().any(|row| row.0 == kind);
        if !row.1.contains(&who) {
            codes.insert("not_authorised");
        }
        if seen.is_some_and(|seen| seen != self.version) {
            codes.insert("stale_version");
        }
        let Some(status) = self.status else {
            if !opens {
                codes.insert("no_release");
            }
            return codes;
        };
        if opens {
            codes.insert("already_created");
        } else if matches!(status, Closed | Cancelled) {
            codes.insert("terminal");
        } else if !row.2.contains(&status) {
            let flies = kind == "cancel" && status == Deploying;
            codes.insert(if flies { "in_flight" } else { "wrong_state" });
        } else if self.held && !row.3 {
            codes.insert("on_hold");
        } else {
            self.own(status, who, command, &mut codes);
        }
        codes
    }

    /// The refusals of a command's own.
    fn own(&self, status: ReleaseStatus, who: &str, command: &Command, codes: &mut BTreeSet<&'static str>) {
        let mut when = |is: bool, code: &'static str| {
            if is {
                codes.insert(code);
            }
        };
        let missing = self.steps_before.iter().any(|step| !self.says_yes(step));
        match command {
            Command::EditScope(edit) => {
                let shut = self.frozen && self.exception != Some(Exception::Granted);
                let coming = edit.add.iter().any(|item| !self.items.contains_key(&item.id));
                when(shut && (coming || !edit.remove.is_empty()), "scope_frozen");
                when(edit.remove.iter().any(|id| !self.items.contains_key(id)), "unknown_item");
            }
            Command::AcceptItem(accept) => {
                when(!self.items.contains_key(&accept.item), "unknown_item");
                when(self.items.get(&accept.item) == Some(&true), "already_decided");
            }
            Command::FreezeScope(_) => when(self.frozen, "already_frozen"),
            Command::RequestException(_) if self.frozen => {
                // The item is Ada's, and asked for once.
                when(who != "ada", "not_authorised");
                when(self.exception.is_some(), "already_decided");
            }
            Command::RequestException(_) => when(true, "not_frozen"),
            Command::DecideException(_) => match &self.exception {
                None => when(true, "not_requested"),
                // The item is Ada's, whoever asked.
                Some(Exception::AskedBy(by)) => when(by == who || who == "ada", "self_decision"),
                Some(_) => when(true, "already_decided"),
            },
            Command::RestartStage(_) => {
                when(self.stages.first() != Some(&Stage::Done), "stage_not_completed");
            }
            Command::Approve(_) | Command::Reject(_) => {
                let rejects = command.kind() == "reject";
                let late = matches!(status, Observing | Review);
                let steps = if late { &self.steps_after } else { &self.steps_before };
                if late && !self.emergency {
                    when(true, "wrong_state");
                } else if steps.is_empty() {
                    when(true, "no_such_step");
                } else if steps.iter().all(|step| self.says_yes(step)) && !rejects {
                    when(true, "already_decided");
                } else {
                    when(who == "pipeline", "not_in_role");
                    when(!rejects && (who == "ada" || who == "pipeline" && late), "self_approval");
                }
            }
            Command::Revoke(_) => when(who != "bob" || self.before.is_empty(), "not_approved"),
            Command::DecideGo(decide) if decide.go => {
                when(missing, "approval_missing");
                when(who == "ada", "self_decision");
            }
            Command::BeginDeploy(_) => {
                when(missing, "approval_missing");
                when(!self.go && !self.emergency, "no_go");
            }
            Command::Hold(_) => when(self.held, "already_held"),
            Command::Resume(_) => when(!self.held, "not_held"),
            Command::RollBack(_) => when(self.rolling_back, "wrong_state"),
            // The gates of that world let nobody.
            Command::BreakGlass(_) => when(true, "not_authorised"),
            _ => {}
        }
    }

    fn says_yes(&self, step: &str) -> bool {
        self.before.iter().chain(&self.after).any(|said| said == step)
    }

    /// Of what was said against a command, that which the model foresees.
    pub fn foreseen<'c>(kind: &str, codes: impl IntoIterator<Item = &'c str>) -> BTreeSet<&'c str> {
        let own = OWN.iter().find(|row| row.0 == kind).map_or(&[][..], |row| row.1);
        codes.into_iter().filter(|code| GENERAL.contains(code) || own.contains(code)).collect()
    }

    /// What is so once a command was let through.
    pub fn accept(&mut self, id: &str, who: &str, command: &Command, events: usize) {
        if self.known.contains(id) {
            return;
        }
        self.version += events as u64;
        if events > 0 {
            self.known.insert(id.to_owned());
        }
        let items = self.items.keys().cloned().collect::<Vec<_>>();
        match command {
            Command::Create(create) => {
                self.status = Some(Draft);
                self.items = create.release.scope.iter().map(|item| (item.id.clone(), false)).collect();
            }
            Command::RecordDeployment(_) => self.status = Some(Closed),
            Command::Plan(_) => self.status = Some(Planned),
            Command::EditScope(edit) => {
                self.items.retain(|id, _| !edit.remove.contains(id));
                for item in &edit.add {
                    self.items.entry(item.id.clone()).or_insert(false);
                }
            }
            Command::AcceptItem(accept) => drop(self.items.insert(accept.item.clone(), true)),
            Command::FreezeScope(_) => {
                self.frozen = true;
                self.items.retain(|_, accepted| *accepted);
            }
            Command::RequestException(_) => self.exception = Some(Exception::AskedBy(who.to_owned())),
            Command::DecideException(decide) if decide.granted => {
                self.exception = Some(Exception::Granted);
                self.go_back();
            }
            Command::DecideException(_) => self.exception = Some(Exception::Refused),
            Command::Start(_) => {
                self.status = Some(Active);
                self.enter_next();
            }
            Command::CompleteStage(_) => self.leave(Stage::Done),
            Command::SkipStage(_) => self.leave(Stage::LeftOut),
            Command::RestartStage(_) => {
                self.status = Some(Active);
                self.stages.fill(Stage::Waits);
                self.stages[0] = Stage::Active;
                (self.go, self.before) = (false, Vec::new());
            }
            Command::Approve(_) if matches!(self.status, Some(Observing | Review)) => {
                let next = self.steps_after.iter().find(|step| !self.says_yes(step));
                self.after.extend(next.map(|step| (*step).to_owned()));
            }
            Command::Approve(_) => {
                let next = self.steps_before.iter().find(|step| !self.says_yes(step));
                self.before.extend(next.map(|step| (*step).to_owned()));
            }
            Command::Reject(_) if matches!(self.status, Some(Observing | Review)) => self.after.clear(),
            Command::Reject(_) => {
                self.before.clear();
                self.go = false;
                self.go_back();
            }
            Command::Revoke(_) => (self.go, self.before) = (false, Vec::new()),
            Command::Reschedule(_) => self.go = false,
            Command::DecideGo(decide) => self.go = decide.go,
            Command::BeginDeploy(_) => self.status = Some(Deploying),
            Command::FinishRollout(_) => {
                self.status = Some(if self.rolling_back { Review } else { Observing });
            }
            Command::RollBack(_) => (self.status, self.rolling_back) = (Some(Deploying), true),
            Command::Accept(_) => self.status = Some(Review),
            Command::Close(_) => self.status = Some(Closed),
            Command::Cancel(_) => self.status = Some(Cancelled),
            Command::Hold(_) => self.held = true,
            Command::Resume(_) => self.held = false,
            _ => {}
        }
        // Whatever is approved is what goes out: nothing of it counts for another scope.
        let changed = self.items.keys().cloned().collect::<Vec<_>>() != items;
        if changed {
            (self.go, self.before) = (false, Vec::new());
        }
    }

    /// From ready back to the work: into the last stage that was not left out.
    fn go_back(&mut self) {
        if self.status != Some(Ready) {
            return;
        }
        (self.status, self.go) = (Some(Active), false);
        let last = self.stages.iter().rposition(|stage| *stage != Stage::LeftOut);
        let last = last.unwrap_or(self.stages.len() - 1);
        self.stages[last] = Stage::Active;
    }

    fn leave(&mut self, how: Stage) {
        for stage in self.stages.iter_mut().filter(|stage| **stage == Stage::Active) {
            *stage = how;
        }
        self.enter_next();
    }

    fn enter_next(&mut self) {
        match self.stages.iter_mut().find(|stage| **stage == Stage::Waits) {
            Some(next) => *next = Stage::Active,
            None => self.status = Some(Ready),
        }
    }
}
