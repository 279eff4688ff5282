//! A device that fails while it is written to.

use crate::sim::{Dice, SimDisk};
use crate::{at, draft, first, verified};
use greenboard::ledger::Expect;
use greenboard::ledger::store::{File, FileOptions, Store, Sync, Verdict};
use std::path::Path;
use std::sync::Arc;

pub const SEGMENT: &str = "/l/seg/00000000000000000000.jsonl";

pub fn options(disk: &SimDisk) -> FileOptions {
    FileOptions::new().with_disk(Arc::new(disk.clone()))
}

fn open(disk: &SimDisk) -> File {
    File::open("/l", options(disk)).unwrap()
}

fn code<T: std::fmt::Debug>(result: greenboard::Result<T>) -> &'static str {
    result.unwrap_err().code()
}

#[test]
fn a_full_disk_takes_nothing_and_leaves_what_was_there() {
    for room in 0..1500 {
        let disk = SimDisk::default();
        let ledger = open(&disk);
        ledger.append(&[first()], &Expect::Empty, at(0)).unwrap();
        let before = disk.bytes(Path::new(SEGMENT)).unwrap();
        disk.faults(|faults| faults.room = Some(room));
        let three = [draft("a"), draft("b"), draft("c")];
        match ledger.append(&three, &Expect::Seq(0), at(1)) {
            Ok(appended) => assert_eq!(appended.head.unwrap().seq, 3),
            Err(error) => {
                assert_eq!((error.code(), error.retryable()), ("ledger.full", true));
                assert_eq!(disk.bytes(Path::new(SEGMENT)).unwrap(), before);
                assert_eq!(ledger.len().unwrap(), 1);
                // There is room again: the same call succeeds.
                disk.faults(|faults| faults.room = None);
                ledger.append(&three, &Expect::Seq(0), at(1)).unwrap();
            }
        }
        assert_eq!(verified(&ledger).entries, 4);
    }
}

#[test]
fn a_short_write_that_cannot_be_undone_ends_the_handle_and_is_put_aside_by_the_next() {
    let disk = SimDisk::default();
    let ledger = open(&disk);
    ledger.append(&[first()], &Expect::Empty, at(0)).unwrap();
    disk.faults(|faults| (faults.room, faults.no_cutting) = (Some(100), true));
    assert_eq!(code(ledger.append(&[draft("a")], &Expect::Any, at(1))), "ledger.full");
    disk.faults(|faults| (faults.room, faults.no_cutting) = (None, false));
    assert_eq!(code(ledger.append(&[draft("a")], &Expect::Any, at(1))), "ledger.poisoned");
    // Its entries can still be read, and it shows none that is half there.
    assert_eq!(ledger.len().unwrap(), 1);
    let next = open(&disk);
    assert!(matches!(next.recovery().verdict, Verdict::Torn { dropped_bytes: 100, .. }));
    next.append(&[draft("a")], &Expect::Seq(0), at(1)).unwrap();
    assert_eq!(verified(&next).entries, 2);
}

#[test]
fn a_failed_sync_is_not_tried_again() {
    let disk = SimDisk::default();
    let ledger = open(&disk);
    ledger.append(&[first()], &Expect::Empty, at(0)).unwrap();
    assert_eq!(ledger.durable_seq(), Some(0));
    disk.faults(|faults| (faults.failing_syncs, faults.syncs) = (1, 0));
    let error = ledger.append(&[draft("a"), draft("b")], &Expect::Any, at(1)).unwrap_err();
    assert_eq!(error.code(), "ledger.sync_failed");
    assert_eq!((error.details()["from"].as_u64(), error.details()["to"].as_u64()), (Some(1), Some(2)));
    assert_eq!(code(ledger.append(&[draft("c")], &Expect::Any, at(2))), "ledger.poisoned");
    assert_eq!(code(ledger.flush()), "ledger.poisoned");
    assert_eq!(ledger.durable_seq(), Some(0));
    drop(ledger);
    assert_eq!(disk.faults(|faults| faults.syncs), 1, "asking again would say that all is well");
}

/// Had the next one written on in the same file, its own sync would have said that all before it is safe too.
#[test]
fn after_a_failed_sync_the_last_segment_is_written_anew() {
    for by_another_handle in [false, true] {
        let disk = SimDisk::default();
        let ledger = open(&disk);
        let other = open(&disk);
        ledger.append(&[first()], &Expect::Empty, at(0)).unwrap();
        other.append(&[draft("other")], &Expect::Any, at(0)).unwrap();
        disk.faults(|faults| faults.failing_syncs = 1);
        assert_eq!(code(ledger.append(&[draft("a")], &Expect::Any, at(1))), "ledger.sync_failed");
        let next = if by_another_handle { other } else { open(&disk) };
        next.append(&[draft("b")], &Expect::Any, at(2)).unwrap();
        assert_eq!(next.durable_seq(), Some(3));
        for seed in 0..50 {
            let after = open(&disk.crash(&mut Dice(seed)));
            assert_eq!(after.recovery().verdict, Verdict::Clean);
            assert_eq!(verified(&after).entries, 4);
        }
        // A handle that still has the old file open sees the new one.
        assert_eq!(ledger.len().unwrap(), 4);
    }
}

#[test]
fn what_a_group_promises() {
    let disk = SimDisk::default();
    let delay = jiff::SignedDuration::from_secs(10);
    let ledger = File::open("/l", options(&disk).with_sync(Sync::Group { n: 3, delay })).unwrap();
    let append = |id: &str, second| ledger.append(&[draft(id)], &Expect::Any, at(second)).unwrap();
    ledger.append(&[first()], &Expect::Empty, at(0)).unwrap();
    assert_eq!(ledger.durable_seq(), Some(0), "a segment's first write is synced");
    append("a", 1);
    append("b", 2);
    assert_eq!(ledger.durable_seq(), Some(0));
    append("c", 3);
    assert_eq!(ledger.durable_seq(), Some(3), "three wait");
    append("d", 4);
    assert_eq!(ledger.durable_seq(), Some(3));
    append("e", 14);
    assert_eq!(ledger.durable_seq(), Some(5), "ten seconds have passed since the first that waits");
    append("f", 15);
    assert_eq!(ledger.read_durable(Some(5), 10).unwrap().len(), 1, "whoever reads so has it synced");
    append("g", 16);
    ledger.flush().unwrap();
    assert_eq!(ledger.durable_seq(), Some(7));
    let before = disk.faults(|faults| faults.syncs);
    ledger.flush().unwrap();
    assert_eq!(disk.faults(|faults| faults.syncs), before, "nothing waits");
}

#[test]
fn an_answer_that_comes_late_promises_as_much() {
    let disk = SimDisk::default();
    let lax = File::open("/l", options(&disk).with_sync(Sync::None)).unwrap();
    lax.append(&[first()], &Expect::Empty, at(0)).unwrap();
    lax.append(&[draft("a")], &Expect::Any, at(1)).unwrap();
    let strict = open(&disk);
    lax.append(&[draft("b")], &Expect::Any, at(1)).unwrap();
    assert!(strict.append(&[draft("b")], &Expect::Seq(99), at(2)).unwrap().repeated);
    assert_eq!(strict.durable_seq(), Some(2));
}
