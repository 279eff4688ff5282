//! Real releases of Cargo workspaces: which components went out is given, to which versions is judged.

use super::plans_release_please::{changes, dependency, version};
use crate::runner::{Case, Fields, Judged, Outcome};
use greenboard::change::Change;
use greenboard::change::conventional::Mode;
use greenboard::component::{Component, Ecosystem, Workspace};
use greenboard::plan::{Policy, plan};
use greenboard::version::Bump;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The version of each crate that was released.
pub fn versions(case: &Case) -> Judged {
    let status = case.field("check").text("status")?;
    if status != "conventional_rule_matches" {
        return Ok(Outcome::unsupported("a decision of people's, or of a semver check"));
    }
    let mut found = Vec::new();
    for row in case.list("components")? {
        let path = row.text("path")?;
        let folder = if path == "." { "" } else { path };
        let mut component = Component::new(row.text("name")?, Ecosystem::Cargo, folder);
        if let Some(text) = row.optional_text("version")? {
            component = component.with_version(version(text, Ecosystem::Cargo)?);
        }
        if row.flag("version_inherited")? {
            component = component.with_version_from("Cargo.toml");
        }
        for dependency in row.list("deps")? {
            component = component.with_dependency(self::dependency(dependency, Ecosystem::Cargo)?);
        }
        found.push(component);
    }
    let mut policy = Policy::preset("cargo")?;
    let mut selection = Change::new("selection", "selected to be released");
    let mut expected = BTreeMap::new();
    for release in case.field("expected").list("releases")? {
        let (name, old, new) = (release.text("name")?, release.text("old")?, release.text("new")?);
        if !old.contains('-') && new.contains('-') {
            return Ok(Outcome::unsupported("a series of prereleases begins here"));
        }
        policy = policy.with_only(name);
        selection = selection.with_bump(name, Bump::Patch);
        expected.insert(name, json!([old, new]));
    }
    let mut changes = changes(case, Mode::Lenient)?;
    changes.push(selection);
    let plan = plan(&Workspace::new(found)?, &changes, &policy, Timestamp::UNIX_EPOCH)?;
    let got: BTreeMap<&str, Value> = plan
        .entries
        .iter()
        .map(|entry| {
            let old = entry.old.as_ref().map(ToString::to_string);
            (entry.component.as_str(), json!([old, entry.new.as_str()]))
        })
        .collect();
    Ok(Outcome::equal(json!(expected), json!(got)))
}
