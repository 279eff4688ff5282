//! The ledger in files: what an append costs beside a bare write and sync, and how fast a long one opens.
//!
//! Wall time, since syncing is waiting; each of our figures stands beside the raw cost of the same bytes, measured in turns with
//! it in the same run.
#![allow(missing_docs, clippy::unwrap_used)]

use greenboard::document::to_node;
use greenboard::ledger::store::{File, FileOptions, Store, Sync};
use greenboard::ledger::{self, Actor, Draft, Expect, Held};
use jiff::{SignedDuration, Timestamp};
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The bytes of a frame here.
const FRAME: usize = 410;
const ROUNDS: usize = 9;

fn folder(name: &str) -> PathBuf {
    let base = std::env::var_os("GREENBOARD_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let path = base.join(format!("greenboard-bench-ledger-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

fn at(second: u32) -> Timestamp {
    Timestamp::from_second(1_767_323_045 + i64::from(second)).unwrap()
}

fn draft(n: u32) -> Draft {
    let data = std::collections::BTreeMap::from([("gate", "tests"), ("result", "passed")]);
    Draft::new(
        format!("command-{n:08}/0"),
        "gate.evaluated",
        "release/api-1.4.0",
        Actor::service("ci"),
        at(0),
    )
    .with_data(to_node(&data).unwrap())
}

fn opened(folder: &Path, sync: Sync) -> File {
    let ledger = File::open(folder, FileOptions::new().with_sync(sync)).unwrap();
    let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at(0));
    ledger.append(&[genesis], &Expect::Any, at(0)).unwrap();
    ledger
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times.get(times.len() / 2).unwrap().as_secs_f64() * 1e6
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

/// So many appends of so many entries each, in turns with as many raw writes of the same length.
fn beside_raw(name: &str, sync: Sync, appends: u32, batch: u32, raw_syncs: bool) {
    let path = folder(name);
    let ledger = opened(&path.join("ledger"), sync);
    let raw = OpenOptions::new().append(true).create(true).open(path.join("raw")).unwrap();
    let bytes = vec![b'x'; FRAME * batch as usize];
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut n = 0;
    // One by one in turns: what else the device does meets both alike.
    for _ in 0..ROUNDS as u32 * appends {
        theirs.push(timed(|| {
            (&raw).write_all(&bytes).unwrap();
            if raw_syncs {
                raw.sync_data().unwrap();
            }
        }));
        let drafts: Vec<Draft> = (n..n + batch).map(draft).collect();
        n += batch;
        ours.push(timed(|| drop(ledger.append(&drafts, &Expect::Any, at(n)).unwrap())));
    }
    let mean = |times: &[Duration]| times.iter().sum::<Duration>().as_secs_f64() * 1e6 / times.len() as f64;
    let (mean_ours, mean_raw) = (mean(&ours), mean(&theirs));
    let (ours, theirs) = (median(ours), median(theirs));
    println!(
        "{name:<34} {ours:>9.1} us   raw {theirs:>9.1} us   {:>6.2}x   (means {mean_ours:.1} and {mean_raw:.1}, {:.2}x); {:.2} us an entry",
        ours / theirs,
        mean_ours / mean_raw,
        ours / f64::from(batch)
    );
    drop(ledger);
    fs::remove_dir_all(path).unwrap();
}

fn main() {
    beside_raw("every, one entry", Sync::Every, 100, 1, true);
    beside_raw("every, a batch of 100", Sync::Every, 10, 100, true);
    let group = Sync::Group { n: 64, delay: SignedDuration::from_secs(60) };
    beside_raw("group of 64, one entry, raw unsynced", group, 1_000, 1, false);
    beside_raw("none, one entry, raw unsynced", Sync::None, 1_000, 1, false);

    let entries: u32 =
        std::env::var("GREENBOARD_BENCH_ENTRIES").map_or(1_000_000, |count| count.parse().unwrap());
    let path = folder("open");
    let ledger = opened(&path, Sync::None);
    let written = timed(|| {
        for n in (1..entries).step_by(1_000) {
            let drafts: Vec<Draft> = (n..(n + 1_000).min(entries)).map(draft).collect();
            ledger.append(&drafts, &Expect::Any, at(n)).unwrap();
        }
    });
    println!("{entries} entries written in batches of 1,000: {:.2} s", written.as_secs_f64());
    ledger.close().unwrap();
    let open = |what: &str| {
        let mut ledger = None;
        let times = (0..5).map(|_| {
            timed(|| ledger = Some(File::open(&path, FileOptions::new().with_sync(Sync::None)).unwrap()))
        });
        let opened = median(times.collect());
        let ledger = ledger.unwrap();
        let repeated = timed(|| assert!(ledger.append(&[draft(9)], &Expect::Any, at(0)).unwrap().repeated));
        assert_eq!(ledger.len().unwrap(), u64::from(entries));
        println!(
            "{what:<34} {:>9.1} ms; the first append, which asks for an id: {:.1} ms",
            opened / 1e3,
            repeated.as_secs_f64() * 1e3
        );
        ledger
    };
    let ledger = open("opened cold, all verified");
    ledger.write_snapshot(u64::from(entries), to_node(&0).unwrap(), 1).unwrap();
    drop(ledger);
    let ledger = open("opened from a snapshot");
    let verified = timed(|| drop(ledger.verify(&Held::new()).unwrap()));
    println!("all of it read and verified: {:.2} s", verified.as_secs_f64());
    fs::remove_dir_all(path).unwrap();
}
