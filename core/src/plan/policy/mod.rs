//! The policy: what about planning is a matter of choice.

mod choice;
mod options;
mod overrule;
mod rule;
pub(super) mod select;
mod train;

pub use choice::{Dependents, FirstRelease, Peers, Propagation, Ranges, Rewrite};
pub use options::Options;
pub use overrule::Override;
pub use rule::Rule;
pub use train::{Counter, Snapshot, Train, TrainMode};

use super::branch::BranchRange;
use super::error::PlanError;
use super::preset;
use super::versioning::Versioning;
use crate::change::Links;
use crate::component::Group;
use crate::document::{Document, Fields, Node, Read, Value};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// How a plan is made. An authored document, in one of four forms, in which unknown keys are refused:
///
/// - a text: the name of a preset;
/// - a map without `rules`: one rule for all, whose options may stand beside its `preset`, and the keys below;
/// - a list: the rules;
/// - the whole map.
///
/// | key | default | meaning |
/// |---|---|---|
/// | `rules` | the preset `greenboard` | what components live by; for each the last rule that selects it |
/// | `groups` | none | components whose versions go together, beside those of the workspace |
/// | `ignore` | none | components that are left alone |
/// | `trains` | none | series of prereleases |
/// | `snapshot` | none | whether all versions are snapshots |
/// | `only`, `except` | all, none | what goes out this time |
/// | `overrides` | none | what people decide against the rules |
/// | `unreleased` | none | components that were never released |
/// | `links` | none | where changelogs point at commits, pull requests and people |
/// | `branch` | none | what may be released from the branch that the plan is made on |
///
/// ```
/// use greenboard::document::{self, Format};
/// use greenboard::plan::{Policy, Propagation};
///
/// let policy: Policy = document::parse("preset: cargo\npropagation: always", Format::Yaml)?;
/// assert_eq!(policy, Policy::preset("cargo")?.with_propagation(Propagation::Always));
/// assert_eq!(policy.origins["rules[0].options.propagation"], "given");
///
/// let two = "[{preset: cargo}, {select: ['ecosystem:npm'], preset: changesets@3}]";
/// assert_eq!(document::parse::<Policy>(two, Format::Yaml)?.rules.len(), 2);
///
/// let error = document::parse::<Policy>("propagate: always", Format::Yaml).unwrap_err();
/// assert_eq!((error.code(), error.line()), ("document.unknown_key", Some(1)));
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct Policy {
    /// What components live by: each by the last rule that selects it, and by the preset `greenboard` where none does.
    #[schemars(default = "Policy::default_rules")]
    pub rules: Vec<Rule>,
    /// Components whose versions go together, beside the groups of the workspace. Members may live by different rules.
    pub groups: Vec<Group>,
    /// Components that are left alone, selected as in a rule.
    pub ignore: Vec<String>,
    /// Series of prereleases.
    pub trains: Vec<Train>,
    /// What makes all versions snapshots; none where they are not.
    pub snapshot: Option<Snapshot>,
    /// What goes out this time, selected as in a rule; empty for all.
    pub only: Vec<String>,
    /// What does not go out this time, selected as in a rule.
    pub except: Vec<String>,
    /// What people decide against the rules.
    pub overrides: Vec<Override>,
    /// Components that were never released, selected as in a rule.
    pub unreleased: Vec<String>,
    /// What may be released from the branch that the plan is made on, as [`branches`](super::branches) says; a version that
    /// may not is an error. None where every version may.
    pub branch: Option<BranchRange>,
    /// Where a host shows what changelogs point at; none where they name it only.
    pub links: Option<Links>,
    /// Where each setting comes from, by its path in this document; an option that is not listed comes from its rule's preset.
    pub origins: BTreeMap<String, String>,
}

impl Default for Policy {
    /// The preset `greenboard`.
    fn default() -> Self {
        Self {
            rules: vec![Rule::default()],
            groups: Vec::new(),
            ignore: Vec::new(),
            trains: Vec::new(),
            snapshot: None,
            only: Vec::new(),
            except: Vec::new(),
            overrides: Vec::new(),
            unreleased: Vec::new(),
            links: None,
            branch: None,
            origins: BTreeMap::new(),
        }
    }
}

/// The origin of what a caller or a policy file gives.
const GIVEN: &str = "given";

impl Policy {
    /// The names of the presets.
    pub const PRESETS: &[&str] = preset::NAMES;

    /// The rules where none are given, as a document says it.
    fn default_rules() -> Vec<BTreeMap<&'static str, String>> {
        vec![BTreeMap::from([("preset", preset::default_name())])]
    }

    /// The preset `greenboard`.
    pub fn new() -> Self {
        Self::default()
    }

    /// A preset by its name.
    ///
    /// - `greenboard`: SemVer; under 0.x a break is a minor step and an addition is one too.
    /// - `cargo`: SemVer as Cargo resolves it: under 0.x a break is a minor step and anything else a patch, under 0.0.x
    ///   everything is a patch. Any commit is worth a patch.
    /// - `release-please`: each component by its own commits; see also [`config::release_please`](super::config::release_please).
    /// - `semantic-release`: no softening under 0.x, and 1.0.0 as first release.
    /// - `changesets@2`, `changesets@3`: as these versions of the tool decide; they differ in what a peer dependency asks for.
    ///
    /// # Errors
    /// `plan.unknown_preset`, which names those there are.
    pub fn preset(name: &str) -> crate::Result<Self> {
        Ok(Self::of([Rule::preset(name)?]))
    }

    /// These rules.
    ///
    /// ```
    /// use greenboard::plan::{Policy, Rule};
    /// let policy = Policy::of([Rule::preset("cargo")?, Rule::preset("changesets@3")?.with_select("ecosystem:npm")]);
    /// assert_eq!(policy.rules[1].select, ["ecosystem:npm"]);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn of(rules: impl IntoIterator<Item = Rule>) -> Self {
        Self { rules: rules.into_iter().collect(), ..Self::default() }
    }

    /// With another way to move versions, in every rule.
    #[must_use]
    pub fn with_versioning(mut self, versioning: Versioning) -> Self {
        for rule in &mut self.rules {
            rule.options.versioning = versioning.clone();
        }
        self.sourced()
    }

    /// With another choice of when dependents follow, in every rule.
    #[must_use]
    pub fn with_propagation(mut self, propagation: Propagation) -> Self {
        for rule in &mut self.rules {
            rule.options.propagation = propagation;
        }
        self.sourced()
    }

    /// With one more rule, which goes before the others where it selects.
    #[must_use]
    pub fn with_rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// With these groups too.
    #[must_use]
    pub fn with_groups(mut self, groups: impl IntoIterator<Item = Group>) -> Self {
        self.groups.extend(groups);
        self.sourced()
    }

    /// With one more selector of components that are left alone.
    #[must_use]
    pub fn with_ignore(mut self, selector: impl Into<String>) -> Self {
        self.ignore.push(selector.into());
        self.sourced()
    }

    /// With one more train.
    #[must_use]
    pub fn with_train(mut self, train: Train) -> Self {
        self.trains.push(train);
        self.sourced()
    }

    /// With snapshots for versions.
    #[must_use]
    pub fn with_snapshot(mut self, snapshot: Snapshot) -> Self {
        self.snapshot = Some(snapshot);
        self.sourced()
    }

    /// With nothing released that may not be released from this branch.
    #[must_use]
    pub fn with_branch(mut self, branch: BranchRange) -> Self {
        self.branch = Some(branch);
        self.sourced()
    }

    /// With one more selector of what goes out this time.
    #[must_use]
    pub fn with_only(mut self, selector: impl Into<String>) -> Self {
        self.only.push(selector.into());
        self.sourced()
    }

    /// With one more selector of what does not go out this time.
    #[must_use]
    pub fn with_except(mut self, selector: impl Into<String>) -> Self {
        self.except.push(selector.into());
        self.sourced()
    }

    /// With one more decision of a person.
    #[must_use]
    pub fn with_override(mut self, decision: Override) -> Self {
        self.overrides.push(decision);
        self.sourced()
    }

    /// With one more selector of what was never released.
    #[must_use]
    pub fn with_unreleased(mut self, selector: impl Into<String>) -> Self {
        self.unreleased.push(selector.into());
        self.sourced()
    }

    /// With the addresses that changelogs point at.
    #[must_use]
    pub fn with_links(mut self, links: Links) -> Self {
        self.links = Some(links);
        self
    }

    /// With an origin for every setting that is not its preset's: what nobody says the origin of was given.
    #[must_use]
    pub(super) fn sourced(mut self) -> Self {
        let mut given: Vec<String> = Vec::new();
        for (index, rule) in self.rules.iter().enumerate() {
            let base = preset::options(&rule.preset).unwrap_or_default();
            given.extend(rule.options.differing(&base).into_iter().map(|option| option_path(index, option)));
        }
        let settings = [
            ("groups", self.groups.is_empty()),
            ("ignore", self.ignore.is_empty()),
            ("trains", self.trains.is_empty()),
            ("snapshot", self.snapshot.is_none()),
            ("only", self.only.is_empty()),
            ("except", self.except.is_empty()),
            ("overrides", self.overrides.is_empty()),
            ("unreleased", self.unreleased.is_empty()),
            ("branch", self.branch.is_none()),
            ("links", self.links.is_none()),
        ];
        given.extend(settings.into_iter().filter(|(_, absent)| !absent).map(|(key, _)| key.to_owned()));
        for setting in given {
            self.origins.entry(setting).or_insert_with(|| GIVEN.to_owned());
        }
        self
    }
}

/// Where an option stands in a policy's document.
pub(super) fn option_path(rule: usize, option: &str) -> String {
    format!("rules[{rule}].options.{option}")
}

/// Two lists of keys as one.
const fn joined<const N: usize>(
    first: &'static [&'static str],
    second: &'static [&'static str],
) -> [&'static str; N] {
    let mut all = [""; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < first.len() { first[at] } else { second[at - first.len()] };
        at += 1;
    }
    all
}

/// The keys beside those of a rule.
const OWN: &[&str] = &[
    "rules",
    "groups",
    "ignore",
    "trains",
    "snapshot",
    "only",
    "except",
    "overrides",
    "unreleased",
    "links",
    "branch",
    "origins",
];
const KEYS: [&str; OWN.len() + Rule::KEYS.len()] = joined(OWN, &Rule::KEYS);

impl Read for Policy {
    fn read(node: &Node) -> crate::Result<Self> {
        match &node.value {
            Value::Text(_) => return node.parsed(Self::preset),
            Value::List(_) => return Vec::<Rule>::read(node).map(|rules| Self::of(rules).sourced()),
            _ => {}
        }
        let fields = Fields::of(node, Some(Self::SCHEMA), &KEYS)?;
        let rules = match fields.optional::<Vec<Rule>>("rules")? {
            None => vec![Rule::of_fields(&fields)?],
            Some(rules) => {
                for key in Rule::KEYS {
                    if fields.with(key, |node| Ok(node.value != Value::Null))?.unwrap_or(false) {
                        let problem = PlanError::BesideRules { key };
                        return Err(crate::Error::from(problem).in_value_at(node.at.line, node.at.column));
                    }
                }
                rules
            }
        };
        let policy = Self {
            rules,
            groups: fields.optional("groups")?.unwrap_or_default(),
            ignore: fields.optional("ignore")?.unwrap_or_default(),
            trains: fields.optional("trains")?.unwrap_or_default(),
            snapshot: fields.optional("snapshot")?,
            only: fields.optional("only")?.unwrap_or_default(),
            except: fields.optional("except")?.unwrap_or_default(),
            overrides: fields.optional("overrides")?.unwrap_or_default(),
            branch: fields.optional("branch")?,
            links: fields.optional("links")?,
            unreleased: fields.optional("unreleased")?.unwrap_or_default(),
            // What was written by us says itself where it comes from.
            origins: fields.optional("origins")?.unwrap_or_default(),
        };
        Ok(policy.sourced())
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

impl Document for Policy {
    const SCHEMA: &'static str = "greenboard/policy/1";
}
