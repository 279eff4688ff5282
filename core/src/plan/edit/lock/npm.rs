//! `package-lock.json` and `npm-shrinkwrap.json`, of lockfile version 2 and 3: the workspace's own packages.

use super::super::desk::{Desk, Wanted};
use super::super::manifest::{NPM_TABLES, Update, is_version};
use super::super::notation::{Notation, Spot};
use super::super::path::{below, split};
use super::Released;

pub(super) fn write(desk: &mut Desk<'_>, file: &str, released: &Released<'_>) -> crate::Result<()> {
    let documents = desk.required(file, Notation::Json, "the versions of the workspace's packages")?;
    let Some(root) = documents.first() else { return Ok(()) };
    let Some(packages) = root.get("packages") else {
        desk.warn(file, "the lockfile is of version 1; run npm install to move it along");
        return Ok(());
    };
    for entry in &released.entries {
        let Some(path) = below(&entry.path, &released.folder) else { continue };
        let own = packages.get(path).and_then(|package| package.get("version"));
        // The root's version stands at the top too.
        let top = if path.is_empty() { root.get("version") } else { None };
        for version in own.into_iter().chain(top) {
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
    }
    for update in &released.updates {
        let Some(path) = below(split(&update.update.file).0, &released.folder) else { continue };
        if let Some(package) = packages.get(path) {
            dependency(desk, file, package, update)?;
        }
        // What version 2 repeats for npm 6.
        let name = packages.get(path).and_then(|package| package.get("name")).and_then(Spot::text);
        let legacy = name.and_then(|name| root.at(["dependencies", name, "requires"]));
        if let Some(requires) = legacy {
            set(desk, file, requires, update)?;
        }
    }
    Ok(())
}

/// Moves a requirement in the entry of a package of the workspace, which repeats the tables of its manifest.
pub(super) fn dependency(
    desk: &mut Desk<'_>,
    file: &str,
    package: &Spot,
    update: &Update<'_>,
) -> crate::Result<()> {
    let tables = NPM_TABLES.iter().filter(|(_, kind)| *kind == update.update.kind);
    for table in tables.filter_map(|(table, _)| package.get(table)) {
        set(desk, file, table, update)?;
    }
    Ok(())
}

fn set(desk: &mut Desk<'_>, file: &str, table: &Spot, update: &Update<'_>) -> crate::Result<()> {
    let states_old = |spot: &&Spot| spot.text() == Some(&update.update.old);
    let named = table.get(update.package).filter(states_old);
    // Under another name the text names the package itself.
    let alias = |text: &str| text.contains(':') && text.contains(update.package);
    let aliases = table.entries().iter().map(|entry| &entry.spot);
    let aliases = aliases.filter(states_old).filter(|spot| spot.text().is_some_and(alias));
    let spots: Vec<&Spot> = named.into_iter().chain(aliases).collect();
    for spot in spots {
        let Update { update, what, .. } = update;
        desk.set(file, Notation::Json, spot, &Wanted { what, old: Some(&update.old), new: &update.new })?;
    }
    Ok(())
}
