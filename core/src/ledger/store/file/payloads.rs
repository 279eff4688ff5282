//! Payloads: content that can be erased, each in a file of its own, written and synced before the entry that names it.

use super::File;
use super::error::{StoreError, shown};
use super::snapshot::{read_file, replace};
use super::state::State;
use crate::Result;
use crate::document::{self, Format, Node, Value};
use crate::ledger::store::{Appended, Store as _};
use crate::ledger::{
    Actor, Entry, Expect, Hash, PayloadRef, PayloadState, Tombstone, erasure, payload_digest, payload_state,
    scan,
};
use jiff::Timestamp;
use serde::Serialize;
use std::path::PathBuf;

/// Content that an entry names by its salted digest.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Payload {
    /// The 32 bytes that were drawn for it alone.
    pub salt: [u8; 32],
    /// The content.
    pub body: Vec<u8>,
}

/// A payload's file: its body as text where it is one.
#[derive(Serialize)]
struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body_hex: Option<String>,
    salt: Hash,
}

impl File {
    /// Keeps content beside the ledger, under a salt that the caller drew at random for it alone; what comes back is for the
    /// draft that names it. It has survived a failure of power when it does.
    ///
    /// ```
    /// use greenboard::ledger::store::{File, FileOptions, Store};
    /// use greenboard::ledger::{self, Actor, Expect, PayloadState};
    ///
    /// # let folder = std::env::temp_dir().join(format!("greenboard-doc-payload-{}", std::process::id()));
    /// # let _ = std::fs::remove_dir_all(&folder);
    /// let now = "2026-01-02T03:04:05Z".parse().unwrap();
    /// let ledger = File::open(&folder, FileOptions::new())?;
    /// let payload = ledger.write_payload(&[7; 32], b"Ada Lovelace", "text/plain")?;
    /// let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), now);
    /// ledger.append(&[genesis.with_payload(payload)], &Expect::Empty, now)?;
    /// assert_eq!(ledger.payload_state(0)?, Some(PayloadState::Present));
    ///
    /// ledger.erase(0, "erase-1", "request of 2026-01-02", Actor::human("ada"), now)?;
    /// assert_eq!(ledger.payload_state(0)?, Some(PayloadState::Erased));
    /// # std::fs::remove_dir_all(&folder).unwrap();
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `ledger.full`, `ledger.io`, `ledger.read_only`, and what [`append`](Self::append) says of a ledger that is not sound.
    pub fn write_payload(
        &self,
        salt: &[u8; 32],
        body: &[u8],
        media: impl Into<String>,
    ) -> Result<PayloadRef> {
        let state = self.state();
        state.check_writable()?;
        let digest = payload_digest(salt, body);
        let text = std::str::from_utf8(body).ok().map(str::to_owned);
        let body_hex = text.is_none().then(|| body.iter().map(|byte| format!("{byte:02x}")).collect());
        let written = Written { body: text, body_hex, salt: Hash::new(*salt) };
        state.keep_payload(digest, &document::to_json(&written)?)?;
        Ok(PayloadRef::new(digest, media))
    }

    /// The content of this digest; none where it is not there.
    ///
    /// # Errors
    /// `ledger.invalid_payload` where its file is no payload's; `ledger.io`.
    pub fn payload(&self, digest: Hash) -> Result<Option<Payload>> {
        self.state().find_payload(digest)
    }

    /// How it is about the payload of an entry; none where there is no such entry, or it has none.
    ///
    /// # Errors
    /// As [`Store::head`](crate::ledger::store::Store::head). A file that is no payload's is a mismatch.
    pub fn payload_state(&self, seq: u64) -> Result<Option<PayloadState>> {
        let mut state = self.fresh()?;
        let entry = state.range(seq, 1)?.pop();
        let Some(digest) = entry.and_then(|entry| entry.payload().map(|payload| payload.digest)) else {
            return Ok(None);
        };
        let found = match state.find_payload(digest) {
            Err(error) if error.code() == "ledger.invalid_payload" => {
                return Ok(Some(PayloadState::Mismatch));
            }
            found => found?,
        };
        let mut tombstone = false;
        state.visit(seq.saturating_add(1), u64::MAX, &mut |_, bytes| {
            if scan::scan(bytes).is_ok_and(|parts| parts.kind == "payload.erased") {
                tombstone |= Tombstone::of(&Entry::parse(bytes)?).is_some_and(|grave| grave.digest == digest);
            }
            Ok(!tombstone)
        })?;
        let found = found.as_ref().map(|payload| (&payload.salt, payload.body.as_slice()));
        Ok(Some(payload_state(digest, found, tombstone)))
    }

    /// Erases the payload of an entry: appends a tombstone, and once that is durable deletes the content and its salt. After a
    /// crash between the two, the same call goes on.
    ///
    /// # Errors
    /// `ledger.no_payload` where the entry has none; as [`append`](Self::append).
    pub fn erase(&self, seq: u64, id: &str, reason: &str, actor: Actor, now: Timestamp) -> Result<Appended> {
        let entry = self.entry(seq)?;
        let draft = entry.as_ref().and_then(|entry| erasure(id, entry, reason, actor, now));
        let (Some(digest), Some(mut draft)) =
            (entry.and_then(|entry| entry.payload().map(|p| p.digest)), draft)
        else {
            return Err(StoreError::NoPayload { seq }.into());
        };
        if let Some(before) = self.by_id(id)? {
            // Whoever goes on after a crash has another time at hand.
            draft.at = before.at();
        }
        let appended = self.append(&[draft], &Expect::Any, now)?;
        self.flush()?;
        self.state().remove_payload(digest)?;
        Ok(appended)
    }
}

impl State {
    fn payload_path(&self, digest: Hash) -> PathBuf {
        let digits = digest.to_string();
        self.folder.join("payload").join(digits.get(..2).unwrap_or_default()).join(format!("{digits}.json"))
    }

    fn keep_payload(&self, digest: Hash, text: &str) -> Result<()> {
        let path = self.payload_path(digest);
        let disk = self.disk();
        let (all, few) = (self.folder.join("payload"), path.parent().unwrap_or(&self.folder));
        let made = disk
            .create_folder(few)
            .and_then(|()| disk.sync_folder(&all))
            .and_then(|()| disk.sync_folder(&self.folder));
        made.map_err(|error| StoreError::io(&path, "make the folder of payloads", &error))?;
        replace(&*disk, &path, text.as_bytes())
    }

    fn find_payload(&self, digest: Hash) -> Result<Option<Payload>> {
        let path = self.payload_path(digest);
        let Some(bytes) = read_file(&*self.disk(), &path)? else { return Ok(None) };
        let invalid = |problem: &str| StoreError::InvalidPayload {
            path: shown(&path),
            digest: digest.to_string(),
            problem: problem.to_owned(),
        };
        let node = document::read(&bytes, Format::Json).map_err(|error| invalid(&error.to_string()))?;
        let text = |key: &str| match node.get(key) {
            Some(Node { value: Value::Text(text), .. }) => Some(text.as_str()),
            _ => None,
        };
        let salt = text("salt").and_then(|salt| Hash::from_hex(salt.as_bytes()));
        let salt =
            *salt.ok_or_else(|| invalid("its file has no `salt` of 64 hexadecimal digits"))?.as_bytes();
        let body = text("body").map(|body| body.as_bytes().to_vec()).or_else(|| unhex(text("body_hex")?));
        let body = body.ok_or_else(|| invalid("its file has neither a `body` nor a `body_hex`"))?;
        Ok(Some(Payload { salt, body }))
    }

    fn remove_payload(&self, digest: Hash) -> Result<()> {
        let path = self.payload_path(digest);
        let disk = self.disk();
        let gone = match disk.stat(&path) {
            Ok(None) => Ok(()),
            Ok(Some(_)) => {
                disk.remove(&path).and_then(|()| path.parent().map_or(Ok(()), |few| disk.sync_folder(few)))
            }
            Err(error) => Err(error),
        };
        gone.map_err(|error| StoreError::io(&path, "delete the payload", &error).into())
    }
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else { return None };
    let byte = |pair: &[u8; 2]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    pairs.iter().map(byte).collect()
}
