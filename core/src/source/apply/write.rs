//! New texts beside their files, and then in their place.

use super::super::error::SourceError;
use super::journal::{Journal, Record};
use super::target::{Present, Target};
use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Writes all of these, or none.
///
/// # Errors
/// `source.io`; the files are then as they were.
pub(super) fn all(root: &Path, targets: &[&Target<'_>]) -> crate::Result<()> {
    let staged = match stage(root, targets) {
        Ok(staged) => staged,
        Err(error) => {
            targets.iter().for_each(|target| discard(&beside(&target.file)));
            return Err(error.into());
        }
    };
    for (done, target) in targets.iter().enumerate() {
        if let Err(error) = replace(target) {
            // Without the journal no later run takes up what is being put back.
            let _ = staged.journal.remove(root);
            targets.iter().take(done).for_each(|target| put_back(target));
            targets.iter().for_each(|target| discard(&beside(&target.file)));
            staged.folders.iter().rev().for_each(|folder| {
                let _ = fs::remove_dir(folder);
            });
            return Err(error.into());
        }
    }
    let folders: BTreeSet<&Path> = targets.iter().filter_map(|target| target.file.parent()).collect();
    folders.into_iter().for_each(sync_folder);
    staged.journal.remove(root)?;
    Ok(())
}

/// What is ready to take its place.
pub(super) struct Staged {
    pub journal: Journal,
    /// The folders that had to be made.
    folders: Vec<PathBuf>,
}

/// Writes every new text beside its file, and the journal of what is to happen.
pub(super) fn stage(root: &Path, targets: &[&Target<'_>]) -> Result<Staged, SourceError> {
    let mut folders = Vec::new();
    let mut records = Vec::with_capacity(targets.len());
    for target in targets {
        let path = &target.edit.path;
        if let Some(text) = &target.edit.text {
            let folder = target.file.parent().unwrap_or(root);
            make_folders(folder, path, &mut folders)?;
            let permissions = target.present.as_ref().map(|present| &present.permissions);
            write_synced(&beside(&target.file), text.as_bytes(), permissions)
                .map_err(|error| SourceError::io("write the file", Path::new(path), &error))?;
        }
        records.push(Record {
            path: path.clone(),
            old_digest: target.edit.old_digest.clone(),
            new_digest: target.edit.new_digest(),
        });
    }
    let journal = Journal { files: records };
    journal.write(root)?;
    Ok(Staged { journal, folders })
}

/// Puts the new text in the file's place, or takes the file away.
pub(super) fn replace(target: &Target<'_>) -> Result<(), SourceError> {
    let fail =
        |error: std::io::Error| SourceError::io("replace the file", Path::new(&target.edit.path), &error);
    match target.edit.text {
        Some(_) => fs::rename(beside(&target.file), &target.file).map_err(fail),
        None => fs::remove_file(&target.file).map_err(fail),
    }
}

/// The name that a new text waits under: in the same folder, so that taking its place is one step.
pub(super) fn beside(file: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(".greenboard");
    file.with_file_name(name)
}

/// Writes a file that is new, down to the disk.
pub(super) fn write_synced(
    file: &Path,
    bytes: &[u8],
    permissions: Option<&fs::Permissions>,
) -> std::io::Result<()> {
    // What an earlier run left behind; a link there is not followed.
    discard(file);
    let mut open = OpenOptions::new().write(true).create_new(true).open(file)?;
    open.write_all(bytes)?;
    if let Some(permissions) = permissions {
        open.set_permissions(permissions.clone())?;
    }
    open.sync_all()
}

/// Makes sure that the names in a folder are on the disk, where the system does so for folders.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

fn make_folders(folder: &Path, path: &str, made: &mut Vec<PathBuf>) -> Result<(), SourceError> {
    let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
    for folder in missing.into_iter().rev() {
        fs::create_dir(folder)
            .map_err(|error| SourceError::io("make the folder", Path::new(path), &error))?;
        made.push(folder.to_owned());
    }
    Ok(())
}

/// Writes the old text again, as well as it can be done.
fn put_back(target: &Target<'_>) {
    match &target.present {
        Some(Present { bytes, permissions }) => {
            let waiting = beside(&target.file);
            if write_synced(&waiting, bytes, Some(permissions)).is_ok() {
                let _ = fs::rename(&waiting, &target.file);
            }
        }
        None => discard(&target.file),
    }
}

/// Takes a file away, if it is there.
pub(super) fn discard(file: &Path) {
    let _ = fs::remove_file(file);
}
