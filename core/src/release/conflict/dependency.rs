//! What claims wait for.

use super::claim::Claim;
use super::find::Found;
use super::kind::ConflictKind;
use crate::release::DependencyStatus;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// Every dependency that will not come, comes too late, or is not done though it is time.
pub(super) fn unmet(claims: &[Claim], at: Timestamp, found: &mut Found<'_>) {
    let mut last_end: BTreeMap<&str, Timestamp> = BTreeMap::new();
    for claim in claims {
        let end = last_end.entry(&claim.release).or_insert(claim.ends_at);
        *end = (*end).max(claim.ends_at);
    }
    for claim in claims {
        for dependency in &claim.dependencies {
            let on = &dependency.release;
            let planned = last_end.get(on.as_str()).filter(|end| **end > claim.starts_at);
            let (kind, why) = match dependency.status {
                DependencyStatus::Done => continue,
                DependencyStatus::Aborted => {
                    (ConflictKind::DependencyAborted, format!("waits for {on}, which will not come"))
                }
                _ if let Some(end) = planned => (
                    ConflictKind::DependencyAfter,
                    format!(
                        "begins at {}, but waits for {on}, which is planned to end at {end}",
                        claim.starts_at
                    ),
                ),
                _ if at >= claim.starts_at => {
                    (ConflictKind::DependencyOpen, format!("waits for {on}, which is not done"))
                }
                _ => continue,
            };
            let mut between = vec![claim.release.clone(), on.clone()];
            between.dedup();
            let sentence = format!("{} {why}", claim.release);
            if !found.add(kind, between, on.clone(), claim.interval(), None, sentence) {
                return;
            }
        }
    }
}
