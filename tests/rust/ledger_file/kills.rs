//! Processes that are killed while they append.

use crate::{Dice, Folder, at, draft, scale, verified};
use greenboard::ledger::store::{File, FileOptions, Store, Verdict};
use greenboard::ledger::{Expect, Verifier};
use std::io::{BufRead, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

pub fn writer(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ledger_writer"));
    command.arg(folder).args(words).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What a writer has said was promised, up to its end.
pub fn promised(child: &mut Child) -> Vec<(u64, String)> {
    let lines = BufReader::new(child.stdout.take().unwrap()).split(b'\n');
    let lines = lines.map(|line| String::from_utf8(line.unwrap()).unwrap());
    // The last line may be cut where the process was killed.
    let told = |line: String| {
        let (seq, id) = line.split_once(' ')?;
        Some((seq.parse().ok()?, id.to_owned()))
    };
    lines.filter_map(told).collect()
}

/// Waits for a line, byte by byte, so that nothing of the next is taken.
fn read_line(child: &mut Child, line: &mut String) {
    let mut byte = [0];
    while !line.ends_with('\n') && child.stdout.as_mut().unwrap().read(&mut byte).unwrap() == 1 {
        line.push(byte[0] as char);
    }
}

/// Everything promised is there, under its number.
pub fn kept(ledger: &File, promised: &[(u64, String)]) {
    let mut entries = ledger.entries(None, usize::MAX).unwrap();
    entries.insert(0, entries[0].clone());
    for (seq, id) in promised {
        let entry = entries.get(*seq as usize + 1).unwrap_or_else(|| panic!("entry {seq} is lost"));
        // The last line of a killed process may have lost its end.
        assert!(entry.id().starts_with(id.as_str()), "entry {seq} is {}, not {id}", entry.id());
    }
}

/// Follows a ledger without a lock until told to stop; verifies all that it sees, and says how many entries that was.
fn follow(folder: &Path, stop: &AtomicBool) -> u64 {
    while !folder.join("seg").is_dir() {
        std::thread::yield_now();
    }
    let reader = File::open_reader(folder, FileOptions::new()).unwrap();
    let mut verifier = Verifier::new();
    loop {
        let stopping = stop.load(Ordering::SeqCst);
        let after = verifier.entries().checked_sub(1);
        let entries = reader.entries(after, usize::MAX).unwrap();
        for entry in &entries {
            verifier.push(entry.bytes()).unwrap();
        }
        if stopping && entries.is_empty() {
            return verifier.entries();
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_writers_are_killed() {
    let mut dice = Dice(1);
    let begun = Instant::now();
    let (mut kills, mut torn, mut appended, mut seen) = (0, 0, 0, 0);
    for round in 0..10 * scale() {
        let folder = Folder::new(&format!("kills-{round}"));
        let stop = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| follow(&folder.0, &stop));
            let policy = ["every", "group", "none"][round as usize % 3];
            for kill in 0..20 {
                // Short segments, so that rotations are hit as well.
                let mut child =
                    writer(&folder.0, &[&format!("w{kill}"), "1000000", policy, "20000"]).spawn().unwrap();
                // Some while they open, most while they append.
                let mut first = String::new();
                if kill % 4 > 0 {
                    read_line(&mut child, &mut first);
                }
                std::thread::sleep(Duration::from_micros(dice.below(10_000)));
                // SIGKILL: nothing of the process runs any more.
                child.kill().unwrap();
                let promised = promised(&mut child);
                child.wait().unwrap();
                kills += 1;
                appended += promised.len();
                let ledger = File::open(&folder, FileOptions::new().with_segment_bytes(20_000)).unwrap();
                match &ledger.recovery().verdict {
                    Verdict::Torn { .. } => torn += 1,
                    verdict => assert!(matches!(verdict, Verdict::Clean | Verdict::Empty), "{verdict:?}"),
                }
                if !promised.is_empty() {
                    kept(&ledger, &promised);
                }
                verified(&ledger);
            }
            stop.store(true, Ordering::SeqCst);
            seen += reader.join().unwrap();
        });
    }
    println!(
        "{kills} kills in {:.1} s: {appended} entries acknowledged, none lost; {torn} torn ends put aside; a reader beside saw {seen} entries, none torn",
        begun.elapsed().as_secs_f64()
    );
}

#[test]
fn the_lock_of_a_killed_process_is_free_and_its_half_an_append_is_put_aside() {
    let folder = Folder::new("held");
    let ledger = File::open(&folder, FileOptions::new()).unwrap();
    ledger.append(&[crate::first()], &Expect::Empty, at(0)).unwrap();
    let mut child = writer(&folder.0, &["holder", "hold"]).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "held\n");
    // A reader does not wait for it, and does not see what is not whole.
    let reader = File::open_reader(&folder, FileOptions::new()).unwrap();
    assert_eq!(reader.len().unwrap(), 1);
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| ledger.append(&[draft("next")], &Expect::Seq(0), at(1)));
        std::thread::sleep(Duration::from_millis(50));
        assert!(!waiting.is_finished(), "it must wait for the lock");
        child.kill().unwrap();
        let killed = Instant::now();
        assert_eq!(waiting.join().unwrap().unwrap().head.unwrap().seq, 1);
        println!(
            "the lock of a killed holder was taken over {:.1} ms later",
            killed.elapsed().as_secs_f64() * 1e3
        );
    });
    child.wait().unwrap();
    verified(&ledger);
    let aside: Vec<_> = std::fs::read_dir(folder.0.join("seg"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_name().to_str().unwrap().contains(".jsonl.torn-"))
        .collect();
    assert_eq!(aside.len(), 1);
    assert_eq!(std::fs::read(aside[0].path()).unwrap(), b"{\"crc\":\"00000000\",\"len\":\"0000");
    assert_eq!(reader.len().unwrap(), 2);
}
