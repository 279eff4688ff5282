//! What is known of one component.

use super::added::{Unresolved, UnresolvedName};
use super::names::{Names, Topic};
use super::seen::content;
use super::sighting::Sighting;
use crate::fact::kind::is_same_commit;
use crate::fact::{
    Approval, BreakGlass, Candidate, ChangeRequest, Checklist, Deployment, Evidence, Observation, WorkItem,
};
use jiff::Timestamp;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is known of one component, each list in an order that does not depend on how it came in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Held {
    /// By kind, by name, newest first.
    pub evidence: Vec<Record>,
    /// Newest first.
    pub candidates: Vec<Arc<Candidate>>,
    /// Oldest first.
    pub approvals: Vec<Arc<Approval>>,
    /// Oldest first.
    pub emergencies: Vec<Arc<BreakGlass>>,
    /// Newest first.
    pub checklists: Vec<Arc<Checklist>>,
    /// Newest first.
    pub deployments: Vec<Arc<Deployment>>,
    /// Newest first.
    pub change_requests: Vec<Arc<ChangeRequest>>,
    /// By id, the newest of each first.
    pub work_items: Vec<Arc<WorkItem>>,
    /// How much of each list is in order.
    pub(super) settled: Settled,
}

/// Evidence, with what it is looked up and compared by at hand: a gate over a million of them reads little memory.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// The number of its kind.
    pub kind: u32,
    /// The number of its name within the kind; 0 for none.
    pub name: u32,
    /// The number of the subject's version; 0 for none.
    pub version: u32,
    /// The number of the subject's environment; 0 for none.
    pub environment: u32,
    /// The number of the subject's digest; 0 for none.
    pub digest: u32,
    /// When it was observed.
    pub observed_at: Timestamp,
    /// When it stops to count; the end of time where it never does.
    pub expires_at: Timestamp,
    /// What a metric measured; not a number for other kinds.
    pub number: f64,
    /// The evidence itself.
    pub evidence: Arc<Evidence>,
}

impl Record {
    pub(super) fn new(evidence: Arc<Evidence>, environment: Option<&str>, names: &mut Names) -> Self {
        let subject = &evidence.subject;
        Self {
            kind: names.take(Some(evidence.value.kind())),
            name: names.take(evidence.value.name()),
            version: names.take_version(subject.version.as_deref()),
            environment: names.take(environment),
            digest: names.take(subject.digest.as_deref()),
            observed_at: evidence.observed_at,
            expires_at: evidence.expires_at.unwrap_or(Timestamp::MAX),
            number: match &evidence.value {
                Observation::Metric(metric) => metric.value,
                _ => f64::NAN,
            },
            evidence,
        }
    }

    /// Whether it is about one of these versions and this digest, or leaves open which, or they do.
    pub(crate) fn is_of(&self, versions: &[u32], digest: Option<u32>) -> bool {
        (self.version == 0 || versions.is_empty() || versions.contains(&self.version))
            && (self.digest == 0 || digest.is_none_or(|number| number == self.digest))
    }
}

impl Held {
    /// The evidence of a topic, newest first within each name.
    pub(crate) fn evidence(&self, topic: Topic) -> &[Record] {
        let key = |record: &Record| match topic.name {
            Some(name) => (record.kind, record.name).cmp(&(topic.kind, name)),
            None => record.kind.cmp(&topic.kind),
        };
        let from = self.evidence.partition_point(|record| key(record).is_lt());
        let rest = self.evidence.get(from..).unwrap_or_default();
        let count = rest.partition_point(|record| key(record).is_eq());
        rest.get(..count).unwrap_or_default()
    }

    /// Puts what came since it was last done into its order.
    pub(super) fn settle(&mut self) {
        let done = &mut self.settled;
        settle(&mut self.evidence, &mut done.evidence, |a, b| {
            let key = |record: &Record| (record.kind, record.name, Reverse(record.observed_at));
            key(a).cmp(&key(b)).then_with(|| by_id(&a.evidence, &b.evidence))
        });
        settle(&mut self.candidates, &mut done.candidates, newest);
        settle(&mut self.approvals, &mut done.approvals, oldest);
        settle(&mut self.emergencies, &mut done.emergencies, oldest);
        settle(&mut self.checklists, &mut done.checklists, newest);
        settle(&mut self.deployments, &mut done.deployments, newest);
        settle(&mut self.change_requests, &mut done.change_requests, newest);
        settle(&mut self.work_items, &mut done.work_items, |a, b| a.id.cmp(&b.id).then_with(|| newest(a, b)));
    }

    /// What is meant to go out at an instant: the newest candidate that had been put forward by then.
    pub(crate) fn candidate(&self, at: Timestamp) -> Option<&Arc<Candidate>> {
        self.candidates.iter().find(|candidate| candidate.observed_at.is_none_or(|observed| observed <= at))
    }

    /// Whether a version is the first digits of the commits of several candidates: then it is nobody's.
    pub(crate) fn is_ambiguous(&self, version: &str, candidate: &Candidate) -> bool {
        let of = candidate.commit.as_deref();
        let mut others = self.candidates.iter().filter_map(|other| other.commit.as_deref());
        of.is_some_and(|of| of != version && is_same_commit(of, version))
            && others.any(|other| {
                of.is_some_and(|of| !is_same_commit(of, other)) && is_same_commit(other, version)
            })
    }
}

impl Held {
    /// The versions of evidence that may be several candidates', each once for each tool.
    pub(super) fn ambiguous_versions(&self, names: &Names) -> Vec<Unresolved> {
        /// So many versions that begin alike are looked at for each candidate.
        const MOST: usize = 1000;
        let mut meant: BTreeMap<(&str, u32), BTreeSet<&str>> = BTreeMap::new();
        for commit in self.candidates.iter().filter_map(|candidate| candidate.commit.as_deref()) {
            let digits = names.commits(commit).take(MOST).filter(|(text, _)| text.len() < commit.len());
            for (text, number) in digits {
                meant.entry((text, number)).or_default().insert(commit);
            }
        }
        meant.retain(|_, commits| commits.len() > 1);
        let mut found = Vec::new();
        for ((text, number), commits) in meant {
            let mut tools: BTreeMap<&str, u64> = BTreeMap::new();
            for record in self.evidence.iter().filter(|record| record.version == number) {
                *tools.entry(record.evidence.source.tool.as_str()).or_default() += 1;
            }
            found.extend(tools.into_iter().map(|(tool, facts)| Unresolved {
                what: UnresolvedName::Version,
                tool: tool.to_owned(),
                name: text.to_owned(),
                ambiguous: true,
                nearest: commits.iter().map(|commit| (*commit).to_owned()).collect(),
                facts,
            }));
        }
        found
    }
}

/// How much of each list is in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Settled {
    evidence: usize,
    candidates: usize,
    approvals: usize,
    emergencies: usize,
    checklists: usize,
    deployments: usize,
    change_requests: usize,
    work_items: usize,
}

/// Puts the end of a list into its order, the rest being in order already.
fn settle<T>(list: &mut [T], settled: &mut usize, order: impl Fn(&T, &T) -> Ordering) {
    /// Up to here, putting them in one by one is faster than looking at all.
    const FEW: usize = 16;
    let new = list.len() - *settled;
    if new > FEW {
        // Runs that are in order are found and merged.
        if let Some(end) = list.get_mut(*settled..) {
            end.sort_by(&order);
        }
        list.sort_by(&order);
    } else {
        for at in *settled..list.len() {
            let (before, rest) = list.split_at(at);
            let Some(item) = rest.first() else { break };
            let place = before.partition_point(|other| order(other, item).is_le());
            if let Some(moved) = list.get_mut(place..=at) {
                moved.rotate_right(1);
            }
        }
    }
    *settled = list.len();
}

fn oldest<T: Sighting>(a: &Arc<T>, b: &Arc<T>) -> Ordering {
    a.observed_at().cmp(&b.observed_at()).then_with(|| by_id(a, b))
}

fn newest<T: Sighting>(a: &Arc<T>, b: &Arc<T>) -> Ordering {
    b.observed_at().cmp(&a.observed_at()).then_with(|| by_id(a, b))
}

/// What orders facts of one instant; those of one id, which differ, by what they say.
fn by_id<T: Sighting>(a: &Arc<T>, b: &Arc<T>) -> Ordering {
    a.label_order(b).then_with(|| content(&**a).cmp(&content(&**b)))
}
