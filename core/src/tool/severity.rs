//! Severities in the words of tools.

use crate::fact::VulnerabilitySeverity;

/// The severity that a word means, or else that a CVSS score is of. A word that nobody knows says nothing.
pub(super) fn of(word: Option<&str>, score: Option<f64>) -> VulnerabilitySeverity {
    let stated = word.map(named).filter(|severity| *severity != VulnerabilitySeverity::Unknown);
    stated.or_else(|| score.map(VulnerabilitySeverity::of_cvss)).unwrap_or_default()
}

fn named(word: &str) -> VulnerabilitySeverity {
    match word.to_ascii_lowercase().as_str() {
        "critical" => VulnerabilitySeverity::Critical,
        "high" | "important" => VulnerabilitySeverity::High,
        "medium" | "moderate" => VulnerabilitySeverity::Medium,
        "low" | "minor" | "negligible" => VulnerabilitySeverity::Low,
        "none" | "info" | "informational" => VulnerabilitySeverity::None,
        _ => VulnerabilitySeverity::Unknown,
    }
}
