//! Releases: from planning to review as a sequence of recorded decisions.

mod error;

pub(crate) use error::ReleaseError;
