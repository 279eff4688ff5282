//! What a criterion is asked about, and what it answers.

use super::file::About;
use super::outcome::Outcome;
use super::remedy::Remedy;
use super::set::GateSet;
use crate::document::{Node, Value};
use crate::fact::{Candidate, Facts, Held, Profile, Record, Subject, Topic};
use jiff::Timestamp;
use smallvec::SmallVec;
use std::collections::BTreeMap;

/// Evidence that a criterion looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Looks<'c> {
    /// Its kind.
    pub kind: &'static str,
    /// Its name within the kind; any, where none.
    pub name: Option<&'c str>,
}

impl<'c> Looks<'c> {
    /// All evidence of this kind.
    pub(crate) fn kind(kind: &'static str) -> Self {
        Self { kind, name: None }
    }

    /// Evidence of this kind and name.
    pub(crate) fn named(kind: &'static str, name: &'c str) -> Self {
        Self { kind, name: Some(name) }
    }
}

/// What is to go out where, with what is known of it.
#[derive(Debug)]
pub(crate) struct Target<'a> {
    /// The component.
    pub component: &'a str,
    /// What of it goes out.
    pub candidate: Option<&'a Candidate>,
    /// What is known of it.
    pub held: Option<&'a Held>,
    /// What the workspace says of it.
    pub profile: Option<&'a Profile>,
    /// The stage that is asked about.
    pub stage: Option<&'a str>,
    /// The environment that is asked about.
    pub environment: Option<&'a str>,
    /// Whether somebody does it by hand.
    pub manual: bool,
    /// The numbers under which facts call the candidate's version: version, tag and commit. Empty where it has none.
    pub versions: SmallVec<[u32; 4]>,
    /// The number of the candidate's digest; none where it has none.
    pub digest: Option<u32>,
}

impl Target<'_> {
    /// Whether a fact's subject is this candidate in this environment, or leaves open which.
    pub(crate) fn is_meant(&self, subject: &Subject) -> bool {
        let environment = subject.environment.as_deref();
        let digest = self.candidate.and_then(|candidate| candidate.digest.as_deref());
        self.is_version(subject.version.as_deref())
            && (environment.is_none() || self.environment.is_none() || environment == self.environment)
            && (subject.digest.is_none() || digest.is_none() || subject.digest.as_deref() == digest)
    }

    /// Whether a version that a fact gives is this candidate's, or either is left open.
    pub(crate) fn is_version(&self, version: Option<&str>) -> bool {
        match (version, self.candidate) {
            (Some(version), Some(candidate)) if candidate.is_named() => {
                let ambiguous = self.held.is_some_and(|held| held.is_ambiguous(version, candidate));
                candidate.is_called(version) && !ambiguous
            }
            _ => true,
        }
    }
}

/// One criterion, asked about one target at one instant.
pub(crate) struct Case<'a> {
    /// The instant.
    pub at: Timestamp,
    /// All facts, for what lies beyond the target.
    pub facts: &'a Facts,
    /// All gates, for the groups and calendars that criteria refer to.
    pub gates: &'a GateSet,
    /// What is to go out where.
    pub target: &'a Target<'a>,
    /// What the criterion says of itself.
    pub about: &'a About,
    /// The numbers of the evidence that the criterion looks at.
    pub topics: &'a [Option<Topic>],
    /// What the criterion looks at.
    pub looks: &'a [Looks<'a>],
    /// The number of the environment whose evidence counts; none where all does.
    pub environment: Option<u32>,
    /// Whether somebody reads the details.
    pub detailed: bool,
}

impl<'a> Case<'a> {
    /// The evidence that counts, newest first within each name: about this version, artefact and environment or about none in
    /// particular, observed by now, and not expired.
    pub(crate) fn evidence(&self, look: usize) -> impl Iterator<Item = &'a Record> + use<'a, '_> {
        self.known(look).iter().filter(|record| self.counts(record))
    }

    /// The evidence that counts, without what its own tool has observed anew since: what came later takes its place even where
    /// that has expired by now, or red would turn green by waiting.
    pub(crate) fn standing(&self, look: usize) -> impl Iterator<Item = &'a Record> + use<'a, '_> {
        // Of one name, the last that expired, by tool: records come name by name, the newest of each first.
        let (mut name, mut expired) = (0, BTreeMap::<&str, Timestamp>::new());
        let observed = |record: &&Record| self.is_about_target(record) && record.observed_at <= self.at;
        self.known(look).iter().filter(observed).filter(move |record| {
            if record.name != name {
                name = record.name;
                expired.clear();
            }
            let counts = record.expires_at > self.at;
            if !counts {
                expired.entry(&record.evidence.source.tool).or_insert(record.observed_at);
            } else if expired.is_empty() {
                return true;
            }
            counts
                && expired.get(&*record.evidence.source.tool).is_none_or(|later| *later <= record.observed_at)
        })
    }

    /// The newest evidence that counts.
    pub(crate) fn latest(&self, look: usize) -> Option<&'a Record> {
        // Within one name the first is the newest; across names the newest of them all.
        match self.looks.get(look)?.name {
            Some(_) => self.standing(look).next(),
            None => self.standing(look).max_by(|a, b| {
                let same = || b.evidence.id.cmp(&a.evidence.id);
                a.observed_at.cmp(&b.observed_at).then_with(same)
            }),
        }
    }

    /// All evidence on the topic, whether it counts or not.
    pub(crate) fn known(&self, look: usize) -> &'a [Record] {
        let topic = self.topics.get(look).copied().flatten();
        match (topic, self.target.held) {
            (Some(topic), Some(held)) => held.evidence(topic),
            _ => &[],
        }
    }

    /// The environment whose facts count: the criterion's own, else the one that is asked about.
    pub(crate) fn environment_name(&self) -> Option<&'a str> {
        self.about.environment.as_deref().or(self.target.environment)
    }

    /// Whether a fact's subject is this candidate, or whatever version where that does not matter, in the environment whose
    /// facts count, or leaves open which.
    pub(crate) fn is_meant(&self, subject: &Subject, any_version: bool) -> bool {
        let environment = self.environment_name();
        let of = subject.environment.as_deref();
        let digest = self.target.candidate.and_then(|candidate| candidate.digest.as_deref());
        (any_version || self.target.is_version(subject.version.as_deref()))
            && (of.is_none() || environment.is_none() || of == environment)
            && (any_version
                || subject.digest.is_none()
                || digest.is_none()
                || subject.digest.as_deref() == digest)
    }

    fn counts(&self, record: &Record) -> bool {
        self.is_about_target(record) && record.observed_at <= self.at && record.expires_at > self.at
    }

    /// Whether a record is about this version, artefact and environment, or about none in particular.
    pub(crate) fn is_about_target(&self, record: &Record) -> bool {
        let target = self.target;
        record.is_of(&target.versions, target.digest)
            && (record.environment == 0 || self.environment.is_none_or(|number| number == record.environment))
    }

    /// An outcome, and what there is to say about it where somebody reads it.
    pub(crate) fn judged(&self, outcome: Outcome, detail: impl FnOnce() -> Detail) -> Judgement {
        Judgement { outcome, detail: self.detailed.then(|| Box::new(detail())) }
    }

    /// Pending for want of evidence, and why what there is does not count.
    pub(crate) fn missing(&self, look: usize) -> Judgement {
        self.judged(Outcome::Pending, || self.absence(look))
    }
}

/// What a criterion came to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Judgement {
    /// The outcome.
    pub outcome: Outcome,
    /// What there is to say about it; none where nobody reads it.
    pub detail: Option<Box<Detail>>,
}

/// What there is to say about an outcome.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Detail {
    /// Why it is so, in a sentence without a full stop.
    pub reason: String,
    /// What was observed, as data.
    pub observed: Option<Node>,
    /// The facts that it rests on, by id.
    pub evidence: Vec<String>,
    /// What to do next, in a sentence; none where nothing is to be done.
    pub action: Option<String>,
    /// What would turn it, where that is more than one step of the criterion's cost.
    pub remedy: Option<Remedy>,
}

impl Detail {
    /// With this reason.
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), observed: None, evidence: Vec::new(), action: None, remedy: None }
    }

    /// Having observed this number.
    pub(crate) fn observed(mut self, number: f64) -> Self {
        self.observed = Some(Node::new(Value::Float(number)));
        self
    }

    /// Having observed this.
    pub(crate) fn observed_value(mut self, value: Value) -> Self {
        self.observed = Some(Node::new(value));
        self
    }

    /// Resting on this evidence.
    pub(crate) fn on(mut self, record: &Record) -> Self {
        self.evidence.push(record.evidence.id.clone());
        self
    }

    /// Resting on the fact with this id.
    pub(crate) fn on_fact(mut self, id: impl Into<String>) -> Self {
        self.evidence.push(id.into());
        self
    }

    /// With this to be done.
    pub(crate) fn action(mut self, action: impl Into<String>) -> Self {
        self.action = Some(action.into());
        self
    }

    /// To be turned by this.
    pub(crate) fn remedy(mut self, remedy: Remedy) -> Self {
        self.remedy = Some(remedy);
        self
    }
}
