//! What is said of audits.

use greenboard::ledger::note::{Checkpoint, Ed25519, NoteAlgorithm, sign};
use greenboard::ledger::{self, Actor, Hash};
use greenboard::release::audit::{AuditOptions, export_audit};
use greenboard::release::{Releases, Until, replay};

#[test]
fn audits() {
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let error = export_audit(&[], &AuditOptions::new(), at).unwrap_err();
    assert_eq!(error.code(), "release.nothing_to_audit");
    assert_eq!(
        error.to_string(),
        "there is nothing to audit: the ledger has no entries; give all of them, from the first"
    );

    let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
    let sealed = ledger::seal(&[genesis], None, at).unwrap();
    let signer = Ed25519::from_seed("example.com/releases", NoteAlgorithm::Ed25519, &[9; 32]).unwrap();
    let checkpoint = Checkpoint::new("example.com/releases", 5, Hash::of(b"other"));
    let options = AuditOptions::new().with_checkpoint(sign(&checkpoint.to_string(), &signer).unwrap());
    let error = export_audit(&sealed.entries, &options, at).unwrap_err();
    assert_eq!(error.code(), "release.checkpoint_elsewhere");
    assert_eq!(
        error.to_string(),
        "the checkpoint is not of this history: it is of 5 entries, and there are 1; give the entries and the checkpoint of the same ledger"
    );
}

#[test]
fn histories() {
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
    let draft = ledger::Draft::new("c/0", "release.teleported", "R-1", Actor::human("ada"), at);
    let entries = ledger::seal(&[genesis, draft], None, at).unwrap().entries;
    let error = replay(&entries, Until::Now).unwrap_err();
    assert_eq!(error.code(), "release.unknown_event");
    assert_eq!(
        error.to_string(),
        "entry c/0 is a \"release.teleported\", an event that this version of greenboard does not know; read it with a newer one"
    );
    let error = Releases::new().read(&entries[1..]).unwrap_err();
    assert_eq!(error.code(), "release.entries_missing");
    assert_eq!(
        error.to_string(),
        "entry 1 came where entry 0 is next: those between them are missing; read on after the last one that was read"
    );
}
