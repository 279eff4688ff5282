//! Repositories on disk: their components, and what happened to each since its last tag.
//!
//! The only module that reads files and git (feature `source`); everything it finds it hands on as values, so that a plan can
//! be made from the same facts anywhere.
//!
//! ```no_run
//! use greenboard::source::Repository;
//!
//! let repository = Repository::open(".")?;
//! let workspace = repository.workspace()?;
//! let unreleased = repository.unreleased(&workspace)?;
//! for (component, tag) in &unreleased.tags {
//!     println!("{component} was last released as {}", tag.name);
//! }
//! for change in repository.changes(&workspace)?.changes {
//!     println!("{}", change.description);
//! }
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! What is missing from a repository without making it useless, such as tags or the older history of a shallow clone, is said
//! in [`Notice`]s and fails nothing.

mod apply;
mod changes;
mod changesets;
mod compare;
mod disk;
mod error;
mod gates;
mod git;
mod history;
mod notice;
mod options;
mod policy;
mod stated;
mod tags;
mod walk;
mod whose;

pub use apply::{Applicable, Applied};
pub use changes::Changes;
pub use compare::Since;
#[cfg(feature = "cli")]
pub(crate) use disk::{bytes, text};
pub(crate) use error::SourceError;
pub use gates::gates;
pub use history::{Tag, Touched, Unreleased};
pub use notice::Notice;
pub use options::{LOCKFILES, Options, Sources};
pub use policy::{Configuration, Planned};

use crate::component::{Workspace, checkouts, manifest, workspace_file};
use crate::plan::config::ReleasePleaseConfig;
use disk::Disk;
use git::Git;
use std::path::{Path, PathBuf};

/// The code of a folder without manifest.
const NO_MANIFEST: &str = "component.no_manifest";

/// A directory with manifests in it, usually a git repository's work tree.
#[derive(Debug, Clone)]
pub struct Repository {
    /// The top of the work tree, or the directory itself where git knows nothing of it.
    root: PathBuf,
    /// The folder that was asked for, below the root.
    folder: String,
    /// Whether git has a history of it. Opened anew for each question, so that this can be asked from any thread and sees
    /// what changed meanwhile.
    has_history: bool,
}

/// The workspace of the repository that `dir` lies in, or of an organisation: of the repositories that a `greenboard.yaml`
/// in `dir` names, or, where nothing declares components there, of those that are checked out side by side in it.
///
/// ```no_run
/// let workspace = greenboard::source::load("checkouts")?;
/// for component in workspace.components() {
///     println!("{} of {:?}", component.name, component.repository);
/// }
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// Those of [`Repository::open`] and [`Repository::workspace`].
pub fn load(dir: impl AsRef<Path>) -> crate::Result<Workspace> {
    let repository = Repository::open(&dir)?;
    let alone = repository.workspace();
    if !alone.as_ref().is_err_and(|error| error.code() == NO_MANIFEST) {
        return alone;
    }
    let dir = disk::directory(dir.as_ref())?;
    let disk = Disk::new(&dir);
    match checkouts(&disk)? {
        none if none.is_empty() => alone,
        repositories => Workspace::of_repositories(&disk, &repositories),
    }
}

impl Repository {
    /// The repository that `dir` lies in: of the work tree around it, or just the directory where there is none.
    ///
    /// ```
    /// use greenboard::source::Repository;
    ///
    /// let repository = Repository::open(".")?;
    /// assert!(repository.root().is_absolute());
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `source.no_directory`, and `source.git` where there is a repository that cannot be opened.
    pub fn open(dir: impl AsRef<Path>) -> crate::Result<Self> {
        let dir = disk::directory(dir.as_ref())?;
        // Only a work tree's top has `.git`: a folder in a work tree, or a file that leads to it.
        let top = dir.ancestors().find(|folder| folder.join(".git").exists());
        top.map(Git::open).transpose()?;
        let root = top.unwrap_or(&dir).to_owned();
        let folder = disk::relative(&root, &dir);
        Ok(Self { root, folder, has_history: top.is_some() })
    }

    /// The top of the work tree, or the directory itself: what the paths of components and commits are relative to.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The components, as the manifests in the work tree declare them. One whose version no file states, such as a Go module, is
    /// at that of its last tag.
    ///
    /// The workspace is that of the directory that was opened, where that holds a `greenboard.yaml`; otherwise of the outermost
    /// folder with a manifest, on the way from the top of the work tree down to it.
    ///
    /// # Errors
    /// Those of [`manifest::read`], `source.io`, and `source.git` where tags have to be read and cannot be.
    pub fn workspace(&self) -> crate::Result<Workspace> {
        let declared = self.declared()?;
        match self.has_history {
            true => history::at_tags(&self.git()?, declared, &Options::default()),
            false => Ok(declared),
        }
    }

    /// The components, as files alone tell them.
    fn declared(&self) -> crate::Result<Workspace> {
        let disk = Disk::new(&self.root);
        if workspace_file::is_in(&disk, &self.folder)? {
            return manifest::read_in(&disk, &self.folder);
        }
        let parts = self.folder.match_indices('/').map(|(end, _)| self.folder.get(..end).unwrap_or_default());
        for folder in std::iter::once("").chain(parts) {
            match manifest::read_in(&disk, folder) {
                // Manifests that hold the settings of tools declare nothing.
                Ok(workspace) if workspace.is_empty() => {}
                Err(error) if error.code() == NO_MANIFEST => {}
                result => return result,
            }
        }
        manifest::read_in(&disk, &self.folder)
    }

    /// The commits that each component was touched by since its last tag, under the default [`Options`].
    ///
    /// # Errors
    /// `source.no_repository` outside of git, `source.git` where its data cannot be read.
    pub fn unreleased(&self, workspace: &Workspace) -> crate::Result<Unreleased> {
        self.unreleased_with(workspace, &Options::default())
    }

    /// [`unreleased`](Self::unreleased) under options of one's own.
    ///
    /// # Errors
    /// As [`unreleased`](Self::unreleased).
    pub fn unreleased_with(&self, workspace: &Workspace, options: &Options) -> crate::Result<Unreleased> {
        history::unreleased(&mut self.git()?, workspace, options, None)
    }

    /// The changes since each component's last tag, as the commits' messages tell them, or the changesets of a repository that
    /// has a `.changeset/config.json`, under the default [`Options`].
    ///
    /// # Errors
    /// As [`unreleased`](Self::unreleased), and `change.broken_changesets`.
    pub fn changes(&self, workspace: &Workspace) -> crate::Result<Changes> {
        self.changes_with(workspace, &Options::default())
    }

    /// [`changes`](Self::changes) under options of one's own.
    ///
    /// # Errors
    /// As [`changes`](Self::changes).
    pub fn changes_with(&self, workspace: &Workspace, options: &Options) -> crate::Result<Changes> {
        self.changes_of(workspace, options, None)
    }

    /// [`changes_with`](Self::changes_with), with commits counting as release-please's files say, where they do.
    fn changes_of(
        &self,
        workspace: &Workspace,
        options: &Options,
        config: Option<&ReleasePleaseConfig>,
    ) -> crate::Result<Changes> {
        let (_, from_commits) = changes::told_by(&self.root, options)?;
        let mut git = if self.has_history || from_commits { Some(self.git()?) } else { None };
        changes::changes(&self.root, git.as_mut(), workspace, options, config)
    }

    fn git(&self) -> crate::Result<Git> {
        if !self.has_history {
            return Err(SourceError::NoRepository { dir: self.root.display().to_string() }.into());
        }
        Ok(Git::open(&self.root)?)
    }
}
