//! What happens before and around the work, as the state has it.

use super::record::{ReleaseHold, ReleaseState, ReleaseStatus, Rescheduling, SentNotice};
use crate::release::event::{
    Apply, BaselineTaken, DependencySet, DependentsNotified, Event, FlagSet, HoldLifted, HoldPlaced,
    MilestoneSet, NoticeSent, ReleaseCancelled, ReleaseCreated, ReleaseEdited, ReleasePlanned, Rescheduled,
    ReservationsReleased, TaskReopened, TaskSet,
};
use crate::release::part::{ReleaseDependency, TaskStatus};
/// Puts something in the place of what is called the same; last, where nothing is.
fn put<T: Clone>(list: &mut Vec<T>, new: &T, name: impl Fn(&T) -> &String) {
    match list.iter_mut().find(|known| name(known) == name(new)) {
        Some(known) => known.clone_from(new),
        None => list.push(new.clone()),
    }
}

impl Apply for ReleaseCreated {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {
        // The state is made of it: see `ReleaseState::opened`.
    }
}

impl Apply for ReleaseEdited {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        self.edit.write(&mut state.release);
    }
}

impl Apply for ReleasePlanned {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        if state.status == ReleaseStatus::Draft {
            state.status = ReleaseStatus::Planned;
        }
    }
}

impl Apply for BaselineTaken {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.baselines.push(self.baseline.clone());
    }
}

impl Apply for Rescheduled {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let from = state.release.target;
        state.release.target = self.target;
        state.release.window = self.window;
        for moved in &self.milestones {
            put(&mut state.release.milestones, moved, |milestone| &milestone.name);
        }
        let (at, reason) = (about.at, self.reason.clone());
        state.reschedulings.push(Rescheduling { at, reason, from, to: self.target });
    }
}

impl Apply for MilestoneSet {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        put(&mut state.release.milestones, &self.milestone, |milestone| &milestone.name);
    }
}

impl Apply for DependencySet {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        let is_same = |known: &ReleaseDependency| {
            let key = |of: &ReleaseDependency| (of.release.clone(), of.stage.clone(), of.milestone.clone());
            key(known) == key(&self.dependency)
        };
        match state.release.dependencies.iter_mut().find(|known| is_same(known)) {
            Some(known) => known.clone_from(&self.dependency),
            None => state.release.dependencies.push(self.dependency.clone()),
        }
    }
}

impl Apply for TaskSet {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        put(&mut state.release.tasks, &self.task, |task| &task.id);
    }
}

impl Apply for TaskReopened {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        if let Some(task) = state.release.tasks.iter_mut().find(|task| task.id == self.task) {
            task.status = TaskStatus::Open;
        }
    }
}

impl Apply for FlagSet {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.flag = self.flag;
        state.flag_comment.clone_from(&self.comment);
    }
}

impl Apply for ReleaseCancelled {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        if matches!(state.status, ReleaseStatus::Closed | ReleaseStatus::Cancelled) {
            return;
        }
        state.status = ReleaseStatus::Cancelled;
        state.ended_at = Some(about.at);
        state.hold = None;
        state.go = None;
    }
}

impl Apply for ReservationsReleased {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {
        // Who books environments reads it.
    }
}

impl Apply for DependentsNotified {
    fn apply(&self, _state: &mut ReleaseState, _about: &Event) {
        // Who sends notices reads it.
    }
}

impl Apply for HoldPlaced {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        let (reason, by) = (self.reason.clone(), about.actor.id.clone());
        state.hold = Some(ReleaseHold { reason, since: about.at, by, review_at: self.review_at });
    }
}

impl Apply for HoldLifted {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.hold = None;
    }
}

impl Apply for NoticeSent {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        state.notices.push(SentNotice {
            at: about.at,
            by: about.actor.id.clone(),
            audience: self.audience.clone(),
            occasion: self.occasion,
            channel: self.channel.clone(),
            text: self.text.clone(),
        });
    }
}
