//! Whether drafts may be appended: idempotency first, then what the writer expects.

use super::error::LedgerError;
use super::{Draft, Entry, Hash, Head, time};
use crate::Result;
use crate::document::canonical::{self, Policy};
use std::collections::HashSet;

/// What a writer expects of the ledger, so that two who decided upon the same state do not both write.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Expect {
    /// Nothing.
    #[default]
    Any,
    /// That it is empty.
    Empty,
    /// That its last entry has this number.
    Seq(u64),
    /// That its last entry has this hash.
    Head(Hash),
    /// That nothing was said about a subject after the entry of this number.
    SubjectUnchangedSince {
        /// The subject.
        subject: String,
        /// The number of the last entry that the writer has seen.
        seq: u64,
    },
}

/// What [`admit`] must know of a ledger: the answers of three look-ups in whatever keeps it.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The last entry.
    pub head: Option<Head>,
    /// For every draft, the entry of its id.
    pub entries: Vec<Option<Entry>>,
    /// The number of the last entry about the subject that [`Expect::SubjectUnchangedSince`] names.
    pub last_about: Option<u64>,
}

/// What is to be done with drafts.
#[derive(Debug, Clone, PartialEq)]
pub enum Admitted {
    /// They are new: to be sealed and kept.
    New,
    /// All of them are in the ledger already, as these entries.
    Repeated(Vec<Entry>),
}

/// Whether drafts may be appended. Pure, so that every store decides alike, those in other languages' databases included.
///
/// Drafts whose ids and content are known are a repetition, which succeeds whatever was expected: a writer that did not hear
/// the answer may ask again.
///
/// ```
/// use greenboard::ledger::{Admitted, Actor, Draft, Expect, Known, admit};
/// let at = "2026-01-02T03:05:00Z".parse().unwrap();
/// let draft = Draft::new("plan-1", "release.planned", "api-1.4.0", Actor::human("alice"), at);
/// let empty = Known { entries: vec![None], ..Known::default() };
/// assert_eq!(admit(&[draft.clone()], &Expect::Empty, &empty)?, Admitted::New);
/// assert_eq!(admit(&[draft], &Expect::Seq(4), &empty).unwrap_err().code(), "ledger.conflict");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `ledger.idempotency_conflict` where an id is known with other content, or only a part of the drafts is known;
/// `ledger.repeated_id` where an id comes twice among them; `ledger.conflict`, retryable and with the `actual` head, where the
/// expectation does not hold.
pub fn admit(drafts: &[Draft], expect: &Expect, known: &Known) -> Result<Admitted> {
    let mut ids = HashSet::with_capacity(drafts.len());
    if let Some(twice) = drafts.iter().find(|draft| !ids.insert(draft.id.as_str())) {
        return Err(LedgerError::RepeatedId { id: twice.id.clone() }.into());
    }
    let found: Vec<&Entry> = known.entries.iter().flatten().collect();
    if let Some(first) = found.first() {
        let mut originals = Vec::with_capacity(drafts.len());
        for (draft, entry) in drafts.iter().zip(&known.entries) {
            match entry {
                Some(entry) if is_same(draft, entry)? => originals.push(entry.clone()),
                Some(entry) => return Err(conflicting(entry)),
                None => return Err(conflicting(first)),
            }
        }
        return Ok(Admitted::Repeated(originals));
    }
    if holds(expect, known) {
        return Ok(Admitted::New);
    }
    Err(LedgerError::Conflict { expected: expect.described(), actual: known.head }.into())
}

fn conflicting(entry: &Entry) -> crate::Error {
    LedgerError::IdempotencyConflict { id: entry.id().to_owned(), seq: entry.seq() }.into()
}

fn holds(expect: &Expect, known: &Known) -> bool {
    match (expect, &known.head) {
        (Expect::Any, _) | (Expect::Empty, None) => true,
        (Expect::Seq(seq), Some(head)) => head.seq == *seq,
        (Expect::Head(hash), Some(head)) => head.hash == *hash,
        (Expect::SubjectUnchangedSince { seq, .. }, Some(head)) => {
            // Who has seen an entry that is not there has seen another ledger.
            *seq <= head.seq && known.last_about.is_none_or(|last| last <= *seq)
        }
        _ => false,
    }
}

impl Expect {
    /// The subject about which the store must know the last entry.
    pub fn subject(&self) -> Option<&str> {
        match self {
            Self::SubjectUnchangedSince { subject, .. } => Some(subject),
            _ => None,
        }
    }

    fn described(&self) -> String {
        match self {
            Self::Any => "anything".to_owned(),
            Self::Empty => "an empty ledger".to_owned(),
            Self::Seq(seq) => format!("entry {seq} as its head"),
            Self::Head(hash) => format!("the head {hash}"),
            Self::SubjectUnchangedSince { subject, seq } => {
                format!("nothing about {subject:?} after entry {seq}")
            }
        }
    }
}

/// Whether an entry is what a draft became.
fn is_same(draft: &Draft, entry: &Entry) -> Result<bool> {
    let kept = entry.draft();
    let same = draft.actor == kept.actor
        && time::cut(draft.at) == time::cut(kept.at)
        && draft.kind == kept.kind
        && draft.kind_v == kept.kind_v
        && draft.payload == kept.payload
        && draft.subject == kept.subject;
    Ok(same && canonical::write(&draft.data, Policy::Exact)? == canonical::write(&kept.data, Policy::Exact)?)
}
