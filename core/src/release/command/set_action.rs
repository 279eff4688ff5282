//! Says what is to be done after it, or that it is done.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::ActionSet;
use crate::release::part::Action;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says what is to be done after it, or that it is done.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SetActionCommand {
    /// The action.
    pub action: Action,
}

reads!(SetActionCommand { action });

impl SetActionCommand {
    /// With nothing said beyond this.
    pub fn new(action: Action) -> Self {
        Self { action }
    }
}

impl Decide for SetActionCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        true
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let mut action = self.action.clone();
        if action.id.trim().is_empty() || action.text.trim().is_empty() {
            let reason = deciding.refuse(RefusalCode::FormIncomplete, "an action has an id and a text");
            reason.lifted_by("give both");
        }
        let known = state.actions.iter().find(|known| known.id == action.id);
        if action.release.is_none() {
            // Whoever says that a carried action is done need not say where it came from.
            action.release = known.map_or(Some(&state.release.id), |known| known.release.as_ref()).cloned();
        }
        deciding.emit(ActionSet::new(action));
    }
}
