//! A ledger of twenty entries, changed in every way: found by whoever holds its head or a checkpoint, and the first bad entry
//! named. Without, exactly what is promised.

use super::ledger::{at, genesis};
use greenboard::document::{self, Format};
use greenboard::ledger::{
    self, Actor, Anchor, Draft, Entry, Hash, Head, Held, Verifier, payload_digest, seal, tree,
};

const SIZE: usize = 20;

fn drafts() -> Vec<Draft> {
    let data = document::read(r#"{"gate":"tests","passed":true,"text":"ok €","score":0.875}"#, Format::Json)
        .unwrap();
    let draft = |n: usize| {
        let draft =
            Draft::new(format!("command/{n}"), "gate.evaluated", "api@1.4.0", Actor::human("ada"), at(0));
        let draft = draft.with_data(data.clone());
        let payload = ledger::PayloadRef::new(payload_digest(&[n as u8; 32], b"body"), "text/plain");
        if n.is_multiple_of(5) { draft.with_payload(payload) } else { draft }
    };
    std::iter::once(genesis()).chain((1..SIZE).map(draft)).collect()
}

fn entries() -> Vec<Entry> {
    seal(&drafts(), None, at(5)).unwrap().entries
}

fn bytes(entries: &[Entry]) -> Vec<Vec<u8>> {
    entries.iter().map(|entry| entry.bytes().to_vec()).collect()
}

/// Those who hold something of the first `size` entries: the last one's hash, or the root.
fn holders(entries: &[Entry], size: usize) -> [Held; 2] {
    let hashes: Vec<Hash> = entries[..size].iter().map(Entry::hash).collect();
    let anchor = Anchor::new(size as u64 - 1, hashes[size - 1]);
    [Held::new().with_anchor(anchor), Held::new().with_checkpoint(size as u64, tree::root(&hashes))]
}

/// Code, and the entry that is named.
fn said(entries: &[Vec<u8>], held: &Held) -> Result<u64, (String, Option<u64>)> {
    match ledger::verify(entries.iter().map(Vec::as_slice), held) {
        Ok(verified) => Ok(verified.entries),
        Err(error) => {
            let kind = error.details().get("kind").and_then(|kind| kind.as_str());
            let what = kind.unwrap_or(error.code()).to_owned();
            Err((what, error.details().get("seq").and_then(|seq| seq.as_u64())))
        }
    }
}

#[test]
fn every_byte_flipped() {
    let good = entries();
    let holders = holders(&good, SIZE);
    let (mut flips, mut silent) = (0, 0);
    let mut before = Verifier::new();
    for (seq, entry) in good.iter().enumerate() {
        for place in 0..entry.bytes().len() {
            for bit in 0..8 {
                let mut changed = entry.bytes().to_vec();
                changed[place] ^= 1 << bit;
                flips += 1;
                let rest =
                    || std::iter::once(changed.as_slice()).chain(good[seq + 1..].iter().map(Entry::bytes));
                let mut alone = before.clone();
                let result = rest().try_for_each(|entry| alone.push(entry).map(|_| ()));
                match result {
                    // It is named itself, or the one after it, whose hash of it is another.
                    Err(error) => {
                        let named = error.details()["seq"].as_u64().unwrap() as usize;
                        let kind = error.details()["kind"].as_str().unwrap().to_owned();
                        assert!(
                            named == seq || named == seq + 1 && kind == "chain",
                            "{seq} {place}: {error}"
                        );
                    }
                    // The last entry has none after it.
                    Ok(()) => {
                        silent += 1;
                        assert_eq!(seq, SIZE - 1, "{place}");
                        let mut all = bytes(&good[..seq]);
                        all.push(changed.clone());
                        for held in &holders {
                            assert_eq!(said(&all, held).unwrap_err().0, "ledger.diverged");
                        }
                    }
                }
            }
        }
        before.push(entry.bytes()).unwrap();
    }
    assert!(flips > 50_000, "{flips}");
    // Letters of texts, digits of numbers: what is promised to be found only by who holds something.
    assert!(silent > 100, "{silent}");
}

#[test]
fn every_entry_removed_swapped_duplicated() {
    let good = bytes(&entries());
    for held in holders(&entries(), SIZE).iter().chain([&Held::new()]) {
        for seq in 0..SIZE {
            let mut removed = good.clone();
            removed.remove(seq);
            match seq {
                // The tail cut off.
                19 if *held == Held::new() => assert_eq!(said(&removed, held), Ok(19)),
                19 => assert_eq!(said(&removed, held).unwrap_err().0, "ledger.rollback"),
                _ => assert_eq!(said(&removed, held), Err(("seq".to_owned(), Some(seq as u64)))),
            }
            let mut twice = good.clone();
            twice.insert(seq, good[seq].clone());
            assert_eq!(said(&twice, held), Err(("seq".to_owned(), Some(seq as u64 + 1))));
            for other in seq + 1..SIZE {
                let mut swapped = good.clone();
                swapped.swap(seq, other);
                assert_eq!(said(&swapped, held), Err(("seq".to_owned(), Some(seq as u64))));
            }
        }
    }
}

#[test]
fn cut_at_every_entry_and_at_every_byte() {
    let good = entries();
    for size in 0..SIZE {
        let cut = bytes(&good[..size]);
        assert_eq!(said(&cut, &Held::new()), Ok(size as u64), "promised: not found without an anchor");
        for held in holders(&good, SIZE) {
            assert_eq!(said(&cut, &held).unwrap_err().0, "ledger.rollback");
        }
    }
    let export = ledger::export(&good);
    let ends: Vec<usize> = (0..=SIZE).map(|size| ledger::export(&good[..size]).len()).collect();
    // Every byte of the last two entries, and some of each of the others.
    for length in (0..export.len())
        .filter(|length| length % 9 == 0 || *length >= ends[SIZE - 2] || ends.contains(length))
    {
        let alone = ledger::import(&export[..length], &Held::new());
        match ends.iter().position(|end| *end == length) {
            Some(size) => assert_eq!(alone.unwrap().entries, good[..size]),
            None => {
                let error = alone.unwrap_err();
                let seq = ends.iter().filter(|end| **end <= length).count() - 1;
                assert_eq!(
                    (error.code(), error.details()["seq"].as_u64()),
                    ("ledger.cut_export", Some(seq as u64))
                );
            }
        }
        for held in holders(&good, SIZE) {
            assert!(ledger::import(&export[..length], &held).is_err(), "{length}");
        }
    }
}

/// Whoever rewrites everything from an entry on is found by those who hold something from there on, and by nobody else.
#[test]
fn rewritten_from_every_entry_on() {
    let good = entries();
    for first in 0..SIZE {
        let mut drafts = drafts();
        drafts[first].subject.push('!');
        let head = first.checked_sub(1).map(|last| Head::of(&good[last]));
        let rewritten = seal(&drafts[first..], head.as_ref(), at(5)).unwrap().entries;
        let mut all = bytes(&good[..first]);
        all.extend(bytes(&rewritten));
        assert_eq!(said(&all, &Held::new()), Ok(SIZE as u64), "promised: not found without an anchor");
        for size in 1..=SIZE {
            for held in holders(&good, size) {
                let said = said(&all, &held);
                if size <= first {
                    assert_eq!(said, Ok(SIZE as u64), "{size} held, {first} rewritten");
                } else {
                    assert_eq!(said.unwrap_err().0, "ledger.diverged", "{size} held, {first} rewritten");
                }
            }
        }
    }
}

/// An older checkpoint finds what was changed before it, however the ledger grew since.
#[test]
fn an_entry_removed_and_the_rest_sealed_again() {
    let good = entries();
    for removed in 1..SIZE {
        let mut drafts = drafts();
        drafts.remove(removed);
        let all = bytes(&seal(&drafts, None, at(5)).unwrap().entries);
        assert_eq!(said(&all, &Held::new()), Ok(SIZE as u64 - 1), "promised: not found without an anchor");
        for size in 1..=SIZE {
            for held in holders(&good, size) {
                match said(&all, &held) {
                    Ok(_) => assert!(size <= removed),
                    Err((what, _)) => {
                        assert!(size > removed);
                        let expected = if size == SIZE { "ledger.rollback" } else { "ledger.diverged" };
                        assert_eq!(what, expected);
                    }
                }
            }
        }
    }
}
