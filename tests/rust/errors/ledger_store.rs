//! What people read when a ledger's files cannot be read or written.

use super::said;
use super::sim::SimDisk;
use greenboard::ledger::store::{File, FileOptions};
use greenboard::ledger::{Actor, Draft, Expect, Hash, genesis};
use insta::assert_snapshot;
use jiff::Timestamp;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_767_323_045 + second).unwrap()
}

fn note(id: &str) -> Draft {
    Draft::new(id, "release.noted", "api-1.4.0", Actor::human("ada"), at(0))
}

fn begin(ledger: &File) {
    let genesis = genesis("example.com/releases", [7; 16], Actor::service("ci"), at(0));
    ledger.append(&[genesis, note("a")], &Expect::Empty, at(0)).unwrap();
}

fn append(ledger: &File, id: &str) -> String {
    said(ledger.append(&[note(id)], &Expect::Any, at(1)))
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("greenboard-errors-ledger-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        Self(path)
    }

    fn open(&self) -> File {
        File::open(&self.0, FileOptions::new()).unwrap()
    }

    fn without(&self, text: String) -> String {
        text.replace(&*self.0.to_string_lossy(), "<ledger>")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_device_that_fails() {
    let disk = SimDisk::default();
    let open = || File::open("l", FileOptions::new().with_disk(Arc::new(disk.clone()))).unwrap();
    let ledger = open();
    begin(&ledger);
    disk.faults(|faults| faults.room = Some(9));
    assert_snapshot!(append(&ledger, "b"), @"ledger.full l/seg/00000000000000000000.jsonl: cannot write 1 entry: no storage space; nothing was added, and what was there is whole: make room, then try again");
    disk.faults(|faults| (faults.room, faults.failing_syncs) = (None, 1));
    assert_snapshot!(append(&ledger, "b"), @"ledger.sync_failed l/seg/00000000000000000000.jsonl: the device could not keep what was written: the device does not answer; whether entry 2 survives is unknown. Open the ledger anew, which writes what can be read of its last segment once more, and look");
    assert_snapshot!(append(&ledger, "c"), @"ledger.poisoned l: this handle is of no use since a sync failed (the device does not answer); open the ledger anew");
    let ledger = open();
    disk.faults(|faults| (faults.room, faults.no_cutting) = (Some(9), true));
    append(&ledger, "c");
    assert_snapshot!(append(&ledger, "c"), @"ledger.poisoned l: this handle is of no use since a write failed (no storage space) and could not be undone (it cannot be cut); open the ledger anew");
}

#[test]
fn files_that_do_not_hold_together() {
    let folder = Folder::new("damage");
    let ledger = folder.open();
    begin(&ledger);
    drop(ledger);
    let path = folder.0.join("seg/00000000000000000000.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace('\n', "\r\n")).unwrap();
    assert_snapshot!(folder.without(append(&folder.open(), "b")), @"ledger.corrupt_file <ledger>/seg/00000000000000000000.jsonl: line ends were converted, or a byte order mark was put in front, at byte 0; 0 entries stand before that. Nothing was changed: restore the file from a copy, or take what is whole into a new ledger");
    fs::write(&path, &text).unwrap();
    let renamed = folder.0.join("seg/00000000000000000001.jsonl");
    fs::rename(&path, &renamed).unwrap();
    assert_snapshot!(folder.without(append(&folder.open(), "b")), @"ledger.corrupt_file <ledger>/seg/00000000000000000001.jsonl: the segment does not begin with the entry that comes next: one is missing, or was renamed; 0 entries stand before that. Nothing was changed: restore the file from a copy, or take what is whole into a new ledger");
    fs::remove_file(&renamed).unwrap();
    fs::write(
        folder.0.join("checkpoint"),
        "example.com/releases\n2\n+M7N0k48DcjxkekqrRmJS25zdM9EuAIC2u7ZfRvxXQ0=\n",
    )
    .unwrap();
    assert_snapshot!(folder.without(append(&folder.open(), "b")), @"ledger.rollback <ledger>: the ledger has 0 entries, and had 2 at least: it was rolled back or cut. Nothing was changed: restore its files from a copy");
    fs::write(&path, &text).unwrap();
    assert_snapshot!(folder.without(append(&folder.open(), "b")), @"ledger.diverged <ledger>: the first 2 entries are not those that are known. Nothing was changed: find out who replaced them");
}

#[test]
fn what_is_asked_of_a_ledger_and_is_not_there() {
    let folder = Folder::new("asked");
    let missing = said(File::open_reader(&folder.0, FileOptions::new()));
    assert_snapshot!(folder.without(missing), @"ledger.io <ledger>: cannot open the ledger: there is no such folder");
    let ledger = folder.open();
    begin(&ledger);
    let reader = File::open_reader(&folder.0, FileOptions::new()).unwrap();
    assert_snapshot!(folder.without(append(&reader, "b")), @"ledger.read_only <ledger>: this ledger was opened for reading; open it with `File::open` to write");
    let many = vec![note("b"); 65_537];
    assert_snapshot!(said(ledger.append(&many, &Expect::Any, at(1))), @"ledger.batch_too_long a batch has at most 65536 entries, not 65537; append them in several");
    assert_snapshot!(said(ledger.erase(1, "e", "on request", Actor::human("ada"), at(1))), @"ledger.no_payload entry 1 is not there, or has no payload that could be erased");
    let digest = Hash::ZERO;
    fs::create_dir_all(folder.0.join("payload/00")).unwrap();
    fs::write(folder.0.join(format!("payload/00/{digest}.json")), r#"{"body":"Ada"}"#).unwrap();
    assert_snapshot!(folder.without(said(ledger.payload(digest))), @"ledger.invalid_payload <ledger>/payload/00/0000000000000000000000000000000000000000000000000000000000000000.json: payload 0000000000000000000000000000000000000000000000000000000000000000: its file has no `salt` of 64 hexadecimal digits");
}
