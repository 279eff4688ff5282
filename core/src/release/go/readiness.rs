//! What a decision to go rests on beside gates and approvals: checklists, and a risk that was assessed.

use crate::fact::{Checklist, ChecklistAnswer, Fact};
use crate::release::deciding::Deciding;
use crate::release::part::RELEASE_MANAGER;
use crate::release::refusal::RefusalCode;
use crate::release::state::ReleaseState;
use std::collections::BTreeMap;

/// The list that is gone through after an emergency, and so answered later.
const RETROSPECTIVE: &str = "retrospective";

/// Refuses while a checklist that the release recorded is not answered, or was answered with no.
pub(crate) fn refuse_open_checklists(state: &ReleaseState, deciding: &mut Deciding<'_>) {
    for list in newest_lists(state, deciding) {
        for item in list.items.iter().filter(|item| !item.optional) {
            let (said, lift) = match item.answer {
                ChecklistAnswer::Open => ("is not answered", "answer it"),
                ChecklistAnswer::NoGo => ("is answered with no", "see to it, and answer it anew"),
                _ => continue,
            };
            let message = format!("{} of the checklist {} {said}", item.name, list.name);
            let lift = format!("{lift}, and record the list");
            let reason = deciding.refuse(RefusalCode::ChecklistOpen, message).lifted_by(lift);
            reason.about(format!("{}/{}", list.name, item.name));
        }
    }
}

/// The newest state of each list, for each component that it is about.
fn newest_lists<'s>(state: &'s ReleaseState, deciding: &Deciding<'_>) -> Vec<&'s Checklist> {
    let now = deciding.now();
    let mut newest: BTreeMap<(&str, &str), &Checklist> = BTreeMap::new();
    for fact in &state.facts {
        let Fact::Checklist(list) = fact else { continue };
        if list.name == RETROSPECTIVE || list.observed_at > now {
            continue;
        }
        let key = (list.name.as_str(), list.subject.component.as_str());
        let known = newest.entry(key).or_insert(list);
        if list.observed_at >= known.observed_at {
            *known = list;
        }
    }
    newest.into_values().filter(|list| list.expires_at.is_none_or(|end| end > now)).collect()
}

/// Refuses where nobody assessed the risk of this scope, though somebody has to before it goes out, or where what was assessed is
/// another scope.
pub(crate) fn refuse_stale_risk(
    state: &ReleaseState,
    digest: &str,
    required: bool,
    deciding: &mut Deciding<'_>,
) {
    let message = match (&state.risk, &state.risk_digest) {
        (None, _) if required => "nobody assessed how risky it is".to_owned(),
        (Some(risk), Some(assessed)) if assessed != digest => {
            format!("the risk was assessed by {} before the scope changed", risk.method)
        }
        _ => return,
    };
    let reason = deciding.refuse(RefusalCode::EvidenceStale, message);
    reason.lifted_by("assess the risk of the scope as it is, with `set_risk`").up_to(RELEASE_MANAGER);
}
