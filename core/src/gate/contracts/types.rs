//! What is asked about contracts, and what is answered.

use crate::document::{names, reads};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The contracts of an organisation, their verifications, and what runs in the environment in question.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default, rename = "ContractMatrix")]
#[non_exhaustive]
pub struct Matrix {
    /// What consumers ask of providers; of one version of a consumer and a provider the last counts.
    pub pacts: Vec<Pact>,
    /// Whether providers do it; of one content and version of a provider the last counts.
    pub verifications: Vec<PactVerification>,
    /// The versions that run in the environment, by component.
    pub deployed: BTreeMap<String, Vec<String>>,
    /// What is set aside.
    pub ignore: Vec<Ignored>,
    /// Whether all versions of a provider in the environment have to have verified a pact, where the broker takes one.
    pub every_version: bool,
}

reads!(Matrix as "greenboard/contract_matrix/1" { pacts, verifications, deployed, ignore, every_version, .. });

impl Matrix {
    /// No contracts, nothing deployed.
    pub fn new() -> Self {
        Self::default()
    }
}

/// What a version of a consumer asks of a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Pact {
    /// The consumer.
    pub consumer: String,
    /// Its version.
    pub version: String,
    /// The provider.
    pub provider: String,
    /// The digest of what is asked: versions that ask the same share their verifications. Where left out, each asks something
    /// of its own.
    pub content: Option<String>,
}

reads!(Pact { consumer, version, provider, content });

impl Pact {
    /// Whose content is like no other's.
    pub fn new(consumer: impl Into<String>, version: impl Into<String>, provider: impl Into<String>) -> Self {
        Self { consumer: consumer.into(), version: version.into(), provider: provider.into(), content: None }
    }

    /// Asking this.
    #[must_use]
    pub fn with_content(mut self, content: impl Into<String>) -> Self {
        self.content = Some(content.into());
        self
    }
}

/// Whether a version of a provider does what a version of a consumer asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct PactVerification {
    /// The consumer.
    pub consumer: String,
    /// Its version.
    pub version: String,
    /// The provider.
    pub provider: String,
    /// Its version.
    pub provider_version: String,
    /// Whether it does.
    pub success: bool,
}

reads!(PactVerification { consumer, version, provider, provider_version, success });

impl PactVerification {
    /// What came of it.
    pub fn new(
        consumer: impl Into<String>,
        version: impl Into<String>,
        provider: impl Into<String>,
        provider_version: impl Into<String>,
        success: bool,
    ) -> Self {
        Self {
            consumer: consumer.into(),
            version: version.into(),
            provider: provider.into(),
            provider_version: provider_version.into(),
            success,
        }
    }
}

/// A component that is set aside, or one version of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "IgnoredComponent")]
#[non_exhaustive]
pub struct Ignored {
    /// The component.
    pub component: String,
    /// The version; all, where left out.
    pub version: Option<String>,
}

reads!(Ignored { component, version });

impl Ignored {
    /// A component, or one version of it.
    pub fn new(component: impl Into<String>, version: Option<String>) -> Self {
        Self { component: component.into(), version }
    }
}

/// Whether contracts allow a version into the environment, and the rows that say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ContractAnswer {
    /// Whether they do.
    pub deployable: Deployable,
    /// Whether the version was heard of.
    pub exists: bool,
    /// What was looked at.
    pub rows: Vec<ContractRow>,
}

reads!(ContractAnswer as "greenboard/contract_answer/1" { deployable, exists, rows });

/// A contract with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ContractRow {
    /// The consumer.
    pub consumer: String,
    /// Its version.
    pub consumer_version: String,
    /// The provider.
    pub provider: String,
    /// Its version; none where no version in question verified it.
    pub provider_version: Option<String>,
    /// Whether the provider does what is asked; none where nobody looked.
    pub success: Option<bool>,
    /// Whether the row is set aside.
    pub ignored: bool,
}

reads!(ContractRow { consumer, consumer_version, provider, provider_version, success, ignored });

/// Whether contracts allow a version into the environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Deployable {
    /// They do.
    Yes,
    /// A verification is missing.
    Unknown,
    /// They do not.
    No,
}

names!(Deployable: "answer");

impl Deployable {
    /// All of them, best first.
    pub const ALL: &'static [Self] = &[Self::Yes, Self::Unknown, Self::No];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Unknown => "unknown",
            Self::No => "no",
        }
    }
}
