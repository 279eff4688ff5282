//! Says how it looks.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::FlagSet;
use crate::release::part::{PRODUCT_OWNER, RELEASE_MANAGER, ReleaseFlag};
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says how it looks.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SetFlagCommand {
    /// How.
    pub flag: ReleaseFlag,
    /// Why.
    pub comment: Option<String>,
}

reads!(SetFlagCommand { flag, comment });

impl SetFlagCommand {
    /// With nothing said beyond this.
    pub fn new(flag: ReleaseFlag) -> Self {
        Self { flag, comment: None }
    }

    /// With `comment`: why.
    #[must_use]
    pub fn with_comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }
}

impl Decide for SetFlagCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, PRODUCT_OWNER]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        true
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, _state: &ReleaseState, deciding: &mut Deciding<'_>) {
        if self.flag != ReleaseFlag::Ok {
            deciding.required(RefusalCode::ReasonMissing, "comment", self.comment.as_ref());
        }
        let mut set = FlagSet::new(self.flag);
        set.comment.clone_from(&self.comment);
        deciding.emit(set);
    }
}
