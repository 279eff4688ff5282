//! Real decisions made with release-please: the repository as its files say it, and what was released.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::change::conventional::Mode;
use greenboard::change::{Change, Commit, from_commit};
use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Workspace};
use greenboard::plan::{config, plan};
use greenboard::version::{Requirement, Version};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What was released from each path, and at which version.
pub fn releases(case: &Case) -> Judged {
    let status = case.field("check").text("status")?;
    if status != "reproduced" {
        return Ok(Outcome::unsupported("no rule reproduces it: a decision of people's"));
    }
    let components = case.list("components")?;
    let (mut packages, mut versions) = (serde_json::Map::new(), serde_json::Map::new());
    for component in components {
        packages.insert(component.text("path")?.to_owned(), component.field("options").clone());
        versions.insert(component.text("path")?.to_owned(), component.field("version").clone());
    }
    let mut file = case.field("config").clone();
    let entries = file.as_object_mut().ok_or_else(|| case.lacks("config", "a map"))?;
    entries.insert("packages".to_owned(), Value::Object(packages));
    let config = config::release_please(&file.to_string(), &Value::Object(versions).to_string())?;

    let types: BTreeMap<&str, &str> =
        config.paths.iter().map(|path| (path.path.as_str(), path.release_type.as_str())).collect();
    let mut found = Vec::new();
    for row in components {
        let path = folder(row.text("path")?);
        found.push(component(row, path, types.get(path).copied().unwrap_or("node"))?);
    }
    let workspace = config.workspace(&Workspace::new(found)?)?;
    let plan = plan(&workspace, &changes(case, Mode::Strict)?, &config.policy, Timestamp::UNIX_EPOCH)?;

    let expected = case.field("expected");
    let mut listed = BTreeMap::new();
    for release in expected.list("releases")? {
        let path = folder(release.text("path")?);
        listed.insert(path, json!([bare(release.text("old")?), bare(release.text("new")?)]));
    }
    let only_listed = expected.flag("only_listed_components")?;
    let entries =
        plan.entries.iter().filter(|entry| !only_listed || listed.contains_key(entry.path.as_str()));
    let got: BTreeMap<&str, Value> = entries
        .map(|entry| {
            let old = entry.old.as_ref().map(|old| bare(old.as_str()));
            (entry.path.as_str(), json!([old, bare(entry.new.as_str())]))
        })
        .collect();
    Ok(Outcome::equal(json!(listed), json!(got)))
}

fn folder(path: &str) -> &str {
    if path == "." { "" } else { path }
}

/// Go's versions are written without their `v` there.
fn bare(version: &str) -> &str {
    version.strip_prefix('v').unwrap_or(version)
}

fn component(row: &Value, path: &str, release_type: &str) -> Result<Component, Trouble> {
    let name = match release_type {
        "node" => "npm",
        "rust" => "cargo",
        other => other,
    };
    let ecosystem = Ecosystem::ALL.iter().copied().find(|ecosystem| ecosystem.name() == name);
    let ecosystem = ecosystem.unwrap_or(Ecosystem::Cargo);
    let mut component = Component::new(row.text("package")?, ecosystem, path);
    for dependency in row.list("deps")? {
        component = component.with_dependency(self::dependency(dependency, ecosystem)?);
    }
    Ok(component)
}

pub(super) fn dependency(row: &Value, ecosystem: Ecosystem) -> Result<Dependency, Trouble> {
    let kind = match row.text("kind")? {
        "build" => DependencyKind::Build,
        "dev" => DependencyKind::Dev,
        "peer" => DependencyKind::Peer,
        "optional" => DependencyKind::Optional,
        _ => DependencyKind::Normal,
    };
    // What is no requirement (a path, a tag) names no versions.
    let (name, text) = (row.text("name")?, row.optional_text("req")?.unwrap_or_default());
    Ok(match Requirement::parse_as(ecosystem.scheme(), text) {
        Ok(requirement) => Dependency::new(name, kind, requirement),
        Err(_) => Dependency::unversioned(name, kind, text),
    })
}

/// The changes of a row's commits, each of the components that list it.
pub(super) fn changes(case: &Case, mode: Mode) -> Result<Vec<Change>, Trouble> {
    let mut of: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for component in case.list("components")? {
        let name = component.optional_text("package")?.map_or_else(|| component.text("name"), Ok)?;
        for hash in component.texts("commits")? {
            of.entry(hash).or_default().insert(name.to_owned());
        }
    }
    let mut changes = Vec::new();
    for row in case.list("commits")? {
        let hash = row.text("hash")?;
        let Some(components) = of.get(hash) else { continue };
        let at = Timestamp::from_second(row.integer("time")?)
            .map_err(|error| Trouble::row(format!("commit {hash}: {error}")))?;
        let commit = Commit::new(hash, row.text("message")?, at);
        changes.extend(from_commit(&commit, components, mode));
    }
    Ok(changes)
}

/// A version of a row, in the scheme of an ecosystem.
pub(super) fn version(text: &str, ecosystem: Ecosystem) -> Result<Version, Trouble> {
    Ok(Version::parse_as(ecosystem.scheme(), text)?)
}
