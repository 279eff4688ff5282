//! A ledger in files, as its users see it.

use greenboard::ledger::store::{File, FileOptions, Store, Sync, Verdict};
use greenboard::ledger::{self, Actor, Draft, Expect, Held, PayloadState};
use jiff::Timestamp;
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("greenboard-story-ledger-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }

    fn open(&self) -> File {
        File::open(&self.0, FileOptions::new()).unwrap()
    }

    /// With segments of a few entries.
    fn open_short(&self) -> File {
        File::open(&self.0, FileOptions::new().with_sync(Sync::None).with_segment_bytes(2_000)).unwrap()
    }

    fn names(&self, inside: &str) -> Vec<String> {
        let entries = fs::read_dir(self.0.join(inside)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_767_323_045 + second).unwrap()
}

fn begin(ledger: &File) {
    let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at(0));
    ledger.append(&[genesis], &Expect::Empty, at(0)).unwrap();
}

fn note(id: &str) -> Draft {
    Draft::new(id, "release.noted", "api-1.4.0", Actor::human("ada"), at(0))
}

#[test]
fn what_a_crash_has_torn_is_put_aside_and_the_ledger_goes_on() {
    let folder = Folder::new("torn");
    let ledger = folder.open();
    assert_eq!(ledger.recovery().verdict, Verdict::Empty);
    begin(&ledger);
    ledger.append(&[note("a"), note("b")], &Expect::Seq(0), at(1)).unwrap();
    assert_eq!(ledger.durable_seq(), Some(2));
    drop(ledger);

    let segment = folder.0.join("seg/00000000000000000000.jsonl");
    let whole = fs::metadata(&segment).unwrap().len();
    fs::File::options().append(true).open(&segment).unwrap().write_all(br#"{"crc":"8d2a"#).unwrap();

    let ledger = folder.open();
    let Verdict::Torn { truncate_to, dropped_bytes, dropped_valid_frames, .. } = ledger.recovery().verdict
    else {
        panic!("{:?}", ledger.recovery())
    };
    assert_eq!((truncate_to, dropped_bytes, dropped_valid_frames), (whole, 12, 0));
    let aside = format!("00000000000000000000.jsonl.torn-{whole}");
    assert_eq!(folder.names("seg"), ["00000000000000000000.jsonl", &aside]);
    assert_eq!(fs::read(folder.0.join("seg").join(aside)).unwrap(), br#"{"crc":"8d2a"#);
    ledger.append(&[note("c")], &Expect::Seq(2), at(2)).unwrap();
    assert_eq!(ledger.verify(&Held::new()).unwrap().entries, 4);
    drop(ledger);
    assert_eq!(folder.open().recovery().verdict, Verdict::Clean);
    assert_eq!(folder.names(""), [".gitattributes", "LOCK", "seg"]);
    assert_eq!(fs::read_to_string(folder.0.join(".gitattributes")).unwrap(), "*.jsonl -text\n");
}

#[test]
fn two_who_decide_at_once_do_not_both_write() {
    let folder = Folder::new("two");
    let (one, two) = (folder.open(), folder.open());
    begin(&one);
    one.append(&[note("a")], &Expect::Seq(0), at(1)).unwrap();
    let late = two.append(&[note("b")], &Expect::Seq(0), at(1)).unwrap_err();
    assert_eq!((late.code(), late.retryable()), ("ledger.conflict", true));
    assert_eq!(late.details()["actual"]["seq"], 1);
    two.append(&[note("b")], &Expect::Seq(1), at(1)).unwrap();

    let about = |seq| Expect::SubjectUnchangedSince { subject: "api-1.4.0".to_owned(), seq };
    assert_eq!(one.append(&[note("c")], &about(1), at(2)).unwrap_err().code(), "ledger.conflict");
    let other = Draft::new("d", "release.noted", "web-2.0.0", Actor::human("ada"), at(2));
    one.append(&[other], &Expect::Any, at(2)).unwrap();
    one.append(&[note("c")], &about(2), at(2)).unwrap();

    // Whoever did not hear the answer asks again, and hears it.
    let again = two.append(&[note("a")], &Expect::Seq(0), at(9)).unwrap();
    assert_eq!((again.repeated, again.entries[0].seq()), (true, 1));
    assert_eq!(
        two.append(&[note("a").with_kind_v(2)], &Expect::Any, at(9)).unwrap_err().code(),
        "ledger.idempotency_conflict"
    );
}

#[test]
fn long_ledgers_have_many_segments_and_are_opened_from_a_snapshot() {
    let folder = Folder::new("long");
    let ledger = folder.open_short();
    begin(&ledger);
    for n in 1..40 {
        ledger.append(&[note(&format!("n{n}")), note(&format!("m{n}"))], &Expect::Any, at(n)).unwrap();
        if n % 10 == 0 {
            let state = greenboard::document::to_node(&n).unwrap();
            ledger.write_snapshot(ledger.len().unwrap(), state, 1).unwrap();
        }
    }
    let stale = ledger.write_snapshot(7, greenboard::document::to_node(&7).unwrap(), 1);
    assert_eq!(stale.unwrap_err().code(), "ledger.conflict");
    let (head, root) = (ledger.head().unwrap(), ledger.root().unwrap());
    ledger.close().unwrap();
    assert!(folder.names("seg").len() > 5);
    assert_eq!(folder.names("index").len(), folder.names("seg").len() - 1);
    let snapshots =
        || folder.names("").into_iter().filter(|name| name.starts_with("snapshot-")).collect::<Vec<_>>();
    assert_eq!(snapshots(), ["snapshot-40.json", "snapshot-60.json"]);

    let same = |folder: &Folder| {
        let ledger = folder.open_short();
        assert_eq!(ledger.recovery().verdict, Verdict::Clean);
        assert_eq!((ledger.head().unwrap(), ledger.root().unwrap()), (head, root));
        assert_eq!(ledger.by_id("m3").unwrap().unwrap().seq(), 6);
        assert_eq!(ledger.by_id("m39").unwrap().unwrap().seq(), 78);
        assert_eq!(ledger.by_id("m40").unwrap(), None);
        assert_eq!(ledger.entry(17).unwrap().unwrap().id(), "n9");
        let some: Vec<u64> = ledger.entries(Some(11), 30).unwrap().iter().map(|entry| entry.seq()).collect();
        assert_eq!(some, (12..42).collect::<Vec<_>>());
        assert!(ledger.append(&[note("n2"), note("m2")], &Expect::Empty, at(50)).unwrap().repeated);
        assert_eq!(ledger.verify(&Held::new()).unwrap().root, root);
        ledger.snapshot().unwrap().map(|snapshot| snapshot.size)
    };
    assert_eq!(same(&folder), Some(61));
    // All but the segments is a cache: what is damaged or missing is not missed.
    let latest = folder.0.join("snapshot-60.json");
    let text = fs::read_to_string(&latest).unwrap();
    fs::write(&latest, text.replace("\"state\":30", "\"state\":31")).unwrap();
    assert_eq!(same(&folder), Some(41));
    fs::remove_file(folder.0.join("snapshot-40.json")).unwrap();
    fs::write(folder.0.join("index/00000000000000000000.idx"), "garbage").unwrap();
    assert_eq!(same(&folder), None);
    fs::remove_dir_all(folder.0.join("index")).unwrap();
    assert_eq!(same(&folder), None);
    assert_eq!(folder.names("index").len(), folder.names("seg").len() - 1);
}

#[test]
fn what_lies_beside_the_segments_tells_of_a_rollback() {
    let folder = Folder::new("rollback");
    let ledger = folder.open();
    begin(&ledger);
    ledger.append(&[note("a")], &Expect::Any, at(1)).unwrap();
    let (size, root) = (ledger.len().unwrap(), ledger.root().unwrap());
    let checkpoint = ledger::note::Checkpoint::new("example.com/releases", size, root);
    fs::write(folder.0.join("checkpoint"), checkpoint.to_string()).unwrap();
    drop(ledger);
    assert_eq!(folder.open().recovery().verdict, Verdict::Clean);

    // The last entry is cut off, between two lines.
    let segment = folder.0.join("seg/00000000000000000000.jsonl");
    let text = fs::read_to_string(&segment).unwrap();
    fs::write(&segment, text.split_inclusive('\n').next().unwrap()).unwrap();
    let ledger = folder.open();
    assert_eq!(ledger.recovery().verdict, Verdict::Rollback { expected_at_least: 2 });
    assert_eq!(ledger.append(&[note("b")], &Expect::Any, at(2)).unwrap_err().code(), "ledger.rollback");
    // Another entry in its place.
    fs::remove_file(folder.0.join("checkpoint")).unwrap();
    folder.open().append(&[note("b")], &Expect::Any, at(2)).unwrap();
    fs::write(folder.0.join("checkpoint"), checkpoint.to_string()).unwrap();
    assert_eq!(folder.open().recovery().verdict, Verdict::Diverged { size: 2 });
    // Who holds it themselves needs no file.
    fs::remove_file(folder.0.join("checkpoint")).unwrap();
    let held = Held::new().with_checkpoint(size, root);
    let ledger = File::open(&folder.0, FileOptions::new().with_held(held)).unwrap();
    assert_eq!(ledger.append(&[note("c")], &Expect::Any, at(3)).unwrap_err().code(), "ledger.diverged");
    assert_eq!(ledger.len().unwrap(), 2);
}

#[test]
fn readers_read_and_write_nothing() {
    let folder = Folder::new("reader");
    assert_eq!(File::open_reader(&folder.0, FileOptions::new()).unwrap_err().code(), "ledger.io");
    let ledger = File::open(&folder.0, FileOptions::new().with_sync(Sync::None)).unwrap();
    let reader = File::open_reader(&folder.0, FileOptions::new()).unwrap();
    assert!(reader.is_empty().unwrap());
    begin(&ledger);
    ledger.append(&[note("a")], &Expect::Any, at(1)).unwrap();
    assert_eq!(reader.len().unwrap(), 2);
    assert_eq!(ledger.durable_seq(), Some(0));
    assert_eq!(reader.read_durable(None, 10).unwrap().len(), 2);
    assert_eq!(reader.append(&[note("b")], &Expect::Any, at(1)).unwrap_err().code(), "ledger.read_only");
    let threads = std::thread::scope(|scope| {
        let write = |n: i64| {
            scope.spawn({
                let ledger = &ledger;
                move || ledger.append(&[note(&format!("t{n}"))], &Expect::Any, at(n))
            })
        };
        let threads: Vec<_> = (0..8).map(write).collect();
        threads.into_iter().filter(|_| true).map(|thread| thread.join().unwrap().is_ok()).collect::<Vec<_>>()
    });
    assert_eq!(threads, [true; 8]);
    assert_eq!(reader.entries(Some(1), 100).unwrap().len(), 8);
}

#[test]
fn an_erasure_that_a_crash_has_interrupted_is_gone_on_with() {
    let folder = Folder::new("erase");
    let ledger = folder.open();
    let payload = ledger.write_payload(&[9; 32], b"\xff not text", "application/octet-stream").unwrap();
    let digest = payload.digest;
    let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at(0));
    ledger.append(&[genesis.with_payload(payload)], &Expect::Empty, at(0)).unwrap();
    assert_eq!(ledger.payload(digest).unwrap().unwrap().body, b"\xff not text");
    let path = folder.0.join(format!("payload/{}/{digest}.json", &digest.to_string()[..2]));
    let bytes = fs::read(&path).unwrap();

    ledger.erase(0, "erase-1", "on request", Actor::human("ada"), at(5)).unwrap();
    assert!(!path.exists());
    // As after a crash between the tombstone and the deletion.
    fs::write(&path, &bytes).unwrap();
    assert_eq!(ledger.payload_state(0).unwrap(), Some(PayloadState::Present));
    let again = ledger.erase(0, "erase-1", "on request", Actor::human("ada"), at(60)).unwrap();
    assert!(again.repeated && !path.exists());
    assert_eq!(ledger.payload_state(0).unwrap(), Some(PayloadState::Erased));
    assert_eq!(ledger.payload_state(1).unwrap(), None);
    fs::write(&path, "{}").unwrap();
    assert_eq!(ledger.payload_state(0).unwrap(), Some(PayloadState::Mismatch));
}
