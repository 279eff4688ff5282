//! Approvals: who decided what, and whether enough people did.

pub(super) mod decisions;
pub(super) mod missing;
pub(super) mod quorum;
