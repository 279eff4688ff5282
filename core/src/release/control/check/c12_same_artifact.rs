//! C12: digest identical across stages and signature valid.

use crate::fact::Observation;
use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::control::trail::{Start, shown};
use crate::release::part::ScopeItem;

pub(super) const CONTROL: Control = Control {
    id: "C12",
    title: "same artifact",
    statement: "Digest identical across stages and signature valid",
    evidence: &["provenance", "signature"],
    computed: "one digest per component across stages; SignatureVerified",
    clauses: &[
        Clause { standard: "SOC2", clauses: &["CC8.1"] },
        Clause { standard: "ISO", clauses: &["A.8.32"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.starts.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    for start in &trail.starts {
        tally.uses(start.event);
        start.what.items.iter().for_each(|item| check_item(trail, start, item, tally));
        if start.what.items.is_empty() {
            tally.lacks(format!("{} does not say what it deployed", start.event.id));
        }
    }
}

fn check_item(trail: &Trail<'_>, start: &Start<'_>, item: &ScopeItem, tally: &mut Tally) {
    let Some(digest) = &item.subject.digest else {
        return tally.lacks(format!("{} has no digest", shown(item)));
    };
    for stated in trail.deployments.iter().filter(|stated| stated.index < start.index) {
        let subject = &stated.fact.subject;
        if subject.component != item.subject.component || subject.version != item.subject.version {
            continue;
        }
        tally.uses(stated.event);
        if let Some(other) = subject.digest.as_ref().filter(|other| *other != digest) {
            let place = subject.environment.as_deref().unwrap_or("another environment");
            tally.fails(format!("{} was {other} in {place}, and {digest} was deployed", shown(item)));
        }
    }
    let mut signed = false;
    for stated in trail.evidence_of(item).filter(|stated| stated.index < start.index) {
        let Observation::Provenance(provenance) = &stated.fact.value else { continue };
        let of = stated.fact.subject.digest.as_ref() == Some(digest) || provenance.subjects.contains(digest);
        let Some(verified) = provenance.verified.filter(|_| of) else { continue };
        tally.uses(stated.event);
        signed = true;
        if !verified {
            tally.fails(format!("the signature of {} ({digest}) is not valid", shown(item)));
        }
    }
    if !signed {
        tally.lacks(format!(
            "no signature of {} ({digest}) was verified before {}",
            shown(item),
            start.event.id
        ));
    }
}
