//! What a criterion comes to in the end: what does not hold may be waived, or passed over in an emergency.

use super::case::Judgement;
use super::emergency::{Duty, Emergencies};
use super::outcome::{Outcome, Severity};
use super::remedy::Remedy;
use super::verdict::Finding;
use super::waiver::Waived;
use crate::fact::Contradiction;

/// The gate under which verdicts have what emergencies leave to be done; no gate of a file is called so.
pub(super) const EMERGENCIES: &str = "emergencies";

/// The gate under which verdicts have facts that contradict each other; no gate of a file is called so.
pub(super) const FACTS: &str = "facts";

/// What a criterion came to in the end, and who made it so.
pub(super) struct Settled {
    pub judgement: Judgement,
    /// The waiver that it is passed over by.
    pub waiver: Option<String>,
    /// The emergency that it is passed over for.
    pub emergency: Option<String>,
}

impl Settled {
    /// As it was judged.
    pub(super) fn plain(judgement: Judgement) -> Self {
        Self { judgement, waiver: None, emergency: None }
    }

    /// What does not hold, with the waivers and emergencies that there are.
    pub(super) fn of(
        mut judgement: Judgement,
        severity: Severity,
        waived: Waived<'_>,
        emergencies: &Emergencies<'_>,
    ) -> Self {
        let stops =
            severity == Severity::Block && matches!(judgement.outcome, Outcome::Pending | Outcome::Fail);
        let (mut waiver, mut emergency) = (None, None);
        if let Waived::By(by) = waived {
            judgement.outcome = Outcome::Waived;
            waiver = Some(by.id.clone());
        } else if stops && let Some(open) = emergencies.open {
            judgement.outcome = Outcome::Waived;
            emergency = Some(open.id.clone());
        }
        if let Some(detail) = &mut judgement.detail {
            let add = |reason: &mut String, said: String| {
                if !reason.is_empty() {
                    reason.push_str("; ");
                }
                reason.push_str(&said);
            };
            if let Some(said) = waived.said() {
                add(&mut detail.reason, said);
            }
            match (emergencies.open, &emergency) {
                (Some(open), Some(_)) => {
                    let said =
                        format!("passed over for emergency {:?} by {}: {}", open.id, open.by, open.reason);
                    add(&mut detail.reason, said);
                }
                _ if stops && waiver.is_none() => {
                    for (refused, why) in &emergencies.refused {
                        add(&mut detail.reason, why.said(refused));
                    }
                }
                _ => {}
            }
        }
        Self { judgement, waiver, emergency }
    }
}

/// What an emergency leaves to be done, as a finding: pending under warn, so that nothing is green before it is done.
pub(super) fn duty(duty: &Duty<'_>, owner: Option<&String>) -> (Finding, Remedy) {
    let (id, by) = (&duty.of.id, &duty.of.by);
    let action =
        format!("Hold the retrospective of emergency {id:?}, and have somebody other than {by} approve it.");
    let remedy = Remedy::step(action.clone());
    let finding = Finding {
        gate: EMERGENCIES.to_owned(),
        criterion: format!("retrospective {id}"),
        title: None,
        kind: "emergency".to_owned(),
        severity: Severity::Warn,
        outcome: Outcome::Pending,
        reason: duty.said(),
        observed: None,
        expected: "a retrospective approved by somebody else".to_owned(),
        evidence: vec![id.clone()],
        next_action: Some(action),
        steps: Vec::new(),
        owner: owner.cloned(),
        waiver: None,
        emergency: Some(id.clone()),
    };
    (finding, remedy)
}

/// Facts that cannot all be true, as a finding: what they are about is pending until somebody says which is.
pub(super) fn contradiction(of: &Contradiction, owner: Option<&String>) -> (Finding, Remedy) {
    let action = "Say which of them is true: withdraw the others, or observe it anew.".to_owned();
    let remedy = Remedy::step(action.clone());
    let finding = Finding {
        gate: FACTS.to_owned(),
        criterion: format!("{} {} of {}", of.fact, of.clash.name(), of.ids.join(", ")),
        title: None,
        kind: "contradiction".to_owned(),
        severity: Severity::Block,
        outcome: Outcome::Pending,
        reason: of.said(),
        observed: None,
        expected: "facts that agree".to_owned(),
        evidence: of.ids.clone(),
        next_action: Some(action),
        steps: Vec::new(),
        owner: owner.cloned(),
        waiver: None,
        emergency: None,
    };
    (finding, remedy)
}
