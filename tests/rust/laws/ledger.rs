//! Entries, chains and stores against slow models.

use crate::oracle::ledger as model;
use greenboard::document::{self, Format, Node};
use greenboard::ledger::store::{Memory, Store};
use greenboard::ledger::{
    self, Actor, ActorKind, Draft, Entry, Expect, Hash, Held, PayloadRef, Verifier, seal, tree,
};
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::Value;

pub fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(1_767_225_600_000 + milliseconds).unwrap()
}

pub fn genesis() -> Draft {
    ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at(0))
}

/// Any JSON of a few levels, with what is awkward in it.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-9_007_199_254_740_991_i64..=9_007_199_254_740_991).prop_map(Value::from),
        // Whole ones beyond 2^53 are refused where they print as integers.
        any::<f64>()
            .prop_map(|float| if (9e15..1e21).contains(&float.abs()) { 0.5 } else { float })
            .prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
        "[\\x00-\\x20\"\\\\/\u{7f}€😀\u{e000}]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from), object(inner),]
    })
}

fn object(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let key = prop_oneof!["[a-c]{0,3}", "[\\x00-\\x1f\"\\\\é€\u{ffff}😀\u{e000}]{0,3}"];
    prop::collection::btree_map(key, value, 0..5)
        .prop_map(|entries| Value::Object(entries.into_iter().collect()))
}

fn node(value: &Value) -> Node {
    document::read(value.to_string(), Format::Json).unwrap()
}

fn draft() -> impl Strategy<Value = Draft> {
    let text = || prop_oneof!["[a-z]{1,9}", "[ -~€😀\"\\\\\n\u{1}]{1,40}"];
    let actor =
        (text(), prop::sample::select(&ActorKind::ALL[..])).prop_map(|(id, kind)| Actor::new(id, kind));
    let payload = prop::option::of((any::<[u8; 32]>(), text()))
        .prop_map(|payload| payload.map(|(digest, media)| PayloadRef::new(Hash::new(digest), media)));
    (
        text(),
        "[a-z0-9_]{1,9}(\\.[a-z0-9_]{1,9}){0,3}",
        text(),
        actor,
        0_i64..9_999,
        object(json()),
        1_u32..,
        payload,
    )
        .prop_map(|(id, kind, subject, actor, time, data, kind_v, payload)| {
            let mut draft =
                Draft::new(id, kind, subject, actor, at(time)).with_data(node(&data)).with_kind_v(kind_v);
            draft.payload = payload;
            draft
        })
}

/// With ids that differ.
fn drafts(most: usize) -> impl Strategy<Value = Vec<Draft>> {
    prop::collection::vec(draft(), 0..most).prop_map(|mut drafts| {
        for (index, draft) in drafts.iter_mut().enumerate() {
            draft.id = format!("{index} {}", draft.id);
        }
        drafts
    })
}

/// A ledger of these drafts.
fn sealed(drafts: &[Draft], clocks: &[i64]) -> Vec<Entry> {
    let mut entries = seal(&[genesis()], None, at(0)).unwrap().entries;
    let mut head = entries.last().map(ledger::Head::of);
    for (draft, clock) in drafts.iter().zip(clocks.iter().cycle()) {
        let sealed = seal(std::slice::from_ref(draft), head.as_ref(), at(*clock)).unwrap();
        head = sealed.head;
        entries.extend(sealed.entries);
    }
    entries
}

fn bytes(entries: &[Entry]) -> Vec<Vec<u8>> {
    entries.iter().map(|entry| entry.bytes().to_vec()).collect()
}

/// What `verify` says, in the model's words.
fn first_bad(entries: &[Vec<u8>]) -> Option<(u64, String)> {
    let error = ledger::verify(entries.iter().map(Vec::as_slice), &Held::new()).err()?;
    assert_eq!(error.code(), "ledger.corrupt");
    Some((error.details()["seq"].as_u64().unwrap(), error.details()["kind"].as_str().unwrap().to_owned()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// What is sealed is a ledger by the model, reads back as itself, and exports and imports as the same bytes.
    #[test]
    fn what_is_sealed_is_a_ledger(drafts in drafts(8), clocks in prop::collection::vec(0_i64..20_000, 1..9)) {
        let entries = sealed(&drafts, &clocks);
        prop_assert_eq!(model::first_bad(&bytes(&entries)), None);
        let mut verifier = Verifier::new();
        for (entry, draft) in entries.iter().skip(1).zip(&drafts) {
            prop_assert_eq!(&Entry::parse(entry.bytes()).unwrap(), entry);
            let text = document::to_json(entry).unwrap();
            prop_assert_eq!(text.as_bytes(), entry.bytes());
            let again = Entry::parse(entry.bytes()).unwrap();
            prop_assert_eq!(document::to_json(again.draft()).unwrap(), document::to_json(draft).unwrap());
        }
        for entry in &entries {
            prop_assert_eq!(verifier.push(entry.bytes()).unwrap(), entry.hash());
        }
        let verified = verifier.finish().unwrap();
        let hashes: Vec<Hash> = entries.iter().map(Entry::hash).collect();
        prop_assert_eq!(verified.root, tree::root(&hashes));
        prop_assert_eq!(verified.head, entries.last().map(ledger::Head::of));
        prop_assert!(entries.is_sorted_by_key(Entry::recorded_at));
        let imported = ledger::import(&ledger::export(&entries), &Held::new()).unwrap();
        prop_assert_eq!(imported.entries, entries);
    }

    /// Any edit of any bytes: both say the same of it, down to the entry and what is wrong with it.
    #[test]
    fn edited_entries_are_judged_as_by_the_model(
        drafts in drafts(5),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..6), 1..3),
        byte in prop_oneof![any::<u8>(), prop::sample::select(&b"{}[]\",:0123456789-+.eE\\ubnfrt/ aZ"[..])],
    ) {
        let mut all = bytes(&sealed(&drafts, &[1]));
        for (which, place, edit) in edits {
            let index = which.index(all.len());
            let entry = &mut all[index];
            let place = place.index(entry.len().max(1));
            match edit {
                0 if !entry.is_empty() => entry[place] = byte,
                1 => entry.insert(place.min(entry.len()), byte),
                2 if !entry.is_empty() => { entry.remove(place); }
                3 if !entry.is_empty() => entry[place] ^= 1 << (byte % 8),
                4 => { let copy = all[index].clone(); all.insert(index, copy); }
                _ if all.len() > 1 => { all.remove(index); }
                _ => {}
            }
        }
        let expected = model::first_bad(&all).map(|(seq, kind)| (seq, kind.to_owned()));
        prop_assert_eq!(first_bad(&all), expected);
        for entry in &all {
            prop_assert_eq!(Entry::parse(entry).is_ok(), model::is_entry(entry), "{}", String::from_utf8_lossy(entry));
        }
    }

    /// Any JSON where an entry's data were: canonical or not, deep or not, both say the same.
    #[test]
    fn any_data_are_judged_as_by_the_model(data in json(), pretty in any::<bool>(), depth in 0_usize..80) {
        let text = if pretty { serde_json::to_string_pretty(&data).unwrap() } else { data.to_string() };
        let canonical = document::canonical::write(&node(&data), document::canonical::Policy::Exact);
        let deep = format!("{}{}{}", r#"{"a":["#.repeat(depth / 2), text, "]}".repeat(depth / 2));
        for data in [text, deep, canonical.unwrap_or_default()] {
            let entry = format!(
                r#"{{"actor":{{"id":"ci","kind":"agent"}},"at":"2026-01-02T03:04:05.000Z","data":{data},"id":"1","kind":"a","kind_v":1,"prev":"{}","recorded_at":"2026-01-02T03:04:05.000Z","seq":1,"subject":"","v":1}}"#,
                Hash::ZERO
            );
            prop_assert_eq!(Entry::parse(entry.as_bytes()).is_ok(), model::is_entry(entry.as_bytes()), "{}", entry);
        }
    }

    /// A store over a stream of commands, some of them repeated, some late: as a list and three rules have it.
    #[test]
    fn a_store_is_a_list_with_three_rules(
        commands in prop::collection::vec((0_u8..6, 0_u8..3, 0_u8..5, 0_u64..8, any::<bool>()), 0..40),
    ) {
        let mut memory = Memory::new();
        memory.append(&[genesis()], &Expect::Empty, at(0)).unwrap();
        let mut list: Vec<(String, u8, String)> = vec![("genesis".to_owned(), 0, "ledger".to_owned())];
        for (id, subject, expect, seq, changed) in commands {
            let draft = Draft::new(format!("id {id}"), "thing.done", format!("s{subject}"), Actor::agent("a"), at(1))
                .with_kind_v(1 + u32::from(changed));
            let known = list.iter().position(|(known, ..)| *known == draft.id);
            let last = list.len() as u64 - 1;
            let expect = match expect {
                0 => Expect::Any,
                1 => Expect::Empty,
                2 => Expect::Seq(seq),
                3 => Expect::Head(memory.entry(seq).unwrap().map_or(Hash::ZERO, |entry| entry.hash())),
                _ => Expect::SubjectUnchangedSince { subject: draft.subject.clone(), seq },
            };
            let holds = match &expect {
                Expect::Any => true,
                Expect::Seq(_) | Expect::Head(_) => seq == last,
                Expect::SubjectUnchangedSince { subject, .. } => {
                    seq <= last && list.iter().skip(seq as usize + 1).all(|(_, _, about)| about != subject)
                }
                _ => false,
            };
            let is_same = |index: usize| list[index].1 == u8::from(changed) && list[index].2 == draft.subject;
            let before = memory.head().unwrap();
            match (memory.append(std::slice::from_ref(&draft), &expect, at(2)), known) {
                (Ok(appended), Some(index)) => {
                    prop_assert!(appended.repeated);
                    prop_assert_eq!(appended.entries[0].seq(), index as u64);
                    prop_assert!(is_same(index));
                }
                (Err(error), Some(index)) => {
                    prop_assert_eq!(error.code(), "ledger.idempotency_conflict");
                    prop_assert!(!error.retryable() && !is_same(index));
                }
                (Ok(appended), None) => {
                    prop_assert!(holds && !appended.repeated);
                    list.push((draft.id.clone(), u8::from(changed), draft.subject.clone()));
                    prop_assert_eq!(appended.head.unwrap().seq, list.len() as u64 - 1);
                }
                (Err(error), None) => {
                    prop_assert_eq!(error.code(), "ledger.conflict");
                    prop_assert!(error.retryable() && !holds);
                    prop_assert_eq!(error.details()["actual"]["seq"].as_u64(), Some(last));
                    prop_assert_eq!(memory.head().unwrap(), before);
                }
            }
        }
        let all = memory.entries(None, usize::MAX).unwrap();
        prop_assert_eq!(all.len(), list.len());
        prop_assert_eq!(model::first_bad(&bytes(&all)), None);
        for after in 0..all.len() {
            let rest = memory.entries(Some(after as u64), 3).unwrap();
            prop_assert_eq!(&rest[..], &all[after + 1..all.len().min(after + 4)]);
        }
    }
}

/// On several cores the same is said as on one: where a ledger is sound, and where it is not, in every place of a range.
#[test]
fn in_parallel_the_same_is_said() {
    let mut drafts = vec![genesis()];
    let about = |n: usize| format!("release {}", n % 7);
    drafts
        .extend((1..4_500).map(|n| Draft::new(format!("{n}"), "a.b", about(n), Actor::human("ada"), at(0))));
    let good = bytes(&seal(&drafts, None, at(1)).unwrap().entries);
    let said = |entries: &[Vec<u8>], held: &Held| {
        let slices: Vec<&[u8]> = entries.iter().map(Vec::as_slice).collect();
        let one = ledger::verify(slices.iter().copied(), held);
        assert_eq!(ledger::verify_parallel(&slices, held), one);
        one
    };
    let anchors: Vec<_> = [0, 4_095, 4_096, 4_499]
        .into_iter()
        .map(|seq: usize| ledger::Anchor::new(seq as u64, Hash::of_entry(&good[seq])))
        .collect();
    let roots: Vec<(u64, Hash)> = [1, 4_096, 4_097, 4_500]
        .into_iter()
        .map(|size: usize| {
            let leaves: Vec<Hash> = good[..size].iter().map(|entry| Hash::of_entry(entry)).collect();
            (size as u64, tree::root(&leaves))
        })
        .collect();
    let held = anchors.iter().fold(Held::new(), |held, anchor| held.with_anchor(*anchor));
    let held = roots.iter().fold(held, |held, (size, root)| held.with_checkpoint(*size, *root));
    assert_eq!(said(&good, &held).unwrap().entries, 4_500);

    for seq in [0, 1, 4_095, 4_096, 4_097, 4_499] {
        let mut cut = good.clone();
        cut.remove(seq);
        assert!(said(&cut, &held).is_err());
        let _ = said(&cut, &Held::new());

        let mut changed = good.clone();
        let text = String::from_utf8(changed[seq].clone()).unwrap();
        changed[seq] = text.replace("ada", "bob").replace("\"ci\"", "\"cd\"").into_bytes();
        assert!(said(&changed, &held).is_err());
        let alone = said(&changed, &Held::new());
        assert_eq!(alone.is_err(), seq != 4_499, "{seq}");

        let mut broken = good.clone();
        broken[seq].pop();
        assert_eq!(said(&broken, &held).unwrap_err().details()["seq"], seq);

        for wrong in [
            Held::new().with_anchor(ledger::Anchor::new(seq as u64, Hash::ZERO)),
            Held::new().with_checkpoint(seq as u64 + 1, Hash::ZERO),
        ] {
            assert_eq!(said(&good, &wrong).unwrap_err().code(), "ledger.diverged");
            assert_eq!(said(&good[..seq], &wrong).unwrap_err().code(), "ledger.rollback");
        }
    }

    // An id that comes twice, ranges apart.
    let mut again = drafts.clone();
    again[4_300].id = "17".to_owned();
    let again = bytes(&seal(&again, None, at(1)).unwrap().entries);
    let error = said(&again, &Held::new()).unwrap_err();
    assert_eq!(
        (error.details()["seq"].as_u64(), error.details()["kind"].as_str()),
        (Some(4_300), Some("duplicate_id"))
    );
}
