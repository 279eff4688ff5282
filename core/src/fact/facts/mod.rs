//! Many facts, ready to be asked.

mod added;
mod calendars;
mod exemptions;
mod glance;
mod held;
mod names;
mod resolve;
mod seen;
mod sighting;
mod written;

pub use added::{Added, Clash, Contradiction, Unresolved, UnresolvedName};
use calendars::HeldCalendar;
pub(crate) use glance::{Glance, GlanceRow};
pub(crate) use held::{Held, Record};
pub(crate) use names::Topic;
pub use written::read;

use super::kind::{
    Approval, BreakGlass, CalendarFact, Candidate, ChangeRequest, Checklist, Deployment, Evidence, Fact,
    Waiver, WorkItem,
};
use super::observation::Observation;
use super::roster::{Profile, Roster};
use super::subject::Subject;
use calendars::Calendars;
use exemptions::Exemptions;
use jiff::Timestamp;
use names::Names;
use resolve::{Misses, Resolver, Strangers};
use seen::Seen;
use sighting::Sighting;
use smallvec::SmallVec;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// Many facts, ready to be asked: what is known of each component, by kind and newest first.
///
/// It is a set: the order in which facts are added is of no account, and a fact that is there already is absorbed. Names that
/// tools have for components, people and environments are found in the [`Roster`]; those that are nobody's are told by
/// [`unresolved`](Self::unresolved) and are never guessed. Facts that cannot all be true are told by
/// [`contradictions`](Self::contradictions), and what they are about is pending; all else is judged.
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
    resolver: Resolver,
    names: Names,
    /// Shared with those who looked before: what is still the same is the very same.
    components: BTreeMap<String, Arc<Held>>,
    /// Of whatever component; globs are matched when they are asked for.
    waivers: Arc<Exemptions>,
    /// Who has contracts with a provider.
    consumers: BTreeMap<String, BTreeSet<String>>,
    seen: AllSeen,
    strangers: Strangers,
    absorbed: u64,
    calendars: Arc<Calendars>,
    /// What is measured, in columns; made when it is asked for.
    glance: OnceLock<Arc<Glance>>,
}

/// What of facts is about no component in particular, shared: what is still the same is the very same.
#[derive(Debug, Clone)]
pub(crate) struct Common {
    roster: Arc<Roster>,
    waivers: Arc<Exemptions>,
    calendars: Arc<Calendars>,
}

impl Common {
    /// Whether it is the same but for waivers.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.roster, &other.roster) && Arc::ptr_eq(&self.calendars, &other.calendars)
    }

    /// Whether there are waivers.
    pub(crate) fn has_waivers(&self) -> bool {
        !self.waivers.is_empty()
    }

    /// Whether the waivers are the same.
    pub(crate) fn has_same_waivers(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.waivers, &other.waivers)
    }
}

/// The facts of every kind, as they were given.
#[derive(Debug, Clone, Default)]
struct AllSeen {
    candidates: Seen<Candidate>,
    evidence: Seen<Evidence>,
    approvals: Seen<Approval>,
    waivers: Seen<Waiver>,
    emergencies: Seen<BreakGlass>,
    change_requests: Seen<ChangeRequest>,
    work_items: Seen<WorkItem>,
    checklists: Seen<Checklist>,
    deployments: Seen<Deployment>,
    calendars: Seen<CalendarFact>,
}

/// What is noted while facts are added.
#[derive(Debug, Default)]
struct Notes {
    added: u64,
    absorbed: u64,
    superseding: u64,
    /// Of each kind, into its clashes.
    clashes: BTreeMap<&'static str, BTreeSet<usize>>,
    strangers: BTreeSet<(UnresolvedName, String, String)>,
    touched: BTreeSet<String>,
}

impl Facts {
    /// None yet, about what this roster knows.
    pub fn new(roster: Roster) -> Self {
        Self { resolver: Resolver::new(Arc::new(roster)), ..Self::default() }
    }

    /// Takes these in, and says what came of it.
    ///
    /// Takes time in proportion to how many they are, and a little for each component that they are about: to add many, add
    /// them at once.
    pub fn add(&mut self, facts: impl IntoIterator<Item = Fact>) -> Added {
        let mut notes = Notes::default();
        self.glance.take();
        for fact in facts {
            self.take(fact, &mut notes);
        }
        for component in &notes.touched {
            if let Some(held) = self.components.get_mut(component) {
                Arc::make_mut(held).settle();
            }
        }
        self.absorbed += notes.absorbed;
        let mut contradictory = Vec::new();
        for (kind, clashes) in &notes.clashes {
            contradictory.extend(self.seen.contradictions(Some((kind, clashes))));
        }
        contradictory.sort_unstable();
        Added {
            added: notes.added,
            absorbed: notes.absorbed,
            superseding: notes.superseding,
            contradictory,
            unresolved: self.strangers.list(self.resolver.roster(), Some(&notes.strangers)),
        }
    }

    /// How many there are, each counted once.
    pub fn len(&self) -> usize {
        let seen = &self.seen;
        seen.candidates.len()
            + seen.evidence.len()
            + seen.approvals.len()
            + seen.waivers.len()
            + seen.emergencies.len()
            + seen.change_requests.len()
            + seen.work_items.len()
            + seen.checklists.len()
            + seen.deployments.len()
            + seen.calendars.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many came that were there already.
    pub fn absorbed(&self) -> u64 {
        self.absorbed
    }

    /// Who and what they may be about.
    pub fn roster(&self) -> &Roster {
        self.resolver.roster()
    }

    /// The names that are nobody's and nothing's here, or more than one's, each once.
    ///
    /// ```
    /// use greenboard::fact::{Approval, Facts, Identity, Roster, Subject};
    ///
    /// let identity = Identity::new().with_person("ada", "github", "ada-l");
    /// let at = "2026-11-02T09:00:00Z".parse().unwrap();
    /// let mut facts = Facts::new(Roster::new().with_identity(identity));
    /// facts.add([Approval::new("a1", Subject::new("payments"), "adal", at).into()]);
    ///
    /// let unknown = &facts.unresolved()[0];
    /// assert_eq!((unknown.name.as_str(), unknown.nearest.as_slice()), ("adal", ["ada".to_owned()].as_slice()));
    /// ```
    pub fn unresolved(&self) -> Vec<Unresolved> {
        let mut list = self.strangers.list(self.roster(), None);
        list.extend(self.components.values().flat_map(|held| held.ambiguous_versions(&self.names)));
        list
    }

    /// The facts that cannot all be true.
    pub fn contradictions(&self) -> Vec<Contradiction> {
        let mut list = self.seen.contradictions(None);
        list.sort_unstable();
        list
    }

    /// What gates may select a component by.
    pub(crate) fn profile(&self, component: &str) -> Option<&Profile> {
        self.roster().components.get(component)
    }

    /// What is known of a component.
    pub(crate) fn of(&self, component: &str) -> Option<&Held> {
        self.components.get(component).map(|held| &**held)
    }

    /// The same, to be kept: while nothing is added about the component, it is the very same.
    pub(crate) fn shared(&self, component: &str) -> Option<&Arc<Held>> {
        self.components.get(component)
    }

    /// What is about no component in particular, to be kept likewise.
    pub(crate) fn common(&self) -> Common {
        Common {
            roster: Arc::clone(self.resolver.shared_roster()),
            waivers: Arc::clone(&self.waivers),
            calendars: Arc::clone(&self.calendars),
        }
    }

    /// Whether facts about this component contradict each other, or some about others that are called the same.
    pub(crate) fn is_contradictory(&self, component: &str) -> bool {
        let seen = &self.seen;
        seen.candidates.has_clash(component)
            || seen.evidence.has_clash(component)
            || seen.approvals.has_clash(component)
            || seen.emergencies.has_clash(component)
            || seen.change_requests.has_clash(component)
            || seen.work_items.has_clash(component)
            || seen.checklists.has_clash(component)
            || seen.deployments.has_clash(component)
    }

    /// The components that anything is known of, by name.
    pub(crate) fn components(&self) -> impl Iterator<Item = (&str, &Held)> {
        self.components.iter().map(|(name, held)| (name.as_str(), &**held))
    }

    /// The waivers of a criterion that are for this component, in no order.
    pub(crate) fn waivers<'a>(
        &'a self,
        criterion: &str,
        component: &'a str,
    ) -> impl Iterator<Item = &'a Arc<Waiver>> {
        self.waivers.of(criterion, component)
    }

    /// The components that have contracts with a provider, by name.
    pub(crate) fn consumers_of(&self, provider: &str) -> impl Iterator<Item = &str> {
        self.consumers.get(provider).into_iter().flatten().map(String::as_str)
    }

    /// Whether another waiver is called as this one is, and differs.
    pub(crate) fn is_disputed(&self, waiver: &Waiver) -> bool {
        self.seen.waivers.is_disputed(waiver)
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
        let people = &self.roster().identity.people;
        people.is_empty() || people.contains_key(name)
    }

    /// The numbers under which facts call what is to go out: its version, tag, commit, or digits of that, and its digest. A
    /// number that no fact has stands for a candidate that none mentions.
    pub(crate) fn versions_of(&self, candidate: &Candidate) -> SmallVec<[u32; 4]> {
        let called = [&candidate.version, &candidate.tag, &candidate.digest];
        let mut versions: SmallVec<[u32; 4]> =
            called.into_iter().flatten().filter_map(|text| self.names.number(text)).collect();
        if let Some(commit) = &candidate.commit {
            let held = self.of(&candidate.component);
            let ambiguous = |text: &str| held.is_some_and(|held| held.is_ambiguous(text, candidate));
            let whole = self.names.number(commit).into_iter();
            let digits = self.names.commits(commit).filter(|(text, _)| *text != commit && !ambiguous(text));
            versions.extend(whole.chain(digits.map(|(_, number)| number)));
        }
        if versions.is_empty() && candidate.is_named() {
            versions.push(u32::MAX);
        }
        versions
    }

    /// The number of the digest of what is to go out; none where it has none.
    pub(crate) fn digest_of(&self, candidate: &Candidate) -> Option<u32> {
        candidate.digest.as_ref().map(|digest| self.number(digest).unwrap_or(u32::MAX))
    }

    /// What is contradictory of a component at an instant, in what is meant, and not replaced by anything newer. A few looks
    /// where nothing is.
    pub(crate) fn contradictions_of(
        &self,
        component: &str,
        at: Timestamp,
        is_meant: &dyn Fn(&Subject) -> bool,
    ) -> Vec<Contradiction> {
        let Some(held) = self.of(component) else { return Vec::new() };
        let (seen, by) = (&self.seen, &self.resolver);
        let mut out = Vec::new();
        // What is held has been resolved, but for evidence.
        let plain = Resolver::default();
        let evidence = held.evidence.iter().map(|record| &*record.evidence);
        let is = |fact: &Evidence| is_meant(&fact.resolved(by).subject);
        seen.evidence.open(component, evidence, [by, by], at, &is, &mut out);
        seen.candidates.open(component, each(&held.candidates), [&plain, by], at, &|_| true, &mut out);
        seen.approvals.open(
            component,
            each(&held.approvals),
            [&plain, by],
            at,
            &|fact: &Approval| is_meant(&fact.resolved(by).subject),
            &mut out,
        );
        seen.emergencies.open(
            component,
            each(&held.emergencies),
            [&plain, by],
            at,
            &|fact: &BreakGlass| is_meant(&fact.resolved(by).subject),
            &mut out,
        );
        seen.change_requests.open(
            component,
            each(&held.change_requests),
            [&plain, by],
            at,
            &|_| true,
            &mut out,
        );
        seen.work_items.open(component, each(&held.work_items), [&plain, by], at, &|_| true, &mut out);
        seen.checklists.open(
            component,
            each(&held.checklists),
            [&plain, by],
            at,
            &|fact: &Checklist| is_meant(&fact.resolved(by).subject),
            &mut out,
        );
        seen.deployments.open(
            component,
            each(&held.deployments),
            [&plain, by],
            at,
            &|fact: &Deployment| is_meant(&fact.resolved(by).subject),
            &mut out,
        );
        out.sort_unstable();
        out
    }

    /// Under which numbers evidence of this kind, and of this name where one is given, is held; none where there is none.
    pub(crate) fn topic(&self, kind: &'static str, name: Option<&str>) -> Option<Topic> {
        self.names.topic(kind, name)
    }

    /// The number of a version, environment or digest; none where no fact mentions it.
    pub(crate) fn number(&self, text: &str) -> Option<u32> {
        self.names.number(text)
    }

    fn take(&mut self, fact: Fact, notes: &mut Notes) {
        let (seen, by, out) = (&mut self.seen, &self.resolver, &mut self.strangers);
        match fact {
            Fact::Evidence(fact) => {
                let Some((fact, mut misses)) = notes.sight(&mut seen.evidence, fact, by) else { return };
                let tool = &fact.source.tool;
                let component = by.component(tool, &fact.subject.component, &mut misses).into_owned();
                let environment = fact.subject.environment.as_deref();
                let environment = environment.map(|name| by.environment(tool, name, &mut misses));
                if let Observation::Contract(contract) = &fact.value {
                    let provider = contract.provider.clone();
                    self.consumers.entry(provider).or_default().insert(component.clone());
                }
                let record = Record::new(Arc::clone(&fact), environment.as_deref(), &mut self.names);
                notes.strange(out, misses);
                held(&mut self.components, component, notes).evidence.push(record);
            }
            Fact::Candidate(fact) => {
                let Some(fact) = notes.kept(&mut seen.candidates, fact, by, out) else { return };
                held(&mut self.components, fact.component.as_str(), notes).candidates.push(Arc::clone(&fact));
            }
            Fact::Approval(fact) => {
                let Some(fact) = notes.kept(&mut seen.approvals, fact, by, out) else { return };
                held(&mut self.components, fact.subject.component.as_str(), notes)
                    .approvals
                    .push(Arc::clone(&fact));
            }
            Fact::Calendar(fact) => {
                let Some(fact) = notes.kept(&mut seen.calendars, fact, by, out) else { return };
                Arc::make_mut(&mut self.calendars).take(fact);
            }
            Fact::Waiver(fact) => {
                let Some(fact) = notes.kept(&mut seen.waivers, fact, by, out) else { return };
                Arc::make_mut(&mut self.waivers).take(fact);
            }
            Fact::BreakGlass(fact) => {
                let Some(fact) = notes.kept(&mut seen.emergencies, fact, by, out) else { return };
                held(&mut self.components, fact.subject.component.as_str(), notes)
                    .emergencies
                    .push(Arc::clone(&fact));
            }
            Fact::Checklist(fact) => {
                let Some(fact) = notes.kept(&mut seen.checklists, fact, by, out) else { return };
                held(&mut self.components, fact.subject.component.as_str(), notes)
                    .checklists
                    .push(Arc::clone(&fact));
            }
            Fact::Deployment(fact) => {
                let Some(fact) = notes.kept(&mut seen.deployments, fact, by, out) else { return };
                held(&mut self.components, fact.subject.component.as_str(), notes)
                    .deployments
                    .push(Arc::clone(&fact));
            }
            Fact::ChangeRequest(fact) => {
                let Some(fact) = notes.kept(&mut seen.change_requests, fact, by, out) else { return };
                for component in unique(&fact.components) {
                    held(&mut self.components, component, notes).change_requests.push(Arc::clone(&fact));
                }
            }
            Fact::WorkItem(fact) => {
                let Some(fact) = notes.kept(&mut seen.work_items, fact, by, out) else { return };
                for component in unique(&fact.components) {
                    held(&mut self.components, component, notes).work_items.push(Arc::clone(&fact));
                }
            }
        }
    }
}

impl Notes {
    /// Looks at a fact; none where it was there already.
    fn sight<T: Sighting>(
        &mut self,
        seen: &mut Seen<T>,
        fact: T,
        resolver: &Resolver,
    ) -> Option<(Arc<T>, Misses)> {
        let fact = Arc::new(fact);
        let sighted = seen.sight(&fact, resolver);
        if sighted.absorbed {
            self.absorbed += 1;
            return None;
        }
        self.added += 1;
        self.superseding += u64::from(sighted.supersedes);
        for clash in sighted.clashes.into_iter().flatten() {
            self.clashes.entry(T::KIND).or_default().insert(clash);
        }
        Some((fact, Misses::default()))
    }

    /// Likewise; the fact with the names that are used here.
    fn kept<T: Sighting>(
        &mut self,
        seen: &mut Seen<T>,
        fact: T,
        resolver: &Resolver,
        strangers: &mut Strangers,
    ) -> Option<Arc<T>> {
        let (fact, mut misses) = self.sight(seen, fact, resolver)?;
        let resolved = fact.resolve(resolver, &mut misses);
        self.strange(strangers, misses);
        // Nearly always the same: held once then.
        Some(if resolved == *fact { fact } else { Arc::new(resolved) })
    }

    fn strange(&mut self, strangers: &mut Strangers, misses: Misses) {
        if !misses.is_empty() {
            strangers.take(misses, &mut self.strangers);
        }
    }
}

impl AllSeen {
    /// What is contradictory, of all or of one kind.
    fn contradictions(&self, only: Option<(&&'static str, &BTreeSet<usize>)>) -> Vec<Contradiction> {
        fn of<T: Sighting>(
            seen: &Seen<T>,
            only: Option<(&&'static str, &BTreeSet<usize>)>,
        ) -> Vec<Contradiction> {
            match only {
                None => seen.contradictions(None),
                Some((kind, clashes)) if *kind == T::KIND => seen.contradictions(Some(clashes)),
                Some(_) => Vec::new(),
            }
        }
        [
            of(&self.candidates, only),
            of(&self.evidence, only),
            of(&self.approvals, only),
            of(&self.waivers, only),
            of(&self.emergencies, only),
            of(&self.change_requests, only),
            of(&self.work_items, only),
            of(&self.checklists, only),
            of(&self.deployments, only),
            of(&self.calendars, only),
        ]
        .concat()
    }
}

/// What is known of a component, to be added to.
fn held<'h>(
    components: &'h mut BTreeMap<String, Arc<Held>>,
    component: impl Into<String> + AsRef<str>,
    notes: &mut Notes,
) -> &'h mut Held {
    if !notes.touched.contains(component.as_ref()) {
        notes.touched.insert(component.as_ref().to_owned());
    }
    Arc::make_mut(components.entry(component.into()).or_default())
}

/// Names, each once.
fn unique(names: &[String]) -> BTreeSet<&str> {
    names.iter().map(String::as_str).collect()
}

fn each<T>(list: &[Arc<T>]) -> impl Iterator<Item = &T> {
    list.iter().map(|fact| &**fact)
}
