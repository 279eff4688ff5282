//! What a component is made of.

use crate::document::{Extra, reads};
use schemars::JsonSchema;
use serde::Serialize;

/// What a component is made of (a software bill of materials).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(extend("additionalProperties" = true))]
#[non_exhaustive]
pub struct Sbom {
    /// `cyclonedx` or `spdx`.
    pub format: String,
    /// The version of the format.
    pub spec_version: Option<String>,
    /// What it contains.
    #[schemars(default)]
    pub packages: Vec<SbomPackage>,
    /// How many entries its graph of dependencies has.
    #[schemars(default)]
    pub dependencies: u64,
    /// What it says under other keys, as it was said.
    #[schemars(default)]
    pub extra: Extra,
}

reads!(Sbom keeping extra { format, spec_version, packages = Vec::new(), dependencies = 0 });

impl Sbom {
    /// With nothing said beyond this.
    pub fn new(format: impl Into<String>) -> Self {
        Self {
            format: format.into(),
            spec_version: None,
            packages: Vec::new(),
            dependencies: 0,
            extra: Extra::default(),
        }
    }

    /// With `spec_version`: the version of the format.
    #[must_use]
    pub fn with_spec_version(mut self, spec_version: impl Into<String>) -> Self {
        self.spec_version = Some(spec_version.into());
        self
    }

    /// With `packages`: what it contains.
    #[must_use]
    pub fn with_packages(mut self, packages: impl IntoIterator<Item = SbomPackage>) -> Self {
        self.packages = packages.into_iter().collect();
        self
    }

    /// With `dependencies`: how many entries its graph of dependencies has.
    #[must_use]
    pub fn with_dependencies(mut self, dependencies: u64) -> Self {
        self.dependencies = dependencies;
        self
    }
}

/// One package in a bill of materials.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct SbomPackage {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Option<String>,
    /// Its package URL.
    pub purl: Option<String>,
    /// Its licence, as an SPDX expression where the bill says it so.
    pub licence: Option<String>,
}

reads!(SbomPackage { name, version, purl, licence });

impl SbomPackage {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), version: None, purl: None, licence: None }
    }

    /// With `version`: its version.
    #[must_use]
    pub fn with_version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// With `purl`: its package URL.
    #[must_use]
    pub fn with_purl(mut self, purl: impl Into<String>) -> Self {
        self.purl = Some(purl.into());
        self
    }

    /// With `licence`: its licence, as an SPDX expression where the bill says it so.
    #[must_use]
    pub fn with_licence(mut self, licence: impl Into<String>) -> Self {
        self.licence = Some(licence.into());
        self
    }
}
