//! Many facts, ready to be asked.

mod calendars;
mod exemptions;
mod held;
mod names;

use calendars::HeldCalendar;
pub(crate) use held::{Held, Record};
pub(crate) use names::Topic;

use super::kind::{Candidate, Fact, Waiver};
use super::roster::{Profile, Roster};
use calendars::Calendars;
use exemptions::Exemptions;
use jiff::Timestamp;
use names::Names;
use smallvec::SmallVec;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Many facts, ready to be asked: what is known of each component, by kind and newest first.
///
/// The order in which facts are added is of no account.
///
/// ```
/// use greenboard::fact::{Evidence, Facts, Metric, Roster, Subject};
///
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let mut facts = Facts::new(Roster::new());
/// facts.add([Evidence::new("e1", Subject::new("payments"), Metric::new("error_rate", 0.002).into(), at).into()]);
/// assert_eq!(facts.len(), 1);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Facts {
    roster: Arc<Roster>,
    names: Names,
    components: BTreeMap<String, Held>,
    waivers: Exemptions,
    calendars: Calendars,
    count: usize,
}

impl Facts {
    /// None yet, about what this roster knows.
    pub fn new(roster: Roster) -> Self {
        Self { roster: Arc::new(roster), ..Self::default() }
    }

    /// Takes these in.
    pub fn add(&mut self, facts: impl IntoIterator<Item = Fact>) {
        for fact in facts {
            self.count += 1;
            self.take(fact);
        }
        for held in self.components.values_mut() {
            held.settle();
        }
    }

    /// How many there are, each counted once.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Who and what they may be about.
    pub fn roster(&self) -> &Roster {
        &self.roster
    }

    /// What gates may select a component by.
    pub(crate) fn profile(&self, component: &str) -> Option<&Profile> {
        self.roster.components.get(component)
    }

    /// What is known of a component.
    pub(crate) fn of(&self, component: &str) -> Option<&Held> {
        self.components.get(component)
    }

    /// The components that anything is known of, by name.
    pub(crate) fn components(&self) -> impl Iterator<Item = (&str, &Held)> {
        self.components.iter().map(|(name, held)| (name.as_str(), held))
    }

    /// The waivers of a criterion that are for this component, in no order.
    pub(crate) fn waivers<'a>(
        &'a self,
        criterion: &str,
        component: &'a str,
    ) -> impl Iterator<Item = &'a Arc<Waiver>> {
        self.waivers.of(criterion, component)
    }

    /// The newest state of a calendar that counts at an instant.
    pub(crate) fn calendar(&self, name: &str, at: Timestamp) -> Option<&HeldCalendar> {
        self.calendars.of(name, at)
    }

    /// The names of the calendars that are known.
    pub(crate) fn calendars(&self) -> impl Iterator<Item = &str> {
        self.calendars.names()
    }

    /// Whether a person is known, so that what they say counts; everybody is where nobody is named.
    pub(crate) fn knows_person(&self, name: &str) -> bool {
        let people = &self.roster.identity.people;
        people.is_empty() || people.contains_key(name)
    }

    /// The numbers under which facts call what is to go out: its version, tag, commit, or digits of that, and its digest. A
    /// number that no fact has stands for a candidate that none mentions.
    pub(crate) fn versions_of(&self, candidate: &Candidate) -> SmallVec<[u32; 4]> {
        let called = [&candidate.version, &candidate.tag, &candidate.commit, &candidate.digest];
        let mut versions: SmallVec<[u32; 4]> =
            called.into_iter().flatten().filter_map(|text| self.names.number(text)).collect();
        if versions.is_empty() && called.iter().any(|text| text.is_some()) {
            versions.push(u32::MAX);
        }
        versions
    }

    /// Under which numbers evidence of this kind, and of this name where one is given, is held; none where there is none.
    pub(crate) fn topic(&self, kind: &'static str, name: Option<&str>) -> Option<Topic> {
        self.names.topic(kind, name)
    }

    /// The number of a version, environment or digest; none where no fact mentions it.
    pub(crate) fn number(&self, text: &str) -> Option<u32> {
        self.names.number(text)
    }

    fn take(&mut self, fact: Fact) {
        match fact {
            Fact::Evidence(evidence) => {
                let record = Record::new(evidence, &mut self.names);
                self.held(&record.evidence.subject.component.clone()).evidence.push(record);
            }
            Fact::Candidate(candidate) => {
                let held = self.held(&candidate.component.clone());
                held.candidates.push(Arc::new(candidate));
            }
            Fact::Approval(approval) => {
                self.held(&approval.subject.component.clone()).approvals.push(Arc::new(approval))
            }
            Fact::Calendar(calendar) => self.calendars.take(calendar),
            Fact::Waiver(waiver) => self.waivers.take(Arc::new(waiver)),
            Fact::BreakGlass(emergency) => {
                self.held(&emergency.subject.component.clone()).emergencies.push(Arc::new(emergency));
            }
            Fact::Checklist(checklist) => {
                self.held(&checklist.subject.component.clone()).checklists.push(Arc::new(checklist))
            }
            Fact::Deployment(deployment) => {
                self.held(&deployment.subject.component.clone()).deployments.push(Arc::new(deployment));
            }
            Fact::ChangeRequest(request) => {
                let request = Arc::new(request);
                for component in request.components.clone() {
                    self.held(&component).change_requests.push(Arc::clone(&request));
                }
            }
            Fact::WorkItem(item) => {
                let item = Arc::new(item);
                for component in item.components.clone() {
                    self.held(&component).work_items.push(Arc::clone(&item));
                }
            }
        }
    }

    fn held(&mut self, component: &str) -> &mut Held {
        if !self.components.contains_key(component) {
            self.components.insert(component.to_owned(), Held::default());
        }
        // Inserted above.
        self.components.entry(component.to_owned()).or_default()
    }
}
