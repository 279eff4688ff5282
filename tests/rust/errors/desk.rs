//! What is said where releases are read from a ledger.

use super::said;
use greenboard::fact::{Facts, Roster};
use greenboard::gate::GateSet;
use greenboard::ledger::{self, Actor, Draft, Entry};
use greenboard::release::{Context, Envelope, Releases, Roles, StartCommand};
use insta::assert_snapshot;

/// A ledger of three entries that are of no release.
fn entries() -> Vec<Entry> {
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let draft = |id: &str| Draft::new(id, "note.taken", "notes", Actor::human("ada"), at);
    let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
    ledger::seal(&[genesis, draft("a"), draft("b")], None, at).unwrap().entries
}

#[test]
fn entries_that_are_missing() {
    let entries = entries();
    let mut releases = Releases::new();
    assert_snapshot!(said(releases.read(&entries[1..])), @"release.entries_missing entry 1 came where entry 0 is next: those between them are missing; read on after the last one that was read");
    releases.read(&entries[..2]).unwrap();
    // What was read before changes nothing.
    releases.read(&entries[..1]).unwrap();
    assert_eq!(releases.seen(), Some(1));
    releases.read(&entries).unwrap();
    assert_eq!((releases.seen(), releases.states().len()), (Some(2), 0));
}

#[test]
fn commands_that_are_refused() {
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let context = Context::new(GateSet::parse("gates: []").unwrap(), Roles::new(), Facts::new(Roster::new()));
    let start = Envelope::new("c-1", Actor::human("ada"), at, StartCommand::new());
    let refused = Releases::new().prepare("R-1", &start, &context.unwrap());
    assert_snapshot!(said(refused), @"release.refused start is refused: there is no such release yet; open it with `create`");
}
