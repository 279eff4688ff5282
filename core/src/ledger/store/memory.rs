//! A ledger in memory: for tests, and for what is exported elsewhere.

use super::{Appended, Store};
use crate::Result;
use crate::ledger::{Admitted, Draft, Entry, Expect, Head, Known, Verifier, admit, seal};
use jiff::Timestamp;
use std::collections::HashMap;

/// A ledger in memory.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    entries: Vec<Entry>,
    by_id: HashMap<String, usize>,
    last_about: HashMap<String, u64>,
}

impl Memory {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// A ledger of entries that came from elsewhere, such as an [`import`](crate::ledger::import()), verified.
    ///
    /// # Errors
    /// As [`verify`](crate::ledger::verify()).
    pub fn of_entries(entries: impl IntoIterator<Item = Entry>) -> Result<Self> {
        let (mut memory, mut verifier) = (Self::new(), Verifier::new());
        for entry in entries {
            verifier.push(entry.bytes())?;
            memory.push(entry);
        }
        Ok(memory)
    }

    fn push(&mut self, entry: Entry) {
        self.by_id.insert(entry.id().to_owned(), self.entries.len());
        self.last_about.insert(entry.subject().to_owned(), entry.seq());
        self.entries.push(entry);
    }

    fn of_id(&self, id: &str) -> Option<&Entry> {
        self.by_id.get(id).and_then(|index| self.entries.get(*index))
    }

    fn tip(&self) -> Option<Head> {
        self.entries.last().map(Head::of)
    }
}

impl Store for Memory {
    fn append(&mut self, drafts: &[Draft], expect: &Expect, now: Timestamp) -> Result<Appended> {
        let head = self.tip();
        let known = Known {
            head,
            entries: drafts.iter().map(|draft| self.of_id(&draft.id).cloned()).collect(),
            last_about: expect.subject().and_then(|subject| self.last_about.get(subject).copied()),
        };
        if let Admitted::Repeated(entries) = admit(drafts, expect, &known)? {
            return Ok(Appended::new(entries, head, true));
        }
        let sealed = seal(drafts, head.as_ref(), now)?;
        sealed.entries.iter().cloned().for_each(|entry| self.push(entry));
        Ok(Appended::new(sealed.entries, sealed.head, false))
    }

    fn head(&self) -> Result<Option<Head>> {
        Ok(self.tip())
    }

    fn entry(&self, seq: u64) -> Result<Option<Entry>> {
        Ok(usize::try_from(seq).ok().and_then(|index| self.entries.get(index)).cloned())
    }

    fn by_id(&self, id: &str) -> Result<Option<Entry>> {
        Ok(self.of_id(id).cloned())
    }

    fn entries(&self, after: Option<u64>, limit: usize) -> Result<Vec<Entry>> {
        let start = after.map_or(0, |seq| usize::try_from(seq).unwrap_or(usize::MAX).saturating_add(1));
        Ok(self.entries.iter().skip(start).take(limit).cloned().collect())
    }
}
