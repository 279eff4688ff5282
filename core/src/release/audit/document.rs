//! What an audit says.

use crate::Result;
use crate::document::{self, Format, Node, Value, reads};
#[cfg(feature = "sign")]
use crate::ledger::note::{self, Signer};
use crate::ledger::{ActorKind, Hash};
use crate::release::control::{ControlResult, LateEntry};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What happened to releases, with what proves it.
///
/// Whoever checks it needs the key of the ledger, or its root, from elsewhere: a document can show that it agrees with itself and
/// with a root, and never that the root is the right one. That no entry of a release is left out is shown only where the whole
/// ledger is exported.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Audit {
    /// As of when the controls were computed.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// Which ledger, by what its first entry says.
    pub origin: String,
    /// Of which releases.
    pub scope: AuditScope,
    /// How many entries the ledger has.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
    /// The last of them.
    pub head: AuditHead,
    /// The signed checkpoint of that size and root.
    pub checkpoint: Option<String>,
    /// The entries of the releases and the ledger's first, by number.
    #[schemars(default)]
    pub entries: Vec<AuditEntry>,
    /// Who did what, when, on which evidence: a line for each entry of a release.
    #[schemars(default)]
    pub lines: Vec<AuditLine>,
    /// How much later than it happened something may be recorded, in milliseconds, before it is late.
    pub late_after_ms: i64,
    /// The entries that were recorded late.
    #[schemars(default)]
    pub late: Vec<LateEntry>,
    /// What the controls say, with the events that show it.
    #[schemars(default)]
    pub controls: Vec<ControlResult>,
    /// How many controls evidence backs, passed or not.
    pub backed: u64,
    /// How many controls apply.
    pub applicable: u64,
    /// The limits of the controls: their document, as text.
    pub policy: String,
    /// The SHA-256 of this document as canonical JSON without `digest` and `signature`.
    pub digest: String,
    /// A signed note of that digest.
    pub signature: Option<String>,
}

reads!(Audit as "greenboard/audit/1" {
    at,
    origin,
    scope,
    size,
    root,
    head,
    checkpoint,
    entries = Vec::new(),
    lines = Vec::new(),
    late_after_ms,
    late = Vec::new(),
    controls = Vec::new(),
    backed,
    applicable,
    policy,
    digest,
    signature,
});

/// What an audit is of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AuditScope {
    /// The releases, sorted.
    #[schemars(default)]
    pub releases: Vec<String>,
    /// Those to which something happened from here on, where a period was asked for.
    #[schemars(with = "Option<String>")]
    pub from: Option<Timestamp>,
    /// Those to which something happened before here, where a period was asked for.
    #[schemars(with = "Option<String>")]
    pub until: Option<Timestamp>,
}

reads!(AuditScope { releases = Vec::new(), from, until });

/// The last entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AuditHead {
    /// Its number.
    pub seq: u64,
    /// Its hash.
    pub hash: Hash,
    /// The hashes that lead from it to the root.
    #[schemars(default)]
    pub proof: Vec<Hash>,
}

reads!(AuditHead { seq, hash, proof = Vec::new() });

/// An entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AuditEntry {
    /// Its bytes, as text.
    pub entry: String,
    /// The hashes that lead from it to the root.
    #[schemars(default)]
    pub proof: Vec<Hash>,
}

reads!(AuditEntry { entry, proof = Vec::new() });

/// Who did what, when, on which evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct AuditLine {
    /// The number of the entry.
    pub seq: u64,
    /// The event, by id.
    pub event: String,
    /// The release.
    pub release: String,
    /// Who did it.
    pub who: String,
    /// What sort of actor that is.
    pub as_kind: ActorKind,
    /// What they did: the kind of event.
    pub what: String,
    /// When they did it, as they say.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// When it was recorded.
    #[schemars(with = "String")]
    pub recorded_at: Timestamp,
    /// On which evidence: the ids and digests that the entry names, sorted.
    #[schemars(default)]
    pub evidence: Vec<String>,
}

reads!(AuditLine { seq, event, release, who, as_kind, what, at, recorded_at, evidence = Vec::new() });

/// What of the document its digest does not cover.
const OUTSIDE: [&str; 2] = ["digest", "signature"];

impl Audit {
    /// The digest that the document should have.
    pub(super) fn digested(&self) -> Result<String> {
        let mut node: Node = document::read(document::emit(self)?, Format::Json)?;
        if let Value::Map(entries) = &mut node.value {
            entries.retain(|(key, _)| !OUTSIDE.contains(&key.text.as_str()));
        }
        let text = document::canonical::write(&node, document::canonical::Policy::Exact)?;
        Ok(Hash::of(text.as_bytes()).to_string())
    }

    /// What is signed of it: a line that says what it is, and its digest.
    pub fn statement(&self) -> String {
        format!("greenboard/audit/1\n{}\n", self.digest)
    }

    /// With the signature of the ledger's key over its digest.
    ///
    /// # Errors
    /// Whatever keeps the signer from signing.
    #[cfg(feature = "sign")]
    pub fn signed(mut self, signer: &dyn Signer) -> Result<Self> {
        self.signature = Some(note::sign(&self.statement(), signer)?);
        Ok(self)
    }
}
