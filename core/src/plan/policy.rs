//! The policy: the few things about planning that are a matter of choice.

use super::error::PlanError;
use super::versioning::{Semantic, Versioning};
use crate::document::{Document, Fields, Node, Read, Value, names};
use schemars::JsonSchema;
use serde::Serialize;

/// How a plan is made. An authored document: a text is the name of a preset, a map changes a preset, and unknown keys are
/// refused.
///
/// | key | default | meaning |
/// |---|---|---|
/// | `preset` | `greenboard` | what the other keys start from |
/// | `versioning` | that of the preset | how a bump moves a version |
/// | `propagation` | `out_of_range` | when a release calls for releases of its dependents |
///
/// ```
/// use greenboard::document::{self, Format};
/// use greenboard::plan::{Policy, Propagation};
///
/// let policy: Policy = document::parse("preset: cargo\npropagation: always", Format::Yaml)?;
/// assert_eq!(policy, Policy::preset("cargo")?.with_propagation(Propagation::Always));
///
/// let error = document::parse::<Policy>("propagate: always", Format::Yaml).unwrap_err();
/// assert_eq!((error.code(), error.line()), ("document.unknown_key", Some(1)));
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Policy {
    /// The preset it started from.
    #[schemars(default = "Policy::default_preset")]
    pub preset: String,
    /// How a bump moves a version; that of the preset unless said otherwise.
    #[schemars(with = "Option<Versioning>")]
    pub versioning: Versioning,
    /// When a release calls for releases of its dependents; that of the preset unless said otherwise.
    #[schemars(with = "Option<Propagation>")]
    pub propagation: Propagation,
}

/// When a release calls for a release of what depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Propagation {
    /// When the dependent's requirement does not admit the new version.
    #[default]
    OutOfRange,
    /// Always, so that every dependent ships with the newest.
    Always,
}

impl Propagation {
    /// Every choice.
    pub const ALL: [Self; 2] = [Self::OutOfRange, Self::Always];

    /// The name used in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OutOfRange => "out_of_range",
            Self::Always => "always",
        }
    }
}

names!(Propagation: "propagation");

impl Default for Policy {
    /// The preset `greenboard`.
    fn default() -> Self {
        Self {
            preset: Self::default_preset(),
            versioning: Versioning::default(),
            propagation: Propagation::OutOfRange,
        }
    }
}

impl Policy {
    fn default_preset() -> String {
        "greenboard".to_owned()
    }

    /// The names of the presets.
    pub const PRESETS: &[&str] = &["greenboard", "cargo"];

    /// The preset `greenboard`.
    pub fn new() -> Self {
        Self::default()
    }

    /// A preset by its name.
    ///
    /// - `greenboard`: SemVer; under 0.x a break is a minor step and an addition is one too.
    /// - `cargo`: SemVer as Cargo resolves it: under 0.x a break is a minor step and anything else a patch, under 0.0.x
    ///   everything is a patch.
    ///
    /// # Errors
    /// `plan.unknown_preset`, which names those there are.
    pub fn preset(name: &str) -> crate::Result<Self> {
        match name {
            "greenboard" => Ok(Self::default()),
            "cargo" => {
                Ok(Self { preset: name.to_owned(), versioning: Semantic::cargo().into(), ..Self::default() })
            }
            _ => {
                let known = Self::PRESETS.join(", ");
                Err(PlanError::UnknownPreset { input: name.to_owned(), known }.into())
            }
        }
    }

    /// With another way to move versions.
    #[must_use]
    pub fn with_versioning(mut self, versioning: Versioning) -> Self {
        self.versioning = versioning;
        self
    }

    /// With another choice of when dependents follow.
    #[must_use]
    pub fn with_propagation(mut self, propagation: Propagation) -> Self {
        self.propagation = propagation;
        self
    }
}

impl Read for Policy {
    fn read(node: &Node) -> crate::Result<Self> {
        if let Value::Text(_) = node.value {
            return node.parsed(Self::preset);
        }
        let fields = Fields::of(node, Some(Self::SCHEMA), &["preset", "versioning", "propagation"])?;
        let preset = fields.with("preset", |node| node.parsed(Self::preset))?.unwrap_or_default();
        Ok(Self {
            preset: preset.preset,
            versioning: fields.optional("versioning")?.unwrap_or(preset.versioning),
            propagation: fields.optional("propagation")?.unwrap_or(preset.propagation),
        })
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

impl Document for Policy {
    const SCHEMA: &'static str = "greenboard/policy/1";
}
