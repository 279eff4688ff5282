//! Crash states: the power fails, and of what was not synced anything is kept.

use crate::faults::options;
use crate::sim::{Dice, SimDisk};
use crate::{at, draft, first, scale};
use greenboard::ledger::store::{File, Store, Sync, Verdict};
use greenboard::ledger::{Expect, Hash};
use std::time::Instant;

/// What must hold after each crash.
#[derive(Default)]
struct Model {
    /// The hashes of the entries that were written, in order: those that are there must be the first of them.
    written: Vec<Hash>,
    /// So many of them must be there.
    durable: u64,
    appends: u32,
}

#[derive(Default)]
struct Figures {
    crashes: u32,
    torn: u32,
    lost_unsynced: u64,
    failed_syncs: u32,
    full: u32,
    appends: u32,
}

#[test]
fn whatever_the_power_takes_what_was_promised_stays() {
    let begun = Instant::now();
    let mut figures = Figures::default();
    for seed in 0..60 * u64::from(scale()) {
        life(seed, &mut figures);
    }
    let Figures { crashes, torn, lost_unsynced, failed_syncs, full, appends } = figures;
    println!(
        "{crashes} crash states after {appends} appends, {failed_syncs} failed syncs and {full} full disks, in {:.1} s: nothing durable lost, no corruption; {torn} torn, {lost_unsynced} entries lost that were not synced",
        begun.elapsed().as_secs_f64()
    );
    assert!(torn > 40 && failed_syncs > 20 && full > 20, "the faults must come about");
}

/// Some appends, some faults, a crash; three times, on one ledger.
fn life(seed: u64, figures: &mut Figures) {
    let mut dice = Dice(seed);
    let mut disk = SimDisk::default();
    let mut model = Model::default();
    for _ in 0..3 {
        let policy = match dice.below(3) {
            0 => Sync::Every,
            1 => Sync::Group { n: 3, delay: jiff::SignedDuration::from_secs(7) },
            _ => Sync::None,
        };
        run(&disk, policy, &mut dice, &mut model, figures);
        // Of one failure of power, several things that it may leave.
        for _ in 0..2 {
            let left = disk.crash(&mut dice);
            figures.crashes += 1;
            check(seed, &left, &model, figures);
        }
        figures.crashes += 1;
        disk = disk.crash(&mut dice);
        let count = check(seed, &disk, &model, figures);
        model.written.truncate(count as usize);
        // What was found is synced before anything is built upon it.
        model.durable = count;
    }
}

/// Opens what a crash has left; how many entries there are.
fn check(seed: u64, disk: &SimDisk, model: &Model, figures: &mut Figures) -> u64 {
    let ledger = File::open("/l", options(disk)).unwrap_or_else(|error| panic!("seed {seed}: {error}"));
    match &ledger.recovery().verdict {
        Verdict::Torn { .. } => figures.torn += 1,
        Verdict::Empty | Verdict::Clean => {}
        verdict => panic!("seed {seed}: {verdict:?}, {} promised", model.durable),
    }
    let entries = ledger.entries(None, usize::MAX).unwrap();
    let count = entries.len() as u64;
    assert!(count >= model.durable, "seed {seed}: {count} entries of {} that were durable", model.durable);
    let hashes: Vec<Hash> = entries.iter().map(|entry| entry.hash()).collect();
    assert_eq!(Some(hashes.as_slice()), model.written.get(..hashes.len()), "seed {seed}");
    crate::verified(&ledger);
    figures.lost_unsynced += model.written.len() as u64 - count;
    count
}

fn run(disk: &SimDisk, policy: Sync, dice: &mut Dice, model: &mut Model, figures: &mut Figures) {
    let bytes = if dice.once_in(2) { 2_000 } else { 50_000 };
    let open = || File::open("/l", options(disk).with_sync(policy).with_segment_bytes(bytes)).unwrap();
    let mut handles = [open(), open()];
    disk.faults(|faults| faults.power = Some(dice.below(120) as u32));
    for _ in 0..20 {
        let handle = &mut handles[dice.below(2) as usize];
        let promised = model.durable;
        match dice.below(16) {
            0 => disk.faults(|faults| faults.failing_syncs = 1),
            1 => disk.faults(|faults| faults.room = Some(dice.below(800) as usize)),
            2 => disk.faults(|faults| faults.room = None),
            3 => drop(handle.flush()),
            4 => reopen(handle, &open, disk),
            _ => append(handle, disk, dice, model, figures),
        }
        note(handle, model);
        if disk.is_dark() {
            // What the call has said since, nobody has heard.
            model.durable = promised;
            break;
        }
        if let Err(error) = handle.append(&[], &Expect::Any, at(0))
            && error.code() == "ledger.poisoned"
        {
            reopen(handle, &open, disk);
        }
    }
    // The process dies with the power: nothing is synced on the way out.
    handles.into_iter().for_each(std::mem::forget);
}

/// Another handle in place of one, with the faults gone that would keep it from opening.
fn reopen(old: &mut File, open: &dyn Fn() -> File, disk: &SimDisk) {
    disk.faults(|faults| (faults.failing_syncs, faults.room) = (0, None));
    std::mem::forget(std::mem::replace(old, open()));
}

fn append(handle: &File, disk: &SimDisk, dice: &mut Dice, model: &mut Model, figures: &mut Figures) {
    let mut drafts = Vec::new();
    if model.written.is_empty() {
        drafts.push(first());
    }
    for _ in 0..=dice.below(4) {
        model.appends += 1;
        let text = "x".repeat(dice.below(900) as usize);
        let data =
            greenboard::document::to_node(&std::collections::BTreeMap::from([("text", text)])).unwrap();
        drafts.push(draft(format!("a{}", model.appends)).with_data(data));
    }
    figures.appends += 1;
    match handle.append(&drafts, &Expect::Any, at(model.appends)).map_err(|error| error.code()) {
        Ok(_) => {}
        Err("ledger.sync_failed") => figures.failed_syncs += 1,
        Err("ledger.full") => {
            figures.full += 1;
            disk.faults(|faults| faults.room = None);
        }
        // Of the other faults that are waiting: the torn end cannot be put aside, the segment not written anew.
        Err("ledger.io" | "ledger.poisoned") => {}
        Err(code) => panic!("{code}"),
    }
}

/// What is there now, and what is durable of it.
fn note(handle: &File, model: &mut Model) {
    let entries = handle.entries((model.written.len() as u64).checked_sub(1), usize::MAX).unwrap();
    model.written.extend(entries.iter().map(|entry| entry.hash()));
    let durable = handle.durable_seq().map_or(0, |seq| seq + 1);
    model.durable = model.durable.max(durable);
}
