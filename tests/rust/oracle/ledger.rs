//! A ledger by its definitions: the tree of RFC 9162 as it is written there, and entries read into trees and written again.

use greenboard::document::canonical::{self, Policy};
use greenboard::document::{self, Format, Limits, Node, Value};
use greenboard::ledger::Hash;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// MTH of RFC 9162, section 2.1.1.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash::of(b""),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            Hash::of([&[1][..], root(left).as_bytes(), root(right).as_bytes()].concat())
        }
    }
}

/// PATH, section 2.1.3.1.
pub fn path(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() == 1 {
        return Vec::new();
    }
    let middle = split(leaves.len());
    let (left, right) = leaves.split_at(middle);
    let (mut path, sibling) =
        if index < middle { (path(index, left), right) } else { (path(index - middle, right), left) };
    path.push(root(sibling));
    path
}

/// PROOF, section 2.1.4.1.
pub fn proof(first: usize, leaves: &[Hash]) -> Vec<Hash> {
    subproof(first, leaves, true)
}

fn subproof(first: usize, leaves: &[Hash], whole: bool) -> Vec<Hash> {
    if first == leaves.len() {
        return if whole { Vec::new() } else { vec![root(leaves)] };
    }
    let middle = split(leaves.len());
    let (left, right) = leaves.split_at(middle);
    let (mut proof, sibling) = if first <= middle {
        (subproof(first, left, whole), right)
    } else {
        (subproof(first - middle, right, false), left)
    };
    proof.push(root(sibling));
    proof
}

/// The largest power of two below a size.
fn split(size: usize) -> usize {
    let mut middle = 1;
    while middle * 2 < size {
        middle *= 2;
    }
    middle
}

/// The first bad entry of a ledger, and what is wrong with it.
pub fn first_bad(entries: &[Vec<u8>]) -> Option<(u64, &'static str)> {
    let mut ids = BTreeSet::new();
    let mut before: Option<(Hash, String)> = None;
    for (seq, bytes) in (0..).zip(entries) {
        let bad = |kind| Some((seq, kind));
        let Some(node) = canonical_node(bytes) else { return bad("not_canonical") };
        let Some(entry) = Fields::of(&node) else { return bad("malformed") };
        if entry.seq != seq {
            return bad("seq");
        }
        let (prev, recorded_at) = before.unwrap_or((Hash::ZERO, String::new()));
        if entry.prev != prev.to_string() {
            return bad("chain");
        }
        if entry.recorded_at < recorded_at {
            return bad("time_order");
        }
        if entry.at.duration_since(entry.recorded).as_millis() > 300_000 {
            return bad("future");
        }
        let names_itself_genesis = entry.kind == "ledger.genesis";
        if (seq > 0 && names_itself_genesis)
            || (seq == 0 && !(names_itself_genesis && is_genesis(entry.data)))
        {
            return bad("genesis");
        }
        if !ids.insert(entry.id) {
            return bad("duplicate_id");
        }
        before = Some((Hash::of([&[0][..], bytes].concat()), entry.recorded_at));
    }
    None
}

/// The tree of a text that is its own canonical one.
pub fn canonical_node(bytes: &[u8]) -> Option<Node> {
    if bytes.len() > 65_535 {
        return None;
    }
    let node = document::read_within(bytes, Format::Json, &Limits::default().with_depth(64)).ok()?;
    let written = canonical::write(&node, Policy::Exact).ok()?;
    (written.as_bytes() == bytes).then_some(node)
}

/// Whether bytes are an entry by themselves.
pub fn is_entry(bytes: &[u8]) -> bool {
    canonical_node(bytes).is_some_and(|node| Fields::of(&node).is_some())
}

struct Fields<'n> {
    seq: u64,
    prev: String,
    id: String,
    kind: String,
    data: &'n Node,
    at: Timestamp,
    recorded: Timestamp,
    recorded_at: String,
}

impl<'n> Fields<'n> {
    fn of(node: &'n Node) -> Option<Self> {
        let mut keys = keys_of(node)?;
        keys.retain(|key| *key != "payload");
        let expected =
            ["actor", "at", "data", "id", "kind", "kind_v", "prev", "recorded_at", "seq", "subject", "v"];
        if keys != expected {
            return None;
        }
        let actor = node.get("actor")?;
        if keys_of(actor)? != ["id", "kind"] || !["human", "service", "agent"].contains(&text(actor, "kind")?)
        {
            return None;
        }
        text(actor, "id")?;
        if let Some(payload) = node.get("payload") {
            if keys_of(payload)? != ["digest", "media"] || !is_hex(text(payload, "digest")?, 64) {
                return None;
            }
            text(payload, "media")?;
        }
        let (id, kind, subject) = (text(node, "id")?, text(node, "kind")?, text(node, "subject")?);
        let word = |word: &str| {
            !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        };
        let data = node.get("data")?;
        let sound = (1..=128).contains(&id.chars().count())
            && kind.split('.').all(word)
            && kind.chars().count() <= 64
            && subject.chars().count() <= 256
            && matches!(data.value, Value::Map(_))
            && (1..=u64::from(u32::MAX)).contains(&integer(node, "kind_v")?)
            && integer(node, "v")? == 1
            && is_hex(text(node, "prev")?, 64);
        let recorded_at = text(node, "recorded_at")?;
        sound.then_some(Self {
            seq: integer(node, "seq")?,
            prev: text(node, "prev")?.to_owned(),
            id: id.to_owned(),
            kind: kind.to_owned(),
            data,
            at: time(text(node, "at")?)?,
            recorded: time(recorded_at)?,
            recorded_at: recorded_at.to_owned(),
        })
    }
}

fn keys_of(node: &Node) -> Option<Vec<&str>> {
    let Value::Map(entries) = &node.value else { return None };
    Some(entries.iter().map(|(key, _)| key.text.as_str()).collect())
}

fn text<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    match &node.get(key)?.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn integer(node: &Node, key: &str) -> Option<u64> {
    match node.get(key)?.value {
        Value::Integer(integer) => integer.try_into().ok(),
        _ => None,
    }
}

fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
}

/// A time is a text that jiff reads and prints alike.
fn time(text: &str) -> Option<Timestamp> {
    let time: Timestamp = text.parse().ok()?;
    (format!("{time:.3}") == text).then_some(time)
}

fn is_genesis(data: &Node) -> bool {
    text(data, "hash") == Some("sha-256")
        && text(data, "nonce").is_some_and(|nonce| is_hex(nonce, 32))
        && text(data, "origin").is_some_and(|origin| !origin.is_empty())
}
