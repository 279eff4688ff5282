//! `package.json`.

pub(super) mod catalog;

use super::super::desk::Desk;
use super::super::notation::{Notation, Spot, quoted};
use super::{Update, set_requirement, set_version, version_of};
use crate::component::DependencyKind;
use crate::plan::Entry;

/// The tables of dependencies.
pub(in super::super) const TABLES: [(&str, DependencyKind); 4] = [
    ("dependencies", DependencyKind::Normal),
    ("optionalDependencies", DependencyKind::Optional),
    ("peerDependencies", DependencyKind::Peer),
    ("devDependencies", DependencyKind::Dev),
];

/// Writes `version`; where there is none, below the name.
pub(super) fn version(desk: &mut Desk<'_>, file: &str, entry: &Entry) -> crate::Result<()> {
    let what = version_of(entry);
    let documents = desk.required(file, Notation::Json, &what)?;
    let Some(root) = documents.first() else { return Ok(()) };
    if let Some(version) = root.get("version") {
        return set_version(desk, file, Notation::Json, version, entry);
    }
    let fresh = [("version".to_owned(), quoted(entry.new.as_str()))];
    desk.insert_after(file, root, Some("name"), &fresh, &what)
}

/// Writes a requirement in the table of its kind, under the package's own name or an alias for it.
pub(super) fn requirement(desk: &mut Desk<'_>, update: &Update<'_>) -> crate::Result<()> {
    let documents = desk.required(&update.update.file, Notation::Json, &update.what)?;
    let table =
        TABLES.iter().find(|(_, kind)| *kind == update.update.kind).map_or(TABLES[0].0, |(table, _)| table);
    let table = documents.first().and_then(|root| root.get(table));
    let spots = table.map(|table| named(table, update.package)).unwrap_or_default();
    if spots.is_empty() {
        // Bun and npm-compatible tools keep catalogs in the root's manifest.
        return catalog::requirement(desk, update);
    }
    set_requirement(desk, Notation::Json, &spots, update)
}

/// What a table states of a package: under its name, and under names that stand for it (`npm:name@^1`).
fn named<'t>(table: &'t Spot, package: &str) -> Vec<&'t Spot> {
    let own = table.get(package).into_iter();
    let aliases = table.entries().iter().filter(|entry| {
        entry.key != package && entry.spot.text().and_then(alias).is_some_and(|name| name == package)
    });
    own.chain(aliases.map(|entry| &entry.spot)).collect()
}

/// The package that a text names by itself: `npm:name@^1`, `workspace:name@^1`.
fn alias(text: &str) -> Option<&str> {
    let named = text.strip_prefix("npm:").or_else(|| text.strip_prefix("workspace:"))?;
    let at = named.char_indices().skip(1).find(|(_, c)| *c == '@')?.0;
    named.get(..at)
}
