//! Sealing: drafts become entries, each of which holds the hash of the one before it.

use super::draft::map;
use super::error::LedgerError;
use super::rules::{self, GENESIS};
use super::scan::{DEEPEST, LONGEST};
use super::{Actor, Draft, Entry, Hash, time};
use crate::Result;
use crate::document::canonical::{self, Policy};
use crate::document::{Node, Value, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write as _;

/// The last entry of a ledger: what the next one is sealed onto.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Head {
    /// Its number.
    pub seq: u64,
    /// Its hash.
    pub hash: Hash,
    /// When it was recorded.
    #[schemars(with = "String")]
    #[serde(serialize_with = "time::serialize")]
    pub recorded_at: Timestamp,
}

reads!(Head { seq, hash, recorded_at });

impl Head {
    /// The head of a ledger that ends with this entry.
    pub fn new(seq: u64, hash: Hash, recorded_at: Timestamp) -> Self {
        Self { seq, hash, recorded_at }
    }

    /// The head of a ledger that ends with an entry.
    pub fn of(entry: &Entry) -> Self {
        Self::new(entry.seq(), entry.hash(), entry.recorded_at())
    }

    /// What of it is worth keeping elsewhere.
    pub fn anchor(&self) -> Anchor {
        Anchor { seq: self.seq, hash: self.hash }
    }
}

/// What somebody outside holds of a ledger: an entry's number and hash. Whoever holds one sees every later change to that
/// entry and all before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Anchor {
    /// The number of the entry.
    pub seq: u64,
    /// Its hash.
    pub hash: Hash,
}

reads!(Anchor { seq, hash });

impl Anchor {
    /// The entry of this number had this hash.
    pub fn new(seq: u64, hash: Hash) -> Self {
        Self { seq, hash }
    }
}

/// The first draft of a ledger: where it comes from, and 16 bytes that the caller drew at random, so that no two ledgers
/// begin alike.
///
/// ```
/// use greenboard::ledger::{self, Actor};
/// let at = "2026-01-02T03:04:05Z".parse().unwrap();
/// let draft = ledger::genesis("example.com/releases", [0; 16], Actor::service("ci"), at);
/// assert_eq!(draft.kind, "ledger.genesis");
/// ```
pub fn genesis(origin: &str, nonce: [u8; 16], actor: Actor, at: Timestamp) -> Draft {
    let mut digits = String::with_capacity(32);
    for byte in nonce {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    let data = map([
        ("hash", Value::Text("sha-256".to_owned())),
        ("nonce", Value::Text(digits)),
        ("origin", Value::Text(origin.to_owned())),
    ]);
    Draft::new("genesis", GENESIS, "ledger", actor, at).with_data(data)
}

/// What [`seal`] makes.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Sealed {
    /// The entries, in the order of the drafts.
    pub entries: Vec<Entry>,
    /// The head with them; none where there were no drafts for an empty ledger.
    pub head: Option<Head>,
}

/// Makes entries of drafts, on top of a head, as of the store's clock. Pure: whoever keeps the entries in a place of their
/// own, such as a table beside their own tables, seals them in their own transaction.
///
/// An entry is recorded when the clock says, or with the entry before it where the clock went back. The first draft of an
/// empty ledger must be its [`genesis`].
///
/// ```
/// use greenboard::ledger::{self, Actor, Draft};
///
/// let at = "2026-01-02T03:04:05Z".parse().unwrap();
/// let actor = Actor::service("ci");
/// let first = ledger::seal(&[ledger::genesis("example.com/releases", [7; 16], actor.clone(), at)], None, at)?;
/// let draft = Draft::new("plan-1", "release.planned", "api-1.4.0", actor, at);
/// let second = ledger::seal(&[draft], first.head.as_ref(), at)?;
/// assert_eq!(second.entries[0].prev(), first.entries[0].hash());
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `ledger.invalid_draft` names the field; `ledger.too_long`; and for numbers and texts that canonical JSON has no form for,
/// the codes of [`document::to_json`](crate::document::to_json).
pub fn seal(drafts: &[Draft], head: Option<&Head>, recorded_at: Timestamp) -> Result<Sealed> {
    let mut head = head.copied();
    let mut entries = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let entry = seal_one(draft, head.as_ref(), recorded_at)?;
        head = Some(Head::of(&entry));
        entries.push(entry);
    }
    Ok(Sealed { entries, head })
}

fn seal_one(draft: &Draft, head: Option<&Head>, clock: Timestamp) -> Result<Entry> {
    let invalid = |field, problem: &str| {
        let id = draft.id.chars().take(rules::LONGEST_ID).collect();
        LedgerError::InvalidDraft { id, field, problem: problem.to_owned() }
    };
    let recorded = time::cut(head.map_or(clock, |head| clock.max(head.recorded_at)))
        .ok_or_else(|| invalid("recorded_at", "lies before the year 0"))?;
    let at = time::cut(draft.at).ok_or_else(|| invalid("at", "lies before the year 0"))?;
    if at > recorded + time::TOLERANCE {
        return Err(
            invalid("at", "lies more than five minutes after the store's clock; check both clocks").into()
        );
    }
    check_fields(draft).map_err(|(field, problem)| invalid(field, problem))?;
    check_genesis(draft, head.is_none()).map_err(|(field, problem)| invalid(field, problem))?;
    let seq = head.map_or(0, |head| head.seq.saturating_add(1));
    if seq > MOST {
        return Err(invalid("seq", "would be beyond 2^53−1").into());
    }
    let prev = head.map_or(Hash::ZERO, |head| head.hash);
    let bytes = write(draft, at, seq, prev, recorded)?;
    if bytes.len() > LONGEST {
        return Err(LedgerError::TooLong { id: draft.id.clone(), length: bytes.len(), limit: LONGEST }.into());
    }
    let kept = Draft { at: time::instant(at), ..draft.clone() };
    Ok(Entry::sealed(kept, seq, prev, time::instant(recorded), bytes))
}

/// The last number that JSON's numbers count to.
const MOST: u64 = (1 << 53) - 1;

type Problem = (&'static str, &'static str);

fn check_fields(draft: &Draft) -> Result<(), Problem> {
    let characters = |text: &str, most: usize| text.len() <= most || text.chars().count() <= most;
    if draft.id.is_empty() || !characters(&draft.id, rules::LONGEST_ID) {
        return Err(("id", "has 1 to 128 characters"));
    }
    if !rules::is_kind(&draft.kind) {
        return Err((
            "kind",
            "is words of a–z, 0–9 and _ with dots between them, at most 64 characters, such as release.planned",
        ));
    }
    if draft.kind_v == 0 {
        return Err(("kind_v", "is a version from 1"));
    }
    if !characters(&draft.subject, rules::LONGEST_SUBJECT) {
        return Err(("subject", "has at most 256 characters"));
    }
    if !matches!(draft.data.value, Value::Map(_)) {
        return Err(("data", "is a map"));
    }
    // The entry itself is the first level.
    if nests_deeper(&draft.data, DEEPEST - 1) {
        return Err(("data", "nests lists and maps at most 63 deep"));
    }
    Ok(())
}

/// Whether lists and maps nest deeper than `levels`, by which recursion is bounded.
fn nests_deeper(node: &Node, levels: usize) -> bool {
    match &node.value {
        Value::List(_) | Value::Map(_) if levels == 0 => true,
        Value::List(items) => items.iter().any(|item| nests_deeper(item, levels - 1)),
        Value::Map(entries) => entries.iter().any(|(_, value)| nests_deeper(value, levels - 1)),
        _ => false,
    }
}

/// Whether a draft is a genesis exactly where it is the first.
fn check_genesis(draft: &Draft, first: bool) -> Result<(), Problem> {
    match (first, draft.kind == GENESIS) {
        (false, false) => Ok(()),
        (false, true) => Err(("kind", "is ledger.genesis, which only the first entry of a ledger is")),
        (true, false) => {
            Err(("kind", "of the first entry of a ledger is ledger.genesis; begin with `genesis`"))
        }
        (true, true) if is_genesis_data(&draft.data) => Ok(()),
        (true, true) => Err((
            "data",
            "of a genesis is `hash`: sha-256, `nonce`: 32 lowercase hexadecimal digits, and `origin`",
        )),
    }
}

/// Whether these are the data of a genesis.
pub(crate) fn is_genesis_data(data: &Node) -> bool {
    let text = |key| match data.get(key).map(|node| &node.value) {
        Some(Value::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    text("hash") == Some("sha-256")
        && text("nonce").is_some_and(rules::is_nonce)
        && text("origin").is_some_and(|origin| !origin.is_empty())
}

/// The bytes of an entry, its keys in their canonical order.
fn write(draft: &Draft, at: i64, seq: u64, prev: Hash, recorded: i64) -> Result<Vec<u8>> {
    let data = canonical::write(&draft.data, Policy::Exact).map_err(|error| error.under_key("data"))?;
    let mut out = String::with_capacity(data.len() + 320 + draft.id.len() + draft.subject.len());
    out.push_str(r#"{"actor":{"id":"#);
    canonical::string(&mut out, &draft.actor.id);
    // Writing to a String cannot fail, here and below.
    let _ = write!(
        out,
        r#","kind":"{}"}},"at":"{}","data":{data},"id":"#,
        draft.actor.kind.name(),
        time::text(at)
    );
    canonical::string(&mut out, &draft.id);
    let _ = write!(out, r#","kind":"{}","kind_v":{}"#, draft.kind, draft.kind_v);
    if let Some(payload) = &draft.payload {
        let _ = write!(out, r#","payload":{{"digest":"{}","media":"#, payload.digest);
        canonical::string(&mut out, &payload.media);
        out.push('}');
    }
    let _ =
        write!(out, r#","prev":"{prev}","recorded_at":"{}","seq":{seq},"subject":"#, time::text(recorded));
    canonical::string(&mut out, &draft.subject);
    out.push_str(r#","v":1}"#);
    Ok(out.into_bytes())
}
