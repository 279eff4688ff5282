//! Verification of a million entries, on one core and on two, beside a bare pass over the same bytes: lines found, leaves and
//! nodes hashed, nothing looked at.
#![allow(missing_docs, clippy::unwrap_used)]

use greenboard::ledger::tree::{Frontier, Tree};
use greenboard::ledger::{self, Entry, Hash, Held, Verifier};
use greenboard_benches::{cpu, ledger_drafts, ledger_export};
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() {
    let count = std::env::args().filter_map(|argument| argument.parse().ok()).next();
    let counts = count.map_or(vec![10_000, 100_000, 1_000_000], |count| vec![count]);
    for count in counts {
        let export = ledger_export(count);
        println!("{count} entries of {} bytes each", export.len() / count);
        let floor = cpu(|| bare(&export));
        let verified = cpu(|| verify(&export));
        say("lines, leaves and tree alone", floor, count);
        say("verify, one core", verified, count);
        println!("  that is {:.2} times as long", verified.as_secs_f64() / floor.as_secs_f64());
        let lines: Vec<&[u8]> = lines(&export).collect();
        let one = wall(|| ledger::verify(lines.iter().copied(), &Held::new()).unwrap());
        let both = wall(|| ledger::verify_parallel(&lines, &Held::new()).unwrap());
        say("verify, one core, by the clock", one, count);
        say("verify, every core, by the clock", both, count);
        say(
            "read into entries",
            cpu(|| lines.iter().filter(|line| Entry::parse(line).is_ok()).count()),
            count,
        );
    }
    let drafts = ledger_drafts(100_000);
    // After the last of the drafts, which are half a minute apart.
    let at = "2030-01-01T00:00:00Z".parse().unwrap();
    say("seal", cpu(|| ledger::seal(&drafts, None, at).unwrap()), drafts.len());
    let tree: Tree = (0..1_000_000_u32).map(|leaf| Hash::of_entry(&leaf.to_be_bytes())).collect();
    let proofs =
        || (0..1_000).map(|n| tree.inclusion(n * 997, 1_000_000).unwrap().proof.len()).sum::<usize>();
    say("inclusion proof, made", cpu(proofs), 1_000);
    let root = tree.root();
    let proof = tree.inclusion(123_456, 1_000_000).unwrap();
    let leaf = tree.leaf(123_456).unwrap();
    say(
        "inclusion proof, checked",
        cpu(|| (0..1_000).map(|_| proof.verify(leaf, root).unwrap()).count()),
        1_000,
    );
}

fn lines(export: &[u8]) -> impl Iterator<Item = &[u8]> {
    export.split(|byte| *byte == b'\n').filter(|line| !line.is_empty())
}

fn bare(export: &[u8]) -> Hash {
    let mut frontier = Frontier::new();
    lines(export).for_each(|line| frontier.push(Hash::of_entry(line)));
    frontier.root()
}

fn verify(export: &[u8]) -> Hash {
    let mut verifier = Verifier::new();
    for line in lines(export) {
        verifier.push(line).unwrap();
    }
    verifier.finish().unwrap().root
}

/// The median of five runs by the clock, after one that is not counted.
fn wall<T>(mut work: impl FnMut() -> T) -> Duration {
    black_box(work());
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[2]
}

fn say(what: &str, time: Duration, count: usize) {
    let each = time.as_secs_f64() * 1e9 / count as f64;
    println!("{what:<36} {:>9.2} ms {each:>9.1} ns each", time.as_secs_f64() * 1e3);
}
