//! The ledger: what was decided, on which evidence, by whom, when.
//!
//! A ledger is an append-only sequence of entries, each of which holds the hash of the one before it. [`seal`] makes entries of
//! drafts and [`verify`] checks them, both without clock, randomness or I/O; [`store`] keeps them.
//!
//! # What it promises
//!
//! Any later change to history is detected **by whoever holds an older head or checkpoint**. Without such an anchor from
//! outside, cutting the tail off and rewriting everything cannot be told from a ledger that was always so.

mod admit;
mod chain;
mod corruption;
mod draft;
mod entry;
mod error;
mod hash;
#[cfg(feature = "sign")]
pub mod note;
mod payload;
mod rules;
mod scan;
pub mod sql;
pub mod store;
mod time;
mod transfer;
pub mod tree;
mod upcast;
mod verify;

pub use admit::{Admitted, Expect, Known, admit};
pub use chain::{Anchor, Head, Sealed, genesis, seal};
pub use corruption::Corruption;
pub use draft::{Actor, ActorKind, Draft, PayloadRef};
pub use entry::Entry;
pub(crate) use error::LedgerError;
pub use hash::Hash;
pub use payload::{PayloadState, Tombstone, erasure, payload_digest, payload_state};
pub use transfer::{Imported, export, import};
pub use upcast::{Lifted, Upcasters};
pub use verify::{Held, Verified, Verifier, verify, verify_parallel};
