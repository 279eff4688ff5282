//! An entry: what was recorded, in its one text.

use super::error::LedgerError;
use super::scan::{self, Parts};
use super::{Actor, Draft, Hash, PayloadRef, time};
use crate::Result;
use crate::document::{self, Format, Limits, Node, Read, Value};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// What was recorded: a draft with its number, the hash of the entry before it, and when it was recorded.
///
/// Its bytes are the truth, canonical JSON of one object; the fields are read from them. A clone shares them.
///
/// ```
/// use greenboard::ledger::{self, Actor, Entry, Hash};
///
/// let at = "2026-01-02T03:04:05Z".parse().unwrap();
/// let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
/// let sealed = ledger::seal(&[genesis], None, at)?;
/// let entry = &sealed.entries[0];
/// assert_eq!((entry.seq(), entry.prev(), entry.kind()), (0, Hash::ZERO, "ledger.genesis"));
/// assert_eq!(&Entry::parse(entry.bytes())?, entry);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Entry(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    draft: Draft,
    seq: u64,
    prev: Hash,
    recorded_at: Timestamp,
    bytes: Box<[u8]>,
    hash: Hash,
}

impl Entry {
    /// The entry that these bytes are: canonical JSON with the fields of an entry, each as its rule says, and no other.
    ///
    /// # Errors
    /// `ledger.not_an_entry`, with the `kind` of what is wrong and the `offset` in the bytes.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        let broken = |fault: scan::Fault| LedgerError::NotAnEntry { kind: fault.kind, offset: fault.offset };
        let parts = scan::scan(bytes).map_err(broken)?;
        Self::of_parts(&parts, bytes.into(), Hash::of_entry(bytes))
    }

    /// The entry of parts that were found in these bytes.
    pub(crate) fn of_parts(parts: &Parts<'_>, bytes: Box<[u8]>, hash: Hash) -> Result<Self> {
        let data = document::read_within(parts.data, Format::Json, &Limits::default())?;
        let (claimed, recorded) = parts.instants;
        let draft = Draft {
            actor: Actor { id: parts.actor_id.unescaped().into_owned(), kind: parts.actor_kind },
            at: time::instant(claimed),
            data,
            id: parts.id.unescaped().into_owned(),
            kind: parts.kind.to_owned(),
            kind_v: parts.kind_v,
            payload: parts
                .payload
                .map(|(digest, media)| PayloadRef { digest, media: media.unescaped().into_owned() }),
            subject: parts.subject.unescaped().into_owned(),
        };
        let recorded_at = time::instant(recorded);
        Ok(Self(Arc::new(Inner { draft, seq: parts.seq, prev: parts.prev, recorded_at, bytes, hash })))
    }

    /// The entry of a draft that was written to these bytes.
    pub(crate) fn sealed(draft: Draft, seq: u64, prev: Hash, recorded_at: Timestamp, bytes: Vec<u8>) -> Self {
        let hash = Hash::of_entry(&bytes);
        Self(Arc::new(Inner { draft, seq, prev, recorded_at, bytes: bytes.into(), hash }))
    }

    /// Its bytes: canonical JSON, without a line break.
    pub fn bytes(&self) -> &[u8] {
        &self.0.bytes
    }

    /// Its hash: that of a zero byte and its bytes.
    pub fn hash(&self) -> Hash {
        self.0.hash
    }

    /// Its number, from 0.
    pub fn seq(&self) -> u64 {
        self.0.seq
    }

    /// The hash of the entry before it; zeros where it is the first.
    pub fn prev(&self) -> Hash {
        self.0.prev
    }

    /// When the store recorded it.
    pub fn recorded_at(&self) -> Timestamp {
        self.0.recorded_at
    }

    /// What was to be recorded, `at` cut to the millisecond.
    pub fn draft(&self) -> &Draft {
        &self.0.draft
    }

    /// Who did it.
    pub fn actor(&self) -> &Actor {
        &self.0.draft.actor
    }

    /// When it happened, as its author says.
    pub fn at(&self) -> Timestamp {
        self.0.draft.at
    }

    /// What happened, in the words of its kind.
    pub fn data(&self) -> &Node {
        &self.0.draft.data
    }

    /// Its idempotency key.
    pub fn id(&self) -> &str {
        &self.0.draft.id
    }

    /// What kind of thing happened.
    pub fn kind(&self) -> &str {
        &self.0.draft.kind
    }

    /// The version of what `data` looks like for this kind.
    pub fn kind_v(&self) -> u32 {
        self.0.draft.kind_v
    }

    /// The digest of content that can be erased.
    pub fn payload(&self) -> Option<&PayloadRef> {
        self.0.draft.payload.as_ref()
    }

    /// What it is about.
    pub fn subject(&self) -> &str {
        &self.0.draft.subject
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.0.bytes == other.0.bytes
    }
}

impl Eq for Entry {}

impl Serialize for Entry {
    /// The object that its bytes are.
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let node = document::read(self.bytes(), Format::Json).map_err(serde::ser::Error::custom)?;
        node.serialize(serializer)
    }
}

impl Read for Entry {
    /// As [`parse`](Self::parse), of the value's canonical text; a `payload` that is null is left out.
    fn read(node: &Node) -> Result<Self> {
        let mut node = node.clone();
        if let Value::Map(entries) = &mut node.value {
            entries.retain(|(key, value)| key.text != "payload" || value.value != Value::Null);
        }
        let text = document::canonical::write(&node, document::canonical::Policy::Exact)?;
        Self::parse(text.as_bytes())
    }
}

/// What was recorded: a draft with its number, the hash of the entry before it, and when it was recorded.
#[derive(JsonSchema)]
#[schemars(rename = "LedgerEntry")]
#[allow(dead_code)]
struct Written {
    /// Who did it.
    actor: Actor,
    /// When it happened, as its author says: `YYYY-MM-DDTHH:MM:SS.mmmZ`.
    at: String,
    /// What happened, in the words of its kind.
    data: std::collections::BTreeMap<String, serde_json::Value>,
    /// The idempotency key, unique in the ledger.
    id: String,
    /// What kind of thing happened.
    kind: String,
    /// The version of what `data` looks like for this kind.
    kind_v: u32,
    /// The digest of content that can be erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    payload: Option<PayloadRef>,
    /// The hash of the entry before it; zeros for the first.
    prev: Hash,
    /// When the store recorded it: `YYYY-MM-DDTHH:MM:SS.mmmZ`.
    recorded_at: String,
    /// Its number, from 0.
    seq: u64,
    /// What it is about.
    subject: String,
    /// The version of the format: 1.
    v: u32,
}

impl JsonSchema for Entry {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Written::schema_name()
    }
    fn schema_id() -> std::borrow::Cow<'static, str> {
        Written::schema_id()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}
