//! C11: release passed required environments in order.

use crate::fact::DeploymentStatus;
use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::control::trail::{Start, shown};
use crate::release::deployment::TargetStatus;
use crate::release::event::{Event, Happening};
use crate::release::part::ScopeItem;
use jiff::Timestamp;

pub(super) const CONTROL: Control = Control {
    id: "C11",
    title: "path kept",
    statement: "Release passed required environments in order",
    evidence: &["deployment history"],
    computed: "for each required stage an earlier verified deployment of the digest",
    clauses: &[
        Clause { standard: "PCI", clauses: &["6.5.3"] },
        Clause { standard: "ISO", clauses: &["A.8.31"] },
        Clause { standard: "NIST", clauses: &["CM-4(1)"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.starts.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    let mut any = false;
    for start in &trail.starts {
        let path = trail.environments().iter().take_while(|name| **name != start.what.environment);
        let required: Vec<&String> = path.filter(|name| !trail.is_production(name)).collect();
        for item in start.what.items.iter().filter(|_| !required.is_empty()) {
            any = true;
            check_item(trail, start, item, &required, tally);
        }
    }
    match any {
        true => trail.starts.iter().for_each(|start| tally.uses(start.event)),
        false => tally.inapplicable("no environment has to be passed before production"),
    }
}

fn check_item(
    trail: &Trail<'_>,
    start: &Start<'_>,
    item: &ScopeItem,
    required: &[&String],
    tally: &mut Tally,
) {
    let mut last: Option<(Timestamp, &str)> = None;
    for name in required {
        let Some((event, at)) = verified(trail, start, item, name) else {
            tally.lacks(format!(
                "nothing shows {} verified in {name} before {}",
                shown(item),
                start.event.id
            ));
            continue;
        };
        tally.uses(event);
        if let Some((_, earlier)) = last.filter(|(before, _)| at < *before) {
            tally.fails(format!("{} was verified in {name} before it was in {earlier}", shown(item)));
        }
        last = Some((at, name));
    }
}

/// When what goes out was first verified in an environment, before it went to production.
fn verified<'a>(
    trail: &Trail<'a>,
    start: &Start<'_>,
    item: &ScopeItem,
    environment: &str,
) -> Option<(&'a Event, Timestamp)> {
    let same =
        |digest: Option<&String>| item.subject.digest.is_some() && digest == item.subject.digest.as_ref();
    let recorded =
        trail.deployments.iter().filter(|stated| stated.index < start.index).filter_map(|stated| {
            let fact = stated.fact;
            let there = fact.subject.component == item.subject.component
                && fact.subject.environment.as_deref() == Some(environment)
                && same(fact.subject.digest.as_ref())
                && fact.status == DeploymentStatus::Succeeded;
            fact.verified_at.filter(|at| there && *at <= start.event.at).map(|at| (stated.event, at))
        });
    recorded.chain(own(trail, start, item, environment)).min_by_key(|(_, at)| *at)
}

/// Likewise, by the release's own deployments.
fn own<'a>(
    trail: &Trail<'a>,
    start: &Start<'_>,
    item: &ScopeItem,
    environment: &str,
) -> Option<(&'a Event, Timestamp)> {
    let mut carried = false;
    let mut proven = false;
    for event in trail.events.iter().take(start.index) {
        match &event.what {
            Happening::DeploymentStarted(what) => {
                let holds =
                    |other: &ScopeItem| other.id == item.id && other.subject.digest == item.subject.digest;
                carried = what.environment == environment && what.items.iter().any(holds);
                proven = false;
            }
            Happening::RolloutStepRecorded(step) => proven |= step.status == TargetStatus::Verified,
            Happening::Deployed(_) if carried && proven => return Some((event, event.at)),
            _ => {}
        }
    }
    None
}
