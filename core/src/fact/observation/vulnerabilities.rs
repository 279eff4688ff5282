//! What a scanner found.

use super::vex::VexStatus;
use crate::document::{Extra, names, reads};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What a scanner found. Nothing found is a clean report.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct VulnerabilityReport {
    /// What was scanned, where a subject is scanned in several ways: an image, a folder. Of each the newest report counts.
    pub target: Option<String>,
    /// What it found.
    #[schemars(default)]
    pub findings: Vec<Vulnerability>,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(VulnerabilityReport keeping extra { target, findings = Vec::new() });

impl VulnerabilityReport {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { target: None, findings: Vec::new(), extra: Extra::default() }
    }

    /// With `target`: what was scanned.
    #[must_use]
    pub fn with_target(mut self, target: impl Into<String>) -> Self {
        self.target = Some(target.into());
        self
    }

    /// With `findings`: what it found.
    #[must_use]
    pub fn with_findings(mut self, findings: impl IntoIterator<Item = Vulnerability>) -> Self {
        self.findings = findings.into_iter().collect();
        self
    }
}

/// A known weakness in something that a component contains.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Vulnerability {
    /// Its name: `CVE-2024-3094`, `GHSA-…`, `RUSTSEC-…`.
    pub id: String,
    /// Its other names.
    #[schemars(default)]
    pub aliases: Vec<String>,
    /// How severe it is.
    #[schemars(default)]
    pub severity: VulnerabilitySeverity,
    /// Its CVSS base score, 0 to 10.
    pub cvss: Option<f64>,
    /// The package it is in: its purl, or its name.
    pub package: Option<String>,
    /// The version of the package.
    pub version: Option<String>,
    /// The versions that mend it; empty where there is none.
    #[schemars(default)]
    pub fixed_in: Vec<String>,
    /// When it became known.
    #[schemars(with = "Option<String>")]
    pub published_at: Option<Timestamp>,
    /// What is said of it here (VEX), by the report itself.
    pub status: Option<VexStatus>,
    /// Why it does not affect the subject, where that is said.
    pub justification: Option<String>,
    /// Whether the tool was told to pass over it.
    #[schemars(default)]
    pub suppressed: bool,
}

reads!(Vulnerability {
    id,
    aliases = Vec::new(),
    severity = VulnerabilitySeverity::default(),
    cvss,
    package,
    version,
    fixed_in = Vec::new(),
    published_at,
    status,
    justification,
    suppressed = false,
});

impl Vulnerability {
    /// With nothing said beyond this.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            aliases: Vec::new(),
            severity: VulnerabilitySeverity::default(),
            cvss: None,
            package: None,
            version: None,
            fixed_in: Vec::new(),
            published_at: None,
            status: None,
            justification: None,
            suppressed: false,
        }
    }

    /// With `aliases`: its other names.
    #[must_use]
    pub fn with_aliases(mut self, aliases: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.aliases = aliases.into_iter().map(Into::into).collect();
        self
    }

    /// With `severity`: how severe it is.
    #[must_use]
    pub fn with_severity(mut self, severity: VulnerabilitySeverity) -> Self {
        self.severity = severity;
        self
    }

    /// With `cvss`: its CVSS base score, 0 to 10.
    #[must_use]
    pub fn with_cvss(mut self, cvss: f64) -> Self {
        self.cvss = Some(cvss);
        self
    }

    /// With `package`: the package it is in: its purl, or its name.
    #[must_use]
    pub fn with_package(mut self, package: impl Into<String>) -> Self {
        self.package = Some(package.into());
        self
    }

    /// With `version`: the version of the package.
    #[must_use]
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// With `fixed_in`: the versions that mend it; empty where there is none.
    #[must_use]
    pub fn with_fixed_in(mut self, fixed_in: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fixed_in = fixed_in.into_iter().map(Into::into).collect();
        self
    }

    /// With `published_at`: when it became known.
    #[must_use]
    pub fn with_published_at(mut self, published_at: Timestamp) -> Self {
        self.published_at = Some(published_at);
        self
    }

    /// With `status`: what is said of it here (VEX), by the report itself.
    #[must_use]
    pub fn with_status(mut self, status: VexStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// With `justification`: why it does not affect the subject.
    #[must_use]
    pub fn with_justification(mut self, justification: impl Into<String>) -> Self {
        self.justification = Some(justification.into());
        self
    }

    /// With `suppressed`: whether the tool was told to pass over it.
    #[must_use]
    pub fn with_suppressed(mut self, suppressed: bool) -> Self {
        self.suppressed = suppressed;
        self
    }
}

/// How severe a vulnerability is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VulnerabilitySeverity {
    /// Nobody says.
    #[default]
    Unknown,
    /// Not at all.
    None,
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
    /// Critical.
    Critical,
}

names!(VulnerabilitySeverity: "vulnerability severity");

impl VulnerabilitySeverity {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Unknown, Self::None, Self::Low, Self::Medium, Self::High, Self::Critical];

    /// The severity of a CVSS base score, by CVSS' own scale.
    ///
    /// ```
    /// use greenboard::fact::VulnerabilitySeverity;
    /// assert_eq!(VulnerabilitySeverity::of_cvss(9.8), VulnerabilitySeverity::Critical);
    /// assert_eq!(VulnerabilitySeverity::of_cvss(f64::NAN), VulnerabilitySeverity::Unknown);
    /// ```
    pub fn of_cvss(score: f64) -> Self {
        match score {
            9.0..=10.0 => Self::Critical,
            7.0..9.0 => Self::High,
            4.0..7.0 => Self::Medium,
            // Version 2 has no severity below low, so its 0 is none as well.
            0.1..4.0 => Self::Low,
            0.0..0.1 => Self::None,
            _ => Self::Unknown,
        }
    }

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::None => "none",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}
