//! Why there is no evidence: none at all, or none that counts, and what keeps it from counting.

use super::case::{Case, Detail, Looks};
use crate::fact::Record;

/// What keeps a record from counting, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    Expired,
    NotYetObserved,
    OtherEnvironment,
    OtherArtefact,
    OtherVersion,
}

impl Case<'_> {
    /// What there is to say where no evidence counts.
    pub(crate) fn absence(&self, look: usize) -> Detail {
        let looks = self.looks.get(look).copied().unwrap_or(Looks::kind("evidence"));
        let what = match looks.name {
            Some(name) => format!("{} {name:?}", looks.kind),
            None => looks.kind.replace('_', " "),
        };
        let target = match self.target.candidate.and_then(|candidate| candidate.version.as_ref()) {
            Some(version) => format!("{} {version}", self.target.component),
            None => self.target.component.to_owned(),
        };
        let detail = match self.nearest_miss(look) {
            None => Detail::new(format!("there is no evidence of {what}")),
            Some((why, record)) => Detail::new(self.told(why, record, &what)).on(record),
        };
        detail.action(format!("Provide evidence of {what} for {target}."))
    }

    /// The record that comes closest to counting: the newest of those that the least keeps away.
    fn nearest_miss(&self, look: usize) -> Option<(Why, &Record)> {
        let records = self.known(look).iter().map(|record| (self.why(record), record));
        let order = |(why, record): &(Why, &Record)| (*why, std::cmp::Reverse(record.observed_at));
        records.min_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.1.evidence.id.cmp(&b.1.evidence.id)))
    }

    fn why(&self, record: &Record) -> Why {
        let target = self.target;
        if !(record.version == 0 || target.versions.is_empty() || target.versions.contains(&record.version)) {
            Why::OtherVersion
        } else if !(record.digest == 0 || target.digest.is_none_or(|number| number == record.digest)) {
            Why::OtherArtefact
        } else if !(record.environment == 0
            || self.environment.is_none_or(|number| number == record.environment))
        {
            Why::OtherEnvironment
        } else if record.observed_at > self.at {
            Why::NotYetObserved
        } else {
            Why::Expired
        }
    }

    fn told(&self, why: Why, record: &Record, what: &str) -> String {
        let subject = &record.evidence.subject;
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        match why {
            Why::OtherVersion => {
                format!("the newest evidence of {what} is of another version, {}", text(&subject.version))
            }
            Why::OtherArtefact => {
                format!("the newest evidence of {what} is of another artefact, {}", text(&subject.digest))
            }
            Why::OtherEnvironment => {
                format!(
                    "the newest evidence of {what} is of another environment, {}",
                    text(&subject.environment)
                )
            }
            Why::NotYetObserved => {
                format!("the evidence of {what} is not observed before {}", record.observed_at)
            }
            Why::Expired => format!("the evidence of {what} expired at {}", record.expires_at),
        }
    }
}
