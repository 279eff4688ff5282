//! Making an audit of a ledger.

use super::document::{Audit, AuditEntry, AuditHead, AuditScope};
use super::line::{NAMESPACE, line};
use crate::Result;
use crate::document;
#[cfg(feature = "sign")]
use crate::ledger::note::{Checkpoint, Note};
use crate::ledger::tree::Tree;
use crate::ledger::{Entry, Held, verify};
use crate::release::control::{ControlContext, ControlOutcome, TrailCheck, compliance, late};
use crate::release::error::ReleaseError;
use crate::release::event::Event;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// What an audit is to be of.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct AuditOptions {
    releases: Vec<String>,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
    checkpoint: Option<String>,
    held: Held,
    controls: ControlContext,
}

impl AuditOptions {
    /// Of all releases.
    pub fn new() -> Self {
        Self::default()
    }

    /// Of these releases.
    #[must_use]
    pub fn with_releases(mut self, releases: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.releases = releases.into_iter().map(Into::into).collect();
        self
    }

    /// Of those to which something happened in a period, its end not included; all that happened to them.
    #[must_use]
    pub fn with_period(mut self, from: Timestamp, until: Timestamp) -> Self {
        (self.from, self.until) = (Some(from), Some(until));
        self
    }

    /// Up to a signed checkpoint, which goes along; what came after it is left out.
    #[cfg(feature = "sign")]
    #[must_use]
    pub fn with_checkpoint(mut self, checkpoint: impl Into<String>) -> Self {
        self.checkpoint = Some(checkpoint.into());
        self
    }

    /// Of a ledger of which somebody holds something.
    #[must_use]
    pub fn with_held(mut self, held: Held) -> Self {
        self.held = held;
        self
    }

    /// With what the controls are computed with.
    #[must_use]
    pub fn with_controls(mut self, controls: ControlContext) -> Self {
        self.controls = controls;
        self
    }
}

/// The audit of releases of a ledger, as of an instant: give it the ledger's entries, all of them from the first.
///
/// ```
/// use greenboard::ledger::{self, Actor};
/// use greenboard::release::audit::{AuditOptions, export_audit};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let sealed = ledger::seal(&[ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at)], None, at)?;
/// let audit = export_audit(&sealed.entries, &AuditOptions::new(), at)?;
/// assert_eq!((audit.origin.as_str(), audit.size, audit.lines.len()), ("example.com/releases", 1, 0));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `release.nothing_to_audit` for a ledger without entries; `release.checkpoint_elsewhere` where the checkpoint is of another ledger
/// or another history; `ledger.*` where the ledger does not hold together; `release.unknown_event`.
pub fn export_audit(entries: &[Entry], options: &AuditOptions, at: Timestamp) -> Result<Audit> {
    let verified = verify(entries.iter().map(Entry::bytes), &options.held)?;
    let mut tree = Tree::new();
    entries.iter().for_each(|entry| tree.push(entry.hash()));
    let origin = origin(entries)?;
    let size = match &options.checkpoint {
        #[cfg(feature = "sign")]
        Some(note) => covered(note, &origin, &tree)?,
        _ => verified.entries,
    };
    let count = usize::try_from(size).unwrap_or(usize::MAX);
    let Some((covered, last)) = entries.get(..count).and_then(|covered| Some((covered, covered.last()?)))
    else {
        return Err(ReleaseError::NothingToAudit.into());
    };
    let releases = asked(covered, options);
    let own: Vec<&Entry> =
        covered.iter().filter(|entry| entry.seq() == 0 || is_of(entry, &releases)).collect();
    let proven = |entry: &Entry| tree.inclusion(entry.seq(), size).map(|proof| proof.proof);
    let exported = own.iter().map(|entry| {
        let text = String::from_utf8_lossy(entry.bytes()).into_owned();
        Ok(AuditEntry { entry: text, proof: proven(entry)? })
    });
    let events = own.iter().filter_map(|entry| Event::of_entry(entry).transpose());
    let policy = options.controls.policy();
    let trail = TrailCheck::new(covered, &Ok(verified), policy);
    let computed =
        compliance(&events.collect::<Result<Vec<Event>>>()?, &options.controls.clone().with_trail(trail), at);
    let controls: Vec<_> =
        computed.releases.into_iter().flat_map(|release| release.controls).chain(computed.period).collect();
    let of = |outcomes: &[ControlOutcome]| {
        controls.iter().filter(|result| outcomes.contains(&result.result)).count() as u64
    };
    let backed = of(&[ControlOutcome::Pass, ControlOutcome::Fail]);
    let mut audit = Audit {
        at,
        origin,
        scope: AuditScope {
            releases: releases.iter().cloned().collect(),
            from: options.from,
            until: options.until,
        },
        size,
        root: tree.root_at(size)?,
        head: AuditHead { seq: last.seq(), hash: last.hash(), proof: proven(last)? },
        checkpoint: options.checkpoint.clone(),
        entries: exported.collect::<Result<_>>()?,
        lines: own.iter().filter_map(|entry| line(entry)).collect(),
        late_after_ms: i64::try_from(policy.span(&policy.late_after).as_millis()).unwrap_or(i64::MAX),
        late: late(own.iter().copied().filter(|entry| entry.seq() != 0), policy),
        backed,
        applicable: backed + of(&[ControlOutcome::NoEvidence]),
        controls,
        policy: document::emit(policy)?,
        digest: String::new(),
        signature: None,
    };
    audit.digest = audit.digested()?;
    Ok(audit)
}

/// What the first entry calls the ledger.
fn origin(entries: &[Entry]) -> Result<String> {
    let first = entries.first().ok_or(ReleaseError::NothingToAudit)?;
    let origin = first.data().get("origin").and_then(|node| node.text().ok());
    Ok(origin.unwrap_or_default().to_owned())
}

/// How many entries a checkpoint covers, where it is of this ledger and its history.
#[cfg(feature = "sign")]
fn covered(note: &str, origin: &str, tree: &Tree) -> Result<u64> {
    let checkpoint = Checkpoint::parse(&Note::parse(note)?.text)?;
    let size = checkpoint.size;
    let problem = if checkpoint.origin != origin {
        format!("it is of {:?}, and the ledger is {origin:?}", checkpoint.origin)
    } else if size > tree.size() {
        format!("it is of {size} entries, and there are {}", tree.size())
    } else if tree.root_at(size)? != checkpoint.root {
        format!("it has another root for {size} entries")
    } else {
        return Ok(size);
    };
    Err(ReleaseError::CheckpointElsewhere { problem }.into())
}

/// The releases that are asked for.
fn asked(entries: &[Entry], options: &AuditOptions) -> BTreeSet<String> {
    let named: BTreeSet<&String> = options.releases.iter().collect();
    let wanted = |entry: &&Entry| {
        entry.kind().starts_with(NAMESPACE)
            && options.from.is_none_or(|from| from <= entry.at())
            && options.until.is_none_or(|until| entry.at() < until)
    };
    let subjects = entries.iter().filter(wanted).map(|entry| entry.subject().to_owned());
    subjects.filter(|subject| named.is_empty() || named.contains(subject)).collect()
}

fn is_of(entry: &Entry, releases: &BTreeSet<String>) -> bool {
    entry.kind().starts_with(NAMESPACE) && releases.contains(entry.subject())
}
