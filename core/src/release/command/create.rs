//! Opens a release.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::part::{PRODUCT_OWNER, RELEASE_MANAGER, Release};
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Opens a release: it is a draft.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct CreateCommand {
    /// The release.
    pub release: Release,
}

reads!(CreateCommand { release });

impl CreateCommand {
    /// With nothing said beyond this.
    pub fn new(release: Release) -> Self {
        Self { release }
    }
}

impl Decide for CreateCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, PRODUCT_OWNER]
    }

    fn permits(&self, _status: ReleaseStatus) -> bool {
        false
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn opens(&self) -> Option<&Release> {
        Some(&self.release)
    }

    fn open(&self, deciding: &mut Deciding<'_>) {
        let _ = deciding;
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
