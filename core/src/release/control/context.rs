//! What controls are computed with, beside the events.

use super::policy::ControlPolicy;
use crate::calendar::Calendar;
use crate::document::reads;
use crate::fact::{Deployment, Identity};
use crate::ledger::{Entry, Verified};
use crate::release::part::Roles;
use crate::{Error, Result};
use jiff::SignedDuration;
use schemars::JsonSchema;
use serde::Serialize;

/// What controls are computed with, beside the events: limits, who was in which role, what people are called elsewhere, freezes,
/// what was seen to run, and whether the ledger holds together. What is not given is no evidence.
///
/// ```
/// use greenboard::release::control::{ControlContext, ControlPolicy};
/// let context = ControlContext::new(ControlPolicy::default());
/// assert_eq!(context.policy().review_working_days, 5);
/// ```
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct ControlContext {
    policy: ControlPolicy,
    roles: Option<Roles>,
    identity: Identity,
    calendars: Vec<Calendar>,
    observed: Vec<Deployment>,
    trail: Option<TrailCheck>,
}

impl ControlContext {
    /// With these limits.
    pub fn new(policy: ControlPolicy) -> Self {
        Self { policy, ..Self::default() }
    }

    /// With who is in which role, since when and until when.
    #[must_use]
    pub fn with_roles(mut self, roles: Roles) -> Self {
        self.roles = Some(roles);
        self
    }

    /// With what people and components are called by other tools.
    #[must_use]
    pub fn with_identity(mut self, identity: Identity) -> Self {
        self.identity = identity;
        self
    }

    /// With calendars of freezes, beside those that were recorded.
    #[must_use]
    pub fn with_calendars(mut self, calendars: impl IntoIterator<Item = Calendar>) -> Self {
        self.calendars = calendars.into_iter().collect();
        self
    }

    /// With what was seen to run, beside what was recorded.
    #[must_use]
    pub fn with_observed(mut self, observed: impl IntoIterator<Item = Deployment>) -> Self {
        self.observed = observed.into_iter().collect();
        self
    }

    /// With what the ledger's verification said.
    #[must_use]
    pub fn with_trail(mut self, trail: TrailCheck) -> Self {
        self.trail = Some(trail);
        self
    }

    /// The limits.
    pub fn policy(&self) -> &ControlPolicy {
        &self.policy
    }

    pub(crate) fn roles(&self) -> Option<&Roles> {
        self.roles.as_ref()
    }

    pub(crate) fn calendars(&self) -> &[Calendar] {
        &self.calendars
    }

    pub(crate) fn observed(&self) -> &[Deployment] {
        &self.observed
    }

    pub(crate) fn trail(&self) -> Option<&TrailCheck> {
        self.trail.as_ref()
    }

    /// The name of somebody that is written `tool:login`, where it is mapped; else as written.
    pub(crate) fn person(&self, id: &str) -> String {
        let split = id.split_once(':');
        let mapped = split.and_then(|(tool, login)| self.identity.person(tool, login).ok().flatten());
        mapped.unwrap_or(id).to_owned()
    }

    /// The name of a component that a tool calls so, where it is mapped; else as written.
    pub(crate) fn component(&self, tool: &str, alias: &str) -> String {
        self.identity.component(tool, alias).ok().flatten().unwrap_or(alias).to_owned()
    }
}

/// What verification said of the ledger that the events come from.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct TrailCheck {
    /// How many entries were verified.
    pub entries: u64,
    /// What is wrong with the ledger; nothing, where left out.
    pub problem: Option<String>,
    /// The entries that were recorded late.
    #[schemars(default)]
    pub late: Vec<LateEntry>,
}

reads!(TrailCheck { entries, problem, late = Vec::new() });

/// An entry that was recorded long after what it records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct LateEntry {
    /// The number of the entry.
    pub seq: u64,
    /// The event, by id.
    pub event: String,
    /// What it is about.
    pub release: String,
    /// How much later it was recorded, in seconds.
    pub seconds: i64,
    /// Why, where its author says so: `late_reason`.
    pub reason: Option<String>,
}

reads!(LateEntry { seq, event, release, seconds, reason });

impl TrailCheck {
    /// Of these entries, of which verification said that; late is what was recorded more than the policy's `late_after` after it
    /// happened.
    pub fn new(entries: &[Entry], verified: &Result<Verified, Error>, policy: &ControlPolicy) -> Self {
        Self {
            entries: verified.as_ref().map_or(0, |verified| verified.entries),
            problem: verified.as_ref().err().map(ToString::to_string),
            late: late(entries, policy),
        }
    }
}

/// The entries that were recorded late.
pub(crate) fn late<'e>(
    entries: impl IntoIterator<Item = &'e Entry>,
    policy: &ControlPolicy,
) -> Vec<LateEntry> {
    let tolerance = policy.span(&policy.late_after);
    let late = |entry: &Entry| {
        let by = entry.at().duration_until(entry.recorded_at());
        (by > tolerance).then(|| LateEntry {
            seq: entry.seq(),
            event: entry.id().to_owned(),
            release: entry.subject().to_owned(),
            seconds: by.as_secs(),
            reason: reason_of(entry),
        })
    };
    entries.into_iter().filter_map(late).collect()
}

fn reason_of(entry: &Entry) -> Option<String> {
    let text = entry.data().get("late_reason")?.text().ok()?;
    (!text.trim().is_empty()).then(|| text.to_owned())
}

impl ControlPolicy {
    /// A length as time, its days of 24 hours.
    #[allow(clippy::unused_self)]
    pub(crate) fn span(&self, length: &crate::calendar::Length) -> SignedDuration {
        SignedDuration::from_hours(24).saturating_mul(length.days).saturating_add(length.time)
    }
}
