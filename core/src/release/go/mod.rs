//! What several commands of the second half ask: what gates say, who approved, whether the way is open.

pub(crate) mod closing;
pub(crate) mod consent;
pub(crate) mod eyes;
pub(crate) mod gates;
pub(crate) mod open;
pub(crate) mod path;
pub(crate) mod readiness;
pub(crate) mod review;
pub(crate) mod when;
pub(crate) mod working;
