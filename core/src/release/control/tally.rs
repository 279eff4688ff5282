//! What a control finds on its way through the events.

use super::result::{ControlOutcome, ControlResult};
use crate::release::event::Event;

/// What a control has found so far. What is missing is never a pass: a control that used no event has no evidence.
#[derive(Default)]
pub(crate) struct Tally {
    events: Vec<String>,
    failed: bool,
    lacking: bool,
    inapplicable: bool,
    findings: Vec<String>,
}

impl Tally {
    /// An event is evidence, whatever it shows.
    pub(crate) fn uses(&mut self, event: &Event) {
        if self.events.last() != Some(&event.id) {
            self.events.push(event.id.clone());
        }
    }

    /// The control does not hold.
    pub(crate) fn fails(&mut self, finding: impl Into<String>) {
        self.failed = true;
        self.findings.push(finding.into());
    }

    /// What would show it is not there.
    pub(crate) fn lacks(&mut self, finding: impl Into<String>) {
        self.lacking = true;
        self.findings.push(finding.into());
    }

    /// Nothing of it has to hold here.
    pub(crate) fn inapplicable(&mut self, finding: impl Into<String>) {
        self.inapplicable = true;
        self.findings.push(finding.into());
    }

    /// Something worth saying that changes nothing.
    pub(crate) fn notes(&mut self, finding: impl Into<String>) {
        self.findings.push(finding.into());
    }

    pub(crate) fn result(mut self, control: &'static str, release: Option<&str>) -> ControlResult {
        let result = if self.failed {
            ControlOutcome::Fail
        } else if self.inapplicable && !self.lacking {
            ControlOutcome::NotApplicable
        } else if self.lacking || self.events.is_empty() {
            ControlOutcome::NoEvidence
        } else {
            ControlOutcome::Pass
        };
        if result == ControlOutcome::NoEvidence && self.findings.is_empty() {
            self.findings.push("no event shows it".to_owned());
        }
        let mut seen = std::collections::BTreeSet::new();
        self.events.retain(|id| seen.insert(id.clone()));
        ControlResult {
            control: control.to_owned(),
            release: release.map(str::to_owned),
            result,
            events: self.events,
            findings: self.findings,
        }
    }
}
