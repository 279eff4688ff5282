//! What is said where releases are read from a ledger.

use super::said;
use greenboard::ledger::{self, Actor, Draft, Entry};
use greenboard::release::Releases;
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
