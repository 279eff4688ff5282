//! A ledger's life: decisions recorded, a checkpoint kept elsewhere, proofs handed out, a name erased, an old entry read by a new
//! program; and what an auditor sees of it.

use greenboard::document::{self, Format, Node, Value};
use greenboard::ledger::note::{
    Checkpoint, Ed25519, LogProof, NoteAlgorithm, NoteKey, Signer, cosign, sign_checkpoint,
};
use greenboard::ledger::store::{Memory, Store};
use greenboard::ledger::tree::Tree;
use greenboard::ledger::{
    self, Actor, Draft, Entry, Expect, Held, PayloadRef, PayloadState, Tombstone, Upcasters, payload_digest,
    payload_state,
};
use jiff::Timestamp;

const ORIGIN: &str = "example.com/releases";

fn at(minute: i8) -> Timestamp {
    jiff::tz::TimeZone::UTC.to_timestamp(jiff::civil::date(2026, 1, 2).at(3, minute, 0, 0)).unwrap()
}

fn data(text: &str) -> Node {
    document::read(text, Format::Json).unwrap()
}

fn draft(id: &str, kind: &str, minute: i8) -> Draft {
    Draft::new(id, kind, "api@1.4.0", Actor::human("user:ada"), at(minute))
}

fn begun() -> Memory {
    let mut memory = Memory::new();
    let genesis = ledger::genesis(ORIGIN, [7; 16], Actor::service("svc:ci"), at(0));
    memory.append(&[genesis], &Expect::Empty, at(0)).unwrap();
    memory
}

fn tree(memory: &Memory) -> Tree {
    memory.entries(None, usize::MAX).unwrap().iter().map(Entry::hash).collect()
}

fn log() -> Ed25519 {
    Ed25519::from_seed(ORIGIN, NoteAlgorithm::Ed25519, &[1; 32]).unwrap()
}

/// Two who decided upon the same state: the second hears of it, reads what is new, and decides again.
#[test]
fn two_writers() {
    let mut memory = begun();
    let seen = memory.head().unwrap().unwrap();
    memory.append(&[draft("a", "gate.approved", 1)], &Expect::Head(seen.hash), at(1)).unwrap();

    let late = draft("b", "gate.rejected", 1);
    let error = memory.append(std::slice::from_ref(&late), &Expect::Head(seen.hash), at(1)).unwrap_err();
    assert!(error.code() == "ledger.conflict" && error.retryable());

    let news = memory.entries(Some(seen.seq), 100).unwrap();
    assert_eq!(news.iter().map(Entry::kind).collect::<Vec<_>>(), ["gate.approved"]);
    let appended = memory.append(&[late], &Expect::Seq(news[0].seq()), at(1)).unwrap();
    assert_eq!(appended.head.unwrap().seq, 2);
}

/// The answer got lost: the same command again changes nothing, whatever has happened since.
#[test]
fn a_command_sent_twice() {
    let mut memory = begun();
    let batch = [draft("c/0", "deploy.started", 1), draft("c/1", "deploy.finished", 2)];
    let first = memory.append(&batch, &Expect::Seq(0), at(2)).unwrap();
    memory.append(&[draft("d", "release.closed", 3)], &Expect::Any, at(3)).unwrap();
    let again = memory.append(&batch, &Expect::Seq(0), at(9)).unwrap();
    assert!(again.repeated);
    assert_eq!(again.entries, first.entries);
    assert_eq!(again.head.unwrap().seq, 3);
}

/// The clock went back: entries stay in order, and what their authors say stays what they say.
#[test]
fn a_clock_that_went_back() {
    let mut memory = begun();
    memory.append(&[draft("a", "gate.approved", 9)], &Expect::Any, at(10)).unwrap();
    let appended = memory.append(&[draft("b", "gate.approved", 3)], &Expect::Any, at(4)).unwrap();
    assert_eq!((appended.entries[0].recorded_at(), appended.entries[0].at()), (at(10), at(3)));
}

/// A checkpoint is signed, a witness signs it too, and the ledger grows; whoever kept it sees that nothing before was changed.
#[test]
fn checkpoints() {
    let mut memory = begun();
    memory.append(&[draft("a", "gate.approved", 1)], &Expect::Any, at(1)).unwrap();
    let early = Checkpoint::new(ORIGIN, 2, tree(&memory).root());
    let note = sign_checkpoint(&early, None, &log()).unwrap();
    let witness = Ed25519::from_seed("witness.example/w1", NoteAlgorithm::Cosignature, &[2; 32]).unwrap();
    let note = cosign(&note, None, log().key(), &witness, at(2)).unwrap();

    memory.append(&[draft("b", "deploy.started", 3)], &Expect::Any, at(3)).unwrap();
    let grown = tree(&memory);
    let late = Checkpoint::new(ORIGIN, 3, grown.root());
    sign_checkpoint(&late, Some((&early, &grown.consistency(2, 3).unwrap())), &log()).unwrap();

    // What the auditor trusts comes from elsewhere, never from the ledger.
    let (key, witness_key): (NoteKey, NoteKey) =
        (log().key().to_string().parse().unwrap(), witness.key().to_string().parse().unwrap());
    let opened = Checkpoint::open(&note, ORIGIN, &key, &[witness_key]).unwrap();
    assert_eq!(opened.cosignatures[0].time, u64::try_from(at(2).as_second()).unwrap());
    let held = Held::new().with_checkpoint(opened.checkpoint.size, opened.checkpoint.root);
    let export = ledger::export(&memory.entries(None, usize::MAX).unwrap());
    assert_eq!(ledger::import(&export, &held).unwrap().verified.entries, 3);

    // Written again from entry 1 on, with everything that follows: a ledger in itself, and not the one that was seen.
    let mut other = begun();
    other.append(&[draft("a", "gate.rejected", 1)], &Expect::Any, at(1)).unwrap();
    other.append(&[draft("b", "deploy.started", 3)], &Expect::Any, at(3)).unwrap();
    let rewritten = ledger::export(&other.entries(None, usize::MAX).unwrap());
    assert!(ledger::import(&rewritten, &Held::new()).is_ok());
    assert_eq!(ledger::import(&rewritten, &held).unwrap_err().code(), "ledger.diverged");
    let forged = Checkpoint::new(ORIGIN, 3, tree(&other).root());
    let proof = tree(&other).consistency(2, 3).unwrap();
    assert_eq!(
        sign_checkpoint(&forged, Some((&early, &proof)), &log()).unwrap_err().code(),
        "ledger.inconsistent"
    );
}

/// One entry is proved to somebody who gets none of the others.
#[test]
fn one_entry_proved() {
    let mut memory = begun();
    for id in ["a", "b", "c", "d"] {
        memory.append(&[draft(id, "gate.approved", 1)], &Expect::Any, at(1)).unwrap();
    }
    let tree = tree(&memory);
    let checkpoint = sign_checkpoint(&Checkpoint::new(ORIGIN, 5, tree.root()), None, &log()).unwrap();
    let text = LogProof::new(tree.inclusion(3, 5).unwrap(), checkpoint).to_string();
    let bytes = memory.entry(3).unwrap().unwrap().bytes().to_vec();

    let entry = Entry::parse(&bytes).unwrap();
    let signed = LogProof::parse(&text).unwrap().verify(entry.hash(), ORIGIN, log().key(), &[]).unwrap();
    assert_eq!((signed.checkpoint.size, entry.id()), (5, "c"));
    let changed = String::from_utf8(bytes).unwrap().replace("approved", "rejected");
    let changed = Entry::parse(changed.as_bytes()).unwrap();
    let error = LogProof::parse(&text).unwrap().verify(changed.hash(), ORIGIN, log().key(), &[]).unwrap_err();
    assert_eq!(error.code(), "ledger.not_included");
}

/// A name is erased: the ledger stays what it was, and says that the name was erased and did not get lost.
#[test]
fn a_payload_erased() {
    let mut memory = begun();
    let (salt, body) = ([9; 32], b"Ada Lovelace".as_slice());
    let payload = PayloadRef::new(payload_digest(&salt, body), "text/plain");
    let approved = draft("a", "gate.approved", 1).with_payload(payload.clone());
    let entry = memory.append(&[approved], &Expect::Any, at(1)).unwrap().entries.remove(0);
    let is_erased = |memory: &Memory| {
        let entries = memory.entries(None, usize::MAX).unwrap();
        entries.iter().filter_map(Tombstone::of).any(|tombstone| tombstone.digest == payload.digest)
    };
    let state = |memory: &Memory, found| payload_state(payload.digest, found, is_erased(memory));
    assert_eq!(state(&memory, Some((&salt, body))), PayloadState::Present);
    assert_eq!(state(&memory, None), PayloadState::Missing);

    let erasure = ledger::erasure("erase-1", &entry, "request", Actor::human("user:dpo"), at(2)).unwrap();
    assert_eq!(
        document::to_json(&erasure.data).unwrap(),
        format!(r#"{{"digest":"{}","of_seq":1,"reason":"request"}}"#, payload.digest)
    );
    memory.append(&[erasure], &Expect::Any, at(2)).unwrap();
    assert_eq!(state(&memory, None), PayloadState::Erased);
    let entries = memory.entries(None, usize::MAX).unwrap();
    assert!(ledger::import(&ledger::export(&entries), &Held::new()).is_ok());
}

/// An entry of an older program, of this one, and of a newer one.
#[test]
fn entries_of_other_versions() {
    let rename = |from: &'static str, to: &'static str| {
        move |mut data: Node| {
            let Value::Map(entries) = &mut data.value else { return None };
            let (key, _) = entries.iter_mut().find(|(key, _)| key.text == from)?;
            key.text = to.to_owned();
            Some(data)
        }
    };
    let upcasters = Upcasters::new().with("deploy.started", 1, rename("env", "environment")).with(
        "deploy.started",
        2,
        rename("environment", "target"),
    );
    let mut memory = begun();
    for (version, key) in [(1, "env"), (2, "environment"), (3, "target"), (4, "ring")] {
        let draft = draft(&format!("v{version}"), "deploy.started", 1)
            .with_kind_v(version)
            .with_data(data(&format!(r#"{{"{key}":"production"}}"#)));
        memory.append(&[draft], &Expect::Any, at(1)).unwrap();
    }
    let lifted = |seq| upcasters.lift(&memory.entry(seq).unwrap().unwrap()).unwrap();
    for seq in 1..=3 {
        assert_eq!((lifted(seq).kind_v, lifted(seq).data.get("target").is_some()), (3, true), "{seq}");
    }
    assert_eq!((lifted(4).kind_v, lifted(4).data), (4, memory.entry(4).unwrap().unwrap().data().clone()));
}
