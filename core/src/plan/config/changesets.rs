//! `.changeset/config.json` and `.changeset/pre.json`.

use super::{Configured, LeftKey};
use crate::component::{Group, GroupKind};
use crate::document::{self, Fields, Format, Node, Value};
use crate::plan::policy::{Peers, Policy, Propagation, Rewrite, Rule, Train, option_path};
use std::collections::BTreeMap;

/// Where the tool keeps its configuration.
const FILE: &str = ".changeset/config.json";
/// Where it keeps the state of a series of prereleases.
const PRE: &str = ".changeset/pre.json";

const KEYS: &[&str] = &[
    "$schema",
    "changelog",
    "commit",
    "fixed",
    "linked",
    "access",
    "baseBranch",
    "changedFilePatterns",
    "updateInternalDependencies",
    "ignore",
    "privatePackages",
    "bumpVersionsWithWorkspaceProtocolOnly",
    "snapshot",
    "prettier",
    "format",
    UNSAFE,
];
const UNSAFE: &str = "___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH";

/// What the tool decides by and we do not, and what takes its place.
const ELSEWHERE: &[(&str, &str)] = &[
    ("changelog", "changelogs are rendered by greenboard, from its own model or a template"),
    ("commit", "greenboard makes no commits; commit what it edits"),
    ("baseBranch", "the base is said where changes are asked for"),
    ("changedFilePatterns", "what touches a component is said where changes are asked for"),
    ("prettier", "edits keep the layout of each file"),
    ("format", "edits keep the layout of each file"),
];

/// The policy of a repository that changesets is used in: the texts of `.changeset/config.json`, and of `.changeset/pre.json`
/// where there is one. `preset` is the version of the tool whose rules hold: `changesets@2` or `changesets@3`.
///
/// ```
/// use greenboard::plan::config;
///
/// let config = r#"{"access": "public", "linked": [["@acme/*"]], "prettier": false}"#;
/// let read = config::changesets("changesets@2", config, None)?;
/// assert_eq!(read.policy.rules[0].options.access.as_deref(), Some("public"));
/// assert_eq!(read.policy.origins["groups"], ".changeset/config.json");
/// assert_eq!(read.left[0].key, "prettier");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `document.*` with the place, where a text is no JSON or a value none of the tool's;
/// `plan.unknown_preset`.
pub fn changesets(preset: &str, config: &str, pre: Option<&str>) -> crate::Result<Configured> {
    let mut reading = Reading { policy: Policy::preset(preset)?, left: Vec::new() };
    let node = document::read(config, Format::Json).map_err(|error| error.within(FILE))?;
    reading.config(&node).map_err(|error| error.within(FILE))?;
    if let Some(pre) = pre {
        let node = document::read(pre, Format::Json).map_err(|error| error.within(PRE))?;
        reading.pre(&node).map_err(|error| error.within(PRE))?;
    }
    Ok(Configured { policy: reading.policy, left: reading.left })
}

struct Reading {
    policy: Policy,
    left: Vec<LeftKey>,
}

impl Reading {
    fn config(&mut self, node: &Node) -> crate::Result<()> {
        let fields = Fields::open(node)?;
        for (key, value) in node.map()? {
            // What the tool is told not to do is not done here either.
            if matches!(value.value, Value::Bool(false)) && key.text == "commit" {
                continue;
            }
            let elsewhere = ELSEWHERE.iter().find(|(known, _)| *known == key.text).map(|(_, reason)| *reason);
            let unknown = (!KEYS.contains(&key.text.as_str())).then_some("changesets has no such key");
            if let Some(reason) = elsewhere.or(unknown) {
                self.left.push(LeftKey::new(FILE, key.text.as_str(), reason));
            }
        }
        for (key, kind) in [("fixed", GroupKind::Fixed), ("linked", GroupKind::Linked)] {
            for members in fields.optional::<Vec<Vec<String>>>(key)?.unwrap_or_default() {
                self.policy.groups.push(Group::new(kind, members));
                self.note("groups", FILE);
            }
        }
        if let Some(ignore) = fields.optional::<Vec<String>>("ignore")? {
            self.policy.ignore = ignore;
            self.note("ignore", FILE);
        }
        if let Some(access) = fields.with("access", access)? {
            self.set("access", |rule| rule.options.access = Some(access));
        }
        if let Some(level) = fields.with("updateInternalDependencies", level)? {
            self.set("rewrite", |rule| rule.options.rewrite = level);
        }
        if let Some(only) = fields.optional("bumpVersionsWithWorkspaceProtocolOnly")? {
            self.set("workspace_protocol_only", |rule| rule.options.workspace_protocol_only = only);
        }
        fields.with("privatePackages", |node| self.private(node))?;
        fields.with(UNSAFE, |node| self.experimental(node))?;
        // What is said here stands over what is said among the experiments.
        fields.with("snapshot", |node| self.snapshot(node))?;
        Ok(())
    }

    /// Changes the policy's only rule, and notes which option of it.
    fn set(&mut self, option: &str, change: impl FnOnce(&mut Rule)) {
        if let Some(rule) = self.policy.rules.first_mut() {
            change(rule);
        }
        self.note(&option_path(0, option), FILE);
    }

    fn note(&mut self, setting: &str, file: &str) {
        self.policy.origins.insert(setting.to_owned(), file.to_owned());
    }

    fn private(&mut self, node: &Node) -> crate::Result<()> {
        let (version, tag) = match node.value {
            Value::Bool(both) => (Some(both), Some(both)),
            Value::Null => (None, None),
            _ => {
                let fields = Fields::of(node, None, &["version", "tag"])?;
                (fields.optional("version")?, fields.optional("tag")?)
            }
        };
        if let Some(version) = version {
            self.set("version_private", |rule| rule.options.version_private = version);
        }
        if let Some(tag) = tag {
            self.set("tag_private", |rule| rule.options.tag_private = tag);
        }
        Ok(())
    }

    fn experimental(&mut self, node: &Node) -> crate::Result<()> {
        const KEYS: &[&str] = &[
            "onlyUpdatePeerDependentsWhenOutOfRange",
            "updateInternalDependents",
            "useCalculatedVersionForSnapshots",
        ];
        let fields = Fields::of(node, None, KEYS)?;
        if fields.optional("onlyUpdatePeerDependentsWhenOutOfRange")? == Some(true) {
            self.set("rewrite_peers", |rule| rule.options.rewrite_peers = false);
            // Where peers are like any other dependent there is nothing to change.
            let breaks = self.policy.rules.first().is_some_and(|rule| rule.options.peers == Peers::Major);
            if breaks {
                self.set("peers", |rule| rule.options.peers = Peers::MajorOutOfRange);
            }
        }
        if let Some(propagation) = fields.with("updateInternalDependents", dependents)? {
            self.set("propagation", |rule| rule.options.propagation = propagation);
        }
        if fields.optional("useCalculatedVersionForSnapshots")? == Some(true) {
            self.calculated(true);
        }
        Ok(())
    }

    fn snapshot(&mut self, node: &Node) -> crate::Result<()> {
        let fields = Fields::of(node, None, &["useCalculatedVersion", "prereleaseTemplate"])?;
        if let Some(calculated) = fields.optional("useCalculatedVersion")? {
            self.calculated(calculated);
        }
        if let Some(template) = fields.optional::<String>("prereleaseTemplate")? {
            self.set("snapshot_template", |rule| rule.options.snapshot_template = Some(template));
        }
        Ok(())
    }

    fn calculated(&mut self, calculated: bool) {
        self.set("snapshot_calculated", |rule| rule.options.snapshot_calculated = calculated);
    }

    fn pre(&mut self, node: &Node) -> crate::Result<()> {
        let fields = Fields::of(node, None, &["mode", "tag", "initialVersions", "changesets"])?;
        let mut train = Train::new(fields.required::<String>("tag")?);
        train.mode = fields.required("mode")?;
        train.changes = fields.optional("changesets")?.unwrap_or_default();
        train.initial_versions =
            fields.optional::<BTreeMap<String, String>>("initialVersions")?.unwrap_or_default();
        self.policy.trains.push(train);
        self.note("trains", PRE);
        Ok(())
    }
}

/// The tool takes `private` for what it calls `restricted`.
fn access(node: &Node) -> crate::Result<String> {
    document::read_name(
        node,
        "access",
        [("restricted", "restricted"), ("public", "public"), ("private", "restricted")].into_iter(),
    )
    .map(str::to_owned)
}

fn level(node: &Node) -> crate::Result<Rewrite> {
    document::read_name(node, "level", [("patch", Rewrite::Patch), ("minor", Rewrite::Minor)].into_iter())
}

fn dependents(node: &Node) -> crate::Result<Propagation> {
    let choices = [("always", Propagation::Always), ("out-of-range", Propagation::OutOfRange)];
    document::read_name(node, "choice of dependents", choices.into_iter())
}
