//! The strategies `always_bump_major`, `always_bump_minor` and `always_bump_patch`.

use crate::plan::numbers::Numbers;
use crate::version::Bump;

/// This bump, whatever changed.
pub(super) fn next(old: Numbers, bump: Bump) -> Numbers {
    old.step(bump)
}
