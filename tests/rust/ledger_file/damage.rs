//! Files that somebody or something has changed.

use crate::{Dice, Folder, at, draft, first, scale};
use greenboard::ledger::store::{File, FileOptions, Recovery, Store, Verdict, recover};
use greenboard::ledger::{Expect, Held};
use std::time::Instant;

const NAME: &str = "00000000000000000000.jsonl";

/// The bytes of a ledger of 20 entries, each synced before the next, and what their holder holds.
fn twenty() -> (Vec<u8>, Held) {
    let folder = Folder::new("twenty");
    let ledger = File::open(&folder, FileOptions::new()).unwrap();
    ledger.append(&[first()], &Expect::Empty, at(0)).unwrap();
    for n in 1..20 {
        ledger.append(&[draft(format!("d{n}"))], &Expect::Any, at(n)).unwrap();
    }
    let held = Held::new().with_anchor(ledger.head().unwrap().unwrap().anchor());
    (std::fs::read(folder.0.join("seg").join(NAME)).unwrap(), held)
}

fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

fn opened(bytes: &[u8], held: &Held) -> Recovery {
    recover(&[(NAME, bytes)], held)
}

#[test]
fn every_flipped_byte_is_found_and_named() {
    let (bytes, held) = twenty();
    let ends: Vec<usize> = lines(&bytes)
        .iter()
        .scan(0, |end, line| {
            *end += line.len();
            Some(*end)
        })
        .collect();
    let mut torn = 0;
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        let hit = ends.partition_point(|end| *end <= at) as u64;
        let found = opened(&changed, &held);
        assert!(
            !matches!(found.verdict, Verdict::Clean | Verdict::Torn { .. } | Verdict::Empty),
            "byte {at}"
        );
        assert_eq!(found.entries, hit, "byte {at}: the first bad entry is {hit}");
        // Without a holder, only the last one may be taken for what a crash has torn.
        match opened(&changed, &Held::new()).verdict {
            Verdict::Corrupt(_) => {}
            Verdict::Torn { .. } if hit == 19 => torn += 1,
            verdict => panic!("byte {at}: {verdict:?}"),
        }
    }
    println!(
        "{} bytes flipped, all found; {torn} of the last entry look torn to who holds nothing",
        bytes.len()
    );
}

#[test]
fn every_entry_removed_repeated_or_swapped_is_found() {
    let (bytes, held) = twenty();
    let lines = lines(&bytes);
    for at in 0..lines.len() {
        let mut removed = lines.clone();
        removed.remove(at);
        let found = opened(&removed.concat(), &held);
        assert!(!matches!(found.verdict, Verdict::Clean | Verdict::Torn { .. }), "{at} removed: {found:?}");
        assert_eq!(found.entries, at as u64);
        let mut repeated = lines.clone();
        repeated.insert(at, lines[at]);
        let found = opened(&repeated.concat(), &held);
        assert!(matches!(found.verdict, Verdict::Corrupt(_)), "{at} repeated: {found:?}");
        for other in at + 1..lines.len() {
            let mut swapped = lines.clone();
            swapped.swap(at, other);
            let found = opened(&swapped.concat(), &held);
            assert!(matches!(found.verdict, Verdict::Corrupt(_)), "{at} and {other} swapped: {found:?}");
            assert_eq!(found.entries, at as u64);
        }
    }
}

#[test]
fn every_cut_is_found_by_a_holder() {
    let (bytes, held) = twenty();
    for length in 0..bytes.len() {
        let found = opened(&bytes[..length], &held);
        assert_eq!(found.verdict, Verdict::Rollback { expected_at_least: 20 }, "cut to {length} bytes");
        // Without one, what the format promises: torn, or clean between two entries.
        let alone = opened(&bytes[..length], &Held::new());
        assert!(matches!(alone.verdict, Verdict::Torn { .. } | Verdict::Clean), "{length}: {alone:?}");
    }
}

#[test]
fn a_corrupt_ledger_opens_for_reading_and_is_left_as_it_is() {
    let (mut bytes, _) = twenty();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let folder = Folder::new("corrupt");
    std::fs::create_dir_all(folder.0.join("seg")).unwrap();
    let path = folder.0.join("seg").join(NAME);
    std::fs::write(&path, &bytes).unwrap();
    let ledger = File::open(&folder, FileOptions::new()).unwrap();
    let Verdict::Corrupt(damage) = &ledger.recovery().verdict else { panic!() };
    assert_eq!(damage.kind.name(), "frame");
    let whole = ledger.recovery().entries;
    assert_eq!(ledger.entries(None, usize::MAX).unwrap().len() as u64, whole);
    let error = ledger.append(&[draft("new")], &Expect::Any, at(99)).unwrap_err();
    assert_eq!((error.code(), error.details()["entries"].as_u64()), ("ledger.corrupt_file", Some(whole)));
    assert_eq!(ledger.flush().unwrap_err().code(), "ledger.corrupt_file");
    ledger.close().unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

/// A first write of several entries that did not get to the disk whole: several headers, and none of them valid. Nothing of it
/// was promised, and nothing says that anything came after it.
#[test]
fn a_first_write_that_was_torn_is_torn_however_many_of_its_frames_are_damaged() {
    let (bytes, _) = twenty();
    let mut frames: Vec<Vec<u8>> = lines(&bytes).into_iter().map(<[u8]>::to_vec).take(3).collect();
    for frame in &mut frames {
        frame[49 + 8..49 + 16].copy_from_slice(b"00000000");
        let half = frame.len() / 2;
        frame[half..].fill(0);
    }
    let found = opened(&frames.concat(), &Held::new());
    assert!(matches!(found.verdict, Verdict::Torn { truncate_to: 0, .. }), "{found:?}");
    // One that states synced bytes was written after the first write was acknowledged.
    frames[2][57..65].copy_from_slice(b"000001cd");
    let found = opened(&frames.concat(), &Held::new());
    let Verdict::Corrupt(damage) = &found.verdict else { panic!("{found:?}") };
    assert_eq!(damage.kind.name(), "unreadable");
}

/// Frames, pieces of frames and noise in any order: an answer, whatever they are, and never one that cuts what is known to be
/// synced.
#[test]
fn whatever_stands_in_a_segment_there_is_an_answer() {
    let (bytes, _) = twenty();
    let lines = lines(&bytes);
    for seed in 0..2_000 * u64::from(scale()) {
        let mut dice = Dice(seed);
        let mut segment = lines[..dice.below(8) as usize].concat();
        for _ in 0..dice.below(6) {
            let line = lines[dice.below(20) as usize];
            let from = dice.below(line.len() as u64) as usize;
            match dice.below(5) {
                0 => segment.extend_from_slice(line),
                1 => segment.extend_from_slice(&line[from..]),
                2 => segment.extend_from_slice(&line[..from]),
                3 => segment.extend(std::iter::repeat_n(0, from)),
                _ => segment.extend((0..from).map(|_| dice.next() as u8)),
            }
        }
        let found = opened(&segment, &Held::new());
        if let Verdict::Torn { truncate_to, dropped_bytes, .. } = found.verdict {
            assert_eq!(truncate_to + dropped_bytes, segment.len() as u64);
            let cut = opened(&segment[..truncate_to as usize], &Held::new());
            assert_eq!((cut.verdict, cut.head), (Verdict::Clean, found.head), "seed {seed}");
        }
    }
}

#[test]
fn what_looks_like_frames_and_is_none_takes_linear_time() {
    let header = br#"{"crc":"00000000","len":"0000ffff","more":"0000","safe":"00000000","entry":"#;
    let time = |count: usize| {
        let bytes = header.repeat(count);
        let begun = Instant::now();
        assert_eq!(opened(&bytes, &Held::new()).entries, 0);
        begun.elapsed()
    };
    time(1_000);
    let (short, long) = (time(4_000), time(32_000));
    assert!(
        long < short * 32 + std::time::Duration::from_millis(200),
        "8 times as much took {long:?} after {short:?}"
    );
}
