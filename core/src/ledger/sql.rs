//! Ledgers in SQL databases: the tables and statements, as text. Whoever has a connection runs them; the modules for Python and
//! Node that come with greenboard do, and the example with sqlx.
//!
//! Entries are bytes in a table of their own, beside tables of anybody's own, and are written in the same transaction. Writers
//! are optimistic: entries are sealed on the head that was read, and [`append`](Statements::append) adds them only where that still is the
//! head. Where it is not, nothing is added: read, [`admit`](super::admit) and seal again.
//!
//! The triggers keep accidents out. Who may drop them may also change history, which only [`verify`](super::verify) with an
//! anchor from outside tells.
//!
//! ```
//! use greenboard::ledger::sql::{POSTGRES, SQLITE};
//! assert!(SQLITE.schema.contains("STRICT") && POSTGRES.schema.contains("bytea"));
//! ```

use super::error::LedgerError;
use super::{Corruption, Entry, Hash};
use crate::{Error, Result};
use serde::Serialize;

/// The texts for one database. Parameters are `:name` in SQLite and `$n` in PostgreSQL, in the order in which they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Statements {
    /// Makes the table, its indexes and triggers, where they are not there yet: several statements.
    pub schema: &'static str,
    /// What an append depends on, `part`, `seq` and `body` of each: the `head`; the `known` entries with these ids; the last entry about
    /// the `subject`. Parameters: `ledger`, `ids` (a JSON list; PostgreSQL: an array), `subject` (or null).
    pub state: &'static str,
    /// Adds entries on top of the head `expect` (null for the first), and nothing where it is not the head. Parameters: `ledger`,
    /// `seq`, `prev`, `hash`, `id`, `kind`, `subject`, `body`, `expect`; SQLite: one entry, PostgreSQL: arrays.
    pub append: &'static str,
    /// The columns `seq`, `prev`, `hash`, `id`, `kind`, `subject`, `body` of entries in order. Parameters: `ledger`, `after`
    /// (−1 for all), `limit`.
    pub entries: &'static str,
    /// The `body` of an entry. Parameters: `ledger`, `seq`.
    pub entry: &'static str,
    /// The `body` of the entry with an id. Parameters: `ledger`, `id`.
    pub by_id: &'static str,
    /// `seq`, `hash` and `body` of the last entry. Parameter: `ledger`.
    pub head: &'static str,
    /// Waits until no other writer who lost a race is at work, until the transaction ends; empty where writers queue anyway.
    /// Parameter: `ledger`.
    pub queue: &'static str,
}

/// For SQLite 3.37 and newer. A connection should have `journal_mode=WAL` and `synchronous=FULL`.
pub const SQLITE: Statements = Statements {
    schema: include_str!("sql/sqlite.sql"),
    state: "\
SELECT * FROM (SELECT 'head' AS part, seq, body FROM ledger_entry WHERE ledger=:ledger ORDER BY seq DESC LIMIT 1)
UNION ALL
SELECT 'known', seq, body FROM ledger_entry WHERE ledger=:ledger AND id IN (SELECT value FROM json_each(:ids))
UNION ALL
SELECT * FROM (SELECT 'subject', seq, body FROM ledger_entry WHERE ledger=:ledger AND subject=:subject ORDER BY seq DESC LIMIT 1)",
    append: "\
INSERT INTO ledger_entry(ledger,seq,prev,hash,id,kind,subject,body)
SELECT :ledger,:seq,:prev,:hash,:id,:kind,:subject,:body
WHERE (SELECT hash FROM ledger_entry WHERE ledger=:ledger ORDER BY seq DESC LIMIT 1) IS :expect",
    entries: "\
SELECT seq,prev,hash,id,kind,subject,body FROM ledger_entry WHERE ledger=:ledger AND seq>:after ORDER BY seq LIMIT :limit",
    entry: "SELECT body FROM ledger_entry WHERE ledger=:ledger AND seq=:seq",
    by_id: "SELECT body FROM ledger_entry WHERE ledger=:ledger AND id=:id",
    head: "SELECT seq,hash,body FROM ledger_entry WHERE ledger=:ledger ORDER BY seq DESC LIMIT 1",
    queue: "",
};

/// For PostgreSQL 14 and newer.
pub const POSTGRES: Statements = Statements {
    schema: include_str!("sql/postgres.sql"),
    state: "\
SELECT * FROM (SELECT 'head' AS part, seq, body FROM ledger_entry WHERE ledger=$1 ORDER BY seq DESC LIMIT 1) AS head
UNION ALL
SELECT 'known', seq, body FROM ledger_entry WHERE ledger=$1 AND id = ANY($2::text[])
UNION ALL
SELECT * FROM (SELECT 'subject', seq, body FROM ledger_entry WHERE ledger=$1 AND subject=$3::text ORDER BY seq DESC LIMIT 1) AS last",
    append: "\
INSERT INTO ledger_entry(ledger,seq,prev,hash,id,kind,subject,body)
SELECT $1::text, new.* FROM unnest($2::bigint[],$3::bytea[],$4::bytea[],$5::text[],$6::text[],$7::text[],$8::bytea[])
  AS new(seq,prev,hash,id,kind,subject,body)
WHERE (SELECT hash FROM ledger_entry WHERE ledger=$1 ORDER BY seq DESC LIMIT 1) IS NOT DISTINCT FROM $9::bytea
ORDER BY new.seq
RETURNING seq",
    entries: "\
SELECT seq,prev,hash,id,kind,subject,body FROM ledger_entry WHERE ledger=$1 AND seq>$2::bigint ORDER BY seq LIMIT $3::bigint",
    entry: "SELECT body FROM ledger_entry WHERE ledger=$1 AND seq=$2::bigint",
    by_id: "SELECT body FROM ledger_entry WHERE ledger=$1 AND id=$2",
    head: "SELECT seq,hash,body FROM ledger_entry WHERE ledger=$1 ORDER BY seq DESC LIMIT 1",
    queue: "SELECT pg_advisory_xact_lock(hashtextextended('greenboard.ledger/'||$1::text,0))",
};

/// A row of the table, as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs)]
pub struct Row<'a> {
    /// The number of the entry.
    pub seq: u64,
    /// The hash of the entry before it; none for the first.
    pub prev: Option<Hash>,
    /// Its hash.
    pub hash: Hash,
    /// Its idempotency key.
    pub id: &'a str,
    /// What kind of thing happened.
    pub kind: &'a str,
    /// What it is about.
    pub subject: &'a str,
    /// The bytes of the entry.
    pub body: &'a [u8],
}

impl<'a> Row<'a> {
    /// The row of an entry.
    ///
    /// ```
    /// use greenboard::ledger::{self, Actor, sql::Row};
    ///
    /// let at = "2026-01-02T03:04:05Z".parse().unwrap();
    /// let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), at);
    /// let sealed = ledger::seal(&[genesis], None, at)?;
    /// let row = Row::of(&sealed.entries[0]);
    /// assert_eq!((row.seq, row.prev, row.id), (0, None, "genesis"));
    /// assert_eq!(row.check()?, sealed.entries[0]);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn of(entry: &'a Entry) -> Self {
        Self {
            seq: entry.seq(),
            prev: (entry.seq() > 0).then(|| entry.prev()),
            hash: entry.hash(),
            id: entry.id(),
            kind: entry.kind(),
            subject: entry.subject(),
            body: entry.bytes(),
        }
    }

    /// The entry, where the columns beside its bytes say what the bytes say.
    ///
    /// # Errors
    /// `ledger.corrupt`: the bytes are no entry, or a column says something else, so that queries would find something else.
    pub fn check(&self) -> Result<Entry> {
        let entry = Entry::parse(self.body)?;
        if Row::of(&entry) == *self {
            return Ok(entry);
        }
        Err(LedgerError::Corrupt { seq: self.seq, kind: Corruption::Columns }.into())
    }
}

/// The error of a writer who lost the race so many times in a row.
///
/// ```
/// assert!(greenboard::ledger::sql::contended(8).retryable());
/// ```
pub fn contended(attempts: u32) -> Error {
    LedgerError::Contended { attempts }.into()
}
