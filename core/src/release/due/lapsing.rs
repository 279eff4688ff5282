//! What ends by itself, and has to be looked at before.

use super::owed::{Owed, OwedKind};
use crate::fact::Fact;
use crate::release::go::when;
use crate::release::part::RELEASE_MANAGER;
use crate::release::state::ReleaseState;
use jiff::Timestamp;

/// The look at why it is stopped.
pub(super) fn hold(state: &ReleaseState, owed: &mut Vec<Owed>) {
    let Some(hold) = &state.hold else { return };
    let one = Owed::new(OwedKind::Hold, &state.release.id, hold.review_at).by(Some(RELEASE_MANAGER));
    owed.push(one.since(Some(hold.since)));
}

/// The waivers that end soon: the release manager sees to it that they are not needed any more, or has them granted anew. Those
/// that ended are owed nothing.
pub(super) fn waivers(state: &ReleaseState, at: Timestamp, owed: &mut Vec<Owed>) {
    let notice = i64::from(state.template.options.waiver_notice_days);
    for fact in &state.facts {
        let Fact::Waiver(waiver) = fact else { continue };
        let Some(end) = waiver.expires_at.filter(|end| *end > at) else { continue };
        let due = when::days_after(end, -notice);
        let one = Owed::new(OwedKind::Waiver, &waiver.id, due).by(Some(RELEASE_MANAGER));
        owed.push(one.since(Some(waiver.granted_at)).expiring(end));
    }
}
