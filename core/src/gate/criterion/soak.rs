//! Time spent where it was before.

use super::Judge;
use crate::document::{Value, reads};
use crate::fact::{Approval, ApprovalDecision, Deployment, DeploymentStatus};
use crate::gate::age::{Age, in_words};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::remedy::Remedy;
use crate::gate::soak::{Availability, Freight, FreightRequest, is_available};
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;

/// A version has run long enough in the environments before this one, as Kargo asks of its freight: verified there, in one of
/// them or in all, for as long as asked.
///
/// What has not run there long enough is pending, and says from when it has; what was taken back there, or failed, fails. An
/// approval for the environment that is asked about may stand in for it. Monotone: more time never makes it worse.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SoakCriterion {
    /// The environments before this one.
    pub upstream: Vec<String>,
    /// How long it must have run there; none for any time.
    pub required: Option<Age>,
    /// Whether in one of them or in all.
    #[schemars(default)]
    pub availability: Availability,
    /// Whether it must have been verified there.
    #[schemars(default = "yes")]
    pub verified: bool,
    /// The step of an approval that stands in for it; none for no such approval.
    pub approval: Option<String>,
}

fn yes() -> bool {
    true
}

reads!(SoakCriterion { upstream, required, availability = Availability::OneOf, verified = true, approval });

impl SoakCriterion {
    /// In one of these environments, so long.
    pub fn new(upstream: impl IntoIterator<Item = impl Into<String>>, required: Option<Age>) -> Self {
        Self {
            upstream: upstream.into_iter().map(Into::into).collect(),
            required,
            availability: Availability::OneOf,
            verified: true,
            approval: None,
        }
    }

    /// The longest stay in an environment, and the instant from which the present one is long enough.
    fn stay(&self, deployments: &[&Deployment], at: Timestamp) -> Option<Stay> {
        let mut longest: Option<Stay> = None;
        for deployment in deployments {
            let ran = deployment.finished_at.or(deployment.started_at).unwrap_or(deployment.observed_at);
            let verified = !self.verified || deployment.verified_at.is_some_and(|verified| verified <= at);
            let succeeded = deployment.status == DeploymentStatus::Succeeded;
            if !succeeded || ran > at || !verified {
                continue;
            }
            let end = deployment.ended_at.filter(|end| *end <= at);
            let length = end.unwrap_or(at).duration_since(ran);
            let required = self.required.map_or(SignedDuration::ZERO, Age::length);
            let enough_at = if end.is_some() { None } else { ran.checked_add(required).ok() };
            let stay = Stay { length, enough_at, id: deployment.id.clone() };
            if longest.as_ref().is_none_or(|longest| longest.length < stay.length) {
                longest = Some(stay);
            }
        }
        longest
    }

    fn approved<'a>(&self, case: &Case<'a>) -> Option<&'a Approval> {
        let step = self.approval.as_deref()?;
        let environment = case.about.environment.as_deref().or(case.target.environment);
        let mut of_step = case.target.held?.approvals.iter().filter(|approval| {
            approval.step.as_deref() == Some(step)
                && approval.observed_at <= case.at
                && approval.expires_at.is_none_or(|expiry| expiry > case.at)
                && case.target.is_version(approval.subject.version.as_deref())
                && (approval.subject.environment.is_none()
                    || approval.subject.environment.as_deref() == environment)
        });
        // Oldest first: the last word counts.
        of_step
            .next_back()
            .map(|approval| &**approval)
            .filter(|approval| approval.decision == ApprovalDecision::Approve)
    }
}

struct Stay {
    length: SignedDuration,
    enough_at: Option<Timestamp>,
    id: String,
}

impl Judge for SoakCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        Vec::new()
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        if let Some(approval) = self.approved(case) {
            return case.judged(Outcome::Pass, || {
                Detail::new(format!("approved by {} without it", approval.by)).on_fact(&approval.id)
            });
        }
        let version = case.target.candidate.and_then(|candidate| candidate.version.as_deref());
        if version.is_none() {
            return case.judged(Outcome::Pending, || {
                Detail::new("nothing says which version is to go out")
                    .action("Name the version that is to go out.")
            });
        }
        let held = case.target.held.map(|held| held.deployments.as_slice()).unwrap_or_default();
        let mut stays: Vec<(&str, Option<Stay>, bool)> = Vec::with_capacity(self.upstream.len());
        for environment in &self.upstream {
            // Newest first.
            let here: Vec<&Deployment> = held
                .iter()
                .map(|deployment| &**deployment)
                .filter(|deployment| {
                    deployment.subject.environment.as_deref() == Some(environment)
                        && deployment.observed_at <= case.at
                        && deployment.subject.version.is_some()
                        && case.target.is_version(deployment.subject.version.as_deref())
                })
                .collect();
            let bad = here.first().is_some_and(|deployment| {
                matches!(deployment.status, DeploymentStatus::Failed | DeploymentStatus::RolledBack)
            });
            stays.push((environment, self.stay(&here, case.at), bad));
        }
        let outcome = self.outcome(&stays);
        case.judged(outcome, || self.detail(&stays, outcome))
    }

    fn expected(&self) -> String {
        let each = if self.availability == Availability::All { "each of " } else { "one of " };
        let environments = if self.upstream.len() == 1 { "" } else { each };
        let length = self.required.map_or_else(|| "run".to_owned(), |required| in_words(required.length()));
        let verified = if self.verified { ", verified" } else { "" };
        format!("{length} in {environments}{}{verified}", self.upstream.join(", "))
    }

    fn cost(&self) -> f64 {
        1.0
    }
}

impl SoakCriterion {
    fn outcome(&self, stays: &[(&str, Option<Stay>, bool)]) -> Outcome {
        let mut request = FreightRequest::new("candidate", self.upstream.clone());
        request.required_soak_seconds = self.required.map(|required| required.length().as_secs());
        request.availability = self.availability;
        let mut freight = Freight::new("candidate");
        for (environment, stay, bad) in stays {
            if let (Some(stay), false) = (stay, bad) {
                freight = freight.with_verified(*environment, Some(stay.length));
            }
        }
        let spoiled = match self.availability {
            Availability::All => stays.iter().any(|(_, _, bad)| *bad),
            Availability::OneOf => !stays.is_empty() && stays.iter().all(|(_, _, bad)| *bad),
        };
        if is_available("", &[request], &freight) {
            Outcome::Pass
        } else if spoiled {
            Outcome::Fail
        } else {
            Outcome::Pending
        }
    }

    fn detail(&self, stays: &[(&str, Option<Stay>, bool)], outcome: Outcome) -> Detail {
        let said: Vec<String> = stays
            .iter()
            .map(|(environment, stay, bad)| match (stay, bad) {
                (_, true) => format!("it was taken back or failed in {environment}"),
                (Some(stay), false) => format!("it ran for {} in {environment}", in_words(stay.length)),
                (None, false) if self.verified => {
                    format!("it has not run and been verified in {environment}")
                }
                (None, false) => format!("it has not run in {environment}"),
            })
            .collect();
        let reason =
            if said.is_empty() { "no environment before is named".to_owned() } else { said.join("; ") };
        let mut detail = Detail::new(reason);
        if let Some(longest) =
            stays.iter().filter_map(|(_, stay, _)| stay.as_ref()).map(|stay| stay.length).max()
        {
            detail = detail.observed_value(Value::Text(in_words(longest)));
        }
        for (_, stay, _) in stays {
            detail = stay.iter().fold(detail, |detail, stay| detail.on_fact(&stay.id));
        }
        if outcome == Outcome::Pass {
            return detail;
        }
        let waits = stays.iter().filter_map(|(_, stay, _)| stay.as_ref()?.enough_at);
        let until = match self.availability {
            Availability::OneOf => waits.min(),
            Availability::All => {
                waits.max().filter(|_| stays.iter().all(|(_, stay, bad)| stay.is_some() && !bad))
            }
        };
        let action = match (outcome, until) {
            (Outcome::Fail, _) => "Put another version forward.".to_owned(),
            (_, Some(until)) => format!("Wait until {until}."),
            (_, None) => format!("Deploy it to {} and verify it there.", self.upstream.join(", ")),
        };
        let remedy = if outcome == Outcome::Fail { Remedy::Never } else { Remedy::step(action.clone()) };
        detail.action(action).remedy(remedy)
    }
}
