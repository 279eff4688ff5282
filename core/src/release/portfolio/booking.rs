//! What a release takes up, as others have to know it.

use crate::document::reads;
use crate::fact::Subject;
use crate::release::part::{DependencyStatus, ItemStatus, ReleaseWindow, TaskStatus};
use crate::release::state::{ReleaseState, ReleaseStatus};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// What a release takes up: things, environments, time, people.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseBooking {
    /// The release.
    pub release: String,
    /// Where it stands.
    pub status: ReleaseStatus,
    /// The items of its scope that are still in it.
    #[schemars(default)]
    pub items: Vec<BookedItem>,
    /// The environments that it goes to, sorted.
    #[schemars(default)]
    pub environments: Vec<String>,
    /// When it goes out.
    pub window: Option<ReleaseWindow>,
    /// The environment that it is being brought to at this moment.
    pub deploying_to: Option<String>,
    /// Who has to be there: its owner, who is on call, who has open tasks; sorted.
    #[schemars(default)]
    pub people: Vec<String>,
    /// The train that it goes with.
    pub train: Option<String>,
    /// The releases that it still waits for, sorted.
    #[schemars(default)]
    pub waits_for: Vec<String>,
}

reads!(ReleaseBooking {
    release,
    status,
    items = Vec::new(),
    environments = Vec::new(),
    window,
    deploying_to,
    people = Vec::new(),
    train,
    waits_for = Vec::new(),
});

/// An item that a release takes up.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct BookedItem {
    /// The item, by id.
    pub id: String,
    /// What goes out.
    pub subject: Subject,
}

reads!(BookedItem { id, subject });

impl ReleaseBooking {
    /// What a release takes up, as it stands.
    pub fn of(state: &ReleaseState) -> Self {
        let release = &state.release;
        let items = release.scope.iter().filter(|item| item.status != ItemStatus::Removed);
        let tasks = release
            .tasks
            .iter()
            .filter(|task| matches!(task.status, TaskStatus::Open | TaskStatus::InProgress));
        let people: BTreeSet<&String> = release
            .owner
            .iter()
            .chain(&release.on_call)
            .chain(tasks.filter_map(|task| task.assignee.as_ref()))
            .collect();
        let environments: BTreeSet<&String> = release.environments.iter().collect();
        let waits_for: BTreeSet<&String> = release
            .dependencies
            .iter()
            .filter(|dependency| dependency.status == DependencyStatus::Open)
            .map(|dependency| &dependency.release)
            .collect();
        let running = state.deployments.last().filter(|_| state.status == ReleaseStatus::Deploying);
        Self {
            release: release.id.clone(),
            status: state.status,
            items: items
                .map(|item| BookedItem { id: item.id.clone(), subject: item.subject.clone() })
                .collect(),
            environments: environments.into_iter().cloned().collect(),
            window: release.window,
            deploying_to: running.map(|deployment| deployment.environment.clone()),
            people: people.into_iter().cloned().collect(),
            train: release.train.clone(),
            waits_for: waits_for.into_iter().cloned().collect(),
        }
    }

    /// Whether it has not ended.
    pub fn is_live(&self) -> bool {
        !matches!(self.status, ReleaseStatus::Closed | ReleaseStatus::Cancelled)
    }

    /// Whether its window still counts: it is planned, and not past its deployment.
    fn books_time(&self) -> bool {
        matches!(
            self.status,
            ReleaseStatus::Planned | ReleaseStatus::Active | ReleaseStatus::Ready | ReleaseStatus::Deploying
        )
    }

    /// Whether an item is in it: the same one by its id, or the same version of the same thing.
    pub(crate) fn has_item(&self, id: &str, subject: &Subject) -> bool {
        let same = |item: &BookedItem| {
            item.id == id
                || (item.subject.component == subject.component
                    && item.subject.version == subject.version
                    && subject.version.is_some())
        };
        self.is_live() && self.items.iter().any(same)
    }

    /// Whether its window shares time with another; touching is allowed, since windows are half open.
    pub(crate) fn overlaps(&self, starts_at: Timestamp, ends_at: Timestamp) -> bool {
        let shares = |window: &ReleaseWindow| window.starts_at < ends_at && starts_at < window.ends_at;
        self.books_time() && self.window.as_ref().is_some_and(shares)
    }
}

/// What another release takes that this one wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Taken {
    /// The other release.
    pub(crate) release: String,
    /// What both want: `component api`, `environment production`.
    pub(crate) what: String,
}

/// The other releases that a command is decided beside.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub(crate) struct Others(pub(crate) Vec<ReleaseBooking>);

impl Others {
    fn beside<'s, 'o>(&'s self, own: &'o str) -> impl Iterator<Item = &'s ReleaseBooking> + use<'s, 'o> {
        self.0.iter().filter(move |other| other.release != own)
    }

    /// The other live release that an item is in, if any: refuse with `item_in_other_release`.
    pub(crate) fn with_item<'s>(&'s self, own: &str, id: &str, subject: &Subject) -> Option<&'s str> {
        let other = self.beside(own).find(|other| other.has_item(id, subject))?;
        Some(other.release.as_str())
    }

    /// The other live releases that wait for this one.
    pub(crate) fn waiting_for<'s>(&'s self, own: &'s str) -> impl Iterator<Item = &'s str> + 's {
        let waits = move |other: &&ReleaseBooking| {
            other.is_live() && other.waits_for.iter().any(|release| release == own)
        };
        self.beside(own).filter(waits).map(|other| other.release.as_str())
    }

    /// The other release that is being brought to an environment right now, if any: refuse with `environment_taken`.
    pub(crate) fn deploying_to<'s>(&'s self, own: &str, environment: &str) -> Option<&'s str> {
        let there = |other: &&ReleaseBooking| other.deploying_to.as_deref() == Some(environment);
        Some(self.beside(own).find(there)?.release.as_str())
    }

    /// What other releases take between two instants that this one would take too: the same components and environments; refuse
    /// with `conflict` (for a window, or at the instant of a deployment).
    pub(crate) fn taken(&self, state: &ReleaseState, starts_at: Timestamp, ends_at: Timestamp) -> Vec<Taken> {
        let own = ReleaseBooking::of(state);
        let overlapping = self.beside(&own.release).filter(|other| other.overlaps(starts_at, ends_at));
        let mut taken = Vec::new();
        for other in overlapping {
            let components: BTreeSet<&str> =
                own.items.iter().map(|item| item.subject.component.as_str()).collect();
            let theirs: BTreeSet<&str> =
                other.items.iter().map(|item| item.subject.component.as_str()).collect();
            let component = components.intersection(&theirs).map(|name| format!("component {name}"));
            let environments = own.environments.iter().filter(|name| other.environments.contains(name));
            let environment = environments.map(|name| format!("environment {name}"));
            taken.extend(
                component.chain(environment).map(|what| Taken { release: other.release.clone(), what }),
            );
        }
        taken
    }
}
