//! What is about to happen, written down before it does, so that a run that is stopped can be brought to its end.

use super::super::error::SourceError;
use super::target::{read, resolve};
use super::write::{beside, discard, sync_folder, write_synced};
use crate::document::{self, Format, digest_text, reads};
use serde::Serialize;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Where it lies, below the root, for as long as a run writes.
const NAME: &str = ".greenboard-apply.json";

/// The files of a run. It is only there while all new texts are beside their files or in their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Journal {
    pub files: Vec<Record>,
}

reads!(Journal as "greenboard/journal/1" { files });

/// What happens to one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Record {
    pub path: String,
    pub old_digest: Option<String>,
    pub new_digest: Option<String>,
}

reads!(Record { path, old_digest = None, new_digest = None });

/// What a stopped run left of a file.
enum Left {
    Done,
    /// The new text waits beside the file; or the file is to go.
    Waits(PathBuf),
}

impl Journal {
    pub(super) fn write(&self, root: &Path) -> Result<(), SourceError> {
        let file = root.join(NAME);
        let fail = |error: std::io::Error| SourceError::io("write the journal", Path::new(NAME), &error);
        let text = document::emit(self).map_err(|error| fail(std::io::Error::other(error.to_string())))?;
        write_synced(&beside(&file), text.as_bytes(), None).map_err(fail)?;
        fs::rename(beside(&file), &file).map_err(fail)?;
        sync_folder(root);
        Ok(())
    }

    pub(super) fn remove(&self, root: &Path) -> Result<(), SourceError> {
        let fail = |error: std::io::Error| SourceError::io("remove the journal", Path::new(NAME), &error);
        fs::remove_file(root.join(NAME)).map_err(fail)?;
        sync_folder(root);
        Ok(())
    }

    /// The journal of a run that was stopped; none where none was.
    fn open(root: &Path) -> crate::Result<Option<Self>> {
        match fs::read(root.join(NAME)) {
            Ok(bytes) => {
                let journal: Self =
                    document::parse(bytes, Format::Json).map_err(|error| error.within(NAME))?;
                Ok(Some(journal))
            }
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(SourceError::io("read the journal", Path::new(NAME), &error).into()),
        }
    }

    /// Makes sure that no run was stopped.
    ///
    /// # Errors
    /// `source.interrupted`, with the files that it was about.
    pub(super) fn check(root: &Path) -> crate::Result<()> {
        match Self::open(root)? {
            Some(journal) => {
                let paths = journal.files.into_iter().map(|record| record.path).collect();
                Err(SourceError::Interrupted { paths, journal: NAME }.into())
            }
            None => Ok(()),
        }
    }

    /// Brings a run that was stopped to its end, and gives the files that it still had to write.
    ///
    /// # Errors
    /// `source.interrupted` where files are neither old nor new; nothing is written then.
    pub(super) fn finish(root: &Path) -> crate::Result<Vec<String>> {
        let Some(journal) = Self::open(root)? else { return Ok(Vec::new()) };
        let mut left = Vec::with_capacity(journal.files.len());
        let mut strange = Vec::new();
        for record in &journal.files {
            match record.left(root)? {
                Some(found) => left.push((record, found)),
                None => strange.push(record.path.clone()),
            }
        }
        if !strange.is_empty() {
            return Err(SourceError::Interrupted { paths: strange, journal: NAME }.into());
        }
        let mut finished = Vec::new();
        for (record, found) in left {
            let Left::Waits(file) = found else { continue };
            let fail = |error| SourceError::io("replace the file", Path::new(&record.path), &error);
            match record.new_digest {
                Some(_) => fs::rename(beside(&file), &file).map_err(fail)?,
                None => fs::remove_file(&file).map_err(fail)?,
            }
            file.parent().into_iter().for_each(sync_folder);
            finished.push(record.path.clone());
        }
        for record in &journal.files {
            discard(&beside(&resolve(root, &record.path)?));
        }
        journal.remove(root)?;
        Ok(finished)
    }
}

impl Record {
    /// What is left to do; none where the file is neither old nor new, or its new text is gone.
    fn left(&self, root: &Path) -> crate::Result<Option<Left>> {
        let file = resolve(root, &self.path)?;
        let digest = |file: &Path| -> crate::Result<Option<String>> {
            Ok(read(file, &self.path)?.map(|present| digest_text(present.bytes)))
        };
        let present = digest(&file)?;
        if present == self.new_digest {
            return Ok(Some(Left::Done));
        }
        let waits = self.new_digest.is_none() || digest(&beside(&file))? == self.new_digest;
        Ok((present == self.old_digest && waits).then_some(Left::Waits(file)))
    }
}
