//! What can be observed: one kind of evidence a file.

mod contract;
mod coverage;
mod custom;
mod environment;
mod measurements;
mod metric;
mod provenance;
mod quality_gate;
mod sbom;
mod tests;
mod verification;
mod vex;
mod vulnerabilities;

pub use contract::Contract;
pub use coverage::{CoverageReport, Covered};
pub use custom::CustomObservation;
pub use environment::EnvironmentState;
pub use measurements::{MeasurementSeries, SeriesPoint};
pub use metric::Metric;
pub use provenance::ProvenanceStatement;
pub use quality_gate::{QualityGate, QualityGateStatus};
pub use sbom::{Sbom, SbomPackage};
pub use tests::TestResults;
pub use verification::ContractVerification;
pub use vex::{VexProduct, VexStatement, VexStatements, VexStatus};
pub use vulnerabilities::{Vulnerability, VulnerabilityReport, VulnerabilitySeverity};

use crate::registry::registry;

registry! {
    /// What was observed of a subject.
    Observation as "observation" {
        Metric(metric::Metric) = "metric",
        Tests(tests::TestResults) = "tests",
        Coverage(coverage::CoverageReport) = "coverage",
        QualityGate(quality_gate::QualityGate) = "quality_gate",
        Vulnerabilities(vulnerabilities::VulnerabilityReport) = "vulnerabilities",
        Vex(vex::VexStatements) = "vex",
        Sbom(sbom::Sbom) = "sbom",
        Provenance(provenance::ProvenanceStatement) = "provenance",
        Environment(environment::EnvironmentState) = "environment",
        Contract(contract::Contract) = "contract",
        Verification(verification::ContractVerification) = "verification",
        Measurements(measurements::MeasurementSeries) = "measurements",
        Custom(custom::CustomObservation) = "custom",
    }
}

impl Observation {
    /// What it is called within its kind, for kinds of which a subject has several: the metric, the suite, the provider.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Metric(metric) => Some(&metric.name),
            Self::Tests(tests) => tests.suite.as_deref(),
            Self::Vulnerabilities(report) => report.target.as_deref(),
            Self::Contract(contract) => Some(&contract.provider),
            Self::Verification(verification) => Some(&verification.provider),
            Self::Measurements(series) => Some(&series.metric),
            Self::Custom(custom) => Some(&custom.name),
            _ => None,
        }
    }
}
