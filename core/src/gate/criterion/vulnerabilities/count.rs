//! Which vulnerabilities count, and why the others do not.

use super::found::Found;
use super::vex::Said;
use super::{IgnoredVulnerability, VulnerabilitiesCriterion};
use crate::fact::{VexStatus, VulnerabilitySeverity};
use crate::gate::case::Case;
use crate::gate::remedy::Remedy;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// What counts and what does not.
pub(super) struct Tally<'a> {
    pub counted: Vec<Weighed<'a>>,
    pub excluded: Vec<Excluded<'a>>,
    /// Vulnerabilities that count again, for the day is past until which they were to be ignored.
    pub lapsed: Vec<String>,
}

/// A vulnerability, and the severity that it counts as.
pub(super) struct Weighed<'a> {
    pub found: &'a Found<'a>,
    pub severity: VulnerabilitySeverity,
}

/// A vulnerability that does not count.
pub(super) struct Excluded<'a> {
    pub weighed: Weighed<'a>,
    /// Why, as a name of what took it out.
    pub why: &'static str,
    /// What whoever took it out says.
    pub reason: Option<String>,
}

impl VulnerabilitiesCriterion {
    pub(super) fn tally<'a>(&self, case: &Case<'_>, found: &'a [Found<'a>], said: &Said<'_>) -> Tally<'a> {
        let mut tally = Tally { counted: Vec::new(), excluded: Vec::new(), lapsed: Vec::new() };
        for found in found {
            let weighed = Weighed { found, severity: self.severity(found) };
            match self.excluded(case.at, &weighed, said, &mut tally.lapsed) {
                Some((why, reason)) => tally.excluded.push(Excluded { weighed, why, reason }),
                None => tally.counted.push(weighed),
            }
        }
        tally
    }

    /// As stated, or else by its score, or else as the criterion says.
    fn severity(&self, found: &Found<'_>) -> VulnerabilitySeverity {
        let scored = || found.cvss.map(VulnerabilitySeverity::of_cvss);
        let stated = Some(found.severity).filter(|severity| *severity != VulnerabilitySeverity::Unknown);
        let known = stated.or_else(scored).filter(|severity| *severity != VulnerabilitySeverity::Unknown);
        known.unwrap_or(self.unknown_as)
    }

    /// Why one does not count; none where it does.
    fn excluded(
        &self,
        at: Timestamp,
        one: &Weighed<'_>,
        said: &Said<'_>,
        lapsed: &mut Vec<String>,
    ) -> Option<(&'static str, Option<String>)> {
        let found = one.found;
        if let Some((status, reason)) = self.stated(found, said).filter(|(status, _)| status.clears()) {
            return Some((status.name(), reason));
        }
        if let Some(ignored) = self.ignore.iter().find(|ignored| ignored.means(found)) {
            if ignored.until > at {
                return Some(("ignored", Some(ignored.reason.clone())));
            }
            lapsed.push(ignored.id.clone());
        }
        if found.suppressed && !self.count_suppressed {
            return Some(("suppressed", None));
        }
        if self.cvss.is_some_and(|least| found.cvss.is_some_and(|score| score < least)) {
            return Some(("below_cvss", None));
        }
        if self.fixable_only && found.fixed_in.is_empty() {
            return Some(("no_fix", None));
        }
        self.in_grace(at, one).then_some(("in_grace", None))
    }

    /// What is said of it: by a statement, or else by the report that found it.
    fn stated(&self, found: &Found<'_>, said: &Said<'_>) -> Option<(VexStatus, Option<String>)> {
        if !self.vex {
            return None;
        }
        let stated = match said.about(found) {
            Some(statement) => (statement.status, statement.justification.clone()),
            None => (found.status?, found.justification.map(str::to_owned)),
        };
        let unjustified = self.justified && stated.0 == VexStatus::NotAffected && stated.1.is_none();
        (!unjustified).then_some(stated)
    }

    fn in_grace(&self, at: Timestamp, one: &Weighed<'_>) -> bool {
        let (Some(days), Some(published)) = (self.grace_days.of(one.severity), one.found.published_at) else {
            return false;
        };
        let hours =
            i64::try_from(days).unwrap_or(i64::MAX).saturating_mul(24).min(SignedDuration::MAX.as_hours());
        at.duration_since(published) < SignedDuration::from_hours(hours)
    }
}

impl IgnoredVulnerability {
    fn means(&self, found: &Found<'_>) -> bool {
        let named = found.names.contains(&self.id.as_str());
        named && self.package.as_ref().is_none_or(|package| found.is_package(package))
    }
}

impl Tally<'_> {
    /// How many were left out for which reason.
    pub(super) fn excluded_counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for one in &self.excluded {
            *counts.entry(one.why).or_default() += 1;
        }
        counts
    }
}

impl Weighed<'_> {
    /// What is to be done about it.
    pub(super) fn action(&self) -> String {
        let Found { name, package, version, fixed_in, .. } = self.found;
        let package = package.unwrap_or("what has it");
        match (fixed_in.first(), version) {
            (Some(fixed), Some(version)) => format!("Update {package} from {version} to {fixed} ({name})."),
            (Some(fixed), None) => format!("Update {package} to {fixed} ({name})."),
            (None, _) => format!("Do without {package}, or state in VEX that {name} does not affect it."),
        }
    }

    pub(super) fn step(&self) -> Remedy {
        Remedy::step(self.action())
    }
}
