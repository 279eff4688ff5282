//! A ledger in files.

pub mod disk;
mod error;
mod frame;
mod index;
mod link;
mod lock;
mod options;
mod verdict;
mod walk;

pub(crate) use error::StoreError;
pub use options::{FileOptions, Sync};
pub use verdict::{Damage, DamageKind, Held, Recovery, Verdict, recover};
