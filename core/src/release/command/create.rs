//! Opens a release.

use crate::document::reads;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{ReleaseCreated, ScopeItemAccepted};
use crate::release::part::{PRODUCT_OWNER, RELEASE_MANAGER, Release};
use crate::release::planning::check_whole;
use crate::release::refusal::RefusalCode;
use crate::release::scope::{check_items, coming_in};
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
        let release = &self.release;
        if release.id.trim().is_empty() {
            deciding.refuse(RefusalCode::MissingField, "the release has no id").lifted_by("give it an id");
        }
        let template = match deciding.context.template(&release.template) {
            Ok(template) => template,
            Err(error) => {
                deciding
                    .refuse(RefusalCode::TemplateUnpublished, error.to_string())
                    .lifted_by("name a template that there is")
                    .about(&release.template);
                return;
            }
        };
        check_items(deciding, &release.scope, &[]);
        check_whole(deciding, release, &template);
        let mut opened = release.clone();
        let mut accepted = Vec::new();
        for item in &mut opened.scope {
            let (coming, is_accepted) = coming_in(item, None);
            *item = coming;
            if is_accepted {
                accepted.push(ScopeItemAccepted::new(&item.id));
            }
        }
        deciding.emit(ReleaseCreated::new(opened, template));
        for item in accepted {
            deciding.emit(item);
        }
    }

    fn decide(&self, _state: &ReleaseState, _deciding: &mut Deciding<'_>) {}
}
