//! Releases of one ledger beside each other.

use super::release_walk::{MORNING, facts, time};
use greenboard::fact::Subject;
use greenboard::gate::GateSet;
use greenboard::ledger::store::{Memory, Store};
use greenboard::ledger::{self, Actor, Expect};
use greenboard::release::{
    CancelCommand, Command, Context, CreateCommand, Desk, Envelope, PlanCommand, Refusal, RefusalCode,
    Release, ReleaseDependency, Roles, ScopeItem,
};

fn desk() -> Desk<Memory> {
    let (mut ledger, now) = (Memory::new(), time(MORNING));
    let genesis = ledger::genesis("example.com/shop", [0; 16], Actor::service("ci"), now);
    ledger.append(&[genesis], &Expect::Empty, now).unwrap();
    let context = Context::new(GateSet::parse("gates: []").unwrap(), Roles::new(), facts([])).unwrap();
    Desk::open(ledger, context).unwrap()
}

/// Gives a command, and says what happens.
fn does(desk: &mut Desk<Memory>, release: &str, command: impl Into<Command>) -> Result<Vec<String>, Refusal> {
    let command = command.into();
    let id = format!("{release}-{}", command.kind());
    let now = time(MORNING);
    match desk.act(release, &Envelope::new(id, Actor::human("rita"), now, command), now) {
        Ok(done) => Ok(done.events.iter().map(|event| event.what.kind().to_owned()).collect()),
        Err(error) => Err(Refusal::of(&error).unwrap()),
    }
}

fn release(id: &str) -> Release {
    let item = ScopeItem::new("payments", Subject::new("payments").with_version("1.4.0"));
    Release::new(id, "train")
        .with_owner("rita")
        .with_target(time("2026-11-09T10:00:00Z"))
        .with_backout("runbook/rollback")
        .with_environments(["production"])
        .with_scope([item])
}

#[test]
fn an_item_is_in_one_release() {
    let mut desk = desk();
    does(&mut desk, "r1", CreateCommand::new(release("r1"))).unwrap();
    does(&mut desk, "r1", PlanCommand::new()).unwrap();
    does(&mut desk, "r2", CreateCommand::new(release("r2"))).unwrap();
    let refusal = does(&mut desk, "r2", PlanCommand::new()).unwrap_err();
    assert_eq!(refusal.reasons[0].code, RefusalCode::ItemInOtherRelease, "{refusal}");
}

#[test]
fn who_waits_for_a_release_that_is_cancelled_is_told() {
    let mut desk = desk();
    let waiting = release("r2").with_dependencies([ReleaseDependency::new("r1")]);
    does(&mut desk, "r1", CreateCommand::new(release("r1"))).unwrap();
    does(&mut desk, "r2", CreateCommand::new(waiting)).unwrap();
    let kinds = does(&mut desk, "r1", CancelCommand::new().with_reason("no need")).unwrap();
    assert!(kinds.iter().any(|kind| kind == "dependents_notified"), "{kinds:?}");
}
