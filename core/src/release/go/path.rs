//! The way through the environments: what goes out was in those before it, as the same artefact.

use crate::fact::{DeploymentStatus, Facts, Subject};
use crate::release::deciding::Deciding;
use crate::release::part::{DEPLOYER, ItemKind, ScopeItem};
use crate::release::refusal::RefusalCode;
use crate::release::state::ReleaseState;
use jiff::Timestamp;

/// Refuses where an environment before this one does not carry, or never carried, what goes out. Of an emergency one of them is
/// enough, but one it has to be.
pub(crate) fn refuse_off_path(
    state: &ReleaseState,
    environment: &str,
    any: bool,
    facts: &Facts,
    deciding: &mut Deciding<'_>,
) {
    let upstream = state.release.environments.iter().take_while(|name| name.as_str() != environment);
    let upstream: Vec<&str> = upstream.map(String::as_str).collect();
    let versions = state.live_items().filter(|item| item.kind == ItemKind::ComponentVersion);
    for item in versions {
        let carried = |name: &&&str| carries(facts, item, name, deciding.now());
        if any && upstream.iter().any(|name| carried(&name)) {
            continue;
        }
        let missing: Vec<&str> = upstream.iter().filter(|name| !carried(name)).copied().collect();
        for name in missing {
            let message = format!("{name} does not carry {} as it is to go out", item.subject);
            let lift = format!("deploy it to {name}, and record that, with the digest");
            let reason = deciding.refuse(RefusalCode::DigestMismatch, message).lifted_by(lift);
            reason.about(&item.id).up_to(DEPLOYER);
        }
    }
}

/// Whether an environment came up with that artefact by an instant: the digest where the item has one, else the version.
fn carries(facts: &Facts, item: &ScopeItem, environment: &str, now: Timestamp) -> bool {
    let Some(held) = facts.of(&item.subject.component) else { return false };
    held.deployments.iter().any(|deployment| {
        deployment.observed_at <= now
            && deployment.status == DeploymentStatus::Succeeded
            && deployment.subject.environment.as_deref() == Some(environment)
            && is_same(&deployment.subject, &item.subject)
    })
}

fn is_same(deployed: &Subject, wanted: &Subject) -> bool {
    match (&wanted.digest, &wanted.version) {
        (Some(digest), _) => deployed.digest.as_ref() == Some(digest),
        (None, Some(version)) => deployed.version.as_ref() == Some(version),
        (None, None) => true,
    }
}
