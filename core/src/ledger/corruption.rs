//! What can be wrong with an entry of a ledger, by name.

use std::fmt;

/// What is wrong with an entry where a ledger does not hold together. Of several faults the first in this order is named.
///
/// ```
/// use greenboard::ledger::Corruption;
/// assert_eq!(Corruption::TimeOrder.name(), "time_order");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Corruption {
    /// Its bytes are no canonical JSON (RFC 8785) under the ledger's limits.
    NotCanonical,
    /// It is canonical JSON, but not an entry of this format.
    Malformed,
    /// It has not the number that comes next.
    Seq,
    /// It does not hold the hash of the entry before it.
    Chain,
    /// It was recorded before the entry before it.
    TimeOrder,
    /// Its claimed time lies more than five minutes after it was recorded.
    Future,
    /// The first entry is no genesis, or another one is.
    Genesis,
    /// An entry before it has the same id.
    DuplicateId,
    /// The columns beside it in a table say something else.
    Columns,
}

impl Corruption {
    /// Every kind, in the order in which an entry is checked.
    pub const ALL: [Self; 9] = [
        Self::NotCanonical,
        Self::Malformed,
        Self::Seq,
        Self::Chain,
        Self::TimeOrder,
        Self::Future,
        Self::Genesis,
        Self::DuplicateId,
        Self::Columns,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotCanonical => "not_canonical",
            Self::Malformed => "malformed",
            Self::Seq => "seq",
            Self::Chain => "chain",
            Self::TimeOrder => "time_order",
            Self::Future => "future",
            Self::Genesis => "genesis",
            Self::DuplicateId => "duplicate_id",
            Self::Columns => "columns",
        }
    }
}

impl fmt::Display for Corruption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotCanonical => "its bytes are no canonical JSON",
            Self::Malformed => "it breaks a rule of the format",
            Self::Seq => "its number is not the one that comes next",
            Self::Chain => "it does not hold the hash of the entry before it",
            Self::TimeOrder => "it was recorded before the entry before it",
            Self::Future => "its claimed time lies more than five minutes after it was recorded",
            Self::Genesis => "a ledger begins with its genesis, and has one",
            Self::DuplicateId => "its id is that of an entry before it",
            Self::Columns => "the columns beside it say something else",
        })
    }
}
