//! C17: every observed production change maps to a release.

use crate::fact::{Deployment, DeploymentStatus};
use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::Happening;
use std::collections::BTreeSet;

pub(super) const CONTROL: Control = Control {
    id: "C17",
    title: "nothing unrecorded",
    statement: "Every observed production change maps to a release",
    evidence: &["runtime snapshots"],
    computed: "observed digests minus deployed digests = empty, else UnauthorisedChange",
    clauses: &[
        Clause { standard: "NIST", clauses: &["CM-3f"] },
        Clause { standard: "PCI", clauses: &["6.5.4"] },
        Clause { standard: "ISO", clauses: &["A.8.32"] },
    ],
    check: Check::Period(check),
};

fn check(trails: &[Trail<'_>], tally: &mut Tally) {
    let Some(first) = trails.first() else { return tally.inapplicable("there are no releases") };
    let mut deployed: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut restored: BTreeSet<(&str, &str)> = BTreeSet::new();
    for trail in trails {
        let items = trail.starts.iter().flat_map(|start| &start.what.items);
        deployed.extend(
            items.filter_map(|item| Some((item.subject.component.as_str(), item.subject.digest.as_deref()?))),
        );
        for event in &trail.events {
            if let Happening::RollbackStarted(started) = &event.what {
                restored.extend(
                    started.to.iter().map(|(component, version)| (component.as_str(), version.as_str())),
                );
            }
        }
    }
    let mut any = false;
    let mut look = |trail: &Trail<'_>, fact: &Deployment, tally: &mut Tally| {
        let subject = &fact.subject;
        let there = subject.environment.as_deref().is_some_and(|name| trail.is_production(name));
        if !there || fact.status != DeploymentStatus::Succeeded {
            return false;
        }
        any = true;
        let known =
            subject.digest.as_deref().is_some_and(|digest| deployed.contains(&(&*subject.component, digest)))
                || subject
                    .version
                    .as_deref()
                    .is_some_and(|version| restored.contains(&(&*subject.component, version)));
        if !known {
            tally.fails(format!("unauthorised change: {subject} ({}) is of no release", digest_of(fact)));
        }
        true
    };
    for trail in trails {
        for stated in &trail.deployments {
            if look(trail, stated.fact, tally) {
                tally.uses(stated.event);
            }
        }
    }
    for fact in first.context.observed() {
        look(first, fact, tally);
    }
    match any {
        true => trails.iter().flat_map(|trail| &trail.starts).for_each(|start| tally.uses(start.event)),
        false => tally.lacks("nothing says what runs in production"),
    }
}

fn digest_of(fact: &Deployment) -> &str {
    fact.subject.digest.as_deref().unwrap_or("no digest")
}
