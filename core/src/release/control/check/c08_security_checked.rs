//! C08: security tests passed or findings accepted.

use crate::fact::{Observation, Vulnerability, Waiver};
use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::control::trail::{Start, shown};
use crate::release::event::Happening;
use crate::release::part::ScopeItem;
use std::collections::BTreeMap;

pub(super) const CONTROL: Control = Control {
    id: "C08",
    title: "security checked",
    statement: "Security tests passed or findings accepted",
    evidence: &["scan reports", "acceptance records"],
    computed: "open findings above limit minus unexpired waivers = 0",
    clauses: &[
        Clause { standard: "PCI", clauses: &["6.5.1", "6.2.4"] },
        Clause { standard: "RTS17", clauses: &["(a)"] },
        Clause { standard: "ISO", clauses: &["A.8.29"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.starts.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    for start in &trail.starts {
        start.what.items.iter().for_each(|item| check_item(trail, start, item, tally));
        if start.what.items.is_empty() {
            tally.lacks(format!("{} does not say what it deployed", start.event.id));
        }
    }
}

fn check_item(trail: &Trail<'_>, start: &Start<'_>, item: &ScopeItem, tally: &mut Tally) {
    // The last report of each target before the deployment.
    let mut reports = BTreeMap::new();
    for stated in trail.evidence_of(item).filter(|stated| stated.index < start.index) {
        let Observation::Vulnerabilities(report) = &stated.fact.value else { continue };
        let (own, of) = (&item.subject.digest, &stated.fact.subject.digest);
        if own.is_none() || own != of {
            continue;
        }
        let last = reports.entry(report.target.as_deref()).or_insert((stated, report));
        if last.0.fact.observed_at <= stated.fact.observed_at {
            *last = (stated, report);
        }
    }
    if reports.is_empty() {
        tally.lacks(format!(
            "no scan of what is deployed of {} was recorded before {}",
            shown(item),
            start.event.id
        ));
    }
    let mut open: BTreeMap<&str, u64> = BTreeMap::new();
    for (stated, report) in reports.into_values() {
        tally.uses(stated.event);
        for finding in report.findings.iter().filter(|finding| is_open(finding)) {
            match accepted(trail, start, item, finding) {
                Some(event) => tally.uses(event),
                None => *open.entry(finding.severity.name()).or_default() += 1,
            }
        }
    }
    for (severity, count) in open {
        let limit = trail.context.policy().scan_limits.get(severity).copied();
        if let Some(limit) = limit.filter(|limit| count > *limit) {
            let plural = if count == 1 { "finding" } else { "findings" };
            tally.fails(format!("{} has {count} open {severity} {plural}; {limit} go through", shown(item)));
        }
    }
}

fn is_open(finding: &Vulnerability) -> bool {
    use crate::fact::VexStatus;
    !finding.suppressed && !matches!(finding.status, Some(VexStatus::NotAffected | VexStatus::Fixed))
}

/// The event that accepted a finding, for as long as the deployment began.
fn accepted<'a>(
    trail: &Trail<'a>,
    start: &Start<'_>,
    item: &ScopeItem,
    finding: &Vulnerability,
) -> Option<&'a crate::release::Event> {
    let policy = trail.context.policy();
    let names = |criterion: &str| {
        criterion == finding.id
            || finding.aliases.iter().any(|alias| alias == criterion)
            || policy.security_criteria.iter().any(|name| name == criterion)
    };
    let covers = |waiver: &Waiver| {
        waiver.component.as_ref().is_none_or(|component| *component == item.subject.component)
            && waiver.expires_at.is_some_and(|expires| start.event.at < expires)
            && names(&waiver.criterion)
    };
    let waives = |event: &&&crate::release::Event| match &event.what {
        Happening::GateWaived(waived) => covers(&waived.waiver),
        _ => false,
    };
    trail.events.iter().take(start.index).find(waives).copied()
}
