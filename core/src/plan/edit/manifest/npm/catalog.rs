//! Catalogs: requirements that a whole workspace shares, in `pnpm-workspace.yaml`, `.yarnrc.yml` or the root's `package.json`.

use super::super::super::desk::Desk;
use super::super::super::notation::{Notation, Spot};
use super::super::super::path::split;
use super::super::{Update, set_requirement};

/// Writes a requirement wherever a catalog states the old one.
pub(in super::super) fn requirement(desk: &mut Desk<'_>, update: &Update<'_>) -> crate::Result<()> {
    let (_, name) = split(&update.update.file);
    let notation = if name == "package.json" { Notation::Json } else { Notation::Yaml };
    let documents = desk.required(&update.update.file, notation, &update.what)?;
    let Some(root) = documents.first() else {
        return set_requirement(desk, notation, &[], update);
    };
    // Bun has them below `workspaces`.
    let holders = [Some(root), root.get("workspaces")];
    let mut spots: Vec<&Spot> = Vec::new();
    for holder in holders.into_iter().flatten() {
        let default = holder.get("catalog");
        let named = holder.get("catalogs").map(Spot::entries).unwrap_or_default();
        let catalogs = default.into_iter().chain(named.iter().map(|entry| &entry.spot));
        spots.extend(catalogs.filter_map(|catalog| catalog.get(update.package)));
    }
    set_requirement(desk, notation, &spots, update)
}
