//! The environment is fit to take it.

use super::{Beyond, Judge};
use crate::document::reads;
use crate::fact::{EnvironmentState, Evidence, Observation};
use crate::gate::age::Age;
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::remedy::Remedy;
use schemars::JsonSchema;
use serde::Serialize;

/// The environment is healthy, is as it is declared, and is nobody else's at the time. What nobody reported is pending.
///
/// What is asked is the newest state of the component there, and of the environment as a whole: evidence whose component is
/// called as the environment is. Both have to hold, and one has to be there.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct EnvironmentCriterion {
    /// Whether it need not be healthy.
    pub may_be_unhealthy: bool,
    /// Whether it may differ from what is declared.
    pub may_drift: bool,
    /// Those whose bookings do not stand in the way, besides those who asked for the release and the component itself.
    pub shared_with: Vec<String>,
    /// How old the report may be: `15 minutes`; of any age, where left out.
    #[schemars(with = "Option<String>")]
    pub maximum_age: Option<Age>,
}

reads!(EnvironmentCriterion { may_be_unhealthy, may_drift, shared_with, maximum_age, .. });

impl Default for EnvironmentCriterion {
    fn default() -> Self {
        Self::new()
    }
}

impl EnvironmentCriterion {
    /// Healthy, without drift, not booked by others.
    pub fn new() -> Self {
        Self { may_be_unhealthy: false, may_drift: false, shared_with: Vec::new(), maximum_age: None }
    }

    /// Whether drift is accepted.
    #[must_use]
    pub fn with_may_drift(mut self, may_drift: bool) -> Self {
        self.may_drift = may_drift;
        self
    }

    /// What one state comes to: why it does not hold, and what to do.
    fn problem(&self, case: &Case<'_>, evidence: &Evidence) -> Option<(Outcome, String, String)> {
        let Observation::Environment(state) = &evidence.value else { return None };
        if self.maximum_age.is_some_and(|age| age.after(evidence.observed_at) < case.at) {
            let said = format!("the last report is of {}", evidence.observed_at);
            return Some((Outcome::Pending, said, "Report its state again.".to_owned()));
        }
        if let Some(who) = self.booked_by(case, state) {
            let until = state.booked_until.map(|end| format!(" until {end}")).unwrap_or_default();
            let action = format!("Settle it with {who}, or wait.");
            return Some((Outcome::Fail, format!("it is booked by {who}{until}"), action));
        }
        if !self.may_be_unhealthy && state.healthy != Some(true) {
            return Some(match state.healthy {
                Some(_) => {
                    (Outcome::Fail, "it is not healthy".to_owned(), "Bring it back to health.".to_owned())
                }
                None => unreported("healthy"),
            });
        }
        if !self.may_drift && state.drifted != Some(false) {
            return Some(match state.drifted {
                Some(_) => (
                    Outcome::Fail,
                    "it differs from what is declared".to_owned(),
                    "Bring it and what is declared together.".to_owned(),
                ),
                None => unreported("as it is declared"),
            });
        }
        None
    }

    /// Who has it to themselves, where that is somebody else.
    fn booked_by<'s>(&self, case: &Case<'_>, state: &'s EnvironmentState) -> Option<&'s str> {
        let who = state.booked_by.as_deref()?;
        let over = state.booked_until.is_some_and(|end| end <= case.at);
        let requested_by = case.target.candidate.and_then(|candidate| candidate.requested_by.as_deref());
        let own = who == case.target.component
            || requested_by == Some(who)
            || self.shared_with.iter().any(|known| known == who);
        (!over && !own).then_some(who)
    }
}

fn unreported(what: &str) -> (Outcome, String, String) {
    (
        Outcome::Pending,
        format!("nobody reported whether it is {what}"),
        format!("Report whether it is {what}."),
    )
}

impl Judge for EnvironmentCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::kind("environment")]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let Some(environment) = case.environment_name() else {
            return case.judged(Outcome::Pending, || {
                Detail::new("no environment is asked about").action("Say which environment it goes to.")
            });
        };
        let own = case.latest(0).map(|record| &*record.evidence);
        let states = [own, whole(case, environment)];
        if states.iter().all(|state| state.is_none()) {
            return case.missing(0);
        }
        let problems = states.iter().flatten().filter_map(|evidence| {
            self.problem(case, evidence).map(|problem| (evidence.id.as_str(), problem))
        });
        // The worse of the two.
        let worst = problems.max_by_key(|(_, (outcome, _, _))| *outcome);
        match worst {
            Some((id, (outcome, reason, action))) => case.judged(outcome, || {
                let step = Remedy::step(action.clone());
                Detail::new(reason).on_fact(id).action(action).remedy(step)
            }),
            None => case.judged(Outcome::Pass, || {
                let detail = Detail::new(format!("{environment} is ready"));
                states.iter().flatten().fold(detail, |detail, evidence| detail.on_fact(evidence.id.clone()))
            }),
        }
    }

    fn looks_beyond(&self) -> Beyond {
        Beyond::All
    }

    fn expected(&self) -> String {
        let mut said = Vec::new();
        if !self.may_be_unhealthy {
            said.push("healthy");
        }
        if !self.may_drift {
            said.push("without drift");
        }
        said.push("not booked by others");
        format!("the environment {}", said.join(", "))
    }
}

/// The newest state of an environment as a whole.
fn whole<'a>(case: &Case<'a>, environment: &str) -> Option<&'a Evidence> {
    let held = case.facts.of(environment)?;
    let records = held.evidence(case.facts.topic("environment", None)?);
    let good = records.iter().filter(|record| record.observed_at <= case.at && record.expires_at > case.at);
    good.max_by_key(|record| record.observed_at).map(|record| &*record.evidence)
}
