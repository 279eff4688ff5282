//! The ledgers that the core keeps: in memory, or in files.

use crate::background::{Background, background};
use crate::error::raise;
use crate::ledger::{Drafts, Expected, HeldOutside, appended, lines, number, verified_json};
use crate::plan::instant;
use greenboard::document::to_json;
use greenboard::ledger::store::{File, FileOptions, Memory, Store, Sync, Verdict};
use greenboard::ledger::{self as core, Entry};
use jiff::SignedDuration;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use serde_json::json;
use std::sync::{Arc, Mutex, PoisonError};

/// Where a ledger is.
enum Kept {
    Memory(Mutex<Memory>),
    File(Arc<File>),
}

impl Kept {
    fn asked<T>(&self, ask: impl FnOnce(&dyn Store) -> greenboard::Result<T>) -> greenboard::Result<T> {
        match self {
            Self::Memory(memory) => ask(&*memory.lock().unwrap_or_else(PoisonError::into_inner)),
            Self::File(file) => ask(&**file),
        }
    }

    fn append(&self, drafts: &[core::Draft], expect: Expected, now: String) -> greenboard::Result<String> {
        let (expect, now) = (expect.read()?, instant(now)?);
        let done = match self {
            Self::Memory(memory) => {
                memory.lock().unwrap_or_else(PoisonError::into_inner).append(drafts, &expect, now)?
            }
            Self::File(file) => file.append(drafts, &expect, now)?,
        };
        appended(&done.entries, done.head, done.repeated)
    }

    fn entries(&self, after: Option<f64>, limit: f64, durable: bool) -> greenboard::Result<String> {
        let (after, limit) = (after.map(number), usize::try_from(number(limit)).unwrap_or(usize::MAX));
        match self {
            Self::File(file) if durable => file.read_durable(after, limit).map(|entries| lines(&entries)),
            _ => self.asked(|store| store.entries(after, limit)).map(|entries| lines(&entries)),
        }
    }

    fn verify(&self, held: HeldOutside) -> greenboard::Result<String> {
        let held = held.read()?;
        let verified = match self {
            Self::File(file) => file.verify(&held)?,
            Self::Memory(_) => {
                let entries = self.asked(|store| store.entries(None, usize::MAX))?;
                core::verify(entries.iter().map(Entry::bytes), &held)?
            }
        };
        verified_json(&verified)
    }

    fn head(&self) -> greenboard::Result<String> {
        self.asked(|store| store.head()).and_then(|head| to_json(&head))
    }

    fn entry(&self, seq: f64) -> greenboard::Result<String> {
        self.asked(|store| store.entry(number(seq))).map(|entry| lines(entry.as_slice()))
    }

    fn by_id(&self, id: &str) -> greenboard::Result<String> {
        self.asked(|store| store.by_id(id)).map(|entry| lines(entry.as_slice()))
    }

    fn flush(&self) -> greenboard::Result<String> {
        match self {
            Self::File(file) => file.flush()?,
            Self::Memory(_) => {}
        }
        Ok(String::new())
    }

    fn recovery(&self) -> greenboard::Result<String> {
        let Self::File(file) = self else { return Ok("null".to_owned()) };
        let found = file.recovery();
        let (bytes, frames) = match &found.verdict {
            Verdict::Torn { dropped_bytes, dropped_valid_frames, .. } => {
                (*dropped_bytes, *dropped_valid_frames)
            }
            _ => (0, 0),
        };
        to_json(&json!({
            "verdict": found.verdict.name(),
            "entries": found.entries,
            "droppedBytes": bytes,
            "droppedFrames": frames,
        }))
    }
}

/// How a ledger in files is opened.
#[napi(object)]
pub struct OpenedLedger {
    /// `every`, `group` or `none`.
    pub sync: String,
    /// How many entries may wait.
    pub entries: u32,
    /// How many milliseconds they may wait.
    pub delay: u32,
    /// The length of segments.
    pub segment_bytes: Option<f64>,
    /// Whether it is only to be read.
    pub read_only: bool,
}

/// A ledger in memory or in files.
#[napi(js_name = "Ledger")]
pub struct Ledger(Arc<Kept>);

fn open(folder: &str, how: OpenedLedger, held: HeldOutside) -> greenboard::Result<Kept> {
    let sync = match how.sync.as_str() {
        "group" => Sync::Group { n: how.entries, delay: SignedDuration::from_millis(how.delay.into()) },
        "none" => Sync::None,
        _ => Sync::Every,
    };
    let mut options = FileOptions::new().with_sync(sync).with_held(held.read()?);
    if let Some(bytes) = how.segment_bytes {
        options = options.with_segment_bytes(number(bytes));
    }
    let file = if how.read_only { File::open_reader(folder, options) } else { File::open(folder, options) };
    file.map(|file| Kept::File(Arc::new(file)))
}

#[napi]
impl Ledger {
    /// An empty ledger in memory.
    #[napi(factory)]
    pub fn memory() -> Self {
        Self(Arc::new(Kept::Memory(Mutex::new(Memory::new()))))
    }

    /// A ledger in a folder, made where it is not there; off the main thread.
    #[napi]
    pub fn open(folder: String, how: OpenedLedger, held: HeldOutside) -> AsyncTask<Background<Ledger>> {
        background(move || open(&folder, how, held).map(|kept| Self(Arc::new(kept))))
    }

    /// The same on the main thread.
    #[napi(factory)]
    pub fn open_sync(folder: String, how: OpenedLedger, held: HeldOutside) -> Result<Self> {
        open(&folder, how, held).map(|kept| Self(Arc::new(kept))).map_err(raise)
    }

    /// Appends drafts, off the main thread: head and repetition, then the entries.
    #[napi]
    pub fn append(&self, drafts: &Drafts, expect: Expected, now: String) -> AsyncTask<Background> {
        let (kept, drafts) = (self.0.clone(), drafts.0.clone());
        background(move || kept.append(&drafts, expect, now))
    }

    /// The same on the main thread.
    #[napi]
    pub fn append_sync(&self, drafts: &Drafts, expect: Expected, now: String) -> Result<String> {
        self.0.append(&drafts.0, expect, now).map_err(raise)
    }

    /// The last entry's number, hash and time, as JSON, off the main thread; null where there is none.
    #[napi]
    pub fn head(&self) -> AsyncTask<Background> {
        let kept = self.0.clone();
        background(move || kept.head())
    }

    /// The same on the main thread.
    #[napi]
    pub fn head_sync(&self) -> Result<String> {
        self.0.head().map_err(raise)
    }

    /// The entry of a number, or nothing; off the main thread.
    #[napi]
    pub fn entry(&self, seq: f64) -> AsyncTask<Background> {
        let kept = self.0.clone();
        background(move || kept.entry(seq))
    }

    /// The same on the main thread.
    #[napi]
    pub fn entry_sync(&self, seq: f64) -> Result<String> {
        self.0.entry(seq).map_err(raise)
    }

    /// The entry of an id, or nothing; off the main thread.
    #[napi]
    pub fn by_id(&self, id: String) -> AsyncTask<Background> {
        let kept = self.0.clone();
        background(move || kept.by_id(&id))
    }

    /// The same on the main thread.
    #[napi]
    pub fn by_id_sync(&self, id: String) -> Result<String> {
        self.0.by_id(&id).map_err(raise)
    }

    /// The entries after a number, off the main thread.
    #[napi]
    pub fn entries(&self, after: Option<f64>, limit: f64, durable: bool) -> AsyncTask<Background> {
        let kept = self.0.clone();
        background(move || kept.entries(after, limit, durable))
    }

    /// The same on the main thread.
    #[napi]
    pub fn entries_sync(&self, after: Option<f64>, limit: f64, durable: bool) -> Result<String> {
        self.0.entries(after, limit, durable).map_err(raise)
    }

    /// What it is, as JSON, where it holds together and is what somebody has seen; off the main thread.
    #[napi]
    pub fn verify(&self, held: HeldOutside) -> AsyncTask<Background> {
        let kept = self.0.clone();
        background(move || kept.verify(held))
    }

    /// The same on the main thread.
    #[napi]
    pub fn verify_sync(&self, held: HeldOutside) -> Result<String> {
        self.0.verify(held).map_err(raise)
    }

    /// The number of the last entry that is known to survive a failure of power.
    #[napi]
    pub fn durable_seq(&self) -> Option<f64> {
        match &*self.0 {
            // Exact up to 2^53.
            Kept::File(file) => file.durable_seq().map(|seq| seq as f64),
            Kept::Memory(_) => None,
        }
    }

    /// Syncs what waits, off the main thread.
    #[napi]
    pub fn flush(&self) -> AsyncTask<Background> {
        let kept = self.0.clone();
        background(move || kept.flush())
    }

    /// The same on the main thread.
    #[napi]
    pub fn flush_sync(&self) -> Result<()> {
        self.0.flush().map(drop).map_err(raise)
    }

    /// What was found when it was opened, as JSON; null in memory.
    #[napi]
    pub fn recovery(&self) -> Result<String> {
        self.0.recovery().map_err(raise)
    }
}

impl Ledger {
    /// The files that it is kept in.
    pub(crate) fn file(&self) -> Result<Arc<File>> {
        match &*self.0 {
            Kept::File(file) => Ok(file.clone()),
            Kept::Memory(_) => {
                Err(Error::new(Status::InvalidArg, "a ledger in memory keeps no files".to_owned()))
            }
        }
    }
}
