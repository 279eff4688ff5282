//! What each kind of fact is called by, and what it says something of.

use super::resolve::{Misses, Resolver};
use crate::fact::kind::{
    Approval, BreakGlass, CalendarFact, Candidate, ChangeRequest, Checklist, Deployment, Evidence, Waiver,
    WorkItem,
};
use crate::fact::{Observation, Source, Subject};
use jiff::Timestamp;
use serde::Serialize;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::Debug;

/// A fact that is kept once, and compared with what else is said of the same.
pub(super) trait Sighting: Clone + Debug + PartialEq + Serialize {
    /// Its kind.
    const KIND: &'static str;
    /// Whether facts of this kind have ids.
    const HAS_IDS: bool = true;

    /// What it is called by: facts called the same cannot differ. What is seen again and again in another state, such as a
    /// ticket, is called by its id, its tool and the instant of the state.
    fn id(&self) -> Id<'_>;

    /// What it says something of: facts of one place have to agree.
    fn place<'a>(&'a self, resolver: &Resolver) -> Option<Place<'a>>;

    /// Likewise, whatever the instant: of one series the newest counts.
    fn series<'a>(&'a self, resolver: &Resolver) -> Option<Place<'a>> {
        self.place(resolver).map(|place| Place { at: None, ..place })
    }

    /// Whether it says the same of its place as another.
    fn agrees(&self, other: &Self) -> bool;

    /// It with the names that are used here, and those that could not be found.
    fn resolve(&self, resolver: &Resolver, misses: &mut Misses) -> Self;

    /// When it was observed.
    fn observed_at(&self) -> Timestamp;

    /// What people call it.
    fn label(&self) -> String;

    /// Which of two comes first by what people call them.
    fn label_order(&self, other: &Self) -> Ordering {
        self.id().id.cmp(other.id().id)
    }

    /// The components that it is about.
    fn components(&self, resolver: &Resolver) -> Vec<String>;

    /// It with the names that are used here.
    fn resolved(&self, resolver: &Resolver) -> Self {
        self.resolve(resolver, &mut Misses::default())
    }
}

/// What a fact is called by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Id<'a> {
    tool: &'a str,
    id: &'a str,
    at: Option<Timestamp>,
}

/// What a fact says something of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Place<'a> {
    /// Of evidence, the kind; of a step, the step.
    sort: &'a str,
    name: Cow<'a, str>,
    component: Cow<'a, str>,
    version: Option<&'a str>,
    environment: Option<Cow<'a, str>>,
    digest: Option<&'a str>,
    source: &'a Source,
    at: Option<Timestamp>,
}

impl<'a> Place<'a> {
    fn of(subject: &'a Subject, source: &'a Source, at: Timestamp, resolver: &Resolver) -> Self {
        let mut misses = Misses::default();
        let environment = subject.environment.as_deref();
        Self {
            sort: "",
            name: Cow::Borrowed(""),
            component: resolver.component(&source.tool, &subject.component, &mut misses),
            version: subject.version.as_deref(),
            environment: environment.map(|name| resolver.environment(&source.tool, name, &mut misses)),
            digest: subject.digest.as_deref(),
            source,
            at: Some(at),
        }
    }
}

/// What has an id once and for all.
fn once(id: &str) -> Id<'_> {
    Id { tool: "", id, at: None }
}

/// What is seen in one state and later in another.
fn state<'a>(source: &'a Source, id: &'a str, at: Timestamp) -> Id<'a> {
    Id { tool: &source.tool, id, at: Some(at) }
}

impl Resolver {
    fn subject(&self, tool: &str, subject: &Subject, misses: &mut Misses) -> Subject {
        Subject {
            component: self.component(tool, &subject.component, misses).into_owned(),
            environment: self.maybe_environment(tool, subject.environment.as_deref(), misses),
            ..subject.clone()
        }
    }

    fn maybe_environment(&self, tool: &str, name: Option<&str>, misses: &mut Misses) -> Option<String> {
        name.map(|name| self.environment(tool, name, misses).into_owned())
    }

    fn maybe_person(&self, tool: &str, name: Option<&str>, misses: &mut Misses) -> Option<String> {
        name.map(|name| self.person(tool, name, misses).into_owned())
    }

    /// Somebody of whom it does not matter whether they are known.
    fn perhaps_person(&self, tool: &str, name: Option<&str>) -> Option<String> {
        let mut misses = Misses::default();
        let found = self.maybe_person(tool, name, &mut misses);
        if misses.is_empty() { found } else { name.map(str::to_owned) }
    }

    fn all_components(&self, tool: &str, names: &[String], misses: &mut Misses) -> Vec<String> {
        names.iter().map(|name| self.component(tool, name, misses).into_owned()).collect()
    }

    fn one_component(&self, tool: &str, name: &str) -> Vec<String> {
        vec![self.component(tool, name, &mut Misses::default()).into_owned()]
    }
}

impl Sighting for Evidence {
    const KIND: &'static str = "evidence";

    fn id(&self) -> Id<'_> {
        once(&self.id)
    }

    fn place<'a>(&'a self, resolver: &Resolver) -> Option<Place<'a>> {
        let name = match &self.value {
            // Whoever attests or states something says it for themselves: which of it holds is for those to weigh who ask.
            Observation::Provenance(_) | Observation::Vex(_) => return None,
            Observation::Verification(verification) => {
                // Each version of a provider is verified by itself.
                Cow::Owned(format!("{} {}", verification.provider, verification.provider_version))
            }
            value => Cow::Borrowed(value.name().unwrap_or_default()),
        };
        let place = Place::of(&self.subject, &self.source, self.observed_at, resolver);
        Some(Place { sort: self.value.kind(), name, ..place })
    }

    fn agrees(&self, other: &Self) -> bool {
        self.value == other.value || printed(&self.value) == printed(&other.value)
    }

    fn resolve(&self, resolver: &Resolver, misses: &mut Misses) -> Self {
        Self { subject: resolver.subject(&self.source.tool, &self.subject, misses), ..self.clone() }
    }

    fn observed_at(&self) -> Timestamp {
        self.observed_at
    }

    fn label(&self) -> String {
        self.id.clone()
    }

    fn components(&self, resolver: &Resolver) -> Vec<String> {
        resolver.one_component(&self.source.tool, &self.subject.component)
    }
}

impl Sighting for Candidate {
    const KIND: &'static str = "candidate";
    const HAS_IDS: bool = false;

    fn id(&self) -> Id<'_> {
        state(&self.source, &self.component, self.observed_at())
    }

    fn place<'a>(&'a self, resolver: &Resolver) -> Option<Place<'a>> {
        Some(Place {
            sort: "",
            name: Cow::Borrowed(""),
            component: resolver.component(&self.source.tool, &self.component, &mut Misses::default()),
            version: None,
            environment: None,
            digest: None,
            source: &self.source,
            at: Some(self.observed_at()),
        })
    }

    fn agrees(&self, _: &Self) -> bool {
        // Whoever differs is told by what they are called by.
        true
    }

    fn resolve(&self, resolver: &Resolver, misses: &mut Misses) -> Self {
        let tool = &self.source.tool;
        let authors = self.authors.iter();
        Self {
            component: resolver.component(tool, &self.component, misses).into_owned(),
            authors: authors.map(|author| resolver.person(tool, author, misses).into_owned()).collect(),
            requested_by: resolver.maybe_person(tool, self.requested_by.as_deref(), misses),
            ..self.clone()
        }
    }

    fn observed_at(&self) -> Timestamp {
        self.observed_at.unwrap_or(Timestamp::MIN)
    }

    fn label(&self) -> String {
        let named = [&self.version, &self.tag, &self.commit, &self.digest].into_iter().flatten().next();
        match named {
            Some(version) => format!("{} {version}", self.component),
            None => self.component.clone(),
        }
    }

    fn components(&self, resolver: &Resolver) -> Vec<String> {
        resolver.one_component(&self.source.tool, &self.component)
    }
}

impl Sighting for Approval {
    const KIND: &'static str = "approval";

    fn id(&self) -> Id<'_> {
        once(&self.id)
    }

    fn place<'a>(&'a self, resolver: &Resolver) -> Option<Place<'a>> {
        let place = Place::of(&self.subject, &self.source, self.observed_at, resolver);
        let name = resolver.person(&self.source.tool, &self.by, &mut Misses::default());
        Some(Place { sort: self.step.as_deref().unwrap_or_default(), name, ..place })
    }

    fn agrees(&self, other: &Self) -> bool {
        self.decision == other.decision
    }

    fn resolve(&self, resolver: &Resolver, misses: &mut Misses) -> Self {
        let tool = &self.source.tool;
        Self {
            subject: resolver.subject(tool, &self.subject, misses),
            by: resolver.person(tool, &self.by, misses).into_owned(),
            ..self.clone()
        }
    }

    fn observed_at(&self) -> Timestamp {
        self.observed_at
    }

    fn label(&self) -> String {
        self.id.clone()
    }

    fn components(&self, resolver: &Resolver) -> Vec<String> {
        resolver.one_component(&self.source.tool, &self.subject.component)
    }
}

impl Sighting for Waiver {
    const KIND: &'static str = "waiver";

    fn id(&self) -> Id<'_> {
        once(&self.id)
    }

    fn place<'a>(&'a self, _: &Resolver) -> Option<Place<'a>> {
        None
    }

    fn agrees(&self, _: &Self) -> bool {
        true
    }

    fn resolve(&self, resolver: &Resolver, misses: &mut Misses) -> Self {
        let tool = &self.source.tool;
        let component = self.component.as_deref().map(|name| {
            if super::exemptions::is_glob(name) {
                return name.to_owned();
            }
            resolver.component(tool, name, misses).into_owned()
        });
        Self {
            component,
            environment: resolver.maybe_environment(tool, self.environment.as_deref(), misses),
            granted_by: resolver.person(tool, &self.granted_by, misses).into_owned(),
            requested_by: resolver.maybe_person(tool, self.requested_by.as_deref(), misses),
            ..self.clone()
        }
    }

    fn observed_at(&self) -> Timestamp {
        self.granted_at
    }

    fn label(&self) -> String {
        self.id.clone()
    }

    fn components(&self, resolver: &Resolver) -> Vec<String> {
        let plain = self.component.as_deref().filter(|name| !super::exemptions::is_glob(name));
        plain.map(|name| resolver.one_component(&self.source.tool, name)).unwrap_or_default()
    }
}

impl Sighting for BreakGlass {
    const KIND: &'static str = "break_glass";

    fn id(&self) -> Id<'_> {
        once(&self.id)
    }

    fn place<'a>(&'a self, _: &Resolver) -> Option<Place<'a>> {
        None
    }

    fn agrees(&self, _: &Self) -> bool {
        true
    }

    fn resolve(&self, resolver: &Resolver, misses: &mut Misses) -> Self {
        let tool = &self.source.tool;
        Self {
            subject: resolver.subject(tool, &self.subject, misses),
            by: resolver.person(tool, &self.by, misses).into_owned(),
            ..self.clone()
        }
    }

    fn observed_at(&self) -> Timestamp {
        self.observed_at
    }

    fn label(&self) -> String {
        self.id.clone()
    }

    fn components(&self, resolver: &Resolver) -> Vec<String> {
        resolver.one_component(&self.source.tool, &self.subject.component)
    }
}

/// A ticket: seen in one state, and later in another.
macro_rules! ticket {
    ($type:ident, $kind:literal, |$fact:ident, $resolver:ident, $misses:ident| $rest:expr) => {
        impl Sighting for $type {
            const KIND: &'static str = $kind;

            fn id(&self) -> Id<'_> {
                state(&self.source, &self.id, self.observed_at)
            }

            fn place<'a>(&'a self, _: &Resolver) -> Option<Place<'a>> {
                None
            }

            fn series<'a>(&'a self, _: &Resolver) -> Option<Place<'a>> {
                Some(Place {
                    sort: &self.id,
                    name: Cow::Borrowed(""),
                    component: Cow::Borrowed(""),
                    version: None,
                    environment: None,
                    digest: None,
                    source: &self.source,
                    at: None,
                })
            }

            fn agrees(&self, _: &Self) -> bool {
                true
            }

            fn resolve(&self, $resolver: &Resolver, $misses: &mut Misses) -> Self {
                let $fact = self;
                $rest
            }

            fn observed_at(&self) -> Timestamp {
                self.observed_at
            }

            fn label(&self) -> String {
                self.id.clone()
            }

            fn components(&self, resolver: &Resolver) -> Vec<String> {
                resolver.all_components(&self.source.tool, &self.components, &mut Misses::default())
            }
        }
    };
}

ticket!(ChangeRequest, "change_request", |request, resolver, misses| {
    let tool = &request.source.tool;
    Self {
        components: resolver.all_components(tool, &request.components, misses),
        environment: resolver.maybe_environment(tool, request.environment.as_deref(), misses),
        requested_by: resolver.maybe_person(tool, request.requested_by.as_deref(), misses),
        ..request.clone()
    }
});

ticket!(WorkItem, "work_item", |item, resolver, misses| {
    let tool = &item.source.tool;
    Self {
        components: resolver.all_components(tool, &item.components, misses),
        // Whoever works on it decides nothing: a name that is nobody's here is no fault.
        assignee: resolver.perhaps_person(tool, item.assignee.as_deref()),
        ..item.clone()
    }
});

impl Sighting for Checklist {
    const KIND: &'static str = "checklist";

    fn id(&self) -> Id<'_> {
        state(&self.source, &self.id, self.observed_at)
    }

    fn place<'a>(&'a self, resolver: &Resolver) -> Option<Place<'a>> {
        let place = Place::of(&self.subject, &self.source, self.observed_at, resolver);
        Some(Place { name: Cow::Borrowed(&self.name), ..place })
    }

    fn agrees(&self, other: &Self) -> bool {
        self.items == other.items
    }

    fn resolve(&self, resolver: &Resolver, misses: &mut Misses) -> Self {
        let tool = &self.source.tool;
        let mut resolved = Self { subject: resolver.subject(tool, &self.subject, misses), ..self.clone() };
        for item in &mut resolved.items {
            item.by = resolver.maybe_person(tool, item.by.as_deref(), misses);
        }
        resolved
    }

    fn observed_at(&self) -> Timestamp {
        self.observed_at
    }

    fn label(&self) -> String {
        self.id.clone()
    }

    fn components(&self, resolver: &Resolver) -> Vec<String> {
        resolver.one_component(&self.source.tool, &self.subject.component)
    }
}

impl Sighting for Deployment {
    const KIND: &'static str = "deployment";

    fn id(&self) -> Id<'_> {
        state(&self.source, &self.id, self.observed_at)
    }

    fn place<'a>(&'a self, resolver: &Resolver) -> Option<Place<'a>> {
        Some(Place::of(&self.subject, &self.source, self.observed_at, resolver))
    }

    fn agrees(&self, other: &Self) -> bool {
        self.status == other.status
    }

    fn resolve(&self, resolver: &Resolver, misses: &mut Misses) -> Self {
        let tool = &self.source.tool;
        Self {
            subject: resolver.subject(tool, &self.subject, misses),
            // Robots deploy too: a name that is nobody's here is no fault.
            by: resolver.perhaps_person(tool, self.by.as_deref()),
            ..self.clone()
        }
    }

    fn observed_at(&self) -> Timestamp {
        self.observed_at
    }

    fn label(&self) -> String {
        self.id.clone()
    }

    fn components(&self, resolver: &Resolver) -> Vec<String> {
        resolver.one_component(&self.source.tool, &self.subject.component)
    }
}

impl Sighting for CalendarFact {
    const KIND: &'static str = "calendar";

    fn id(&self) -> Id<'_> {
        state(&self.source, &self.id, self.observed_at)
    }

    fn place<'a>(&'a self, _: &Resolver) -> Option<Place<'a>> {
        Some(Place {
            sort: "",
            name: Cow::Borrowed(&self.calendar.name),
            component: Cow::Borrowed(""),
            version: None,
            environment: None,
            digest: None,
            source: &self.source,
            at: Some(self.observed_at),
        })
    }

    fn agrees(&self, other: &Self) -> bool {
        self.calendar == other.calendar
    }

    fn resolve(&self, _: &Resolver, _: &mut Misses) -> Self {
        self.clone()
    }

    fn observed_at(&self) -> Timestamp {
        self.observed_at
    }

    fn label(&self) -> String {
        self.id.clone()
    }

    fn components(&self, _: &Resolver) -> Vec<String> {
        Vec::new()
    }
}

/// A value as one text, where it was read not counting.
fn printed(value: &Observation) -> String {
    crate::document::to_json(value).unwrap_or_else(|_| format!("{value:?}"))
}
