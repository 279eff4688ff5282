//! The releases of a ledger as they are: entries in, states kept; a command in, drafts and an expectation out. No I/O, so that
//! whatever keeps the ledger, a store of ours or somebody's own database, is asked by whoever has it.

use super::context::Context;
use super::decide::decide;
use super::envelope::Envelope;
use super::error::ReleaseError;
use super::event::Event;
use super::evolve::evolve;
use super::portfolio::ReleaseBooking;
use super::refusal::{Refusal, RefusalCode, RefusalReason};
use super::state::{ReleaseState, ReleaseStatus};
use crate::Result;
use crate::ledger::{Draft, Entry, Expect};
use std::collections::{BTreeMap, BTreeSet};

/// The releases of a ledger, folded as its entries come.
///
/// ```
/// use greenboard::fact::{Facts, Roster};
/// use greenboard::gate::GateSet;
/// use greenboard::ledger::store::{Memory, Store};
/// use greenboard::ledger::{self, Actor, Expect};
/// use greenboard::release::{Context, CreateCommand, Envelope, Release, Releases, Roles};
///
/// let now = "2026-11-02T09:00:00Z".parse().unwrap();
/// let mut ledger = Memory::new();
/// ledger.append(&[ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), now)], &Expect::Empty, now)?;
/// let context = Context::new(GateSet::parse("gates: []")?, Roles::new(), Facts::new(Roster::new()))?;
///
/// let mut releases = Releases::new();
/// releases.read(&ledger.entries(releases.seen(), 1000)?)?;
/// let create = CreateCommand::new(Release::new("api-1.4.0", "train"));
/// let envelope = Envelope::new("create-1", Actor::human("ada"), now, create);
/// let prepared = releases.prepare("api-1.4.0", &envelope, &context)?;
/// ledger.append(&prepared.drafts, &prepared.expect, now)?;
///
/// releases.read(&ledger.entries(releases.seen(), 1000)?)?;
/// assert_eq!(releases.state("api-1.4.0").unwrap().release.template, "train");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Releases {
    seen: Option<u64>,
    states: BTreeMap<String, ReleaseState>,
    /// Those that have not ended.
    live: BTreeSet<String>,
}

/// What a command comes to: what happens, as it is to be recorded, and what must still hold of the ledger then.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Prepared {
    /// What happens; nothing where the command was decided on before.
    pub events: Vec<Event>,
    /// The events as entries to be.
    pub drafts: Vec<Draft>,
    /// That nobody said anything about the release meanwhile, nor about others where the command was decided beside them. Where
    /// that does not hold any more, read what is new and prepare the command again.
    pub expect: Expect,
}

impl Releases {
    /// None, of a ledger of which nothing was read.
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of the last entry that was read: the cursor after which to read on.
    pub fn seen(&self) -> Option<u64> {
        self.seen
    }

    /// Takes in the next entries. Those that were read before change nothing; those of other namespaces are passed over.
    ///
    /// # Errors
    /// `release.entries_missing` where there are entries between what was read and these; those of [`Event::of_entry`]. What comes
    /// before the entry that is wrong is taken in.
    pub fn read(&mut self, entries: &[Entry]) -> Result<()> {
        for entry in entries {
            let next = self.seen.map_or(0, |seen| seen.saturating_add(1));
            if entry.seq() < next {
                continue;
            }
            if entry.seq() > next {
                return Err(ReleaseError::EntriesMissing { next, given: entry.seq() }.into());
            }
            if let Some(event) = Event::of_entry(entry)? {
                let state = self.states.remove(&event.release);
                if let Some(state) = evolve(state, &event) {
                    if matches!(state.status, ReleaseStatus::Closed | ReleaseStatus::Cancelled) {
                        self.live.remove(&event.release);
                    } else if !self.live.contains(&event.release) {
                        self.live.insert(event.release.clone());
                    }
                    self.states.insert(event.release, state);
                }
            }
            self.seen = Some(entry.seq());
        }
        Ok(())
    }

    /// A release as it is; none where it was not opened.
    pub fn state(&self, release: &str) -> Option<&ReleaseState> {
        self.states.get(release)
    }

    /// All of them, by id.
    pub fn states(&self) -> impl ExactSizeIterator<Item = &ReleaseState> {
        self.states.values()
    }

    /// Decides on a command for a release, beside the others of the ledger, and says how to record what happens.
    ///
    /// # Errors
    /// `release.refused` with every reason; `document.not_finite` where a number of it is none.
    pub fn prepare(&self, release: &str, envelope: &Envelope, context: &Context) -> Result<Prepared> {
        let beside = envelope.command.decider().beside();
        let others = self.live.iter().filter(|id| beside && *id != release);
        let others: Vec<ReleaseBooking> =
            others.filter_map(|id| self.states.get(id)).map(ReleaseBooking::of).collect();
        let expect = self.unchanged(release, !others.is_empty());
        let events = match others.is_empty() {
            true => self.decided(release, envelope, context)?,
            false => self.decided(release, envelope, &context.beside(others)?)?,
        };
        let drafts = events.iter().map(Event::to_draft).collect::<Result<Vec<_>>>()?;
        Ok(Prepared { events, drafts, expect })
    }

    fn decided(&self, release: &str, envelope: &Envelope, context: &Context) -> Result<Vec<Event>, Refusal> {
        let opens = envelope.command.decider().opens();
        if let Some(other) = opens.filter(|opened| opened.id != release) {
            let message = format!("the command opens release {:?}, and was given to {release:?}", other.id);
            let reason = RefusalReason::new(RefusalCode::FormIncomplete, message)
                .with_lift("give it to the release that it opens");
            return Err(Refusal::new(release, envelope.command.kind()).with_reasons([reason]));
        }
        decide(self.state(release), envelope, context).map_err(|mut refusal| {
            release.clone_into(&mut refusal.release);
            refusal
        })
    }

    /// That nobody said anything about a release since, or about anything.
    fn unchanged(&self, release: &str, others: bool) -> Expect {
        match self.seen {
            Some(seq) if others => Expect::Seq(seq),
            Some(seq) => Expect::SubjectUnchangedSince { subject: release.to_owned(), seq },
            None => Expect::Empty,
        }
    }
}
