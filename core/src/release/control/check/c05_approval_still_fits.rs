//! C05: approval covers exactly what was deployed and has not expired.

use crate::fact::ChangeType;
use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;

pub(super) const CONTROL: Control = Control {
    id: "C05",
    title: "approval still fits",
    statement: "Approval covers exactly what was deployed and has not expired",
    evidence: &["digest in approval", "digest deployed"],
    computed: "ApprovalGranted.digest = deployed digest and age <= ttl",
    clauses: &[
        Clause { standard: "SOC2", clauses: &["CC8.1"] },
        Clause { standard: "P11", clauses: &["11.70"] },
        Clause { standard: "PCI", clauses: &["6.5.4"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.starts.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    let policy = trail.context.policy();
    let ttl = policy.span(&policy.approval_ttl);
    for start in &trail.starts {
        let approvals = trail.approvals_at(start.index);
        let before: Vec<_> = approvals.iter().filter(|one| !one.granted.retrospective).collect();
        if before.is_empty() {
            match (trail.change_type(), trail.glass_broken(start.index)) {
                (ChangeType::Standard, _) => {
                    tally.inapplicable("a standard change is approved once, with its template")
                }
                (_, Some(_)) => tally.inapplicable("an emergency is approved afterwards"),
                _ => tally.lacks(format!("no approval counts at {}", start.event.id)),
            }
            continue;
        }
        tally.uses(start.event);
        for one in before {
            tally.uses(one.event);
            if one.granted.digest != start.what.digest {
                tally.fails(format!(
                    "{} is of {}, and {} was deployed",
                    one.event.id, one.granted.digest, start.what.digest
                ));
            }
            let expires = one.granted.expires_at.or_else(|| one.event.at.checked_add(ttl).ok());
            if let Some(expired) = expires.filter(|expires| *expires < start.event.at) {
                tally.fails(format!("{} expired at {expired}, before {}", one.event.id, start.event.id));
            }
        }
    }
}
