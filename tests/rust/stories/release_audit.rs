//! An audit that leaves the house: made of a hotfix that went out, signed, and kept as the document that Python checks.

use greenboard::document;
use greenboard::ledger::note::{Checkpoint, Ed25519, NoteAlgorithm, Signer, sign};
use greenboard::ledger::{self, Actor, Entry};
use greenboard::release::audit::{Audit, AuditOptions, export_audit};
use greenboard::release::control::{ControlContext, ControlOutcome, ControlPolicy};
use greenboard::release::*;
use greenboard_tests::world::{self, now};

const ORIGIN: &str = "example.com/releases";

/// The ledger of a hotfix, from opening to its end.
fn entries() -> Vec<Entry> {
    let context = world::context();
    let genesis = ledger::genesis(ORIGIN, [7; 16], Actor::service("ci"), now());
    let mut sealed = ledger::seal(&[genesis], None, now()).unwrap();
    let mut entries = std::mem::take(&mut sealed.entries);
    let mut state: Option<ReleaseState> = None;
    for (step, command) in world::way("hotfix").into_iter().enumerate() {
        for (who, actor) in world::actors().into_iter().enumerate() {
            let at = now().checked_add(jiff::SignedDuration::from_mins(step as i64)).unwrap();
            let envelope = Envelope::new(format!("c{step}-{who}"), actor, at, command.clone());
            let Ok(events) = decide(state.as_ref(), &envelope, &context) else { continue };
            let drafts: Vec<_> = events.iter().map(|event| event.to_draft().unwrap()).collect();
            // One step comes in twenty minutes late.
            let late = if step == 3 { 20 } else { 0 };
            let recorded = at.checked_add(jiff::SignedDuration::from_mins(late)).unwrap();
            let more = ledger::seal(&drafts, sealed.head.as_ref(), recorded).unwrap();
            sealed.head = more.head.or(sealed.head);
            entries.extend(more.entries);
            state = events.iter().fold(state, evolve);
            break;
        }
    }
    assert_eq!(state.unwrap().status, ReleaseStatus::Closed);
    entries
}

fn signer() -> Ed25519 {
    Ed25519::from_seed(ORIGIN, NoteAlgorithm::Ed25519, &[9; 32]).unwrap()
}

fn audit() -> Audit {
    let entries = entries();
    let verified = ledger::verify(entries.iter().map(Entry::bytes), &ledger::Held::new()).unwrap();
    let checkpoint = Checkpoint::new(ORIGIN, verified.entries, verified.root);
    let checkpoint = sign(&checkpoint.to_string(), &signer()).unwrap();
    let context = ControlContext::new(ControlPolicy::default()).with_roles(world::roles());
    let options = AuditOptions::new().with_checkpoint(checkpoint).with_controls(context);
    let at = now().checked_add(jiff::SignedDuration::from_hours(24)).unwrap();
    export_audit(&entries, &options, at).unwrap().signed(&signer()).unwrap()
}

#[test]
fn an_audit_is_the_document_that_python_checks() {
    let audit = audit();
    let text = document::emit(&audit).unwrap();
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/documents/audit.json");
    let key = concat!(env!("CARGO_MANIFEST_DIR"), "/documents/audit.vkey");
    if std::env::var_os("UPDATE_AUDIT").is_some() {
        std::fs::write(kept, &text).unwrap();
        std::fs::write(key, signer().key().to_string()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(kept).unwrap(), text, "set UPDATE_AUDIT=1 to write it anew");
    let read: Audit = document::parse(&text, document::Format::Json).unwrap();
    assert_eq!(read, audit);
    assert_eq!(audit.lines.len() + 1, audit.entries.len());
    assert!(!audit.late.is_empty());
    let of = |id: &str| audit.controls.iter().find(|control| control.control == id).unwrap();
    for (id, result) in [
        ("C01", ControlOutcome::Pass),
        ("C04", ControlOutcome::Pass),
        ("C05", ControlOutcome::Pass),
        ("C06", ControlOutcome::Pass),
        ("C07", ControlOutcome::Pass),
        ("C08", ControlOutcome::NoEvidence),
        ("C13", ControlOutcome::NoEvidence),
        ("C15", ControlOutcome::Pass),
        ("C16", ControlOutcome::Fail),
        ("C20", ControlOutcome::Pass),
        ("C21", ControlOutcome::Fail),
    ] {
        assert_eq!(of(id).result, result, "{:#?}", of(id));
    }
}

#[test]
fn a_checkpoint_of_another_history_is_refused() {
    let entries = entries();
    let checkpoint = Checkpoint::new(ORIGIN, 3, ledger::Hash::of(b"other"));
    let note = sign(&checkpoint.to_string(), &signer()).unwrap();
    let error = export_audit(&entries, &AuditOptions::new().with_checkpoint(note), now()).unwrap_err();
    assert_eq!(error.code(), "release.checkpoint_elsewhere");
    let error = export_audit(&[], &AuditOptions::new(), now()).unwrap_err();
    assert_eq!(error.code(), "release.nothing_to_audit");
}
