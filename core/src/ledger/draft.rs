//! What is to be recorded: an entry without what the store gives it.

use crate::document::{Key, Node, Position, Value, names, reads};
use schemars::JsonSchema;
use serde::Serialize;

use super::Hash;
use jiff::Timestamp;

/// An entry to be: what happened, as the caller has it. The store adds its number, the hash before it, and when it came.
///
/// ```
/// use greenboard::document::{self, Format};
/// use greenboard::ledger::{Actor, Draft};
///
/// let at = "2026-01-02T03:05:00Z".parse().unwrap();
/// let draft = Draft::new("plan-1", "release.planned", "api-1.4.0", Actor::human("alice"), at)
///     .with_data(document::read(r#"{"version": "1.4.0"}"#, Format::Json)?);
/// assert_eq!(draft.kind_v, 1);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Draft {
    /// Who did it.
    pub actor: Actor,
    /// When it happened, as its author says; kept to the millisecond.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// What happened, in the words of its kind. People by pseudonymous ids: their names belong into a payload.
    #[schemars(with = "std::collections::BTreeMap<String, serde_json::Value>", default = "empty")]
    pub data: Node,
    /// The idempotency key, 1 to 128 characters: repeated with the same content it adds nothing.
    pub id: String,
    /// What kind of thing happened: lowercase words with dots between them, at most 64 characters.
    pub kind: String,
    /// The version of what `data` looks like for this kind, from 1.
    #[schemars(default = "one")]
    pub kind_v: u32,
    /// The digest of content that can be erased.
    pub payload: Option<PayloadRef>,
    /// What it is about, at most 256 characters.
    pub subject: String,
}

const fn one() -> u32 {
    1
}

reads!(Draft as "greenboard/draft/1" {
    actor,
    at,
    data = empty(),
    id,
    kind,
    kind_v = one(),
    payload,
    subject,
});

fn empty() -> Node {
    Node::new(Value::Map(Vec::new()))
}

impl Draft {
    /// A draft without data or payload, in the first version of its kind.
    pub fn new(
        id: impl Into<String>,
        kind: impl Into<String>,
        subject: impl Into<String>,
        actor: Actor,
        at: Timestamp,
    ) -> Self {
        Self {
            actor,
            at,
            data: empty(),
            id: id.into(),
            kind: kind.into(),
            kind_v: one(),
            payload: None,
            subject: subject.into(),
        }
    }

    /// With these data, a map.
    #[must_use]
    pub fn with_data(mut self, data: Node) -> Self {
        self.data = data;
        self
    }

    /// With data that look as this version of the kind says.
    #[must_use]
    pub fn with_kind_v(mut self, kind_v: u32) -> Self {
        self.kind_v = kind_v;
        self
    }

    /// With content that can be erased.
    #[must_use]
    pub fn with_payload(mut self, payload: PayloadRef) -> Self {
        self.payload = Some(payload);
        self
    }
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Actor {
    /// A pseudonymous id.
    pub id: String,
    /// What sort of actor that is.
    pub kind: ActorKind,
}

reads!(Actor { id, kind });

impl Actor {
    /// An actor of a kind.
    pub fn new(id: impl Into<String>, kind: ActorKind) -> Self {
        Self { id: id.into(), kind }
    }

    /// A person.
    ///
    /// ```
    /// use greenboard::ledger::{Actor, ActorKind};
    /// assert_eq!(Actor::human("alice").kind, ActorKind::Human);
    /// ```
    pub fn human(id: impl Into<String>) -> Self {
        Self::new(id, ActorKind::Human)
    }

    /// A program that does what it is told.
    pub fn service(id: impl Into<String>) -> Self {
        Self::new(id, ActorKind::Service)
    }

    /// A program that decides.
    pub fn agent(id: impl Into<String>) -> Self {
        Self::new(id, ActorKind::Agent)
    }
}

/// What sort of actor somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// A person.
    Human,
    /// A program that does what it is told.
    Service,
    /// A program that decides.
    Agent,
}

names!(ActorKind: "actor kind");

impl ActorKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Human, Self::Service, Self::Agent];

    /// Its name, as documents have it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Service => "service",
            Self::Agent => "agent",
        }
    }
}

/// The digest of content that is kept beside the ledger and can be erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct PayloadRef {
    /// Its salted digest.
    pub digest: Hash,
    /// Its media type, such as `application/json`.
    pub media: String,
}

reads!(PayloadRef { digest, media });

impl PayloadRef {
    /// The reference to a payload of this digest and media type.
    pub fn new(digest: Hash, media: impl Into<String>) -> Self {
        Self { digest, media: media.into() }
    }
}

/// A map that was made.
pub(crate) fn map<const N: usize>(entries: [(&str, Value); N]) -> Node {
    let entry = |(key, value): (&str, Value)| {
        (Key { text: key.to_owned(), at: Position::default() }, Node::new(value))
    };
    Node::new(Value::Map(entries.map(entry).into()))
}
