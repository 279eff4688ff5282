//! What gates say of a deployment, and of what people wait for.

use crate::gate::{Outcome, Signal};
use crate::release::deciding::Deciding;
use crate::release::judge::{Asked, Judgement, judge_among};
use crate::release::refusal::RefusalCode;
use crate::release::state::ReleaseState;

/// Refuses what keeps it from going: a freeze as a freeze, a checklist that is not answered as that, all else as gates.
pub(crate) fn refuse(judgement: &Judgement, deciding: &mut Deciding<'_>) {
    let findings = || judgement.judged.iter().flat_map(|judged| &judged.findings);
    for reason in &judgement.reasons {
        let mut reason = reason.clone();
        let of = reason.of.as_deref().unwrap_or_default();
        let found = findings().find(|finding| of == format!("{}/{}", finding.gate, finding.criterion));
        reason.code = match found.map(|finding| (finding.kind.as_deref(), finding.outcome)) {
            Some((Some("freeze"), Outcome::Fail)) => RefusalCode::FrozenEnvironment,
            Some((Some("checklist"), Outcome::Pending)) => RefusalCode::ChecklistOpen,
            _ => reason.code,
        };
        deciding.reasons.push(reason);
    }
}

/// Whether a gate lets all that goes out pass where it runs; false where there is no such gate.
pub(crate) fn holds(state: &ReleaseState, name: &str, deciding: &Deciding<'_>) -> bool {
    if !deciding.context.gates().gates().iter().any(|gate| gate.name == name) {
        return false;
    }
    let environment = state.deployments.last().map(|record| record.environment.as_str());
    let asked = Asked { environment, ..Asked::default() };
    let only = |gate: &crate::gate::Gate| gate.name == name;
    let judgement = judge_among(state, deciding.context, asked, deciding.now(), &only);
    judgement.verdict <= Signal::Conditional
}
