//! The limits of the controls.

use crate::calendar::Length;
use crate::document::reads;
use jiff::SignedDuration;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The limits of the controls. No standard that they refer to gives a figure: every default is ours.
///
/// ```
/// use greenboard::document::{self, Format};
/// use greenboard::release::control::ControlPolicy;
/// let policy: ControlPolicy = document::parse("emergency_share: 0.05\nverification: 30m", Format::Yaml)?;
/// assert_eq!((policy.emergency_share, policy.review_working_days), (0.05, 5));
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ControlPolicy {
    /// The environments that are production; the last that a release goes to, where left out.
    #[schemars(default)]
    pub production: Vec<String>,
    /// C05: how long an approval holds that says nothing of it; 14 days (ours).
    pub approval_ttl: Length,
    /// C08: how many open findings of a severity go through; none of `critical` and `high` (ours), all of the others.
    pub scan_limits: BTreeMap<String, u64>,
    /// C08: the criteria whose waivers accept findings: `vulnerabilities` (ours). A waiver may also name the finding.
    pub security_criteria: Vec<String>,
    /// C10: how old a rehearsal may be; 30 days (ours).
    pub rehearsal: Length,
    /// C13: the criteria whose waivers let a deployment through a freeze: `freeze` and `calendar` (ours).
    pub freeze_criteria: Vec<String>,
    /// C14: how much longer than its window a deployment may take; 30 minutes (ours).
    pub grace: Length,
    /// C15: working days, Monday to Friday, in which an emergency is approved after the fact; 5 (ours).
    pub review_working_days: u32,
    /// C16: the share of deployments in a quarter that may be emergencies, 0 to 1; a tenth (ours).
    pub emergency_share: f64,
    /// C18: how long after the deployment it is verified; an hour (ours).
    pub verification: Length,
    /// C21: how much later than it happened something may be recorded without a reason; 15 minutes (ours).
    pub late_after: Length,
    /// C22: whether every approval has to be signed; not so (ours).
    pub signed: bool,
    /// C24: how long before a deployment people are told; a day (ours).
    pub notice_lead: Length,
    /// C25: the kinds of documents that are brought up to date before a release is closed: `release_notes`, `runbook`,
    /// `configuration_baseline`, `inventory`.
    pub documents: Vec<String>,
}

reads!(ControlPolicy as "greenboard/control-policy/1" {
    production,
    approval_ttl,
    scan_limits,
    security_criteria,
    rehearsal,
    freeze_criteria,
    grace,
    review_working_days,
    emergency_share,
    verification,
    late_after,
    signed,
    notice_lead,
    documents,
    ..
});

impl Default for ControlPolicy {
    fn default() -> Self {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self {
            production: Vec::new(),
            approval_ttl: Length::of_days(14),
            scan_limits: ["critical", "high"].map(|severity| (severity.to_owned(), 0)).into(),
            security_criteria: names(&["vulnerabilities"]),
            rehearsal: Length::of_days(30),
            freeze_criteria: names(&["freeze", "calendar"]),
            grace: Length::of(SignedDuration::from_mins(30)),
            review_working_days: 5,
            emergency_share: 0.1,
            verification: Length::of(SignedDuration::from_hours(1)),
            late_after: Length::of(SignedDuration::from_mins(15)),
            signed: false,
            notice_lead: Length::of_days(1),
            documents: names(&["release_notes", "runbook", "configuration_baseline", "inventory"]),
        }
    }
}
