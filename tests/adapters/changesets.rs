//! Plans as changesets makes them: its own tests, and what it released in real repositories.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::change::{Change, Origin};
use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Workspace};
use greenboard::plan::{Cause, KeptReason, Plan, Snapshot, config, plan};
use greenboard::version::{Bump, Requirement, Scheme, Version};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// assemble-release-plan 6, the tool's version 2.
pub fn plan_v2(case: &Case) -> Judged {
    releases(case, "changesets@2")
}

/// assemble-release-plan 7, the tool's version 3.
pub fn plan_v3(case: &Case) -> Judged {
    releases(case, "changesets@3")
}

/// The time of plans that name it: in the tool's tests the clock's.
const AT: &str = "2026-11-02T09:00:00Z";
const DATETIME: &str = "20261102090000";

fn releases(case: &Case, preset: &str) -> Judged {
    let config = config_of(case.field("config"))?;
    let snapshot = case.field("snapshot");
    let snapshot = (!snapshot.is_null()).then(|| match snapshot.field("tag").as_str() {
        Some(tag) => Snapshot::new().with_tag(tag),
        None => Snapshot::new(),
    });
    let fields = Names { path: "dir", dependencies: "dependencies", requirement: "range" };
    let workspace = workspace(case.list("packages")?, &fields)?;
    let changes = case.list("changesets")?.iter().map(change).collect::<Result<Vec<_>, _>>()?;
    let got = planned(preset, &config, case.field("pre_state"), snapshot, &workspace, &changes);
    if let Some(expected) = case.optional_text("expected_error")? {
        // Judged on being refused, for the words are the tool's.
        return Ok(match got {
            Ok(plan) => Outcome::fail(expected, plan.to_json()?),
            Err(_) => Outcome::Pass,
        });
    }
    let expected = case.list("expected_releases")?.iter().map(|release| {
        let new = release.text("new_version")?.replace("{datetime}", DATETIME);
        let mut changesets = release.texts("changesets")?;
        changesets.sort_unstable();
        let kind = release.text("type")?;
        Ok((release.text("name")?.to_owned(), json!({"type": kind, "new": new, "changesets": changesets})))
    });
    let expected: Map<String, Value> = expected.collect::<Result<_, Trouble>>()?;
    Ok(Outcome::equal(expected, essence(&got?, &workspace, &changes, case.field("pre_state"))))
}

/// Every release of a plan, and what it touches without releasing it, by name. The tool lists the changesets that name a
/// package, unless a dependency alone calls for its release.
fn essence(plan: &Plan, workspace: &Workspace, changes: &[Change], pre: &Value) -> Map<String, Value> {
    let naming = |name: &str| {
        let named = changes.iter().filter(|change| change.bumps.contains_key(name) && !is_gone(change, pre));
        let mut ids: Vec<&str> = named.map(|change| change.id.as_str()).collect();
        ids.sort_unstable();
        ids
    };
    let mut releases = Map::new();
    for entry in &plan.entries {
        let has = |kind: fn(&Cause) -> bool| entry.causes.iter().any(kind);
        let follows = has(|cause| matches!(cause, Cause::Dependency(_)));
        let alone = follows && !has(|cause| matches!(cause, Cause::Change(_)));
        let mut ids = if alone { Vec::new() } else { naming(&entry.component) };
        if !has(|cause| !matches!(cause, Cause::PreExit(_))) {
            // What asks for something of a package that is left alone is left out.
            let asks = |id: &str| {
                changes.iter().any(|change| change.id == id && change.bump_of(&entry.component) > Bump::None)
            };
            ids.retain(|id| !asks(id));
        }
        let release = json!({"type": entry.bump, "new": entry.new, "changesets": ids});
        releases.insert(entry.component.clone(), release);
    }
    for kept in &plan.kept {
        let version = workspace.get(&kept.component).and_then(|component| component.version.as_ref());
        let ids = if kept.reason == KeptReason::Named { naming(&kept.component) } else { Vec::new() };
        releases.insert(kept.component.clone(), json!({"type": "none", "new": version, "changesets": ids}));
    }
    releases
}

/// Whether a changeset has gone out in a prerelease already.
fn is_gone(change: &Change, pre: &Value) -> bool {
    let known = pre.field("changesets").as_array();
    let known = known.is_some_and(|known| known.iter().any(|known| *known == change.id));
    pre.field("mode") == "pre" && (known || change.id.starts_with("pre/"))
}

/// What a repository released: versions and, where the tool alone rewrote them, ranges.
pub fn decisions(case: &Case) -> Judged {
    let check = case.field("check");
    let versions = check.field("assemble_release_plan_versions").as_array();
    if !versions.is_some_and(|versions| versions.iter().any(|version| version == "6.0.9")) {
        let reason = match check.text("status")? {
            "reproduced" => "decided as other versions of the tool decide",
            _ => "decided by people",
        };
        return Ok(Outcome::unsupported(reason));
    }
    let fields = Names { path: "path", dependencies: "deps", requirement: "req" };
    let workspace = workspace(case.list("packages")?, &fields)?;
    let pre = case.field("pre_state");
    let lingers = |id: &str| {
        let known = pre.field("changesets").as_array();
        pre.field("mode") == "pre" && known.is_some_and(|known| known.iter().any(|known| known == id))
    };
    let mut changes = Vec::new();
    for row in case.list("changesets")? {
        if row.flag("consumed")? || lingers(row.text("id")?) {
            changes.push(change(row)?);
        }
    }
    let plan = planned("changesets@2", case.field("config"), pre, None, &workspace, &changes)?;

    let expected = case.field("expected");
    let releases = expected.list("releases")?.iter();
    let releases =
        releases.map(|release| Ok((release.text("name")?.to_owned(), release.field("new").clone())));
    let releases: Map<String, Value> = releases.collect::<Result<_, Trouble>>()?;
    let got: Map<String, Value> =
        plan.entries.iter().map(|entry| (entry.component.clone(), json!(entry.new))).collect();
    let mut outcomes = vec![Outcome::equal(json!({ "releases": releases }), json!({ "releases": got }))];
    if check.flag("dependency_updates_simple_rule")? {
        let mut updates: Vec<Value> = Vec::new();
        for update in expected.list("dependency_updates")? {
            updates.push(json!([
                update.field("package"),
                update.field("kind"),
                update.field("dep"),
                update.field("from"),
                update.field("to"),
            ]));
        }
        let got = plan
            .requirements()
            .map(|update| json!([update.component, update.kind, update.dependency, update.old, update.new]));
        outcomes.push(Outcome::equal(json!({ "updates": set(updates) }), json!({ "updates": set(got) })));
    }
    Ok(Outcome::all(outcomes))
}

/// The items in an order of their own, each once.
fn set(items: impl IntoIterator<Item = Value>) -> Vec<Value> {
    let items: BTreeMap<String, Value> = items.into_iter().map(|item| (item.to_string(), item)).collect();
    items.into_values().collect()
}

fn planned(
    preset: &str,
    config: &Value,
    pre: &Value,
    snapshot: Option<Snapshot>,
    workspace: &Workspace,
    changes: &[Change],
) -> greenboard::Result<Plan> {
    let pre = (!pre.is_null()).then(|| pre.to_string());
    let read = config::changesets(preset, &config.to_string(), pre.as_deref())?;
    let policy = match snapshot {
        Some(snapshot) => read.policy.with_snapshot(snapshot),
        None => read.policy,
    };
    let at: Timestamp = AT.parse().unwrap_or_default();
    plan(workspace, changes, &policy, at)
}

/// The tool's configuration from the names that the rows have for it.
fn config_of(row: &Value) -> Result<Value, Trouble> {
    let dependents = row.field("update_internal_dependents");
    Ok(json!({
        "fixed": row.field("fixed"),
        "linked": row.field("linked"),
        "ignore": row.field("ignore"),
        "bumpVersionsWithWorkspaceProtocolOnly": row.flag("bump_versions_with_workspace_protocol_only")?,
        "privatePackages": { "version": row.flag("version_private_packages")? },
        "___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH": {
            "onlyUpdatePeerDependentsWhenOutOfRange": row.flag("only_update_peer_dependents_when_out_of_range")?,
            "updateInternalDependents": dependents,
        },
    }))
}

/// What the fields of a package are called.
struct Names {
    path: &'static str,
    dependencies: &'static str,
    requirement: &'static str,
}

fn workspace(packages: &[Value], names: &Names) -> Result<Workspace, Trouble> {
    let mut components = Vec::with_capacity(packages.len());
    for package in packages {
        let path = package.text(names.path)?;
        let path = if path == "." { "" } else { path };
        let mut component = Component::new(package.text("name")?, Ecosystem::Npm, path)
            .with_private(package.optional_flag("private")?.unwrap_or(false));
        if let Some(version) = package.optional_text("version")? {
            component = component.with_version(Version::parse_as(Scheme::Npm, version)?);
        }
        for row in package.field(names.dependencies).as_array().into_iter().flatten() {
            component = component.with_dependency(dependency(row, names)?);
        }
        components.push(component);
    }
    Ok(Workspace::new(components)?)
}

fn dependency(row: &Value, names: &Names) -> Result<Dependency, Trouble> {
    let (name, text) = (row.text("name")?, row.text(names.requirement)?);
    let kind = match row.text("kind")? {
        "prod" | "normal" => DependencyKind::Normal,
        "dev" => DependencyKind::Dev,
        "peer" => DependencyKind::Peer,
        "optional" => DependencyKind::Optional,
        other => return Err(Trouble::row(format!("unknown kind {other:?}"))),
    };
    let range = text.strip_prefix("workspace:");
    let local = range.is_some();
    Ok(match Requirement::parse_as(Scheme::Npm, range.unwrap_or(text)) {
        Ok(requirement) => Dependency::new(name, kind, requirement).with_text(text).with_local(local),
        Err(_) => Dependency::unversioned(name, kind, text).with_local(local),
    })
}

fn change(row: &Value) -> Result<Change, Trouble> {
    let id = row.text("id")?;
    let mut change = Change::new(id, row.optional_text("summary")?.unwrap_or(id));
    change.origin = Origin::Changeset;
    for release in row.list("releases")? {
        let bump: Bump = release.text("type")?.parse()?;
        change = change.with_bump(release.text("name")?, bump);
    }
    Ok(change)
}
