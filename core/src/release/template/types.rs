//! The document: a template and its stages.

use super::freeze::StageFreeze;
use super::length::StageLength;
use super::options::TemplateOptions;
use crate::calendar::Length;
use crate::document::{Fields, Node, Read, names, reads};
use crate::fact::ChangeType;
use crate::{Result, document::Document};
use schemars::JsonSchema;
use serde::Serialize;

/// The stages that a release goes through, and the rules that they leave open.
///
/// ```
/// use greenboard::document::{self, Format};
/// use greenboard::release::{StageRole, Template};
///
/// let text = "
/// name: fortnightly
/// change_type: normal
/// stages:
///   - { name: build, duration: 9 working days, exit: [all changes merged], gates: [quality] }
///   - { name: rollout, role: deploy, steps_pct: [5, 50, 100] }
///   - { name: observe, role: monitor, duration: 2 days }
/// options: { approval_days: 2 }
/// ";
/// let template: Template = document::parse(text, Format::Yaml)?;
/// assert_eq!(template.stages[1].role, StageRole::Deploy);
/// assert_eq!(template.options.review_due_days, 10);
///
/// let error = document::parse::<Template>("name: empty\nstages: []", Format::Yaml).unwrap_err();
/// assert_eq!(error.code(), "release.invalid_template");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Template {
    /// Its name.
    pub name: String,
    /// Its version, as its authors count.
    #[schemars(default = "first_version")]
    pub version: u32,
    /// What it is for, for people.
    pub summary: Option<String>,
    /// The kind of change that its releases are: who has to approve, and when.
    #[schemars(default)]
    pub change_type: ChangeType,
    /// How often it comes, for people: `every 6 weeks`.
    pub cadence: Option<String>,
    /// Whether releases may be planned from it; a draft of a template is not published yet.
    #[schemars(default = "yes")]
    pub published: bool,
    /// The stages, in their order: work first, then deploy, then monitor, then review.
    pub stages: Vec<TemplateStage>,
    /// What the rules of the lifecycle leave open.
    #[schemars(default)]
    pub options: TemplateOptions,
}

impl Read for Template {
    fn read(node: &Node) -> Result<Self> {
        const KEYS: &[&str] =
            &["name", "version", "summary", "change_type", "cadence", "published", "stages", "options"];
        let fields = Fields::of(node, Some(Self::SCHEMA), KEYS)?;
        let template = Self {
            name: fields.required("name")?,
            version: fields.optional("version")?.unwrap_or_else(first_version),
            summary: fields.optional("summary")?,
            change_type: fields.optional("change_type")?.unwrap_or_default(),
            cadence: fields.optional("cadence")?,
            published: fields.optional("published")?.unwrap_or_else(yes),
            stages: fields.required("stages")?,
            options: fields.optional("options")?.unwrap_or_default(),
        };
        template.check_at(Some(node))?;
        Ok(template)
    }
}

impl Document for Template {
    const SCHEMA: &'static str = "greenboard/template/1";
}

/// One stage of a template.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct TemplateStage {
    /// Its name, unique within the template.
    pub name: String,
    /// What is done in it, and so the state of the release: work in Active, deploy in Deploying, monitor in Observing, review in
    /// Review.
    #[schemars(default)]
    pub role: StageRole,
    /// How long it takes: `6 weeks`, `PT4H`, `15 working days`; none where that is not planned.
    pub duration: Option<StageLength>,
    /// What holds when it begins, for people.
    #[schemars(default)]
    pub entry: Vec<String>,
    /// What holds when it ends, for people.
    #[schemars(default)]
    pub exit: Vec<String>,
    /// The gates that guard its exit, by name.
    #[schemars(default)]
    pub gates: Vec<String>,
    /// Whether it may be skipped.
    #[schemars(default)]
    pub optional: bool,
    /// What is frozen in it.
    #[schemars(default)]
    pub freezes: Vec<StageFreeze>,
    /// The shares, in percent, that a rollout reaches step by step; all at once, where empty.
    #[schemars(default)]
    pub steps_pct: Vec<u8>,
    /// From which of those steps on there is no way back without an override, counted from 1; none where there always is one.
    pub point_of_no_return: Option<u32>,
    /// Who answers for it, by role.
    pub owner_role: Option<String>,
}

reads!(TemplateStage {
    name,
    role = StageRole::default(),
    duration = None,
    entry = Vec::new(),
    exit = Vec::new(),
    gates = Vec::new(),
    optional = false,
    freezes = Vec::new(),
    steps_pct = Vec::new(),
    point_of_no_return = None,
    owner_role = None,
});

fn first_version() -> u32 {
    1
}

fn yes() -> bool {
    true
}

impl Template {
    /// Of these stages, for normal changes.
    ///
    /// # Errors
    /// `release.invalid_template`, with what is wrong.
    pub fn new(name: impl Into<String>, stages: impl IntoIterator<Item = TemplateStage>) -> Result<Self> {
        let template = Self {
            name: name.into(),
            version: first_version(),
            summary: None,
            change_type: ChangeType::default(),
            cadence: None,
            published: true,
            stages: stages.into_iter().collect(),
            options: TemplateOptions::default(),
        };
        template.check()?;
        Ok(template)
    }

    /// With this version.
    #[must_use]
    pub fn with_version(mut self, version: u32) -> Self {
        self.version = version;
        self
    }

    /// For this kind of change.
    #[must_use]
    pub fn with_change_type(mut self, change_type: ChangeType) -> Self {
        self.change_type = change_type;
        self
    }

    /// Coming so often, in words.
    #[must_use]
    pub fn with_cadence(mut self, cadence: impl Into<String>) -> Self {
        self.cadence = Some(cadence.into());
        self
    }

    /// Published, or a draft.
    #[must_use]
    pub fn with_published(mut self, published: bool) -> Self {
        self.published = published;
        self
    }

    /// With these options.
    #[must_use]
    pub fn with_options(mut self, options: TemplateOptions) -> Self {
        self.options = options;
        self
    }

    /// The stage of that name.
    pub fn stage(&self, name: &str) -> Option<&TemplateStage> {
        self.stages.iter().find(|stage| stage.name == name)
    }

    /// The first stage with that role: the one there is, but for work.
    pub fn stage_of(&self, role: StageRole) -> Option<&TemplateStage> {
        self.stages.iter().find(|stage| stage.role == role)
    }

    /// The stages of work, which are completed one after the other while a release is Active.
    pub fn work(&self) -> impl Iterator<Item = &TemplateStage> {
        self.stages.iter().filter(|stage| stage.role == StageRole::Work)
    }

    /// How long a release is watched: what the options say, and else the stage that monitors, where it is not counted in working days;
    /// an hour where neither does (ours).
    ///
    /// ```
    /// use greenboard::release::Template;
    /// assert_eq!(Template::builtin("hotfix")?.observation().to_string(), "PT4H");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn observation(&self) -> Length {
        let of_stage = match self.stage_of(StageRole::Monitor).and_then(|stage| stage.duration) {
            Some(StageLength::Calendar(length)) => Some(length),
            _ => None,
        };
        self.options
            .observation
            .or(of_stage)
            .unwrap_or_else(|| Length::of(jiff::SignedDuration::from_hours(1)))
    }
}

impl TemplateStage {
    /// A stage with that role and nothing else said.
    pub fn new(name: impl Into<String>, role: StageRole) -> Self {
        Self {
            name: name.into(),
            role,
            duration: None,
            entry: Vec::new(),
            exit: Vec::new(),
            gates: Vec::new(),
            optional: false,
            freezes: Vec::new(),
            steps_pct: Vec::new(),
            point_of_no_return: None,
            owner_role: None,
        }
    }

    /// Taking so long.
    #[must_use]
    pub fn with_duration(mut self, duration: StageLength) -> Self {
        self.duration = Some(duration);
        self
    }

    /// With one more gate that guards its exit.
    #[must_use]
    pub fn with_gate(mut self, gate: impl Into<String>) -> Self {
        self.gates.push(gate.into());
        self
    }

    /// With one more freeze.
    #[must_use]
    pub fn with_freeze(mut self, freeze: StageFreeze) -> Self {
        self.freezes.push(freeze);
        self
    }

    /// Optional or not.
    #[must_use]
    pub fn with_optional(mut self, optional: bool) -> Self {
        self.optional = optional;
        self
    }

    /// Rolled out in these steps, in percent.
    #[must_use]
    pub fn with_steps_pct(mut self, steps: impl IntoIterator<Item = u8>) -> Self {
        self.steps_pct = steps.into_iter().collect();
        self
    }
}

/// What is done in a stage, and so in which state a release is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum StageRole {
    /// It is made ready: completed by command while the release is Active.
    #[default]
    Work,
    /// It is rolled out: the state Deploying.
    Deploy,
    /// It is watched: the state Observing.
    Monitor,
    /// It is looked back on: the state Review.
    Review,
}

names!(StageRole: "role of a stage");

impl StageRole {
    /// All of them, in the order in which they come.
    pub const ALL: &'static [Self] = &[Self::Work, Self::Deploy, Self::Monitor, Self::Review];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Deploy => "deploy",
            Self::Monitor => "monitor",
            Self::Review => "review",
        }
    }
}
