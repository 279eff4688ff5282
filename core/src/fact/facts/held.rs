//! What is known of one component.

use super::names::{Names, Topic};
use crate::fact::{
    Approval, BreakGlass, Candidate, ChangeRequest, Checklist, Deployment, Evidence, Observation, WorkItem,
};
use jiff::Timestamp;
use std::cmp::Reverse;
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
    pub(super) fn new(evidence: Evidence, names: &mut Names) -> Self {
        let subject = &evidence.subject;
        Self {
            kind: names.take(Some(evidence.value.kind())),
            name: names.take(evidence.value.name()),
            version: names.take(subject.version.as_deref()),
            environment: names.take(subject.environment.as_deref()),
            digest: names.take(subject.digest.as_deref()),
            observed_at: evidence.observed_at,
            expires_at: evidence.expires_at.unwrap_or(Timestamp::MAX),
            number: match &evidence.value {
                Observation::Metric(metric) => metric.value,
                _ => f64::NAN,
            },
            evidence: Arc::new(evidence),
        }
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

    /// Puts every list in its order.
    pub(super) fn settle(&mut self) {
        self.evidence.sort_by(|a, b| {
            let key = |record: &Record| (record.kind, record.name, Reverse(record.observed_at));
            key(a).cmp(&key(b)).then_with(|| a.evidence.id.cmp(&b.evidence.id))
        });
        self.candidates
            .sort_by(|a, b| b.observed_at.cmp(&a.observed_at).then_with(|| a.version.cmp(&b.version)));
        self.approvals.sort_by(|a, b| (a.observed_at, &a.id).cmp(&(b.observed_at, &b.id)));
        self.emergencies.sort_by(|a, b| (a.observed_at, &a.id).cmp(&(b.observed_at, &b.id)));
        self.checklists.sort_by(|a, b| (Reverse(a.observed_at), &a.id).cmp(&(Reverse(b.observed_at), &b.id)));
        self.deployments
            .sort_by(|a, b| (Reverse(a.observed_at), &a.id).cmp(&(Reverse(b.observed_at), &b.id)));
        self.change_requests
            .sort_by(|a, b| (Reverse(a.observed_at), &a.id).cmp(&(Reverse(b.observed_at), &b.id)));
        self.work_items.sort_by(|a, b| (&a.id, Reverse(a.observed_at)).cmp(&(&b.id, Reverse(b.observed_at))));
    }
}
