//! What has to hold of a release as it is written, and of its dates and dependencies.

use super::deciding::Deciding;
use super::event::DependentsNotified;
use super::judge::unknown_components;
use super::part::{
    DependencyNeed, DependencyStatus, RELEASE_MANAGER, Release, ReleaseDependency, ReleaseWindow,
};
use super::refusal::RefusalCode;
use super::state::ReleaseState;
use super::template::Template;
use crate::document::nearest;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// The calendar of the gate file that says on which days releases go out.
const CALENDAR: &str = "release";
/// The role that may plan for days on which none does.
const OUT_OF_BAND: &str = "out_of_band";

/// Refuses what is written twice, and what names stages that the template does not have.
pub(crate) fn check_whole(deciding: &mut Deciding<'_>, release: &Release, template: &Template) {
    let tasks = release.tasks.iter().map(|task| ("task", &task.id));
    let milestones = release.milestones.iter().map(|milestone| ("milestone", &milestone.name));
    let steps = release.approvals.iter().map(|step| ("step of approval", &step.name));
    let mut seen = BTreeSet::new();
    for (what, name) in tasks.chain(milestones).chain(steps) {
        if name.trim().is_empty() {
            let message = format!("a {what} has no name");
            deciding.refuse(RefusalCode::MissingField, message).lifted_by("give it one");
        } else if !seen.insert((what, name)) {
            let message = format!("there are two {what}s called {name:?}");
            deciding
                .refuse(RefusalCode::DuplicateItem, message)
                .lifted_by("give each a name of its own")
                .about(name);
        }
    }
    let stages: Vec<&str> = template.stages.iter().map(|stage| stage.name.as_str()).collect();
    let of_tasks = release.tasks.iter().filter_map(|task| Some((&task.id, task.stage.as_deref()?)));
    let of_milestones = release
        .milestones
        .iter()
        .filter_map(|milestone| Some((&milestone.name, milestone.stage.as_deref()?)));
    for (name, stage) in of_tasks.chain(of_milestones).filter(|(_, stage)| !stages.contains(stage)) {
        let lift = match nearest(stage, &stages) {
            Some(near) => format!("did you mean {near:?}?"),
            None => format!("the stages of {} are {}", template.name, stages.join(", ")),
        };
        let message = format!("{name:?} is for stage {stage:?}, and there is none called so");
        deciding.refuse(RefusalCode::UnknownStage, message).lifted_by(lift).about(name);
    }
    for step in &release.approvals {
        if step.percent.is_some_and(|share| !(0.0..=100.0).contains(&share)) {
            deciding
                .refuse(
                    RefusalCode::OutOfScale,
                    format!("the share of the step {:?} is no percentage", step.name),
                )
                .lifted_by("give one from 0 to 100")
                .about(&step.name);
        }
    }
    for dependency in &release.dependencies {
        check_dependency(deciding, &release.id, dependency);
    }
}

/// Refuses a dependency on nothing, and one on the release itself.
pub(crate) fn check_dependency(deciding: &mut Deciding<'_>, release: &str, dependency: &ReleaseDependency) {
    if dependency.release.trim().is_empty() {
        deciding
            .refuse(RefusalCode::MissingField, "a dependency names no release")
            .lifted_by("name the release that is waited for");
    } else if dependency.release == release {
        deciding
            .refuse(RefusalCode::Conflict, "the release waits for itself")
            .lifted_by("leave that dependency out")
            .about(release);
    }
}

/// Tells the releases that wait for this one.
pub(crate) fn tell_dependents(state: &ReleaseState, deciding: &mut Deciding<'_>, cause: &str) {
    let waiting: Vec<&str> = deciding.others().waiting_for(&state.release.id).collect();
    if !waiting.is_empty() {
        deciding.emit(DependentsNotified::new(cause).with_releases(waiting));
    }
}

/// Refuses a window in which other releases take what this one would take.
pub(crate) fn check_collisions(
    state: &ReleaseState,
    deciding: &mut Deciding<'_>,
    window: Option<ReleaseWindow>,
) {
    let Some(window) = window else { return };
    for taken in deciding.others().taken(state, window.starts_at, window.ends_at) {
        let message = format!("release {} takes {} in that window", taken.release, taken.what);
        deciding
            .refuse(RefusalCode::Conflict, message)
            .lifted_by("take a window in which it does not, or move the other release")
            .about(&taken.release)
            .up_to(RELEASE_MANAGER);
    }
}

/// Refuses components that the workspace does not have.
pub(crate) fn check_components(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    let strange = unknown_components(state.live_items(), deciding.context);
    deciding.reasons.extend(strange);
}

/// Refuses dates that are over, that do not fit together, and on which nothing goes out.
pub(crate) fn check_dates(
    deciding: &mut Deciding<'_>,
    target: Option<Timestamp>,
    window: Option<ReleaseWindow>,
    is_emergency: bool,
) {
    let now = deciding.now();
    if let Some(target) = target.filter(|target| *target < now) {
        deciding
            .refuse(RefusalCode::DateInPast, format!("the target {target} is over; it is {now}"))
            .lifted_by("give a target to come")
            .about("target")
            .up_to(RELEASE_MANAGER);
    }
    if let Some(window) = window {
        let (from, to) = (window.starts_at, window.ends_at);
        if to <= from {
            deciding
                .refuse(RefusalCode::Conflict, format!("the window ends at {to}, and begins at {from}"))
                .lifted_by("let it end after it begins")
                .about("window");
        } else if to <= now {
            deciding
                .refuse(RefusalCode::DateInPast, format!("the window ended at {to}; it is {now}"))
                .lifted_by("give a window to come")
                .about("window")
                .up_to(RELEASE_MANAGER);
        } else if let Some(target) = target.filter(|target| *target < from || *target >= to) {
            let message = format!("the target {target} is not within the window from {from} to {to}");
            deciding.refuse(RefusalCode::Conflict, message).lifted_by("move one of them").about("window");
        }
    }
    if let Some(target) = target.filter(|_| !is_emergency) {
        check_day(deciding, target);
    }
}

/// Refuses a target on which nothing goes out, by the calendar of releases where the gates have one.
fn check_day(deciding: &mut Deciding<'_>, target: Timestamp) {
    let Some(calendar) = deciding.context.gates().calendar(CALENDAR) else { return };
    // The role has to be given: what is anybody's is no exception.
    let may = deciding.roles().roles.contains_key(OUT_OF_BAND) && deciding.is_in(OUT_OF_BAND);
    if may {
        return;
    }
    let decision = calendar.decide(target);
    if decision.open {
        return;
    }
    let lift = match decision.next_open {
        Some(next) => format!("take {next} or later, or ask somebody who is {OUT_OF_BAND}"),
        None => format!("ask somebody who is {OUT_OF_BAND}"),
    };
    let message = format!("by the calendar of releases, {target} is {decision}");
    deciding.refuse(RefusalCode::NotACalendarDay, message).lifted_by(lift).about("target");
}

/// Refuses while something that the work waits for is not there, or will not come.
pub(crate) fn check_dependencies(
    state: &ReleaseState,
    deciding: &mut Deciding<'_>,
    needs: &[DependencyNeed],
) {
    for dependency in state.release.dependencies.iter().filter(|one| needs.contains(&one.needed)) {
        let part = match (&dependency.stage, &dependency.milestone) {
            (Some(stage), _) => format!("stage {stage:?} of "),
            (None, Some(milestone)) => format!("milestone {milestone:?} of "),
            (None, None) => String::new(),
        };
        let what = format!("{part}release {}", dependency.release);
        let (code, message, lift) = match dependency.status {
            DependencyStatus::Done => continue,
            DependencyStatus::Open => (
                RefusalCode::DependencyOpen,
                format!("it waits for {what}"),
                "wait for it, and say that it is done with `set_dependency`",
            ),
            DependencyStatus::Aborted => (
                RefusalCode::DependencyAborted,
                format!("it waits for {what}, which will not come"),
                "plan without it, and say so with `set_dependency`",
            ),
        };
        deciding.refuse(code, message).lifted_by(lift).about(&dependency.release).up_to(RELEASE_MANAGER);
    }
}
