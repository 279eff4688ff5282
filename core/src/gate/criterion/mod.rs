//! What a criterion may ask: one kind a file.

mod approvals;
mod baseline;
mod cel;
mod checklist;
mod coverage;
mod dependencies;
mod environment;
mod freeze;
mod freshness;
mod licences;
mod measurements;
mod provenance;
mod quality_gate;
mod sbom;
mod slo;
mod soak;
mod tests;
mod threshold;
mod vulnerabilities;
mod work_items;

pub use approvals::{ApprovalQuota, ApprovalSteps, ApprovalsCriterion};
pub use baseline::{BaselineCriterion, WithoutHistory};
pub use cel::{CelCriterion, PolicyExpression};
pub use checklist::ChecklistCriterion;
pub use coverage::CoverageCriterion;
pub use dependencies::{ContractRule, DependenciesCriterion};
pub use environment::EnvironmentCriterion;
pub use freeze::FreezeCriterion;
pub use freshness::{EvidenceKind, FreshnessCriterion};
pub use licences::{LicenceException, LicenceRule, LicencesCriterion};
pub use measurements::{MeasurementCondition, MeasurementsCriterion};
pub use provenance::{ProvenanceCriterion, TrustedBuilder};
pub use quality_gate::QualityGateCriterion;
pub use sbom::SbomCriterion;
pub use slo::SloScoreCriterion;
pub use soak::SoakCriterion;
pub use tests::{Quarantined, TestsCriterion};
pub use threshold::{Bounds, ThresholdCriterion};
pub use vulnerabilities::{BySeverity, IgnoredVulnerability, VulnerabilitiesCriterion};
pub use work_items::WorkItemsCriterion;

use super::case::{Case, Judgement, Looks};
use super::file::About;
use super::outcome::Outcome;
use super::set::Reference;
use crate::registry::registry;

/// How a kind of criterion is judged.
///
/// The engine finds what a criterion looks at before it asks, so that judging reads what lies at hand. Texts are made only
/// where somebody reads them: [`Case::detail`] runs what it is given only then.
pub(crate) trait Judge: Send + Sync {
    /// The evidence that it looks at, in the order in which [`Case`] numbers it.
    fn looks(&self) -> Vec<Looks<'_>>;

    /// Judges one subject at one instant.
    fn judge(&self, case: &Case<'_>) -> Judgement;

    /// What it comes to where the newest evidence of the one metric that it looks at is this number, and no more has to be known;
    /// else none, and it is judged as a case. Of what is not a number, none.
    fn at_a_glance(&self, _number: f64) -> Option<Outcome> {
        None
    }

    /// What would satisfy it, in a few words: `error_rate at most 0.01`.
    fn expected(&self) -> String;

    /// What it costs to bring about a pass, where the gate file does not say: 1 for somebody's word, 2 for a tool's run, 5 for
    /// work on the component.
    fn cost(&self) -> f64 {
        2.0
    }

    /// The groups and calendars of the gate file that it refers to: unknown ones are found when the file is read.
    fn refers(&self) -> Vec<Reference<'_>> {
        Vec::new()
    }

    /// Whether the passing of time alone can change its answer, beyond evidence that comes to count or ceases to.
    fn watches_clock(&self) -> bool {
        true
    }

    /// Whose facts it looks at besides those of the component that it is asked about.
    fn looks_beyond(&self) -> Beyond {
        Beyond::No
    }

    /// Whether it answers exactly as a peer does, which may pass for want of evidence: "missing is never go" does not hold of it.
    fn copies_peer(&self) -> bool {
        false
    }

    /// Whether better evidence never makes its answer worse.
    fn is_monotone(&self) -> bool {
        false
    }
}

/// Whose facts a criterion looks at besides those of the component that it is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Beyond {
    /// Nobody's.
    No,
    /// Anybody's.
    All,
}

impl Check {
    /// Whether it answers exactly as a peer does, which may pass for want of evidence (Keptn without history, Pact without rows,
    /// Argo Rollouts without conditions): "missing is never go" does not hold of it.
    ///
    /// ```
    /// use greenboard::gate::{Check, ThresholdCriterion};
    /// assert!(!Check::from(ThresholdCriterion::new("error_rate")).copies_peer());
    /// ```
    pub fn copies_peer(&self) -> bool {
        self.judge().copies_peer()
    }

    /// Whether better evidence never makes its answer worse.
    ///
    /// ```
    /// use greenboard::gate::{Check, ThresholdCriterion};
    /// assert!(Check::from(ThresholdCriterion::new("error_rate")).is_monotone());
    /// ```
    pub fn is_monotone(&self) -> bool {
        self.judge().is_monotone()
    }
}

/// The table of kinds, and the way to the judge of each.
macro_rules! criteria {
    (
        @judge $(#[$doc:meta])+
        $registry:ident as $name:literal beside $beside:ty { $($variant:ident($($of:ident)::+) = $kind:literal),+ $(,)? }
    ) => {
        impl $registry {
            /// The judge of this kind.
            pub(crate) fn judge(&self) -> &dyn Judge {
                match self { $(Self::$variant(kind) => kind),+ }
            }
        }
    };
    ($($table:tt)+) => {
        registry! { $($table)+ }
        criteria!(@judge $($table)+);
    };
}

criteria! {
    /// What a criterion asks.
    Check as "criterion" beside About {
        Threshold(threshold::ThresholdCriterion) = "threshold",
        Vulnerabilities(vulnerabilities::VulnerabilitiesCriterion) = "vulnerabilities",
        Licences(licences::LicencesCriterion) = "licences",
        Sbom(sbom::SbomCriterion) = "sbom",
        Provenance(provenance::ProvenanceCriterion) = "provenance",
        Baseline(baseline::BaselineCriterion) = "baseline",
        Slo(slo::SloScoreCriterion) = "slo",
        Measurements(measurements::MeasurementsCriterion) = "measurements",
        Soak(soak::SoakCriterion) = "soak",
        Freshness(freshness::FreshnessCriterion) = "freshness",
        Cel(cel::CelCriterion) = "cel",
        Tests(tests::TestsCriterion) = "tests",
        Coverage(coverage::CoverageCriterion) = "coverage",
        QualityGate(quality_gate::QualityGateCriterion) = "quality_gate",
        Approvals(approvals::ApprovalsCriterion) = "approvals",
        Checklist(checklist::ChecklistCriterion) = "checklist",
        WorkItems(work_items::WorkItemsCriterion) = "work_items",
        Environment(environment::EnvironmentCriterion) = "environment",
        Dependencies(dependencies::DependenciesCriterion) = "dependencies",
        Freeze(freeze::FreezeCriterion) = "freeze",
    }
}
