//! What is said of ledgers that cannot be read, written or proved.

use super::said;
use greenboard::document::{self, Format, Value};
use greenboard::ledger::note::{
    Checkpoint, CheckpointText, Ed25519, LogProof, Note, NoteAlgorithm, NoteKey, Signer,
};
use greenboard::ledger::note::{cosign, sign, sign_checkpoint};
use greenboard::ledger::store::{Memory, Store};
use greenboard::ledger::tree::{ConsistencyProof, InclusionProof, Tree};
use greenboard::ledger::{self, Actor, Anchor, Draft, Entry, Expect, Hash, Held, Upcasters, seal};
use jiff::Timestamp;

fn at(minute: i8) -> Timestamp {
    jiff::tz::TimeZone::UTC.to_timestamp(jiff::civil::date(2026, 1, 2).at(3, minute, 0, 0)).unwrap()
}

fn genesis() -> Draft {
    ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at(0))
}

fn draft(id: &str) -> Draft {
    Draft::new(id, "gate.approved", "api@1.4.0", Actor::human("ada"), at(1))
}

fn sealed(drafts: &[Draft]) -> Vec<Entry> {
    seal(drafts, None, at(2)).unwrap().entries
}

/// The text, word by word.
#[track_caller]
fn says(said: String, expected: &str) {
    assert_eq!(said, expected);
}

#[test]
fn hashes() {
    says(
        said("E3B0".parse::<Hash>()),
        r#"ledger.not_a_hash a hash is 64 lowercase hexadecimal digits, not "E3B0""#,
    );
    let text = "actor: {id: ci, kind: service}\nat: 2026-01-02T03:04:05Z\nid: a\nkind: a\nsubject: a\npayload: {digest: abc, media: text/plain}";
    says(
        said(document::parse::<Draft>(text, Format::Yaml)),
        r#"ledger.not_a_hash payload.digest: line 6, column 19: a hash is 64 lowercase hexadecimal digits, not "abc""#,
    );
}

#[test]
fn drafts() {
    let says = |draft: Draft, expected| says(said(seal(&[genesis(), draft], None, at(2))), expected);
    says(draft(""), r#"ledger.invalid_draft draft "": id has 1 to 128 characters"#);
    let mut bad = draft("a");
    bad.kind = "Gate Approved".to_owned();
    says(
        bad,
        r#"ledger.invalid_draft draft "a": kind is words of a–z, 0–9 and _ with dots between them, at most 64 characters, such as release.planned"#,
    );
    says(draft("a").with_kind_v(0), r#"ledger.invalid_draft draft "a": kind_v is a version from 1"#);
    let mut bad = draft("a");
    bad.subject = "x".repeat(257);
    says(bad, r#"ledger.invalid_draft draft "a": subject has at most 256 characters"#);
    let list = document::Node::new(Value::List(Vec::new()));
    says(draft("a").with_data(list), r#"ledger.invalid_draft draft "a": data is a map"#);
    let deep =
        document::read(format!("{{\"a\":{}{}}}", "[".repeat(63), "]".repeat(63)), Format::Json).unwrap();
    says(
        draft("a").with_data(deep),
        r#"ledger.invalid_draft draft "a": data nests lists and maps at most 63 deep"#,
    );
    let mut bad = draft("a");
    bad.at = at(8);
    says(
        bad,
        r#"ledger.invalid_draft draft "a": at lies more than five minutes after the store's clock; check both clocks"#,
    );
    let mut bad = draft("a");
    bad.at = "-000001-01-01T00:00:00Z".parse().unwrap();
    says(bad, r#"ledger.invalid_draft draft "a": at lies before the year 0"#);
    says(
        genesis(),
        r#"ledger.invalid_draft draft "genesis": kind is ledger.genesis, which only the first entry of a ledger is"#,
    );
    let long = document::read(format!("{{\"a\":\"{}\"}}", "x".repeat(70_000)), Format::Json).unwrap();
    says(
        draft("a").with_data(long),
        r#"ledger.too_long draft "a" makes an entry of 70279 bytes; at most 65535 are kept: put what is long into a payload"#,
    );
    let unsafe_integer = document::read("{\"a\":[9007199254740993]}", Format::Json).unwrap();
    says(
        draft("a").with_data(unsafe_integer),
        "document.unsafe_integer data.a[0]: line 1, column 7: integer 9007199254740993 is beyond ±(2^53−1), where JSON's numbers are no longer exact; write it as text",
    );
}

#[test]
fn first_drafts() {
    says(
        said(seal(&[draft("a")], None, at(2))),
        r#"ledger.invalid_draft draft "a": kind of the first entry of a ledger is ledger.genesis; begin with `genesis`"#,
    );
    let bare = genesis().with_data(document::read("{}", Format::Json).unwrap());
    says(
        said(seal(&[bare], None, at(2))),
        r#"ledger.invalid_draft draft "genesis": data of a genesis is `hash`: sha-256, `nonce`: 32 lowercase hexadecimal digits, and `origin`"#,
    );
}

#[test]
fn appending() {
    let mut memory = Memory::new();
    says(
        said(memory.append(&[genesis()], &Expect::Seq(3), at(2))),
        "ledger.conflict the ledger has moved on: entry 3 as its head was expected, but it is empty; read what is new and decide again",
    );
    memory.append(&[genesis(), draft("a")], &Expect::Empty, at(2)).unwrap();
    says(
        said(memory.append(&[draft("b")], &Expect::Empty, at(2))),
        "ledger.conflict the ledger has moved on: an empty ledger was expected, but its head is entry 1; read what is new and decide again",
    );
    let unchanged = Expect::SubjectUnchangedSince { subject: "api@1.4.0".to_owned(), seq: 0 };
    says(
        said(memory.append(&[draft("b")], &unchanged, at(2))),
        r#"ledger.conflict the ledger has moved on: nothing about "api@1.4.0" after entry 0 was expected, but its head is entry 1; read what is new and decide again"#,
    );
    says(
        said(memory.append(&[draft("a").with_kind_v(2)], &Expect::Any, at(2))),
        r#"ledger.idempotency_conflict "a" is already the id of entry 1, which says something else; a new command needs an id of its own"#,
    );
    says(
        said(memory.append(&[draft("b"), draft("b")], &Expect::Any, at(2))),
        r#"ledger.repeated_id the drafts' id "b" comes twice in one batch; every entry needs an id of its own"#,
    );
}

#[test]
fn verifying() {
    says(
        said(Entry::parse(b"{ }")),
        "ledger.not_an_entry this is no entry: its bytes are no canonical JSON, at byte 1",
    );
    says(
        said(Entry::parse(b"{\"v\":1}")),
        "ledger.not_an_entry this is no entry: it breaks a rule of the format, at byte 0",
    );
    let entries = sealed(&[genesis(), draft("a"), draft("b")]);
    let bytes = |order: &[usize]| order.iter().map(|seq| entries[*seq].bytes()).collect::<Vec<_>>();
    let verify = |order: &[usize], held: &Held| said(ledger::verify(bytes(order), held));
    says(
        verify(&[0, 2], &Held::new()),
        "ledger.corrupt entry 1: its number is not the one that comes next; what comes before it holds together",
    );
    let anchor = Held::new().with_anchor(Anchor::new(1, Hash::ZERO));
    says(
        verify(&[0, 1, 2], &anchor),
        "ledger.diverged the ledger is another than the one that was seen: it differs up to seq 1",
    );
    says(
        verify(&[0, 1, 2], &Held::new().with_checkpoint(2, Hash::ZERO)),
        "ledger.diverged the ledger is another than the one that was seen: it differs up to size 2",
    );
    says(
        verify(&[0], &anchor),
        "ledger.rollback the ledger was rolled back: 2 or more of its entries were seen, and it has 1",
    );
    says(
        said(ledger::import(&ledger::export(&entries)[..500], &Held::new())),
        "ledger.cut_export the export ends in the middle of entry 1: it was cut",
    );
    let upcasters = Upcasters::new().with("gate.approved", 1, |_| None);
    says(
        said(upcasters.lift(&entries[1])),
        r#"ledger.not_lifted entry 1 has data that "gate.approved" of version 1 cannot have; its step to the next version finds nothing to lift"#,
    );
}

#[test]
fn proofs() {
    let tree: Tree = (0..5).map(|n: u8| Hash::of_entry(&[n])).collect();
    says(
        said(InclusionProof::new(3, 5, Vec::new()).verify(Hash::ZERO, tree.root())),
        "ledger.not_included leaf 3 of 5 is not in the tree of that root, or the proof is of another",
    );
    says(
        said(ConsistencyProof::new(3, 5, Vec::new()).verify(Hash::ZERO, tree.root())),
        "ledger.inconsistent the tree of 5 leaves does not begin with that of 3, or the proof is of others",
    );
    says(
        said(tree.consistency(0, 5)),
        "ledger.no_such_size no proof of 0 leaves can be made in a tree of 5; a proof is of at least one, and of no more than there are",
    );
    says(
        said(LogProof::parse("c2sp.org/tlog-proof@v1\nindex 01\n\nx\n")),
        "ledger.invalid_proof this is no proof: it has no `index` in decimal digits",
    );
    says(
        said(CheckpointText::parse("Log\n01\nAAAA\n")),
        "ledger.invalid_proof this is no checkpoint: its size is no number in decimal digits",
    );
}

#[test]
fn notes() {
    let signer = Ed25519::from_seed("example.com/log", NoteAlgorithm::Ed25519, &[7; 32]).unwrap();
    let other = Ed25519::from_seed("example.com/other", NoteAlgorithm::Ed25519, &[8; 32]).unwrap();
    let witness = Ed25519::from_seed("witness.example/w1", NoteAlgorithm::Cosignature, &[9; 32]).unwrap();
    says(
        said(Note::parse("text\r\n\r\n")),
        "ledger.invalid_note this is no signed note: it has control characters in it, such as those of Windows' line ends",
    );
    says(
        said("name+00000000+AQ==".parse::<NoteKey>()),
        r#"ledger.invalid_note_key "name+00000000+AQ==" is no key of a note's: expected a name, 8 hexadecimal digits and base64 with `+` between them, of Ed25519"#,
    );
    let note = sign("released\n", &signer).unwrap();
    says(
        said(Note::parse(&note).unwrap().verify(&[other.key().clone()])),
        "ledger.unsigned nobody who is known signed the note; known are example.com/other",
    );
    says(
        said(Note::parse(note.replace("released", "reverted")).unwrap().verify(&[signer.key().clone()])),
        r#"ledger.bad_signature the note's signature by "example.com/log" is not good: the note was changed, or signed with another key"#,
    );
    let checkpoint = Checkpoint::new("example.com/log", 0, Hash::of(b""));
    says(
        said(sign_checkpoint(&checkpoint, None, &other)),
        r#"ledger.wrong_origin the checkpoint is of "example.com/log"; expected "example.com/other""#,
    );
    let note = sign_checkpoint(&checkpoint, None, &signer).unwrap();
    says(
        said(cosign(&note, None, signer.key(), &other, at(0))),
        "ledger.invalid_note this is no signed note: the key is not a witness's",
    );
    says(
        said(sign("released\n", &witness)),
        "ledger.invalid_note this is no signed note: the key is a witness's, who signs checkpoints",
    );
}

#[test]
fn writers_that_were_too_slow() {
    says(
        said(Err::<(), _>(ledger::sql::contended(8))),
        "ledger.contended other writers were faster 8 times in a row; try again, in a new transaction where one is open",
    );
}
