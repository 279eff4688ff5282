//! The thin layer between the store and the file system: what can fail, and nothing that decides.
//!
//! Tests put their own behind the same trait: one that fails, fills up, loses and reorders what was not synced.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Folders and names.
#[doc(hidden)]
pub trait Disk: Send + Sync {
    /// The names in a folder, in any order; none where there is no such folder.
    fn list(&self, folder: &Path) -> io::Result<Vec<String>>;
    /// Makes a folder and those above it, where they are not there.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;
    /// Opens a file.
    fn open(&self, path: &Path, how: Open) -> io::Result<Box<dyn Handle>>;
    /// What a name stands for; none where it stands for nothing.
    fn stat(&self, path: &Path) -> io::Result<Option<Stat>>;
    /// Gives a file another name, in place of what has it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes the names in a folder survive a failure of power.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// An open file.
#[doc(hidden)]
pub trait Handle: Send + Sync {
    /// Its length and identity.
    fn stat(&self) -> io::Result<Stat>;
    /// Fills the buffer from an offset on; says how far, where the file ends before.
    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize>;
    /// Writes at the end, all or an error after some of it.
    fn append(&self, bytes: &[u8]) -> io::Result<()>;
    /// Cuts the file to a length.
    fn set_len(&self, length: u64) -> io::Result<()>;
    /// Makes what was written survive a failure of power: `fdatasync`.
    fn sync(&self) -> io::Result<()>;
    /// Waits for the lock that excludes all others.
    fn lock(&self) -> io::Result<()>;
    /// Waits for the lock that excludes writers.
    fn lock_shared(&self) -> io::Result<()>;
    /// Gives the lock back.
    fn unlock(&self) -> io::Result<()>;
}

/// What a file is opened for.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Reading one that is there.
    Read,
    /// Reading, and writing at its end; made where it is not there.
    Append,
    /// The same, of one that must not be there.
    New,
}

/// What is known of a file without reading it.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stat {
    /// Its length in bytes.
    pub length: u64,
    /// What tells it from another that has taken its name; none where the system has no such number.
    pub identity: Option<u64>,
}

/// The file system of the machine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RealDisk;

impl Disk for RealDisk {
    fn list(&self, folder: &Path) -> io::Result<Vec<String>> {
        let entries = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        // A name that is no text is none of ours.
        entries
            .filter_map(|entry| entry.map(|entry| entry.file_name().into_string().ok()).transpose())
            .collect()
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)
    }

    fn open(&self, path: &Path, how: Open) -> io::Result<Box<dyn Handle>> {
        let mut options = OpenOptions::new();
        options.read(true);
        match how {
            Open::Read => &mut options,
            Open::Append => options.append(true).create(true),
            Open::New => options.append(true).create_new(true),
        };
        Ok(Box::new(RealFile { file: options.open(path)?, path: path.to_owned() }))
    }

    fn stat(&self, path: &Path) -> io::Result<Option<Stat>> {
        match fs::metadata(path) {
            Ok(metadata) => Ok(Some(stat(&metadata))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Elsewhere folders cannot be opened, and names are kept with the files.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }
}

struct RealFile {
    file: File,
    path: PathBuf,
}

impl Handle for RealFile {
    fn stat(&self) -> io::Result<Stat> {
        Ok(stat(&self.file.metadata()?))
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let mut done = 0;
        while let Some(rest) = buffer.get_mut(done..).filter(|rest| !rest.is_empty()) {
            match some_at(&self.file, rest, offset + done as u64) {
                Ok(0) => break,
                Ok(read) => done += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(done)
    }

    fn append(&self, bytes: &[u8]) -> io::Result<()> {
        (&self.file).write_all(bytes)
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        match self.file.set_len(length) {
            // Where a file that is opened for appending may not be cut.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                OpenOptions::new().write(true).open(&self.path)?.set_len(length)
            }
            result => result,
        }
    }

    fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn lock(&self) -> io::Result<()> {
        self.file.lock()
    }

    fn lock_shared(&self) -> io::Result<()> {
        self.file.lock_shared()
    }

    fn unlock(&self) -> io::Result<()> {
        self.file.unlock()
    }
}

#[cfg(unix)]
fn some_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, buffer, offset)
}

#[cfg(windows)]
fn some_at(file: &File, buffer: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, buffer, offset)
}

#[cfg(unix)]
fn stat(metadata: &fs::Metadata) -> Stat {
    use std::os::unix::fs::MetadataExt as _;
    Stat { length: metadata.len(), identity: Some(metadata.ino()) }
}

#[cfg(not(unix))]
fn stat(metadata: &fs::Metadata) -> Stat {
    Stat { length: metadata.len(), identity: None }
}
