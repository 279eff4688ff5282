//! `Cargo.toml`.

use super::super::desk::Desk;
use super::super::notation::{Notation, Spot};
use super::super::path::{join, resolve, split, upwards};
use super::{Update, set_requirement, set_version, version_of};
use crate::component::DependencyKind;
use crate::plan::Entry;
use std::rc::Rc;

const MANIFEST: &str = "Cargo.toml";

/// Writes `package.version`, or that of `[workspace.package]` where it is inherited.
pub(super) fn version(desk: &mut Desk<'_>, file: &str, entry: &Entry) -> crate::Result<()> {
    let what = version_of(entry);
    let (folder, _) = split(file);
    if folder != entry.path {
        // It is the workspace that states it.
        return shared_version(desk, file, entry);
    }
    let documents = desk.required(file, Notation::Toml, &what)?;
    let package = documents.first().and_then(|root| root.get("package"));
    let Some(package) = package else {
        return Err(desk.missing(file, None, "[package]", "a crate's manifest has one").into());
    };
    let Some(version) = package.get("version") else {
        return insert_version(desk, file, package, entry);
    };
    if !is_inherited(version) {
        return set_version(desk, file, Notation::Toml, version, entry);
    }
    let pointer = package.get("workspace").and_then(Spot::text).and_then(|to| resolve(folder, to));
    let root = match pointer {
        Some(root) => Some(root),
        None => workspace_root(desk, folder)?,
    };
    let root = root.map(|root| join(&root, MANIFEST));
    let root = root.ok_or_else(|| desk.missing(file, None, "the workspace of this crate", INHERITED))?;
    shared_version(desk, &root, entry)
}

/// Writes the version of `[workspace.package]`.
fn shared_version(desk: &mut Desk<'_>, root: &str, entry: &Entry) -> crate::Result<()> {
    let documents = desk.required(root, Notation::Toml, &version_of(entry))?;
    let shared = documents.first().and_then(|root| root.at(["workspace", "package", "version"]));
    match shared {
        Some(shared) => set_version(desk, root, Notation::Toml, shared, entry),
        None => Err(desk.missing(root, None, "version of [workspace.package]", INHERITED).into()),
    }
}

const INHERITED: &str = "its members take their version from it";

/// Writes a requirement: in the tables of its kind, or in `[workspace.dependencies]` where that is what the members inherit.
pub(super) fn requirement(desk: &mut Desk<'_>, update: &Update<'_>) -> crate::Result<()> {
    let documents = desk.required(&update.update.file, Notation::Toml, &update.what)?;
    let Some(root) = documents.first() else { return Ok(()) };
    let tables: &[&str] = match update.update.kind {
        DependencyKind::Build => &["build-dependencies", "build_dependencies"],
        DependencyKind::Dev => &["dev-dependencies", "dev_dependencies"],
        _ => &["dependencies"],
    };
    let targets = root.get("target").map(Spot::entries).unwrap_or_default();
    let places = std::iter::once(root).chain(targets.iter().map(|target| &target.spot));
    let mut stated: Vec<&Spot> = Vec::new();
    for (place, table) in places.flat_map(|place| tables.iter().map(move |table| (place, table))) {
        stated.extend(place.get(table).and_then(|table| stated_in(table, update.package)));
    }
    let shared = root.at(["workspace", "dependencies"]).and_then(|table| stated_in(table, update.package));
    // A root that is a package too may have a requirement of its own beside the shared one.
    let own = stated.iter().any(|spot| {
        let text = spot.text();
        text == Some(&update.update.old) || text == Some(&update.update.new)
    });
    if !own {
        stated.splice(0..0, shared);
    }
    set_requirement(desk, Notation::Toml, &stated, update)
}

/// Where a table of dependencies states the requirement on a crate, under whatever name.
fn stated_in<'t>(table: &'t Spot, package: &str) -> Option<&'t Spot> {
    let renamed = |spot: &Spot| spot.get("package").and_then(Spot::text) == Some(package);
    let own = table.get(package).filter(|spot| spot.get("package").is_none() || renamed(spot));
    let dependency =
        own.or_else(|| table.entries().iter().map(|entry| &entry.spot).find(|spot| renamed(spot)))?;
    if dependency.text().is_some() { Some(dependency) } else { dependency.get("version") }
}

fn is_inherited(version: &Spot) -> bool {
    version.get("workspace").and_then(Spot::text) == Some("true")
}

/// A crate that states no version gets one below its name.
fn insert_version(desk: &mut Desk<'_>, file: &str, package: &Spot, entry: &Entry) -> crate::Result<()> {
    let what = version_of(entry);
    let name = package.get("name").and_then(|name| name.span.as_ref());
    let Some(end) = name.map(|span| span.end) else {
        return Err(desk.missing(file, None, "name", "a package has a name").into());
    };
    let text: Rc<str> = desk.text(file)?.unwrap_or_default();
    let rest = text.get(end..).unwrap_or_default();
    // After the whole line: a comment may follow the name. In an inline table, right behind the name.
    let inline = package.span.is_some();
    let line = rest.find('\n').unwrap_or(rest.len());
    let line = if rest.get(..line).is_some_and(|line| line.ends_with('\r')) { line - 1 } else { line };
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (at, lead) = if inline { (end, ", ") } else { (end + line, newline) };
    desk.replace(file, at..at, format!("{lead}version = \"{}\"", entry.new), &what);
    Ok(())
}

/// The folder of the workspace that a crate in `folder` is a member of.
fn workspace_root(desk: &mut Desk<'_>, folder: &str) -> crate::Result<Option<String>> {
    for above in upwards(folder) {
        let manifest = desk.documents(&join(above, MANIFEST), Notation::Toml)?;
        if manifest
            .is_some_and(|documents| documents.first().is_some_and(|root| root.get("workspace").is_some()))
        {
            return Ok(Some(above.to_owned()));
        }
    }
    Ok(None)
}
