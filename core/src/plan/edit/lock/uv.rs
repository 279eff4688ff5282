//! `uv.lock`: the versions of the workspace's projects, and what they require of each other.

use super::super::desk::{Desk, Wanted};
use super::super::manifest::{Update, is_version, normalised};
use super::super::notation::{Notation, Spot};
use super::Released;
use crate::plan::Entry;
use std::collections::BTreeMap;

pub(super) fn write(desk: &mut Desk<'_>, file: &str, released: &Released<'_>) -> crate::Result<()> {
    let documents = desk.required(file, Notation::Toml, "the versions of the workspace's projects")?;
    let Some(root) = documents.first() else { return Ok(()) };
    let entries: BTreeMap<String, &Entry> =
        released.entries.iter().map(|entry| (normalised(&entry.package), *entry)).collect();
    let mut updates: BTreeMap<(String, String), Vec<&Update<'_>>> = BTreeMap::new();
    for update in &released.updates {
        let key = (normalised(update.consumer), normalised(update.package));
        updates.entry(key).or_default().push(update);
    }
    for package in root.get("package").map(Spot::items).unwrap_or_default() {
        let Some(name) = package.get("name").and_then(Spot::text) else { continue };
        if !is_local(package) {
            continue;
        }
        if let Some(entry) = entries.get(name)
            && let Some(version) = package.get("version")
            && entry.old.as_ref().is_some_and(|old| version.text().is_some_and(|text| is_version(text, old)))
        {
            let what = format!("the version of {name}");
            let wanted = Wanted { what: &what, old: None, new: entry.new.as_str() };
            desk.set(file, Notation::Toml, version, &wanted)?;
        }
        for requirement in requirements(package) {
            let required = requirement.get("name").and_then(Spot::text).unwrap_or_default();
            let key = (name.to_owned(), required.to_owned());
            for Update { update, what, .. } in updates.get(&key).into_iter().flatten() {
                let (old, new) = (squeezed(&update.old), squeezed(&update.new));
                if let Some(spot) = requirement.get("specifier").filter(|spot| spot.text() == Some(&old)) {
                    desk.set(file, Notation::Toml, spot, &Wanted { what, old: None, new: &new })?;
                }
            }
        }
    }
    Ok(())
}

/// What a package of the workspace requires, as its manifest says so.
fn requirements(package: &Spot) -> impl Iterator<Item = &Spot> {
    let metadata = package.get("metadata");
    let required = metadata.and_then(|metadata| metadata.get("requires-dist"));
    let groups = metadata.and_then(|metadata| metadata.get("requires-dev")).map(Spot::entries);
    let groups = groups.unwrap_or_default().iter().map(|group| &group.spot);
    required.into_iter().chain(groups).flat_map(Spot::items)
}

/// Whether a package is one of the workspace, and not from an index.
fn is_local(package: &Spot) -> bool {
    let source = package.get("source");
    ["editable", "virtual", "directory"]
        .iter()
        .any(|kind| source.is_some_and(|source| source.get(kind).is_some()))
}

/// uv writes specifiers without blanks.
fn squeezed(specifiers: &str) -> String {
    specifiers.split_whitespace().collect()
}
