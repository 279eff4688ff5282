//! The stages of the work: which one it is in, and which one comes next.

use super::deciding::Deciding;
use super::event::{ReleaseReady, ReleaseReopened, StageEntered};
use super::part::{Task, TaskStatus};
use super::refusal::RefusalCode;
use super::state::{ReleaseState, ReleaseStatus, StageRecord, StageStatus};
use super::template::{StageRole, TemplateStage};
use crate::document::nearest;

impl ReleaseState {
    /// The stages of the work with how far they are, in order.
    pub(crate) fn work(&self) -> impl Iterator<Item = (&TemplateStage, &StageRecord)> {
        let record = |stage: &TemplateStage| self.stages.iter().find(|record| record.name == stage.name);
        self.template.work().filter_map(move |stage| Some((stage, record(stage)?)))
    }

    /// The stage that the work is in; none where it is in none.
    pub(crate) fn current_stage(&self) -> Option<(&TemplateStage, &StageRecord)> {
        self.work().find(|(_, record)| record.status == StageStatus::Active)
    }

    /// The stage with that role, with how far it is.
    pub(crate) fn stage_of(&self, role: StageRole) -> Option<(&TemplateStage, &StageRecord)> {
        let stage = self.template.stage_of(role)?;
        Some((stage, self.stages.iter().find(|record| record.name == stage.name)?))
    }

    /// The first stage of the work that is still to be entered, beside the one that ends.
    fn next_stage(&self, ending: Option<&str>) -> Option<&StageRecord> {
        let waits = |record: &StageRecord| {
            matches!(record.status, StageStatus::Pending | StageStatus::Superseded)
                && Some(record.name.as_str()) != ending
        };
        self.work().map(|(_, record)| record).find(|record| waits(record))
    }

    /// Whether no stage of the work follows the one that ends.
    pub(crate) fn is_last_stage(&self, ending: Option<&str>) -> bool {
        self.next_stage(ending).is_none()
    }

    /// The tasks of a stage that are not done.
    pub(crate) fn open_tasks<'s>(&'s self, stage: &'s str) -> impl Iterator<Item = &'s Task> {
        let is_open = |task: &&Task| matches!(task.status, TaskStatus::Open | TaskStatus::InProgress);
        let is_its = move |task: &&Task| task.stage.as_deref() == Some(stage);
        self.release.tasks.iter().filter(is_its).filter(is_open)
    }
}

/// Enters the stage after the one that ends; where there is none, the work is done.
pub(crate) fn enter_next(state: &ReleaseState, deciding: &mut Deciding<'_>, ending: Option<&str>) {
    match state.next_stage(ending) {
        Some(next) => deciding.emit(StageEntered::new(&next.name, next.attempt.saturating_add(1))),
        None => deciding.emit(ReleaseReady::new()),
    }
}

/// Goes back from being ready to the work: into the last of its stages that was not left out.
pub(crate) fn reopen(state: &ReleaseState, deciding: &mut Deciding<'_>, cause: &str) {
    if state.status != ReleaseStatus::Ready {
        return;
    }
    deciding.emit(ReleaseReopened::new(cause));
    let done = state.work().filter(|(_, record)| record.status != StageStatus::Skipped).last();
    if let Some((_, record)) = done.or_else(|| state.work().last()) {
        deciding.emit(StageEntered::new(&record.name, record.attempt.saturating_add(1)));
    }
}

/// The stage that a command is about: the one that is named, and which the work has to be in, or the one that it is in. Refused
/// where the work is in none or in another.
pub(crate) fn meant<'s>(
    state: &'s ReleaseState,
    deciding: &mut Deciding<'_>,
    named: Option<&str>,
) -> Option<&'s TemplateStage> {
    if let Some(name) = named
        && !is_known(state, deciding, name)
    {
        return None;
    }
    let Some((stage, _)) = state.current_stage() else {
        deciding
            .refuse(RefusalCode::WrongStage, "the work is in no stage")
            .lifted_by("go back to one with `restart_stage`");
        return None;
    };
    if let Some(name) = named.filter(|name| *name != stage.name) {
        let message = format!("the work is in stage {:?}, not in {name:?}", stage.name);
        let lift = format!("complete {:?} first, or name it", stage.name);
        deciding.refuse(RefusalCode::WrongStage, message).lifted_by(lift).about(name);
        return None;
    }
    Some(stage)
}

/// Whether the template has such a stage; refused where it has none.
pub(crate) fn is_known(state: &ReleaseState, deciding: &mut Deciding<'_>, name: &str) -> bool {
    if state.template.stage(name).is_some() {
        return true;
    }
    let known: Vec<&str> = state.template.stages.iter().map(|stage| stage.name.as_str()).collect();
    let lift = match nearest(name, &known) {
        Some(near) => format!("did you mean {near:?}?"),
        None => format!("the stages of {} are {}", state.template.name, known.join(", ")),
    };
    let message = format!("there is no stage {name:?}");
    deciding.refuse(RefusalCode::UnknownStage, message).lifted_by(lift).about(name);
    false
}
