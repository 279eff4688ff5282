//! What came of adding facts.

use crate::document::{names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What came of adding facts.
///
/// ```
/// use greenboard::fact::{Evidence, Facts, Metric, Roster, Subject};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let seen = |id: &str, value: f64| {
///     Evidence::new(id, Subject::new("payments"), Metric::new("error_rate", value).into(), at).into()
/// };
/// let mut facts = Facts::new(Roster::new());
/// let added = facts.add([seen("e1", 0.002), seen("e1", 0.002), seen("e2", 0.2)]);
/// assert_eq!((added.added, added.absorbed), (2, 1));
/// assert_eq!(added.contradictory[0].ids, ["e1", "e2"]);
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Added {
    /// How many were new.
    pub added: u64,
    /// How many were there already, word for word.
    pub absorbed: u64,
    /// How many of the new ones took the place of an older observation of the same.
    pub superseding: u64,
    /// What the new ones contradict, or contradict each other in.
    pub contradictory: Vec<Contradiction>,
    /// The names that came for the first time and are nobody's and nothing's.
    pub unresolved: Vec<Unresolved>,
}

reads!(Added as "greenboard/added/1" { added, absorbed, superseding, contradictory, unresolved, .. });

/// Facts that cannot all be true. Until there is a newer one, what they are about is pending.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Contradiction {
    /// Their kind.
    pub fact: String,
    /// Why they cannot.
    pub clash: Clash,
    /// What they are called by.
    pub ids: Vec<String>,
    /// The components that they are about.
    pub components: Vec<String>,
    /// When the last of them was observed.
    #[schemars(with = "String")]
    pub observed_at: Timestamp,
}

reads!(Contradiction { fact, clash, ids, components, observed_at });

impl Contradiction {
    /// What is wrong, in a sentence without a full stop.
    ///
    /// ```
    /// use greenboard::fact::{Approval, Facts, Roster, Subject};
    ///
    /// let at = "2026-11-02T09:00:00Z".parse().unwrap();
    /// let approval = |by| Approval::new("a1", Subject::new("payments"), by, at).into();
    /// let mut facts = Facts::new(Roster::new());
    /// let added = facts.add([approval("ada"), approval("grace")]);
    /// assert_eq!(added.contradictory[0].said(), "facts of kind approval differ and are all called \"a1\"");
    /// ```
    pub fn said(&self) -> String {
        let quoted: Vec<String> = self.ids.iter().take(5).map(|id| format!("{id:?}")).collect();
        let mut ids = quoted.join(" and ");
        if self.ids.len() > quoted.len() {
            ids += &format!(" and {} more", self.ids.len() - quoted.len());
        }
        let kind = &self.fact;
        match self.clash {
            Clash::Id => format!("facts of kind {kind} differ and are all called {ids}"),
            Clash::Value => {
                format!("facts of kind {kind} contradict each other for {}: {ids}", self.observed_at)
            }
        }
    }
}

/// Why facts cannot all be true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Clash {
    /// They have one id and differ.
    Id,
    /// They say different things of one subject, from one source, at one instant.
    Value,
}

names!(Clash: "clash");

impl Clash {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Id, Self::Value];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Value => "value",
        }
    }
}

/// A name in facts that is nobody's and nothing's here, or more than one's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Unresolved {
    /// What it names.
    pub what: UnresolvedName,
    /// The tool that calls it so.
    pub tool: String,
    /// The name.
    pub name: String,
    /// Whether it is the name of several.
    pub ambiguous: bool,
    /// What it is the name of, where that is several; else what is called much like it. Nothing is taken for it.
    pub nearest: Vec<String>,
    /// How many facts use it.
    pub facts: u64,
}

reads!(Unresolved { what, tool, name, ambiguous, nearest, facts });

/// What an unresolved name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UnresolvedName {
    /// A component.
    Component,
    /// A person.
    Person,
    /// An environment.
    Environment,
    /// A version: the first digits of several candidates' commits.
    Version,
}

names!(UnresolvedName: "unresolved name");

impl UnresolvedName {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Component, Self::Person, Self::Environment, Self::Version];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::Person => "person",
            Self::Environment => "environment",
            Self::Version => "version",
        }
    }
}
