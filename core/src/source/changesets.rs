//! The changesets of a repository, and the commits that brought them.

use super::Notice;
use super::SourceError;
use super::disk::Disk;
use super::git::{Git, instant};
use super::history::shallow;
use super::walk::History;
use crate::change::Change;
use crate::change::changeset;
use crate::component::manifest::Files;
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

pub(super) const FOLDER: &str = ".changeset";

/// Whether changesets tell what happens here.
pub(super) fn are_used(disk: &Disk<'_>) -> crate::Result<bool> {
    Ok(disk.text(&format!("{FOLDER}/config.json"))?.is_some())
}

/// The changesets of the work tree.
pub(super) fn read(root: &Path) -> crate::Result<Vec<Change>> {
    let fail = |error: &std::io::Error| SourceError::io("list the folder", Path::new(FOLDER), error);
    let entries = match std::fs::read_dir(root.join(FOLDER)) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(fail(&error).into()),
    };
    let disk = Disk::new(root);
    let mut files = BTreeMap::new();
    for entry in entries {
        // A name that is no text is not one of a changeset.
        let Ok(name) = entry.map_err(|error| fail(&error))?.file_name().into_string() else { continue };
        if !changeset::is_changeset(&name) {
            continue;
        }
        let path = format!("{FOLDER}/{name}");
        if let Some(text) = disk.text(&path)? {
            files.insert(path, text.into_owned());
        }
    }
    changeset::read_all(files)
}

/// Says of each changeset which commit added it, and when and by whom; of the last, where it was added several times.
pub(super) fn blame(git: &Git, changes: &mut [Change], notices: &mut Vec<Notice>) -> crate::Result<()> {
    let Some(head) = git.head()? else { return Ok(()) };
    let history = History::walk(git, &[head])?;
    let mut open: BTreeMap<String, Vec<&mut Change>> = BTreeMap::new();
    for change in changes {
        open.entry(format!("{}.md", change.id)).or_default().push(change);
    }
    // A folder is looked into where it is not its parent's.
    for (number, node) in history.commits.iter().enumerate() {
        if open.is_empty() {
            break;
        }
        let Some((id, files)) = git.folder(node.tree, FOLDER)? else { continue };
        let mut before = BTreeSet::new();
        let mut same = false;
        for parent in node.parents.iter().filter_map(|parent| history.commits.get(*parent)) {
            if let Some((other, files)) = git.folder(parent.tree, FOLDER)? {
                same |= other == id;
                before.extend(files);
            }
        }
        // What the oldest commits of a shallow clone added is not known.
        if same || node.cut {
            continue;
        }
        for file in files.difference(&before) {
            let Some(found) = open.remove(file) else { continue };
            let text = git.text(node.id)?;
            for change in found {
                change.commit = Some(node.id.to_string());
                change.at = Some(instant(node.seconds));
                change.order = Some(history.order(number));
                change.author = Some(text.author.clone()).filter(|author| !author.is_empty());
                change.pull_request = crate::change::pull_request_of(&text.message);
            }
        }
    }
    if history.is_cut()
        && !open.is_empty()
        && !notices.iter().any(|notice| notice.code == "source.shallow_clone")
    {
        notices.push(shallow());
    }
    Ok(())
}
