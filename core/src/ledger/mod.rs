//! The ledger: what was decided, on which evidence, by whom, when.
//!
//! A ledger is an append-only sequence of entries, each of which holds the hash of the one before it. `seal` makes entries of
//! drafts and `verify` checks them, both without clock, randomness or I/O; `store` keeps them.

mod error;
pub mod store;

pub(crate) use error::LedgerError;
