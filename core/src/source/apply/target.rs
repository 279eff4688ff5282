//! Where an edit leads to, and whether it may be written there.

use super::super::error::SourceError;
use crate::document::digest_text;
use crate::plan::{Edit, Edits};
use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// An edit, and the file it is of.
#[derive(Debug)]
pub(super) struct Target<'e> {
    pub edit: &'e Edit,
    /// The file itself, where links lead.
    pub file: PathBuf,
    /// What is there now.
    pub present: Option<Present>,
}

/// A file that is there.
#[derive(Debug)]
pub(super) struct Present {
    pub bytes: Vec<u8>,
    pub permissions: Permissions,
}

impl Target<'_> {
    /// Whether the file is as the edit makes it.
    pub(super) fn is_done(&self) -> bool {
        self.digest() == self.edit.new_digest()
    }

    /// The text that is there; none where there is no such file.
    pub(super) fn old_text(&self) -> Option<&str> {
        self.present.as_ref().map(|present| std::str::from_utf8(&present.bytes).unwrap_or_default())
    }

    fn digest(&self) -> Option<String> {
        self.present.as_ref().map(|present| digest_text(&present.bytes))
    }
}

/// The targets of all edits, each checked.
///
/// # Errors
/// `source.outside`, `source.changed` with all files that are concerned, `source.io`.
pub(super) fn all<'e>(root: &Path, edits: &'e Edits) -> crate::Result<Vec<Target<'e>>> {
    let mut targets = Vec::with_capacity(edits.edits.len());
    let mut by_file: BTreeMap<PathBuf, &str> = BTreeMap::new();
    let mut changed = Vec::new();
    for edit in &edits.edits {
        let file = resolve(root, &edit.path)?;
        if let Some(other) = by_file.insert(file.clone(), &edit.path) {
            return Err(outside(&edit.path, format!("it is the same file as {other:?}")).into());
        }
        let present = read(&file, &edit.path)?;
        let target = Target { edit, file, present };
        if !target.is_done() && target.digest() != edit.old_digest {
            changed.push(edit.path.clone());
        }
        targets.push(target);
    }
    if changed.is_empty() { Ok(targets) } else { Err(SourceError::Changed { paths: changed }.into()) }
}

/// What is in a file; none where there is none.
pub(super) fn read(file: &Path, path: &str) -> Result<Option<Present>, SourceError> {
    let fail = |error: &std::io::Error| SourceError::io("read the file", Path::new(path), error);
    match fs::read(file) {
        Ok(bytes) => {
            let permissions = fs::metadata(file).map_err(|error| fail(&error))?.permissions();
            Ok(Some(Present { bytes, permissions }))
        }
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(fail(&error)),
    }
}

/// The file that a path of an edit leads to.
///
/// # Errors
/// `source.outside` where that is not inside of the repository, or is a part of git's own.
pub(super) fn resolve(root: &Path, path: &str) -> Result<PathBuf, SourceError> {
    let relative = Path::new(path);
    let parts: Vec<Component<'_>> = relative.components().collect();
    let plain = parts.iter().all(|part| matches!(part, Component::Normal(_)));
    let written_plainly = !path.ends_with('/') && !path.contains(['\\', '\0']);
    if path.is_empty() || !plain || !written_plainly {
        return Err(outside(path, "it is no path below the repository's root, with / between parts"));
    }
    if parts.iter().any(|part| part.as_os_str().eq_ignore_ascii_case(".git")) {
        return Err(outside(path, "git keeps its own files there"));
    }
    let full = root.join(relative);
    let file = match fs::symlink_metadata(&full) {
        // A link is followed, so that it stays one.
        Ok(_) => full.canonicalize().map_err(|_| outside(path, "it is a link that leads nowhere"))?,
        Err(_) => {
            let folder = full.ancestors().skip(1).find(|folder| fs::symlink_metadata(folder).is_ok());
            let folder = folder.unwrap_or(root);
            let real =
                folder.canonicalize().map_err(|_| outside(path, "it is below a link that leads nowhere"))?;
            real.join(full.strip_prefix(folder).unwrap_or(relative))
        }
    };
    if !file.starts_with(root) {
        return Err(outside(path, "a link leads out of the repository"));
    }
    let inside = file.strip_prefix(root).unwrap_or(&file);
    if inside.components().any(|part| part.as_os_str().eq_ignore_ascii_case(".git")) {
        return Err(outside(path, "git keeps its own files there"));
    }
    if file.is_dir() {
        return Err(outside(path, "it is a directory"));
    }
    Ok(file)
}

fn outside(path: &str, reason: impl Into<String>) -> SourceError {
    SourceError::Outside { path: path.to_owned(), reason: reason.into() }
}
