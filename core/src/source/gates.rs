//! Gate files on disk.

use super::Repository;
use super::disk::Disk;
use super::error::SourceError;
use crate::gate::GateSet;
use std::path::Path;

/// The gates of a gate file on disk, with the files that it includes; of a directory, those that its `greenboard.yaml` has in the
/// section `gates`. Files are included from anywhere in the repository.
///
/// ```no_run
/// let gates = greenboard::source::gates("release/gates.yaml")?;
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `gate.no_file`, `gate.*` and `document.*`, with the file at fault; `source.no_gates`, `source.no_directory`, `source.io`.
pub fn gates(path: impl AsRef<Path>) -> crate::Result<GateSet> {
    let path = path.as_ref();
    if path.is_dir() {
        let repository = Repository::open(path)?;
        let gates = GateSet::of_workspace(&Disk::new(&repository.root), &repository.folder)?;
        return gates.ok_or_else(|| SourceError::NoGates { dir: path.display().to_string() }.into());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let repository = Repository::open(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let main = match repository.folder.as_str() {
        "" => name.into_owned(),
        folder => format!("{folder}/{name}"),
    };
    GateSet::of(&main, &Disk::new(&repository.root))
}
