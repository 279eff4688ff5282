//! The ledgers that the core keeps: in memory, or in files.

use crate::document::Given;
use crate::error::Result;
use crate::ledger::{Bodies, Drafts, Expected, head_json, held, verified_json};
use crate::plan::instant;
use greenboard::document::to_json;
use greenboard::ledger::store::{File, FileOptions, Memory, Store, Sync, Verdict};
use greenboard::ledger::{self as core, Actor, Entry};
use jiff::SignedDuration;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::PyBytes;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Where a ledger is.
#[allow(clippy::large_enum_variant)] // One a handle.
enum Kept {
    Memory(Mutex<Memory>),
    File(File),
}

/// How a ledger in files is opened: policy, entries and milliseconds that wait, length of segments, whether only to be read.
#[derive(FromPyObject)]
pub(crate) struct Opened(String, u32, i64, Option<u64>, bool);

/// A ledger in memory or in files.
#[pyclass(frozen, module = "greenboard._native")]
pub(crate) struct Ledger(Kept);

impl Ledger {
    fn asked<T>(&self, ask: impl FnOnce(&dyn Store) -> greenboard::Result<T>) -> greenboard::Result<T> {
        match &self.0 {
            Kept::Memory(memory) => ask(&*memory.lock().unwrap_or_else(PoisonError::into_inner)),
            Kept::File(file) => ask(file),
        }
    }

    fn file(&self) -> PyResult<&File> {
        match &self.0 {
            Kept::File(file) => Ok(file),
            Kept::Memory(_) => {
                Err(pyo3::exceptions::PyTypeError::new_err("a ledger in memory keeps no files"))
            }
        }
    }
}

#[pymethods]
impl Ledger {
    /// An empty ledger in memory.
    #[staticmethod]
    fn memory() -> Self {
        Self(Kept::Memory(Mutex::new(Memory::new())))
    }

    /// A ledger in a folder, made where it is not there.
    #[staticmethod]
    fn open(
        py: Python<'_>,
        folder: PathBuf,
        how: Opened,
        anchors: Given,
        checkpoints: Vec<(u64, String)>,
    ) -> Result<Self> {
        let Opened(policy, n, delay, segment_bytes, reader) = how;
        Ok(Self(Kept::File(py.detach(|| {
            let sync = match policy.as_str() {
                "group" => Sync::Group { n, delay: SignedDuration::from_millis(delay) },
                "none" => Sync::None,
                _ => Sync::Every,
            };
            let mut options = FileOptions::new().with_sync(sync).with_held(held(&anchors, checkpoints)?);
            if let Some(bytes) = segment_bytes {
                options = options.with_segment_bytes(bytes);
            }
            if reader { File::open_reader(folder, options) } else { File::open(folder, options) }
        })?)))
    }

    /// Appends drafts: the bytes of their entries, the head as JSON, and whether they were there before.
    fn append(
        &self,
        py: Python<'_>,
        drafts: &Bound<'_, Drafts>,
        expect: Expected,
        now: &str,
    ) -> Result<(Bodies, String, bool)> {
        let drafts = drafts.get().held();
        Ok(py.detach(|| {
            let (expect, now) = (expect.read()?, instant(now)?);
            let appended = match &self.0 {
                Kept::Memory(memory) => {
                    memory.lock().unwrap_or_else(PoisonError::into_inner).append(drafts, &expect, now)?
                }
                Kept::File(file) => file.append(drafts, &expect, now)?,
            };
            Ok::<_, greenboard::Error>((
                Bodies(appended.entries),
                head_json(appended.head)?,
                appended.repeated,
            ))
        })?)
    }

    /// The last entry's number, hash and time, as JSON; null where there is none.
    fn head(&self, py: Python<'_>) -> Result<String> {
        Ok(py.detach(|| head_json(self.asked(|store| store.head())?))?)
    }

    /// The bytes of the entry of a number.
    fn entry(&self, py: Python<'_>, seq: u64) -> Result<Option<Py<PyBytes>>> {
        let entry = py.detach(|| self.asked(|store| store.entry(seq)))?;
        Ok(entry.map(|entry| body(py, &entry)))
    }

    /// The bytes of the entry of an id.
    fn by_id(&self, py: Python<'_>, id: &str) -> Result<Option<Py<PyBytes>>> {
        let entry = py.detach(|| self.asked(|store| store.by_id(id)))?;
        Ok(entry.map(|entry| body(py, &entry)))
    }

    /// The bytes of the entries after a number; only of those that are durable, where that is asked for.
    fn entries(&self, py: Python<'_>, after: Option<u64>, limit: usize, durable: bool) -> Result<Bodies> {
        Ok(py.detach(|| match &self.0 {
            Kept::File(file) if durable => file.read_durable(after, limit).map(Bodies),
            _ => self.asked(|store| store.entries(after, limit)).map(Bodies),
        })?)
    }

    /// What it is, as JSON, where it holds together and is what somebody has seen.
    fn verify(&self, py: Python<'_>, anchors: Given, checkpoints: Vec<(u64, String)>) -> Result<String> {
        Ok(py.detach(|| {
            let held = held(&anchors, checkpoints)?;
            let verified = match &self.0 {
                Kept::File(file) => file.verify(&held)?,
                Kept::Memory(_) => {
                    let entries = self.asked(|store| store.entries(None, usize::MAX))?;
                    core::verify(entries.iter().map(Entry::bytes), &held)?
                }
            };
            verified_json(&verified)
        })?)
    }

    /// The number of the last entry that is known to survive a failure of power.
    fn durable_seq(&self, py: Python<'_>) -> Option<u64> {
        match &self.0 {
            Kept::File(file) => py.detach(|| file.durable_seq()),
            Kept::Memory(_) => None,
        }
    }

    /// Syncs what waits.
    fn flush(&self, py: Python<'_>) -> Result<()> {
        match &self.0 {
            Kept::File(file) => Ok(py.detach(|| file.flush())?),
            Kept::Memory(_) => Ok(()),
        }
    }

    /// What was found when it was opened: the verdict, entries, and what of a torn end was put aside, in bytes and frames.
    fn recovery(&self) -> Option<(&'static str, u64, u64, u64)> {
        let Kept::File(file) = &self.0 else { return None };
        let found = file.recovery();
        let (bytes, frames) = match &found.verdict {
            Verdict::Torn { dropped_bytes, dropped_valid_frames, .. } => {
                (*dropped_bytes, *dropped_valid_frames)
            }
            _ => (0, 0),
        };
        Some((found.verdict.name(), found.entries, bytes, frames))
    }

    /// Keeps content beside the ledger; the reference to it, as JSON.
    fn put(&self, py: Python<'_>, salt: [u8; 32], body: PyBackedBytes, media: &str) -> PyResult<String> {
        let file = self.file()?;
        let written =
            py.detach(|| file.write_payload(&salt, &body, media).and_then(|payload| to_json(&payload)));
        Ok(written.map_err(crate::error::Failure::from)?)
    }

    /// The content of a digest.
    fn payload(&self, py: Python<'_>, digest: &str) -> PyResult<Option<Py<PyBytes>>> {
        let file = self.file()?;
        let found = py.detach(|| file.payload(digest.parse()?)).map_err(crate::error::Failure::from)?;
        Ok(found.map(|payload| PyBytes::new(py, &payload.body).unbind()))
    }

    /// How it is about the payload of an entry.
    fn payload_state(&self, py: Python<'_>, seq: u64) -> PyResult<Option<&'static str>> {
        let file = self.file()?;
        let state = py.detach(|| file.payload_state(seq)).map_err(crate::error::Failure::from)?;
        Ok(state.map(|state| state.name()))
    }

    /// Erases the payload of an entry: the bytes of the tombstone.
    fn erase(
        &self,
        py: Python<'_>,
        seq: u64,
        id: &str,
        reason: &str,
        actor: Given,
        now: &str,
    ) -> PyResult<Bodies> {
        let file = self.file()?;
        let erased = py.detach(|| {
            let actor: Actor = actor.read("actor")?;
            file.erase(seq, id, reason, actor, instant(now)?)
        });
        Ok(Bodies(erased.map_err(crate::error::Failure::from)?.entries))
    }
}

fn body(py: Python<'_>, entry: &Entry) -> Py<PyBytes> {
    PyBytes::new(py, entry.bytes()).unbind()
}
