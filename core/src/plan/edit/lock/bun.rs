//! `bun.lock`: its section `workspaces` repeats the manifests.

use super::super::desk::{Desk, Wanted};
use super::super::manifest::is_version;
use super::super::notation::{Notation, Spot};
use super::super::path::{below, split};
use super::{Released, npm};

pub(super) fn write(desk: &mut Desk<'_>, file: &str, released: &Released<'_>) -> crate::Result<()> {
    let documents = desk.required(file, Notation::Json, "the versions of the workspace's packages")?;
    let Some(workspaces) = documents.first().and_then(|root| root.get("workspaces")) else { return Ok(()) };
    for entry in &released.entries {
        let own = below(&entry.path, &released.folder).and_then(|path| workspaces.get(path));
        let Some(version) = own.and_then(|package| package.get("version")) else { continue };
        let states_old = |text| entry.old.as_ref().is_some_and(|old| is_version(text, old));
        if version.text().is_some_and(states_old) {
            let what = format!("the version of {}", entry.component);
            desk.set(
                file,
                Notation::Json,
                version,
                &Wanted { what: &what, old: None, new: entry.new.as_str() },
            )?;
        }
    }
    for update in &released.updates {
        let own = below(split(&update.update.file).0, &released.folder).and_then(|path| workspaces.get(path));
        if let Some(package) = own {
            npm::dependency(desk, file, package, update)?;
        }
    }
    // Catalogs stand at the top.
    let catalogs: Vec<&Spot> = documents.iter().filter_map(|root| root.get("catalog")).collect();
    let named = documents.iter().filter_map(|root| root.get("catalogs")).flat_map(Spot::entries);
    for catalog in catalogs.into_iter().chain(named.map(|entry| &entry.spot)) {
        for update in &released.updates {
            let stated = catalog.get(update.package).filter(|spot| spot.text() == Some(&update.update.old));
            if let Some(spot) = stated {
                desk.set(
                    file,
                    Notation::Json,
                    spot,
                    &Wanted { what: &update.what, old: None, new: &update.update.new },
                )?;
            }
        }
    }
    Ok(())
}
