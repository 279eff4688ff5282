//! What happened to a release, as controls ask about it.

use super::context::ControlContext;
use crate::fact::{CalendarFact, ChangeType, Deployment, Evidence, Fact, Observation};
use crate::release::event::{ApprovalGranted, DeploymentStarted, Event, Happening, ReleaseCreated};
use crate::release::part::{ReleaseWindow, ScopeItem};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// The events of a release in their order, indexed for the controls.
pub(crate) struct Trail<'a> {
    pub(crate) release: &'a str,
    pub(crate) events: Vec<&'a Event>,
    pub(crate) context: &'a ControlContext,
    /// As of when.
    pub(crate) at: Timestamp,
    pub(crate) opened: Option<&'a ReleaseCreated>,
    /// Every begin of a deployment to production.
    pub(crate) starts: Vec<Start<'a>>,
    /// How each item was first put into the scope.
    pub(crate) items: BTreeMap<&'a str, Named<'a>>,
    evidence: BTreeMap<String, Vec<Stated<'a, Evidence>>>,
    pub(crate) deployments: Vec<Stated<'a, Deployment>>,
    pub(crate) calendars: Vec<Stated<'a, CalendarFact>>,
    pub(crate) authors: BTreeSet<String>,
}

/// An item and the event that names it.
#[derive(Clone, Copy)]
pub(crate) struct Named<'a> {
    pub(crate) event: &'a Event,
    pub(crate) item: &'a ScopeItem,
}

/// A fact and the event that recorded it.
pub(crate) struct Stated<'a, T> {
    pub(crate) index: usize,
    pub(crate) event: &'a Event,
    pub(crate) fact: &'a T,
}

impl<T> Clone for Stated<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Stated<'_, T> {}

/// A begin of a deployment to production, and its end.
pub(crate) struct Start<'a> {
    pub(crate) index: usize,
    pub(crate) event: &'a Event,
    pub(crate) what: &'a DeploymentStarted,
    /// What ended it, and whether it is out.
    pub(crate) end: Option<(&'a Event, bool)>,
}

/// An approval that counts at a point of the trail.
pub(crate) struct Counting<'a> {
    pub(crate) event: &'a Event,
    pub(crate) granted: &'a ApprovalGranted,
}

impl<'a> Trail<'a> {
    pub(crate) fn new(
        release: &'a str,
        events: Vec<&'a Event>,
        context: &'a ControlContext,
        at: Timestamp,
    ) -> Self {
        let opened = events.iter().find_map(|event| match &event.what {
            Happening::ReleaseCreated(created) => Some(created),
            _ => None,
        });
        let mut trail = Self {
            release,
            context,
            at,
            opened,
            starts: Vec::new(),
            items: BTreeMap::new(),
            evidence: BTreeMap::new(),
            deployments: Vec::new(),
            calendars: Vec::new(),
            authors: BTreeSet::new(),
            events: Vec::new(),
        };
        for (index, event) in events.iter().enumerate() {
            trail.index(index, event);
        }
        trail.events = events;
        trail
    }

    fn index(&mut self, index: usize, event: &'a Event) {
        match &event.what {
            Happening::ReleaseCreated(created) => {
                self.authors.extend(created.release.authors.iter().map(|who| self.context.person(who)));
                created.release.scope.iter().for_each(|item| self.name(event, item));
            }
            Happening::ScopeItemAdded(added) => self.name(event, &added.item),
            Happening::DeploymentStarted(what) if self.is_production(&what.environment) => {
                for item in &what.items {
                    self.authors.extend(item.authors.iter().map(|who| self.context.person(who)));
                }
                self.starts.push(Start { index, event, what, end: None });
            }
            Happening::Deployed(_) => self.ended(event, true),
            Happening::RolledBack(_) | Happening::RollbackFailed(_) => self.ended(event, false),
            Happening::EvidenceRecorded(recorded) => {
                recorded.facts.iter().for_each(|fact| self.state(index, event, fact));
            }
            _ => {}
        }
    }

    fn name(&mut self, event: &'a Event, item: &'a ScopeItem) {
        self.authors.extend(item.authors.iter().map(|who| self.context.person(who)));
        self.items.entry(item.id.as_str()).or_insert(Named { event, item });
    }

    fn ended(&mut self, event: &'a Event, out: bool) {
        if let Some(start) = self.starts.last_mut().filter(|start| start.end.is_none()) {
            start.end = Some((event, out));
        }
    }

    fn state(&mut self, index: usize, event: &'a Event, fact: &'a Fact) {
        match fact {
            Fact::Evidence(fact) => {
                let component = self.context.component(&fact.source.tool, &fact.subject.component);
                self.evidence.entry(component).or_default().push(Stated { index, event, fact });
            }
            Fact::Deployment(fact) => self.deployments.push(Stated { index, event, fact }),
            Fact::Calendar(fact) => self.calendars.push(Stated { index, event, fact }),
            _ => {}
        }
    }

    /// The environments that the release passes, in order; the last is production.
    pub(crate) fn environments(&self) -> &'a [String] {
        self.opened.map_or(&[], |created| created.release.environments.as_slice())
    }

    /// Whether an environment is production: as the policy says; else the last that the release goes to.
    pub(crate) fn is_production(&self, environment: &str) -> bool {
        let named = &self.context.policy().production;
        match self.environments().last() {
            _ if !named.is_empty() => named.iter().any(|name| name == environment),
            Some(last) => last == environment,
            None => true,
        }
    }

    /// The kind of change that the release is.
    pub(crate) fn change_type(&self) -> ChangeType {
        let template = || self.opened.map(|created| created.template.change_type);
        let own = self.opened.and_then(|created| created.release.change_type);
        own.or_else(template).unwrap_or_default()
    }

    /// Whether it is an emergency: by its kind, or because gates were passed over.
    pub(crate) fn is_emergency(&self) -> bool {
        self.change_type() == ChangeType::Emergency || self.glass_broken(usize::MAX).is_some()
    }

    /// The first time before this point that gates were passed over in an emergency.
    pub(crate) fn glass_broken(&self, before: usize) -> Option<&'a Event> {
        let broken = |event: &&&Event| matches!(event.what, Happening::GlassBroken(_));
        self.events.iter().take(before).find(broken).copied()
    }

    /// Whoever gave an event its name.
    pub(crate) fn actor(&self, event: &Event) -> String {
        self.context.person(&event.actor.id)
    }

    /// Evidence about the component of an item, as far as it is about its artefact or says no other.
    pub(crate) fn evidence_of(&self, item: &ScopeItem) -> impl Iterator<Item = Stated<'a, Evidence>> {
        let stated = self.evidence.get(&item.subject.component).map_or(&[][..], Vec::as_slice);
        stated.iter().copied()
    }

    /// Evidence of one's own making under a name, about whatever component.
    pub(crate) fn custom(&self, name: &str) -> Vec<Stated<'a, Evidence>> {
        let own = |stated: &&Stated<'a, Evidence>| match &stated.fact.value {
            Observation::Custom(custom) => custom.name == name,
            _ => false,
        };
        let mut found: Vec<Stated<'a, Evidence>> =
            self.evidence.values().flatten().filter(own).copied().collect();
        found.sort_by_key(|stated| stated.index);
        found
    }

    /// The approvals that count just before a point of the trail.
    pub(crate) fn approvals_at(&self, before: usize) -> Vec<Counting<'a>> {
        let mut counting: Vec<Counting<'a>> = Vec::new();
        let mut suspended = false;
        for event in self.events.iter().take(before) {
            match &event.what {
                Happening::ApprovalGranted(granted) => counting.push(Counting { event, granted }),
                Happening::ApprovalVoided(voided) => {
                    counting
                        .retain(|one| one.granted.step != voided.step || self.is_another(one, &voided.by));
                }
                Happening::ApprovalExpired(expired) => {
                    counting
                        .retain(|one| one.granted.step != expired.step || self.is_another(one, &expired.by));
                }
                Happening::ApprovalRevoked(revoked) => counting
                    .retain(|one| one.granted.step != revoked.step || self.is_another(one, &event.actor.id)),
                Happening::ApprovalRejected(_) => counting.clear(),
                Happening::ApprovalSuspended(_) => suspended = true,
                Happening::ApprovalReinstated(_) => suspended = false,
                _ => {}
            }
        }
        if suspended { Vec::new() } else { counting }
    }

    fn is_another(&self, one: &Counting<'_>, who: &str) -> bool {
        !who.is_empty() && self.actor(one.event) != self.context.person(who)
    }

    /// The steps that are satisfied just before a point of the trail, with the events that say so.
    pub(crate) fn satisfied_at(&self, before: usize) -> BTreeMap<&'a str, &'a Event> {
        let mut steps = BTreeMap::new();
        let mut suspended = false;
        for event in self.events.iter().take(before) {
            match &event.what {
                Happening::ApprovalStepSatisfied(step) => drop(steps.insert(step.step.as_str(), *event)),
                Happening::ApprovalVoided(step) => drop(steps.remove(step.step.as_str())),
                Happening::ApprovalRevoked(step) => drop(steps.remove(step.step.as_str())),
                Happening::ApprovalExpired(step) => drop(steps.remove(step.step.as_str())),
                Happening::ApprovalRejected(_) => steps.clear(),
                Happening::ApprovalSuspended(_) => suspended = true,
                Happening::ApprovalReinstated(_) => suspended = false,
                _ => {}
            }
        }
        if suspended { BTreeMap::new() } else { steps }
    }

    /// The window that held just before a point of the trail, and the event that set it.
    pub(crate) fn window_at(&self, before: usize) -> Option<(&'a Event, &'a ReleaseWindow)> {
        let mut window = None;
        for event in self.events.iter().take(before) {
            match &event.what {
                Happening::ReleaseCreated(created) => {
                    window = created.release.window.as_ref().map(|window| (*event, window));
                }
                Happening::Rescheduled(moved) => {
                    window = moved.window.as_ref().map(|window| (*event, window)).or(window);
                }
                _ => {}
            }
        }
        window
    }

    /// Whether it is over, and how.
    pub(crate) fn closed(&self) -> Option<&'a Event> {
        let closes = |event: &&&Event| matches!(event.what, Happening::ReleaseClosed(_));
        self.events.iter().rev().find(closes).copied()
    }
}

/// Whether evidence of one's own making says that something passed: `true`, `"passed"`, or a map whose `passed` is true.
pub(crate) fn says_passed(evidence: &Evidence) -> bool {
    use crate::document::Value;
    let Observation::Custom(custom) = &evidence.value else { return false };
    let passed = |value: &Value| match value {
        Value::Bool(yes) => *yes,
        Value::Text(text) => matches!(text.as_str(), "passed" | "pass" | "ok"),
        _ => false,
    };
    passed(&custom.value.value) || custom.value.get("passed").is_some_and(|node| passed(&node.value))
}

/// An item as a sentence names it.
pub(crate) fn shown(item: &ScopeItem) -> String {
    match &item.subject.version {
        Some(version) => format!("{} {version}", item.subject.component),
        None => item.subject.component.clone(),
    }
}
