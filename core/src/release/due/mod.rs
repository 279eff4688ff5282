//! Who owes what, since when, and who is told when it does not come.

mod after;
mod consent;
mod lapsing;
mod owed;
mod plan;
mod work;

pub use owed::{Owed, OwedKind, OwedStatus};

use super::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;

/// What is owed of a release at an instant, what is due first before what is due later.
///
/// | owed | due | to | escalated |
/// |---|---|---|---|
/// | task | its date, else the planned end of its stage; reminder 2 days before | its assignee | when due, to the owner of its stage |
/// | readiness | 1 day before the target | the owner | |
/// | failed gate | when it was asked; at the latest at the end of the stage | the owner of gates | |
/// | approval | 3 working days after its turn came; reminder after half of them; expires after one and a half times as many | who is in the role of the step | when due, to the release manager |
/// | approval after the fact | 5 working days after the deployment; reminder after half of them | who is in the role of the step | when due, to the release manager |
/// | exception | 1 day after it was asked for | the board | 13 days after that, to the release manager |
/// | verification | 1 hour after the target was reached | the deployer | |
/// | review | 10 working days after the deployment was accepted or taken back | the owner | when due, to the release manager |
/// | action | its date | its owner | |
/// | hold | the date of its review | the release manager | |
/// | waiver | 7 days before it ends | the release manager | |
///
/// The numbers are the template's [options](crate::release::TemplateOptions). Working days are Monday to Friday in UTC, each of 24
/// hours. While a release is on hold nobody owes it an approval or its readiness. Of one that ended, the open actions are owed.
///
/// ```
/// use greenboard::gate::GateSet;
/// use greenboard::ledger::Actor;
/// use greenboard::release::{Context, CreateCommand, Envelope, OwedStatus, Release, Roles, Task, decide, due, fold};
///
/// let task = Task::new("notes", "Write the release notes").with_assignee("ada")
///     .with_due("2026-11-20T12:00:00Z".parse().unwrap());
/// let create = CreateCommand::new(Release::new("r1", "train").with_tasks([task]));
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let context = Context::new(GateSet::default(), Roles::new(), Default::default())?;
/// let events = decide(None, &Envelope::new("c1", Actor::human("bo"), at, create), &context)?;
/// let Some(state) = fold(&events) else { return Ok(()) };
///
/// let owed = due(&state, "2026-11-19T09:00:00Z".parse().unwrap());
/// assert_eq!((owed[0].who.as_deref(), owed[0].status), (Some("ada"), OwedStatus::Due));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn due(state: &ReleaseState, at: Timestamp) -> Vec<Owed> {
    let mut owed = Vec::new();
    after::actions(state, &mut owed);
    if !matches!(state.status, ReleaseStatus::Closed | ReleaseStatus::Cancelled) {
        work::tasks(state, &mut owed);
        work::readiness(state, &mut owed);
        work::gates(state, &mut owed);
        consent::approvals(state, at, &mut owed);
        consent::exceptions(state, &mut owed);
        after::verification(state, &mut owed);
        after::review(state, &mut owed);
        lapsing::hold(state, &mut owed);
        lapsing::waivers(state, at, &mut owed);
    }
    // What came up only later is not owed yet.
    owed.retain(|one| one.since.is_none_or(|since| since <= at));
    for one in &mut owed {
        one.status = one.status_at(at);
    }
    owed.sort_by(|a, b| (a.due, a.kind, &a.of).cmp(&(b.due, b.kind, &b.of)));
    owed
}
