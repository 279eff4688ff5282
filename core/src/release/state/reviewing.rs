//! What changes when a release is looked back on, and when it ends.

use super::record::{ReleaseState, ReleaseStatus, StageStatus};
use crate::release::event::{ActionSet, Apply, Event, FeedbackGiven, ReleaseClosed, ReviewOpened};
use crate::release::part::Action;
use crate::release::template::StageRole;

impl Apply for ReviewOpened {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.review_due = Some(self.due);
        state.review_required = self.required;
    }
}

impl Apply for ActionSet {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.put_action(&self.action);
    }
}

impl Apply for FeedbackGiven {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.feedback.push(self.feedback.clone());
    }
}

impl Apply for ReleaseClosed {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        // One that is recorded after it happened is closed while it is observed.
        if !matches!(state.status, ReleaseStatus::Observing | ReleaseStatus::Review) {
            return;
        }
        state.status = ReleaseStatus::Closed;
        state.outcome = Some(self.outcome);
        state.ended_at = Some(about.at);
        state.leave(StageRole::Monitor, StageStatus::Completed, about.at);
        state.leave(StageRole::Review, StageStatus::Completed, about.at);
        let Some(review) = &self.review else { return };
        for action in &review.actions {
            let mut action = action.clone();
            action.release.get_or_insert_with(|| state.release.id.clone());
            state.put_action(&action);
        }
        state.review = Some(review.clone());
    }
}

impl ReleaseState {
    /// An action takes the place of what was said of it before.
    fn put_action(&mut self, action: &Action) {
        match self.actions.iter_mut().find(|known| known.id == action.id) {
            Some(known) => known.clone_from(action),
            None => self.actions.push(action.clone()),
        }
    }
}
