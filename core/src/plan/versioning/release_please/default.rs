//! The strategy `default`.

use super::ReleasePlease;
use crate::plan::numbers::Numbers;
use crate::version::Bump;

/// The numbers as the bump says, softened below 1.0.0; what stands behind them stays.
pub(super) fn next(options: &ReleasePlease, old: Numbers, bump: Bump) -> Numbers {
    let bump = options.softened(old.is_pre_major(), bump);
    old.step(bump)
}
