//! Edits onto the disk, all or nothing.
//!
//! Every file is checked before any is written: that it lies inside of the repository, and that its text is the one that the edit
//! was made of. All new texts are then written beside their files and synced, a journal says what is about to happen, and only
//! then each takes its file's place. A crash before the journal leaves the old texts; after it, each file is the old or the new
//! one, and the next run brings the rest to its end. An error on the way puts back what was replaced.

mod journal;
mod target;
mod write;

use super::Repository;
use super::disk::Disk;
use super::error::SourceError;
use crate::component::manifest::Files;
use crate::document::{Node, Read};
use crate::plan::{EditOptions, EditWarning, Edits, Plan, diff, edits};
use journal::Journal;
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write as _;
use std::fs::File;
use target::Target;

/// What became of edits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Applied {
    /// The files that changed, or would change, by path.
    pub changed: Vec<String>,
    /// The files that were as they should be already.
    pub unchanged: Vec<String>,
    /// Whether anything was written: not where it was only tried out.
    pub written: bool,
    /// What changed in the files, as a unified diff.
    pub diff: String,
    /// What is left to others.
    pub warnings: Vec<EditWarning>,
}

/// What can be applied: a plan, or the edits that were made of one. Which it is, a document tells by its key `edits`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Applicable {
    /// A plan, whose edits are still to be made.
    Plan(Box<Plan>),
    /// Edits, as they are.
    Edits(Edits),
}

impl Read for Applicable {
    fn read(node: &Node) -> crate::Result<Self> {
        match node.get("edits") {
            Some(_) => Edits::read(node).map(Self::Edits),
            None => Plan::read(node).map(|plan| Self::Plan(Box::new(plan))),
        }
    }
}

impl Applicable {
    /// The edits themselves; those of a plan, for the files of this repository, with these options or those that its
    /// [`Configuration`](super::Configuration) leads to.
    ///
    /// # Errors
    /// As [`Repository::edits`] and [`Repository::configuration`].
    pub fn edits(self, repository: &Repository, options: Option<&EditOptions>) -> crate::Result<Edits> {
        match (self, options) {
            (Self::Edits(edits), _) => Ok(edits),
            (Self::Plan(plan), Some(options)) => repository.edits(&plan, options),
            (Self::Plan(plan), None) => {
                let options = repository.configuration()?.edit_options(&plan)?;
                repository.edits(&plan, &options)
            }
        }
    }
}

/// A lock on a directory. Closing the file would not do: a process that another thread starts meanwhile may still have it open.
struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // What cannot be unlocked goes with the process.
        let _ = self.0.unlock();
    }
}

impl Repository {
    /// The files of the work tree, as [`edits`] and the readers of manifests ask for them.
    ///
    /// ```
    /// use greenboard::component::manifest::Files;
    /// use greenboard::source::Repository;
    ///
    /// let repository = Repository::open(".")?;
    /// assert!(repository.files().text("no/such/file")?.is_none());
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn files(&self) -> impl Files + '_ {
        Disk::new(&self.root)
    }

    /// What a plan changes in the files of the work tree.
    ///
    /// # Errors
    /// Those of [`edits`], and `source.io`.
    pub fn edits(&self, plan: &Plan, options: &EditOptions) -> crate::Result<Edits> {
        edits(plan, &self.files(), options)
    }

    /// Writes edits: all of them, or none. What is written already is passed over, so that a second run changes nothing. Files
    /// keep their permissions.
    ///
    /// # Errors
    /// `source.changed` where a file is neither what the edit was made of nor what it makes, `source.outside` where a path leads
    /// out of the repository, `source.busy` while another run writes, `source.interrupted` where an earlier run stopped half-way
    /// and its files were changed since, `source.io`. In all cases no file has changed.
    pub fn apply(&self, edits: &Edits) -> crate::Result<Applied> {
        let _lock = self.lock()?;
        Journal::finish(&self.root)?;
        let targets = target::all(&self.root, edits)?;
        let applied = self.report(edits, &targets, true);
        let pending: Vec<&Target<'_>> = targets.iter().filter(|target| !target.is_done()).collect();
        if !pending.is_empty() {
            write::all(&self.root, &pending)?;
        }
        Ok(applied)
    }

    /// What [`apply`](Self::apply) would do. Nothing is written.
    ///
    /// # Errors
    /// As [`apply`](Self::apply); `source.interrupted` where an earlier run stopped half-way.
    pub fn dry_run(&self, edits: &Edits) -> crate::Result<Applied> {
        Journal::check(&self.root)?;
        let targets = target::all(&self.root, edits)?;
        Ok(self.report(edits, &targets, false))
    }

    /// Brings a run of [`apply`](Self::apply) that was stopped half-way to its end, and gives the files that it still had to
    /// write; none where none was stopped. `apply` does so by itself; before a plan is made anew it has to be asked for.
    ///
    /// # Errors
    /// `source.interrupted` where the files were changed since, `source.busy`, `source.io`.
    pub fn recover(&self) -> crate::Result<Vec<String>> {
        let _lock = self.lock()?;
        Journal::finish(&self.root)
    }

    /// Held until it is dropped, so that no two runs write at once. Where the system does not lock directories, nobody holds
    /// anything.
    fn lock(&self) -> crate::Result<Option<Lock>> {
        let Ok(directory) = File::open(&self.root) else { return Ok(None) };
        match directory.try_lock() {
            Ok(()) => Ok(Some(Lock(directory))),
            Err(std::fs::TryLockError::WouldBlock) => {
                Err(SourceError::Busy { path: self.root.display().to_string() }.into())
            }
            Err(std::fs::TryLockError::Error(_)) => Ok(None),
        }
    }

    fn report(&self, edits: &Edits, targets: &[Target<'_>], written: bool) -> Applied {
        let (done, pending): (Vec<&Target<'_>>, Vec<&Target<'_>>) =
            targets.iter().partition(|target| target.is_done());
        let mut text = String::new();
        for target in &pending {
            let path = &target.edit.path;
            let side = |there: bool, side: &str| {
                if there { format!("{side}/{path}") } else { "/dev/null".to_owned() }
            };
            let (old, new) = (target.old_text(), target.edit.text.as_deref());
            // Writing to a String cannot fail.
            let _ = writeln!(text, "--- {}\n+++ {}", side(old.is_some(), "a"), side(new.is_some(), "b"));
            text.push_str(&diff(old.unwrap_or_default(), new.unwrap_or_default()));
        }
        let paths = |targets: &[&Target<'_>]| targets.iter().map(|target| target.edit.path.clone()).collect();
        Applied {
            changed: paths(&pending),
            unchanged: paths(&done),
            written: written && !pending.is_empty(),
            diff: text,
            warnings: edits.warnings.clone(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::plan::Edit;
    use std::fs;
    use std::path::PathBuf;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let dir = std::env::temp_dir().join(format!("greenboard-apply-{name}-{}", std::process::id()));
            fs::create_dir_all(&dir).unwrap();
            Self(dir.canonicalize().unwrap())
        }

        fn text(&self, path: &str) -> Option<String> {
            fs::read_to_string(self.0.join(path)).ok()
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).unwrap();
            let mut names: Vec<String> =
                entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    /// Three files, the edits of them, and the repository.
    fn scene(name: &str) -> (Folder, Edits, Repository) {
        let folder = Folder::new(name);
        for path in ["a", "b", "gone"] {
            fs::write(folder.0.join(path), "old").unwrap();
        }
        let edits = Edits::new([
            Edit::modify("a", "old", "new"),
            Edit::modify("b", "old", "new"),
            Edit::create("fresh", "new"),
            Edit::delete("gone", "old"),
        ]);
        let repository = Repository::open(&folder.0).unwrap();
        (folder, edits, repository)
    }

    fn is_new(folder: &Folder) {
        assert_eq!(folder.names(), ["a", "b", "fresh"]);
        assert!(["a", "b", "fresh"].iter().all(|path| folder.text(path).as_deref() == Some("new")));
    }

    /// Stopped after each number of files: the next run brings it to its end, and so does `recover`.
    #[test]
    fn stopped_anywhere() {
        for done in 0..=4 {
            for recover in [true, false] {
                let (folder, edits, repository) = scene(&format!("stopped-{done}-{recover}"));
                let targets = target::all(&folder.0, &edits).unwrap();
                let all: Vec<&Target<'_>> = targets.iter().collect();
                write::stage(&folder.0, &all).unwrap();
                all.iter().take(done).for_each(|target| write::replace(target).unwrap());
                assert_eq!(repository.dry_run(&edits).unwrap_err().code(), "source.interrupted");
                if recover {
                    assert_eq!(repository.recover().unwrap().len(), 4 - done);
                } else {
                    assert!(repository.apply(&edits).unwrap().changed.is_empty());
                }
                is_new(&folder);
            }
        }
    }

    #[test]
    fn stopped_before_the_journal() {
        let (folder, edits, repository) = scene("before");
        fs::write(folder.0.join(".a.greenboard"), "half").unwrap();
        repository.apply(&edits).unwrap();
        is_new(&folder);
    }

    #[test]
    fn changed_after_it_was_stopped() {
        let (folder, edits, repository) = scene("changed");
        let targets = target::all(&folder.0, &edits).unwrap();
        write::stage(&folder.0, &targets.iter().collect::<Vec<_>>()).unwrap();
        fs::write(folder.0.join("b"), "other").unwrap();
        let error = repository.apply(&edits).unwrap_err();
        assert_eq!((error.code(), error.path()), ("source.interrupted", Some("b")));
        assert_eq!(folder.text("a").as_deref(), Some("old"));
    }

    /// An error on the way puts back what was replaced.
    #[test]
    fn put_back() {
        let (folder, edits, _) = scene("back");
        let mut targets = target::all(&folder.0, &edits).unwrap();
        // Where this one is to go, there is no folder.
        if let Some(last) = targets.last_mut() {
            last.file = folder.0.join("missing").join("gone");
        }
        let error = write::all(&folder.0, &targets.iter().collect::<Vec<_>>()).unwrap_err();
        assert_eq!(error.code(), "source.io");
        assert_eq!(folder.names(), ["a", "b", "gone"]);
        assert!(["a", "b", "gone"].iter().all(|path| folder.text(path).as_deref() == Some("old")));
    }

    #[test]
    fn one_at_a_time() {
        let (folder, edits, repository) = scene("busy");
        let lock = repository.lock().unwrap();
        if lock.is_some() {
            let error = repository.apply(&edits).unwrap_err();
            assert_eq!((error.code(), error.retryable()), ("source.busy", true));
        }
        drop(lock);
        repository.apply(&edits).unwrap();
        is_new(&folder);
    }
}
