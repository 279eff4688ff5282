//! The files of a directory, as manifest readers ask for them.

use super::error::SourceError;
use crate::component::manifest::Files;
use std::borrow::Cow;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

/// The longest manifest that is read, in bytes.
const MAX_LENGTH: u64 = 64 << 20;

/// The files below a directory.
pub(super) struct Disk<'r> {
    root: &'r Path,
}

impl<'r> Disk<'r> {
    pub(super) fn new(root: &'r Path) -> Self {
        Self { root }
    }

    /// What a file holds; nothing where there is none.
    fn bytes(&self, path: &str) -> crate::Result<Option<Vec<u8>>> {
        let fail = |error: &std::io::Error| SourceError::io("read the file", Path::new(path), error);
        let file = match std::fs::File::open(self.root.join(path)) {
            Ok(file) => file,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(None);
            }
            Err(error) => return Err(fail(&error).into()),
        };
        if file.metadata().map_err(|error| fail(&error))?.is_dir() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        file.take(MAX_LENGTH + 1).read_to_end(&mut bytes).map_err(|error| fail(&error))?;
        if bytes.len() as u64 > MAX_LENGTH {
            let error = std::io::Error::new(ErrorKind::FileTooLarge, "it is longer than 64 MiB");
            return Err(fail(&error).into());
        }
        Ok(Some(bytes))
    }
}

impl Files for Disk<'_> {
    fn text(&self, path: &str) -> crate::Result<Option<Cow<'_, str>>> {
        let Some(bytes) = self.bytes(path)? else { return Ok(None) };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(Cow::Owned(text))),
            Err(_) => {
                let error = std::io::Error::new(ErrorKind::InvalidData, "it is not UTF-8 text");
                Err(SourceError::io("read the file", Path::new(path), &error).into())
            }
        }
    }

    /// Links to folders are left out: they lead to places known by another name, or round in a circle.
    fn folders(&self, path: &str) -> crate::Result<Vec<String>> {
        let fail = |error: &std::io::Error| SourceError::io("list the folder", Path::new(path), error);
        let entries = match std::fs::read_dir(self.root.join(path)) {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(Vec::new());
            }
            Err(error) => return Err(fail(&error).into()),
        };
        let mut folders = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| fail(&error))?;
            if entry.file_type().map_err(|error| fail(&error))?.is_dir() {
                // A name that is no text cannot be that of a component.
                folders.extend(entry.file_name().into_string());
            }
        }
        folders.sort_unstable();
        Ok(folders)
    }
}

/// `dir` as an absolute path without links, which has to be a directory.
pub(super) fn directory(dir: &Path) -> Result<PathBuf, SourceError> {
    let none = || SourceError::NoDirectory { dir: dir.display().to_string() };
    match dir.canonicalize() {
        Ok(full) if full.is_dir() => Ok(full),
        Ok(_) => Err(none()),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Err(none()),
        Err(error) => Err(SourceError::io("open the directory", dir, &error)),
    }
}

/// `dir` relative to `root` above it, with `/` between the parts.
pub(super) fn relative(root: &Path, dir: &Path) -> String {
    let below = dir.strip_prefix(root).unwrap_or(Path::new(""));
    let parts = below.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// The text of a file that has to be there.
#[cfg(feature = "cli")]
pub(crate) fn text(path: &Path) -> crate::Result<String> {
    let disk = Disk::new(Path::new(""));
    let text = disk.text(&path.to_string_lossy())?;
    text.map(Cow::into_owned).ok_or_else(|| missing(path))
}

/// What a file that has to be there holds.
#[cfg(feature = "cli")]
pub(crate) fn bytes(path: &Path) -> crate::Result<Vec<u8>> {
    Disk::new(Path::new("")).bytes(&path.to_string_lossy())?.ok_or_else(|| missing(path))
}

#[cfg(feature = "cli")]
fn missing(path: &Path) -> crate::Error {
    SourceError::io("read the file", path, &std::io::Error::from(ErrorKind::NotFound)).into()
}
