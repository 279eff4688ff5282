//! `pnpm-lock.yaml`: the specifiers of its importers and catalogs. It holds no versions of the workspace's own packages.

use super::super::desk::{Desk, Wanted};
use super::super::manifest::NPM_TABLES;
use super::super::notation::{Notation, Spot};
use super::super::path::{below, split};
use super::Released;

pub(super) fn write(desk: &mut Desk<'_>, file: &str, released: &Released<'_>) -> crate::Result<()> {
    if released.updates.is_empty() {
        return Ok(());
    }
    let documents = desk.required(file, Notation::Yaml, "the specifiers of the workspace's packages")?;
    let Some(root) = documents.first() else { return Ok(()) };
    let set = |desk: &mut Desk<'_>, dependency: Option<&Spot>, update: &super::Update<'_>| {
        // Lockfiles before version 6 have the specifiers in a map of their own.
        let spot = dependency.and_then(|dependency| dependency.get("specifier").or(Some(dependency)));
        let (old, new) = (&update.update.old, &update.update.new);
        match spot.filter(|spot| spot.text() == Some(old)) {
            Some(spot) => {
                desk.set(file, Notation::Yaml, spot, &Wanted { what: &update.what, old: None, new })
            }
            None => Ok(()),
        }
    };
    for update in &released.updates {
        for catalog in root.get("catalogs").map(Spot::entries).unwrap_or_default() {
            set(desk, catalog.spot.get(update.package), update)?;
        }
        let Some(path) = below(split(&update.update.file).0, &released.folder) else { continue };
        let path = if path.is_empty() { "." } else { path };
        // The lock of a single package is its own importer.
        let importer = root.at(["importers", path]).or(if path == "." { Some(root) } else { None });
        let Some(importer) = importer else { continue };
        let tables = NPM_TABLES.iter().filter(|(_, kind)| *kind == update.update.kind);
        for table in tables.map(|(table, _)| *table).chain(["specifiers"]) {
            set(desk, importer.at([table, update.package]), update)?;
        }
    }
    Ok(())
}
