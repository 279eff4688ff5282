//! Writes something of the release otherwise.

use crate::document::reads;
use crate::release::approval::{change_type, void_what_lapsed};
use crate::release::deciding::{Decide, Deciding};
use crate::release::event::ReleaseEdited;
use crate::release::part::{PRODUCT_OWNER, RELEASE_MANAGER, ReleaseEdit};
use crate::release::planning::check_whole;
use crate::release::refusal::RefusalCode;
use crate::release::state::{ReleaseState, ReleaseStatus};
use schemars::JsonSchema;
use serde::Serialize;

/// Writes something of the release otherwise: what a draft lacks, or who answers for it by now. Dates that were planned are moved by
/// `reschedule`; the kind of change, the steps of approval and the environments stand once the work has begun.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct EditReleaseCommand {
    /// What is otherwise.
    pub edit: ReleaseEdit,
}

reads!(EditReleaseCommand { edit });

impl EditReleaseCommand {
    /// With nothing said beyond this.
    pub fn new(edit: ReleaseEdit) -> Self {
        Self { edit }
    }
}

impl Decide for EditReleaseCommand {
    fn roles(&self) -> &'static [&'static str] {
        &[RELEASE_MANAGER, PRODUCT_OWNER]
    }

    fn permits(&self, status: ReleaseStatus) -> bool {
        matches!(
            status,
            ReleaseStatus::Draft | ReleaseStatus::Planned | ReleaseStatus::Active | ReleaseStatus::Ready
        )
    }

    fn on_hold(&self) -> bool {
        true
    }

    fn decide(&self, state: &ReleaseState, deciding: &mut Deciding<'_>) {
        let edit = &self.edit;
        let mut written = state.release.clone();
        edit.write(&mut written);
        if written == state.release {
            deciding
                .refuse(RefusalCode::MissingField, "nothing is written otherwise")
                .lifted_by("say what is to be otherwise");
            return;
        }
        let old = &state.release;
        let is_draft = state.status == ReleaseStatus::Draft;
        let dates = [
            ("starts_at", written.starts_at != old.starts_at),
            ("target", written.target != old.target),
            ("window", written.window != old.window),
        ];
        for (field, _) in dates.iter().filter(|(_, is_other)| *is_other && !is_draft) {
            deciding
                .refuse(RefusalCode::WrongState, format!("the {field} is planned, and told to others"))
                .lifted_by("move it with `reschedule`, which says why")
                .about(*field);
        }
        let may = matches!(state.status, ReleaseStatus::Draft | ReleaseStatus::Planned)
            && state.approvals.is_empty();
        let locked = [
            ("kind of change", edit.change_type.is_some_and(|new| new != change_type(state))),
            ("steps of approval", written.approvals != old.approvals),
            ("environments", written.environments != old.environments),
        ];
        for (field, _) in locked.iter().filter(|(_, is_other)| *is_other && !may) {
            deciding
                .refuse(RefusalCode::TypeLocked, format!("the {field} stands once the work has begun"))
                .lifted_by("cancel it, and open another release")
                .about(*field);
        }
        check_whole(deciding, &written, &state.template);
        deciding.emit(ReleaseEdited::new(edit.clone()));
        void_what_lapsed(state, deciding, "who approved takes part in what goes out");
    }
}
