//! Says that a draft is what is meant.

use crate::document::reads;
use crate::fact::ChangeType;
use crate::release::approval::change_type;
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::{BaselineTaken, ReleasePlanned};
use crate::release::part::RELEASE_MANAGER;
use crate::release::planning::{check_collisions, check_components, check_dates};
use crate::release::refusal::RefusalCode;
use crate::release::scope::check_elsewhere;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Says that a draft is what is meant: it is planned, and its baseline is taken.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct PlanCommand {}

reads!(PlanCommand {});

impl PlanCommand {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self {}
    }
}

impl Default for PlanCommand {
    fn default() -> Self {
        Self::new()
    }
}

impl Decide for PlanCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(status, ReleaseStatus::Draft)
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn beside(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let release = &state.release;
        if !state.template.published {
            let name = &state.template.name;
            deciding
                .refuse(RefusalCode::TemplateUnpublished, format!("template {name:?} is a draft"))
                .lifted_by("publish it, or open the release with another")
                .about(name);
        }
        let is_emergency = change_type(state) == ChangeType::Emergency;
        let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
        let fields = [
            ("owner", blank(&release.owner)),
            ("item in its scope", state.live_items().next().is_none()),
            ("environment", release.environments.is_empty()),
            ("backout plan", blank(&release.backout)),
            // An emergency goes out as soon as it can.
            ("target", release.target.is_none() && !is_emergency),
        ];
        for (field, is_missing) in fields {
            if is_missing {
                deciding
                    .refuse(RefusalCode::MissingField, format!("the release has no {field}"))
                    .lifted_by(format!("give it one with `{}`", lift_of(field)))
                    .about(field)
                    .up_to(RELEASE_MANAGER);
            }
        }
        check_dates(deciding, release.target, release.window, is_emergency);
        check_components(state, deciding);
        check_elsewhere(deciding, &state.release.id, state.live_items());
        if !is_emergency {
            check_collisions(state, deciding, release.window);
        }
        deciding.emit(ReleasePlanned::new());
        deciding.emit(BaselineTaken::new(state.baseline("plan", deciding.now())));
    }
}

/// The command by which a field is given.
fn lift_of(field: &str) -> &'static str {
    match field {
        "item in its scope" => "edit_scope",
        _ => "edit_release",
    }
}
