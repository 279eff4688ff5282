//! `greenboard.yaml` and what it includes: versions of what has no manifest, and edges that no manifest states.

use super::super::desk::{Desk, Wanted};
use super::super::notation::{Notation, Spot};
use super::super::path::{join, resolve, split, upwards};
use super::{Update, set_requirement, set_version, unknown_requirement, unknown_version};
use crate::component::workspace_file::NAMES;
use crate::plan::Entry;
use std::collections::BTreeSet;

/// Writes the version that the file declares the component at.
pub(super) fn version(desk: &mut Desk<'_>, file: &str, entry: &Entry) -> crate::Result<()> {
    let Some(notation) = Notation::of_path(file) else { return unknown_version(desk, file, entry) };
    let documents = desk.required(file, notation, &super::version_of(entry))?;
    let components = documents.first().and_then(|root| root.get("components"));
    let declared = components.map(Spot::entries).unwrap_or_default();
    let declared = declared.iter().find(|declared| is_named(&declared.key, &entry.component));
    match declared.and_then(|declared| declared.spot.get("version")) {
        Some(version) => set_version(desk, file, notation, version, entry),
        None => unknown_version(desk, file, entry),
    }
}

/// Writes the requirement of an edge; in a file without edges there is none, and people are told.
pub(super) fn requirement(desk: &mut Desk<'_>, update: &Update<'_>) -> crate::Result<()> {
    let file = &update.update.file;
    let Some(notation) = Notation::of_path(file) else { return unknown_requirement(desk, update) };
    let documents = desk.required(file, notation, &update.what)?;
    let Some(root) = documents.first().filter(|root| root.get("edges").is_some()) else {
        return unknown_requirement(desk, update);
    };
    let spots: Vec<&Spot> = requirements(root, update).collect();
    set_requirement(desk, notation, &spots, update)
}

/// Writes the requirement of an edge that is stated elsewhere (`stated_in`) into the file that states the edge, too: both say
/// the same.
pub(in super::super) fn beside(desk: &mut Desk<'_>, update: &Update<'_>) -> crate::Result<()> {
    let stated = &update.update.file;
    let mut open: Vec<String> =
        upwards(split(stated).0).flat_map(|folder| NAMES.map(|name| join(folder, name))).collect();
    let mut seen: BTreeSet<String> = BTreeSet::from([stated.clone()]);
    while let Some(file) = open.pop() {
        let Some(notation) = Notation::of_path(&file).filter(|_| seen.insert(file.clone())) else { continue };
        let Some(documents) = desk.documents(&file, notation)? else { continue };
        let Some(root) = documents.first() else { continue };
        for spot in requirements(root, update).filter(|spot| spot.text() == Some(&update.update.old)) {
            let Update { update, what, .. } = update;
            desk.set(&file, notation, spot, &Wanted { what, old: None, new: &update.new })?;
        }
        let included = root.get("include").map(Spot::items).unwrap_or_default().iter();
        open.extend(included.filter_map(|path| resolve(split(&file).0, path.text()?)));
    }
    Ok(())
}

/// What the edges of a file require, of this consumer of this provider.
fn requirements<'t>(root: &'t Spot, update: &Update<'_>) -> impl Iterator<Item = &'t Spot> {
    let ends = [("from", update.update.component.clone()), ("to", update.update.dependency.clone())];
    let edges = root.get("edges").map(Spot::items).unwrap_or_default().iter();
    edges.filter_map(move |edge| {
        let is_it = |(key, name): &(&str, String)| {
            edge.get(key).and_then(Spot::text).is_some_and(|end| is_named(end, name))
        };
        edge.get("requirement").filter(|_| ends.iter().all(is_it))
    })
}

/// Whether a component of this name is meant: in the file of one repository of several, without the repository's name.
fn is_named(written: &str, component: &str) -> bool {
    written == component || component.strip_suffix(written).is_some_and(|before| before.ends_with(':'))
}
