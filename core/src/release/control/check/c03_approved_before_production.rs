//! C03: no production start without a satisfied approval plan.

use crate::fact::ChangeType;
use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;

pub(super) const CONTROL: Control = Control {
    id: "C03",
    title: "approved before production",
    statement: "No production start without a satisfied approval plan",
    evidence: &["approval record"],
    computed: "last ApprovalStepSatisfied.at < DeploymentStarted.at, none voided between",
    clauses: &[
        Clause { standard: "SOC2", clauses: &["CC8.1 approves"] },
        Clause { standard: "PCI", clauses: &["6.5.1", "6.5.4"] },
        Clause { standard: "DORA", clauses: &["9(4)(e)"] },
        Clause { standard: "NIST", clauses: &["CM-3b", "CM-3(1)(d)"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.starts.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    let plan = trail.opened.map_or(&[][..], |created| created.release.approvals.as_slice());
    let owed = || plan.iter().filter(|step| !step.retrospective);
    if trail.change_type() == ChangeType::Standard && owed().next().is_none() {
        return tally.inapplicable("a standard change is approved once, with its template");
    }
    for start in &trail.starts {
        tally.uses(start.event);
        let satisfied = trail.satisfied_at(start.index);
        satisfied.values().for_each(|event| tally.uses(event));
        let before = |name: &str| satisfied.get(name).is_some_and(|event| event.at < start.event.at);
        if let Some(broken) = trail.glass_broken(start.index) {
            tally.uses(broken);
            tally.notes("authorised by an emergency authority; the approvals are owed afterwards");
            continue;
        }
        for step in owed().filter(|step| !before(&step.name)) {
            tally.fails(format!("{} began before step {} was satisfied", start.event.id, step.name));
        }
        if owed().next().is_none() && !satisfied.keys().any(|name| before(name)) {
            tally.fails(format!("{} began with nothing approved", start.event.id));
        }
    }
}
