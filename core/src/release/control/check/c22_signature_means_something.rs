//! C22: signed decisions carry name, time and meaning, bound to the record.

use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::event::Happening;

pub(super) const CONTROL: Control = Control {
    id: "C22",
    title: "signature means something",
    statement: "Signed decisions carry name, time and meaning, bound to the record",
    evidence: &["signature"],
    computed: "three fields set and signature covers record digest",
    clauses: &[Clause { standard: "P11", clauses: &["11.50", "11.70"] }],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    let mut any = false;
    for event in &trail.events {
        let Happening::ApprovalGranted(granted) = &event.what else { continue };
        let Some(signature) = &granted.signature else {
            if trail.context.policy().signed {
                any = true;
                tally.uses(event);
                tally.fails(format!("{} is not signed", event.id));
            }
            continue;
        };
        any = true;
        tally.uses(event);
        if signature.name.trim().is_empty() {
            tally.fails(format!("the signature of {} has no name", event.id));
        }
        if signature.meaning.trim().is_empty() {
            tally.fails(format!("the signature of {} has no meaning", event.id));
        }
        if signature.signed_at.is_none() {
            tally.fails(format!("the signature of {} has no time", event.id));
        }
        match &signature.digest {
            None => tally.lacks(format!("the signature of {} does not say what it covers", event.id)),
            Some(digest) if *digest == granted.digest => {}
            Some(digest) => {
                tally.fails(format!("the signature of {} covers {digest}, not the record", event.id))
            }
        }
    }
    if !any {
        tally.inapplicable("nothing was signed");
    }
}
