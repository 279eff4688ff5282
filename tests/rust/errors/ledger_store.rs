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
    assert_snapshot!(append(&ledger, "b"), @"");
    disk.faults(|faults| (faults.room, faults.failing_syncs) = (None, 1));
    assert_snapshot!(append(&ledger, "b"), @"");
    assert_snapshot!(append(&ledger, "c"), @"");
    let ledger = open();
    disk.faults(|faults| (faults.room, faults.no_cutting) = (Some(9), true));
    append(&ledger, "c");
    assert_snapshot!(append(&ledger, "c"), @"");
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
    assert_snapshot!(folder.without(append(&folder.open(), "b")), @"");
    fs::write(&path, &text).unwrap();
    let renamed = folder.0.join("seg/00000000000000000001.jsonl");
    fs::rename(&path, &renamed).unwrap();
    assert_snapshot!(folder.without(append(&folder.open(), "b")), @"");
    fs::remove_file(&renamed).unwrap();
    fs::write(
        folder.0.join("checkpoint"),
        "example.com/releases\n2\n+M7N0k48DcjxkekqrRmJS25zdM9EuAIC2u7ZfRvxXQ0=\n",
    )
    .unwrap();
    assert_snapshot!(folder.without(append(&folder.open(), "b")), @"");
    fs::write(&path, &text).unwrap();
    assert_snapshot!(folder.without(append(&folder.open(), "b")), @"");
}

#[test]
fn what_is_asked_of_a_ledger_and_is_not_there() {
    let folder = Folder::new("asked");
    let missing = said(File::open_reader(&folder.0, FileOptions::new()));
    assert_snapshot!(folder.without(missing), @"");
    let ledger = folder.open();
    begin(&ledger);
    let reader = File::open_reader(&folder.0, FileOptions::new()).unwrap();
    assert_snapshot!(folder.without(append(&reader, "b")), @"");
    let many = vec![note("b"); 65_537];
    assert_snapshot!(said(ledger.append(&many, &Expect::Any, at(1))), @"");
    assert_snapshot!(said(ledger.erase(1, "e", "on request", Actor::human("ada"), at(1))), @"");
    let digest = Hash::ZERO;
    fs::create_dir_all(folder.0.join("payload/00")).unwrap();
    fs::write(folder.0.join(format!("payload/00/{digest}.json")), r#"{"body":"Ada"}"#).unwrap();
    assert_snapshot!(folder.without(said(ledger.payload(digest))), @"");
}
