//! Lockfiles: what they repeat of versions and requirements in the workspace. One file a tool.
//!
//! What a tool would have to resolve anew is left to it, and named in a warning.

mod bun;
mod cargo;
mod npm;
mod other;
mod pnpm;
mod uv;

use super::desk::Desk;
use super::manifest::Update;
use super::path::{join, split, upwards};
use crate::component::Ecosystem;
use crate::plan::{Entry, Plan};
use std::collections::BTreeMap;

/// What is asked of a tool's lockfile.
struct Tool {
    name: &'static str,
    ecosystem: Ecosystem,
    write: fn(&mut Desk<'_>, file: &str, released: &Released<'_>) -> crate::Result<()>,
}

const TOOLS: &[Tool] = &[
    Tool { name: "Cargo.lock", ecosystem: Ecosystem::Cargo, write: cargo::write },
    Tool { name: "package-lock.json", ecosystem: Ecosystem::Npm, write: npm::write },
    Tool { name: "npm-shrinkwrap.json", ecosystem: Ecosystem::Npm, write: npm::write },
    Tool { name: "pnpm-lock.yaml", ecosystem: Ecosystem::Npm, write: pnpm::write },
    Tool { name: "bun.lock", ecosystem: Ecosystem::Npm, write: bun::write },
    Tool { name: "yarn.lock", ecosystem: Ecosystem::Npm, write: other::yarn },
    Tool { name: "uv.lock", ecosystem: Ecosystem::Python, write: uv::write },
    Tool { name: "poetry.lock", ecosystem: Ecosystem::Python, write: other::poetry },
    Tool { name: "go.sum", ecosystem: Ecosystem::Go, write: other::go },
    Tool { name: "Chart.lock", ecosystem: Ecosystem::Helm, write: other::helm },
];

/// What of a plan concerns one lockfile.
#[derive(Default)]
struct Released<'p> {
    /// The folder it lies in.
    folder: String,
    /// What is released below it.
    entries: Vec<&'p Entry>,
    /// The requirements that are rewritten below it.
    updates: Vec<&'p Update<'p>>,
}

/// Moves along every lockfile that lies above something that changes.
pub(super) fn write<'p>(desk: &mut Desk<'_>, plan: &'p Plan, updates: &'p [Update<'p>]) -> crate::Result<()> {
    let mut concerned: BTreeMap<(usize, String), Released<'p>> = BTreeMap::new();
    let mut locks = Locks::default();
    for (index, tool) in TOOLS.iter().enumerate() {
        for entry in plan.entries.iter().filter(|entry| entry.ecosystem == tool.ecosystem) {
            if let Some(folder) = locks.above(desk, tool.name, &entry.path)? {
                concerned.entry((index, folder)).or_default().entries.push(entry);
            }
        }
        for update in updates.iter().filter(|update| update.ecosystem == Some(tool.ecosystem)) {
            if let Some(folder) = locks.above(desk, tool.name, split(&update.update.file).0)? {
                concerned.entry((index, folder)).or_default().updates.push(update);
            }
        }
    }
    for ((index, folder), mut released) in concerned {
        let Some(tool) = TOOLS.get(index) else { continue };
        let file = join(&folder, tool.name);
        released.folder = folder;
        (tool.write)(desk, &file, &released)?;
    }
    Ok(())
}

/// Which lockfile lies above which folder, each looked for once.
#[derive(Default)]
struct Locks(BTreeMap<(&'static str, String), Option<String>>);

impl Locks {
    /// The folder of the nearest lockfile of this name; those further out lock something else.
    fn above(
        &mut self,
        desk: &mut Desk<'_>,
        name: &'static str,
        folder: &str,
    ) -> crate::Result<Option<String>> {
        let mut passed = Vec::new();
        let mut found = None;
        for folder in upwards(folder) {
            if let Some(known) = self.0.get(&(name, folder.to_owned())) {
                found.clone_from(known);
                break;
            }
            passed.push(folder);
            if desk.text(&join(folder, name))?.is_some() {
                found = Some(folder.to_owned());
                break;
            }
        }
        for folder in passed {
            self.0.insert((name, folder.to_owned()), found.clone());
        }
        Ok(found)
    }
}
