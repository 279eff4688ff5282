//! What runs where.

use crate::fact::{Deployment, DeploymentStatus, Facts};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// The versions of a component that run in an environment at an instant, each once: those that came up and did not end. Of
/// `latest_only` the newest of them.
pub(super) fn live<'a>(
    facts: &'a Facts,
    component: &str,
    environment: &str,
    at: Timestamp,
    latest_only: bool,
) -> Vec<&'a str> {
    let Some(held) = facts.of(component) else { return Vec::new() };
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut versions = Vec::new();
    // The newest state of each deployment is the first of them.
    for deployment in held.deployments.iter().filter(|deployment| deployment.observed_at <= at) {
        let is_newest = seen.insert((deployment.source.tool.as_str(), deployment.id.as_str()));
        if !is_newest || !runs(deployment, environment, at) {
            continue;
        }
        let Some(version) = deployment.subject.version.as_deref() else { continue };
        let called = held.candidates.iter().find(|candidate| candidate.is_called(version));
        let version = called.and_then(|candidate| candidate.version.as_deref()).unwrap_or(version);
        if !versions.contains(&version) {
            versions.push(version);
        }
    }
    if latest_only {
        versions.truncate(1);
    }
    versions
}

/// Whether any version of a component was ever put into an environment by an instant.
pub(super) fn ever(facts: &Facts, component: &str, environment: &str, at: Timestamp) -> bool {
    facts.of(component).is_some_and(|held| {
        held.deployments.iter().any(|deployment| {
            deployment.observed_at <= at && deployment.subject.environment.as_deref() == Some(environment)
        })
    })
}

fn runs(deployment: &Deployment, environment: &str, at: Timestamp) -> bool {
    deployment.status == DeploymentStatus::Succeeded
        && deployment.subject.environment.as_deref() == Some(environment)
        && deployment.ended_at.is_none_or(|end| end > at)
}
