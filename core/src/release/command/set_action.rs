//! Says what is to be done after it, or that it is done.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::Action;
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

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
