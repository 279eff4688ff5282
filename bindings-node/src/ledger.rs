//! Ledgers: sealing, verifying, and the stores of the core. Entries cross as one text, each one's bytes and a line break.

use crate::document::Given;
use crate::error::raise;
use crate::plan::instant;
use greenboard::document::{emit, to_json};
use greenboard::ledger::sql::{self, Row};
use greenboard::ledger::{
    self as core, Actor, Admitted, Anchor, Draft, Entry, Expect, Hash, Head, Held, Known, Verified, Verifier,
};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use serde_json::json;
use std::sync::{Arc, Mutex, PoisonError};

/// What a writer expects: its kind, a number, a text.
#[napi(object)]
pub struct Expected {
    /// `any`, `empty`, `seq`, `head` or `subject`.
    pub kind: String,
    /// The number of an entry.
    pub seq: Option<f64>,
    /// A hash, or a subject.
    pub text: Option<String>,
}

impl Expected {
    pub(crate) fn read(self) -> greenboard::Result<Expect> {
        Ok(match (self.kind.as_str(), self.seq, self.text) {
            ("empty", ..) => Expect::Empty,
            ("seq", Some(seq), _) => Expect::Seq(number(seq)),
            ("head", _, Some(hash)) => {
                Expect::Head(hash.parse().map_err(|error: greenboard::Error| error.within("expect"))?)
            }
            ("subject", Some(seq), Some(subject)) => {
                Expect::SubjectUnchangedSince { subject, seq: number(seq) }
            }
            _ => Expect::Any,
        })
    }
}

/// A number of JavaScript's, of which `lib/ledger.js` says that it is whole and not negative.
pub(crate) fn number(number: f64) -> u64 {
    number as u64
}

/// What somebody holds of a ledger: anchors, and checkpoints, as lists in JSON.
#[napi(object)]
pub struct HeldOutside {
    /// Anchors.
    pub anchors: String,
    /// The sizes of checkpoints.
    pub sizes: Vec<f64>,
    /// The roots of checkpoints.
    pub roots: Vec<String>,
}

impl HeldOutside {
    pub(crate) fn read(self) -> greenboard::Result<Held> {
        let anchors = Given { text: self.anchors, written: false };
        let mut held =
            anchors.read::<Vec<Anchor>>("anchor")?.into_iter().fold(Held::new(), Held::with_anchor);
        for (size, root) in self.sizes.into_iter().zip(self.roots) {
            held = held.with_checkpoint(number(size), root.parse()?);
        }
        Ok(held)
    }
}

/// Entries, a line each.
pub(crate) fn lines(entries: &[Entry]) -> String {
    String::from_utf8(core::export(entries)).unwrap_or_default()
}

/// What an append did: a line of JSON for head and repetition, then the entries.
pub(crate) fn appended(entries: &[Entry], head: Option<Head>, repeated: bool) -> greenboard::Result<String> {
    Ok(format!("{}\n{}", to_json(&json!({ "head": head, "repeated": repeated }))?, lines(entries)))
}

/// What was found, as JSON.
pub(crate) fn verified_json(verified: &Verified) -> greenboard::Result<String> {
    to_json(&json!({ "entries": verified.entries, "head": verified.head, "root": verified.root }))
}

/// Drafts that were read once, for as many attempts as it takes.
#[napi(js_name = "Drafts")]
pub struct Drafts(pub(crate) Arc<Vec<Draft>>);

#[napi]
impl Drafts {
    /// The drafts of a list.
    #[napi(factory)]
    pub fn of(drafts: Given) -> Result<Self> {
        drafts.read("drafts").map(|drafts| Self(Arc::new(drafts))).map_err(raise)
    }

    /// Their ids, in order.
    #[napi]
    pub fn ids(&self) -> Vec<String> {
        self.0.iter().map(|draft| draft.id.clone()).collect()
    }

    /// What is to be stored of them, given what a store knows: the entries, and whether they are there already.
    #[napi]
    pub fn prepare(
        &self,
        expect: Expected,
        head: Option<Buffer>,
        known: Vec<Buffer>,
        last_about: Option<f64>,
        now: String,
    ) -> Result<String> {
        self.prepared(expect, head, known, last_about, now).map_err(raise)
    }

    /// The entries that they become on top of a head.
    #[napi]
    pub fn seal(&self, head: Option<Given>, recorded_at: String) -> Result<String> {
        let seal = || {
            let head: Option<Head> = head.map(|head| head.read("head")).transpose()?;
            Ok(lines(&core::seal(&self.0, head.as_ref(), instant(recorded_at)?)?.entries))
        };
        seal().map_err(raise)
    }
}

impl Drafts {
    fn prepared(
        &self,
        expect: Expected,
        head: Option<Buffer>,
        known: Vec<Buffer>,
        last_about: Option<f64>,
        now: String,
    ) -> greenboard::Result<String> {
        let known = known.iter().map(|body| Entry::parse(body)).collect::<greenboard::Result<Vec<_>>>()?;
        let entries = self.0.iter().map(|draft| known.iter().find(|entry| entry.id() == draft.id).cloned());
        let head = head.map(|body| Entry::parse(&body)).transpose()?.as_ref().map(Head::of);
        let known = Known { head, entries: entries.collect(), last_about: last_about.map(number) };
        match core::admit(&self.0, &expect.read()?, &known)? {
            Admitted::Repeated(entries) => appended(&entries, head, true),
            Admitted::New => {
                appended(&core::seal(&self.0, head.as_ref(), instant(now)?)?.entries, head, false)
            }
        }
    }
}

/// The first draft of a ledger, as JSON.
#[napi]
pub fn ledger_genesis(origin: String, nonce: &[u8], actor: Given, at: String) -> Result<String> {
    let nonce = <[u8; 16]>::try_from(nonce)
        .map_err(|_| Error::new(Status::InvalidArg, "a nonce is 16 bytes".to_owned()))?;
    let genesis = || {
        let actor: Actor = actor.read("actor")?;
        emit(&core::genesis(&origin, nonce, actor, instant(at)?))
    };
    genesis().map_err(raise)
}

/// An entry's hash, where its bytes are an entry.
#[napi]
pub fn ledger_entry_hash(body: &[u8]) -> Result<String> {
    Entry::parse(body).map(|entry| entry.hash().to_string()).map_err(raise)
}

/// The bytes of the entries of an export, verified.
#[napi]
pub fn ledger_import(export: &[u8], held: HeldOutside) -> Result<()> {
    held.read().and_then(|held| core::import(export, &held)).map(drop).map_err(raise)
}

/// A row of a table.
#[napi(object)]
pub struct Columns {
    /// The number.
    pub seq: f64,
    /// The hash of the entry before it.
    pub prev: Option<Buffer>,
    /// The hash.
    pub hash: Buffer,
    /// The idempotency key.
    pub id: String,
    /// The kind.
    pub kind: String,
    /// The subject.
    pub subject: String,
    /// The bytes.
    pub body: Buffer,
}

/// A column of a hash; one that is none is no entry's.
fn column(bytes: &[u8]) -> Hash {
    <[u8; 32]>::try_from(bytes).map_or(Hash::ZERO, Hash::new)
}

/// Verifies entries as they are read.
#[napi(js_name = "LedgerVerifier")]
pub struct LedgerVerifier(Mutex<Verifier>);

#[napi]
impl LedgerVerifier {
    /// Against what somebody outside holds.
    #[napi(factory)]
    pub fn of(held: HeldOutside) -> Result<Self> {
        held.read().map(|held| Self(Mutex::new(Verifier::against(held)))).map_err(raise)
    }

    /// The next entry.
    #[napi]
    pub fn push(&self, body: &[u8]) -> Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(body).map(drop).map_err(raise)
    }

    /// The next entry, as a row of a table.
    #[napi]
    pub fn push_row(&self, row: Columns) -> Result<()> {
        self.push(&row.body)?;
        let (prev, hash) = (row.prev.as_deref().map(column), column(&row.hash));
        let (seq, id, kind, subject) = (number(row.seq), &*row.id, &*row.kind, &*row.subject);
        Row { seq, prev, hash, id, kind, subject, body: &row.body }.check().map(drop).map_err(raise)
    }

    /// What they were, as JSON.
    #[napi]
    pub fn finish(&self) -> Result<String> {
        let verifier = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        verifier.finish().and_then(|verified| verified_json(&verified)).map_err(raise)
    }
}

/// The tables and statements of SQL stores, as JSON.
#[napi]
pub fn ledger_sql() -> Result<String> {
    to_json(&json!({ "postgres": sql::POSTGRES, "sqlite": sql::SQLITE })).map_err(raise)
}

/// Throws that other writers were faster so many times in a row.
#[napi]
pub fn ledger_contended(attempts: u32) -> Result<()> {
    Err(raise(sql::contended(attempts)))
}

/// The digest of a payload.
#[napi]
pub fn ledger_payload_digest(salt: &[u8], body: &[u8]) -> Result<String> {
    let salt = salt_of(salt)?;
    Ok(core::payload_digest(&salt, body).to_string())
}

pub(crate) fn salt_of(salt: &[u8]) -> Result<[u8; 32]> {
    <[u8; 32]>::try_from(salt).map_err(|_| Error::new(Status::InvalidArg, "a salt is 32 bytes".to_owned()))
}
