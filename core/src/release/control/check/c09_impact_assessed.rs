//! C09: risk and security impact assessed before approval.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::Happening;

pub(super) const CONTROL: Control = Control {
    id: "C09",
    title: "impact assessed",
    statement: "Risk and security impact assessed before approval",
    evidence: &["risk assessment"],
    computed: "RiskAssessed.at <= first ApprovalGranted.at, on same scope",
    clauses: &[
        Clause { standard: "NIST", clauses: &["CM-4", "CM-3b"] },
        Clause { standard: "PCI", clauses: &["6.5.1"] },
        Clause { standard: "RTS17", clauses: &["(h)"] },
        Clause { standard: "DORA", clauses: &["9(4)(e)"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    let approval = trail.events.iter().find_map(|event| match &event.what {
        Happening::ApprovalGranted(granted) if !granted.retrospective => {
            Some((*event, granted.digest.as_str()))
        }
        _ => None,
    });
    let start = trail.starts.first().map(|start| (start.event, start.what.digest.as_str()));
    let Some((before, digest)) = approval.or(start) else {
        return tally.inapplicable("nothing was approved and nothing went to production");
    };
    let assessments: Vec<_> = trail
        .events
        .iter()
        .filter_map(|event| match &event.what {
            Happening::RiskAssessed(assessed) => Some((*event, assessed)),
            _ => None,
        })
        .collect();
    if assessments.is_empty() {
        return tally.lacks(format!("the risk was not assessed before {}", before.id));
    }
    tally.uses(before);
    match assessments.iter().find(|(event, assessed)| event.at <= before.at && assessed.digest == digest) {
        Some((event, _)) => tally.uses(event),
        None => {
            assessments.iter().for_each(|(event, _)| tally.uses(event));
            tally.fails(format!("no assessment of the scope {digest} is from before {}", before.id));
        }
    }
}
