//! Plans: which component is released next, at which version, and why.

pub mod versioning;
