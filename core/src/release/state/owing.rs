//! What changes about risks, and about what is owed.

use super::record::{ReleaseState, StandingJudgement};
use crate::release::event::{
    Apply, Escalated, Event, ItemOverdue, RiskAssessed, RiskChanged, RiskRaised, RiskRetired,
};
use crate::release::judge::Judged;
use crate::release::part::{Risk, RiskStatus};
use jiff::Timestamp;

impl Apply for RiskRaised {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.put_risk(&self.risk);
    }
}

impl Apply for RiskChanged {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        state.put_risk(&self.risk);
    }
}

impl Apply for RiskRetired {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        if let Some(risk) = state.release.risks.iter_mut().find(|risk| risk.id == self.risk) {
            risk.status = RiskStatus::Retired;
        }
    }
}

impl Apply for RiskAssessed {
    fn apply(&self, state: &mut ReleaseState, about: &Event) {
        state.risk = Some(self.assessment.clone());
        state.risk_assessed_at = Some(about.at);
        state.risk_digest = Some(self.digest.clone());
    }
}

impl Apply for ItemOverdue {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        insert(&mut state.overdue, &self.owed);
    }
}

impl Apply for Escalated {
    fn apply(&self, state: &mut ReleaseState, _about: &Event) {
        insert(&mut state.escalated, &self.owed);
    }
}

impl ReleaseState {
    /// Keeps what gates said, in the place of what they said before of the same component at the same stage.
    pub(crate) fn keep_judged(&mut self, judged: &[Judged], at: Timestamp) {
        for one in judged {
            let is_same = |known: &&mut StandingJudgement| {
                known.judged.component == one.component && known.judged.stage == one.stage
            };
            match self.judged.iter_mut().find(is_same) {
                Some(known) => *known = StandingJudgement::new(at, one.clone()),
                None => self.judged.push(StandingJudgement::new(at, one.clone())),
            }
        }
    }

    /// A risk takes the place of what was said of it before.
    fn put_risk(&mut self, risk: &Risk) {
        match self.release.risks.iter_mut().find(|known| known.id == risk.id) {
            Some(known) => known.clone_from(risk),
            None => self.release.risks.push(risk.clone()),
        }
    }
}

/// Into a sorted list, once.
fn insert(list: &mut Vec<String>, text: &str) {
    if let Err(at) = list.binary_search_by(|known| known.as_str().cmp(text)) {
        list.insert(at, text.to_owned());
    }
}
