//! `Cargo.lock`: the versions of the workspace's crates, and where crates of one name are told apart by them.

use super::super::desk::{Desk, Part, Wanted};
use super::super::manifest::is_version;
use super::super::notation::{Notation, Spot};
use super::Released;
use crate::plan::Entry;
use crate::version::Version;
use std::collections::BTreeMap;

pub(super) fn write(desk: &mut Desk<'_>, file: &str, released: &Released<'_>) -> crate::Result<()> {
    let what = "the versions of the workspace's crates";
    let documents = desk.required(file, Notation::Toml, what)?;
    let Some(root) = documents.first() else { return Ok(()) };
    let entries: BTreeMap<&str, &Entry> =
        released.entries.iter().map(|entry| (entry.package.as_str(), *entry)).collect();
    let packages = root.get("package").map(Spot::items).unwrap_or_default();
    // The crates of these names that come from elsewhere, by name: their versions.
    let mut others: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages.iter().filter(|package| package.get("source").is_some()) {
        let field = |key| package.get(key).and_then(Spot::text);
        if let (Some(name), Some(version)) = (field("name"), field("version")) {
            others.entry(name).or_default().push(version);
        }
    }
    for package in packages {
        if let Some((name, entry)) = local(package, &entries)
            && let Some(version) = package.get("version")
            && states_old(version, entry)
        {
            let what = format!("the version of {name}");
            desk.set(
                file,
                Notation::Toml,
                version,
                &Wanted { what: &what, old: None, new: entry.new.as_str() },
            )?;
        }
        if let Some((name, entry)) = local(package, &entries)
            && others.get(name).is_some_and(|others| passes_another(others, entry))
        {
            let message =
                format!("crates called {name} have another order now; run cargo update --workspace");
            desk.warn(file, message);
        }
        for dependency in package.get("dependencies").map(Spot::items).unwrap_or_default() {
            told_apart(desk, file, dependency, &entries)?;
        }
    }
    Ok(())
}

/// The crate of the workspace that a package is: it has no source.
fn local<'e>(package: &Spot, entries: &BTreeMap<&'e str, &'e Entry>) -> Option<(&'e str, &'e Entry)> {
    let name = package.get("name")?.text()?;
    let (name, entry) = entries.get_key_value(name)?;
    package.get("source").is_none().then_some((*name, *entry))
}

/// Whether a crate's new version is beyond that of another crate of its name, so that Cargo would list the two the other way
/// round.
fn passes_another(others: &[&str], entry: &Entry) -> bool {
    let Some(old) = &entry.old else { return false };
    let mut versions = others.iter().filter_map(|text| Version::parse_as(entry.scheme, text).ok());
    versions.any(|other| (*old < other) != (entry.new < other))
}

fn states_old(version: &Spot, entry: &Entry) -> bool {
    entry.old.as_ref().is_some_and(|old| version.text().is_some_and(|text| is_version(text, old)))
}

/// `name 1.2.3` instead of `name`, where the lock has several crates of that name; those of a registry say so.
fn told_apart(
    desk: &mut Desk<'_>,
    file: &str,
    dependency: &Spot,
    entries: &BTreeMap<&str, &Entry>,
) -> crate::Result<()> {
    let text = dependency.text().unwrap_or_default();
    let Some((name, version)) = text.split_once(' ') else { return Ok(()) };
    let Some(entry) = entries.get(name) else { return Ok(()) };
    if entry.old.as_ref().map(Version::as_str) != Some(version) {
        return Ok(());
    }
    let what = format!("the version of {name}");
    let range = name.len() + 1..text.len();
    desk.set_part(
        file,
        Notation::Toml,
        &Part { spot: dependency, range, text: entry.new.as_str(), what: &what },
    )
}
