//! `Chart.yaml`, and `requirements.yaml` of older charts.

use super::super::desk::Desk;
use super::super::notation::{Notation, Spot};
use super::{Update, set_requirement, set_version, version_of};
use crate::plan::Entry;

/// Writes the chart's `version`.
pub(super) fn version(desk: &mut Desk<'_>, file: &str, entry: &Entry) -> crate::Result<()> {
    let what = version_of(entry);
    let documents = desk.required(file, Notation::Yaml, &what)?;
    match documents.first().and_then(|root| root.get("version")) {
        Some(version) => set_version(desk, file, Notation::Yaml, version, entry),
        None => Err(desk.missing(file, None, "version", "a chart has a version").into()),
    }
}

/// Writes the `version` of a dependency; or `appVersion`, where the chart only packages what it needs.
pub(super) fn requirement(desk: &mut Desk<'_>, update: &Update<'_>) -> crate::Result<()> {
    let documents = desk.required(&update.update.file, Notation::Yaml, &update.what)?;
    let root = documents.first();
    let list = root.and_then(|root| root.get("dependencies")).map(Spot::items).unwrap_or_default();
    let named = list.iter().filter(|item| item.get("name").and_then(Spot::text) == Some(update.package));
    let mut spots: Vec<&Spot> = named.filter_map(|item| item.get("version")).collect();
    if spots.is_empty() {
        spots.extend(root.and_then(|root| root.get("appVersion")));
    }
    set_requirement(desk, Notation::Yaml, &spots, update)
}
