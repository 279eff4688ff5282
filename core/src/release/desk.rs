//! A desk: where commands are given, decided on and recorded, over whatever keeps the ledger.

use super::context::Context;
use super::envelope::Envelope;
use super::event::Event;
use super::releases::Releases;
use super::state::ReleaseState;
use crate::Result;
use crate::ledger::Entry;
use crate::ledger::store::Store;
use jiff::Timestamp;

/// How many entries are read at a time.
const PAGE: usize = 4096;

/// How often a command is decided on where others are faster every time. Each of them got on meanwhile.
const ATTEMPTS: usize = 64;

/// Where commands are given: decides, records, and begins anew where somebody else was faster.
///
/// ```
/// use greenboard::fact::{Facts, Roster};
/// use greenboard::gate::GateSet;
/// use greenboard::ledger::store::{Memory, Store};
/// use greenboard::ledger::{self, Actor, Expect};
/// use greenboard::release::{Context, CreateCommand, Desk, Envelope, Release, ReleaseStatus, Roles};
///
/// let now = "2026-11-02T09:00:00Z".parse().unwrap();
/// let mut ledger = Memory::new();
/// ledger.append(&[ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), now)], &Expect::Empty, now)?;
/// let context = Context::new(GateSet::parse("gates: []")?, Roles::new(), Facts::new(Roster::new()))?;
///
/// let mut desk = Desk::open(ledger, context)?;
/// let create = CreateCommand::new(Release::new("api-1.4.0", "train"));
/// let done = desk.act("api-1.4.0", &Envelope::new("create-1", Actor::human("ada"), now, create), now)?;
/// assert_eq!(done.events[0].id, "create-1/0");
/// assert_eq!(desk.state("api-1.4.0").unwrap().status, ReleaseStatus::Draft);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Desk<S> {
    ledger: S,
    context: Context,
    releases: Releases,
}

/// What a command came to.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Done {
    /// What happened; nothing where the command was decided on before.
    pub events: Vec<Event>,
    /// What was recorded of it.
    pub entries: Vec<Entry>,
    /// Whether the command was decided on before, and changed nothing now.
    pub repeated: bool,
}

impl<S: Store> Desk<S> {
    /// A desk over a ledger, whose releases are read.
    ///
    /// # Errors
    /// Those of [`refresh`](Self::refresh).
    pub fn open(ledger: S, context: Context) -> Result<Self> {
        let mut desk = Self { ledger, context, releases: Releases::new() };
        desk.refresh()?;
        Ok(desk)
    }

    /// Reads what others recorded meanwhile.
    ///
    /// # Errors
    /// Those of the store and of [`Releases::read`].
    pub fn refresh(&mut self) -> Result<()> {
        loop {
            let page = self.ledger.entries(self.releases.seen(), PAGE)?;
            if page.is_empty() {
                return Ok(());
            }
            self.releases.read(&page)?;
        }
    }

    /// Decides on a command for a release, and records what happens. `now` is what the store's clock says.
    ///
    /// Where somebody else recorded something about the release meanwhile, that is read and the command decided on anew; whoever
    /// would rather look at it themselves gives the envelope the version that they had seen.
    ///
    /// # Errors
    /// `release.refused` with every reason; those of the store, and `ledger.conflict` where others were faster every time.
    pub fn act(&mut self, release: &str, envelope: &Envelope, now: Timestamp) -> Result<Done> {
        self.refresh()?;
        let mut attempt = 1;
        loop {
            let prepared = self.releases.prepare(release, envelope, &self.context)?;
            if prepared.drafts.is_empty() {
                return Ok(Done { events: prepared.events, entries: Vec::new(), repeated: true });
            }
            match self.ledger.append(&prepared.drafts, &prepared.expect, now) {
                Ok(appended) => {
                    self.refresh()?;
                    let (entries, repeated) = (appended.entries, appended.repeated);
                    return Ok(Done { events: prepared.events, entries, repeated });
                }
                Err(error) if error.code() == "ledger.conflict" && attempt < ATTEMPTS => {
                    attempt += 1;
                    self.refresh()?;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// A release as it was when the ledger was last read; none where it was not opened.
    pub fn state(&self, release: &str) -> Option<&ReleaseState> {
        self.releases.state(release)
    }

    /// The releases as they were when the ledger was last read.
    pub fn releases(&self) -> &Releases {
        &self.releases
    }

    /// What commands are decided in.
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Decides in this context from now on.
    pub fn set_context(&mut self, context: Context) {
        self.context = context;
    }

    /// The ledger.
    pub fn ledger(&self) -> &S {
        &self.ledger
    }

    /// The ledger, when no more commands are given here.
    pub fn into_ledger(self) -> S {
        self.ledger
    }
}
