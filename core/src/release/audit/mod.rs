//! The audit: who did what, when, on which evidence, as a document that is checked without us.
//!
//! Every statement of an [`Audit`] follows from the entries that it holds byte for byte, each proven to be in the ledger, or is
//! bound by the document's own digest, which the ledger's key may sign. `examples/verify_audit.py` checks it all with the standard
//! library of Python alone.

mod document;
mod export;
mod line;

pub use document::{Audit, AuditEntry, AuditHead, AuditLine, AuditScope};
pub use export::{AuditOptions, export_audit};
