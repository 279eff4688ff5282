//! Two points of history beside each other: what a branch touched, and what one line has and another has not.

use super::changes::{amended, told_by};
use super::changesets;
use super::git::Git;
use super::history;
use super::options::Options;
use super::walk::History;
use super::{Repository, SourceError};
use crate::change::{Change, Commit, Divergence, from_commit_with};
use crate::component::{Owners, Workspace, globs};
use crate::plan::{Coverage, Uncovered, uncovered};
use gix::ObjectId;
use schemars::JsonSchema;
use serde::Serialize;

/// What a branch has brought since it left another.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Since {
    /// The hash of the commit at which it left; none where the two have nothing in common.
    pub base: Option<String>,
    /// The files that differ from there, sorted.
    pub files: Vec<String>,
    /// The changes that it brings: its changesets, or what its commits tell.
    pub changes: Vec<Change>,
}

impl Repository {
    /// What the head has brought since it left `base`: a branch, a tag or a hash. Only what is committed counts, but changesets
    /// are those of the work tree that `base` has not.
    ///
    /// ```no_run
    /// use greenboard::source::{Options, Repository};
    ///
    /// let repository = Repository::open(".")?;
    /// let since = repository.since("main", &repository.workspace()?, &Options::new())?;
    /// println!("{} files touched", since.files.len());
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `source.no_repository`, `source.unknown_revision`, `source.git`, and those of changesets.
    pub fn since(&self, base: &str, workspace: &Workspace, options: &Options) -> crate::Result<Since> {
        let mut git = self.git()?;
        let other = revision(&git, base)?;
        let Some(head) = git.head()? else {
            return Ok(Since { base: None, files: Vec::new(), changes: Vec::new() });
        };
        let pair = Pair::of(&git, head, other)?;
        let node = |number: usize| pair.history.commits.get(number);
        let (from, to) = (pair.base.and_then(node), pair.number(head).and_then(node));
        let files = match to {
            Some(to) => git.changed(from.map(|from| from.tree), to.tree)?,
            None => Vec::new(),
        };
        let (from_changesets, from_commits) = told_by(&self.root, options)?;
        let mut all = Vec::new();
        if from_commits {
            let owners = Owners::new(workspace);
            let ignored = globs(&options.ignored)?;
            for commit in pair.commits(&mut git, 0, 1)? {
                let counted = commit.paths.iter().map(String::as_str).filter(|path| !ignored.is_match(path));
                let components = owners.of(counted).into_iter().map(str::to_owned).collect();
                all.extend(from_commit_with(&commit, &components, options.mode, &options.levels));
            }
        }
        if from_changesets {
            let known = match from {
                Some(from) => git.folder(from.tree, changesets::FOLDER)?.map(|(_, files)| files),
                None => None,
            };
            let known = known.unwrap_or_default();
            let is_new = |change: &Change| !known.contains(&format!("{}.md", change.id));
            all.extend(changesets::read(&self.root)?.into_iter().filter(is_new));
        }
        let changes = amended(&all, options, &mut Vec::new());
        Ok(Since { base: from.map(|from| from.id.to_string()), files, changes })
    }

    /// The components that the head has touched since it left `base`, and whose release nothing that it brings asks for; see
    /// [`uncovered`].
    ///
    /// # Errors
    /// As [`since`](Self::since), and `component.invalid_pattern`.
    pub fn uncovered(
        &self,
        base: &str,
        workspace: &Workspace,
        options: &Options,
        coverage: &Coverage,
    ) -> crate::Result<Vec<Uncovered>> {
        let since = self.since(base, workspace, options)?;
        let ignored = globs(&options.ignored)?;
        let touched = since.files.iter().filter(|file| !ignored.is_match(file));
        uncovered(workspace, &since.changes, touched, coverage)
    }

    /// What each of two lines of development has and the other has not, for [`backports`](crate::change::backports). Merges are
    /// left out: what they merge is there.
    ///
    /// ```no_run
    /// use greenboard::change::{BackportRules, backports};
    /// use greenboard::source::Repository;
    ///
    /// let repository = Repository::open(".")?;
    /// let divergence = repository.divergence("main", "release/1.x")?;
    /// for fix in backports(&divergence, &BackportRules::new()).missing {
    ///     println!("{} {}", fix.id, fix.description);
    /// }
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `source.no_repository`, `source.unknown_revision`, `source.git`.
    pub fn divergence(&self, main: &str, line: &str) -> crate::Result<Divergence> {
        let mut git = self.git()?;
        let (main, line) = (revision(&git, main)?, revision(&git, line)?);
        let pair = Pair::of(&git, main, line)?;
        let base = pair.base.and_then(|base| pair.history.commits.get(base));
        let base = base.map(|node| node.id.to_string());
        let mut divergence = Divergence::new(pair.commits(&mut git, 0, 1)?, pair.commits(&mut git, 1, 0)?);
        divergence.base = base;
        Ok(divergence)
    }
}

fn revision(git: &Git, name: &str) -> Result<ObjectId, SourceError> {
    git.commit(name)?.ok_or_else(|| SourceError::UnknownRevision { name: name.to_owned() })
}

/// Two heads and all that they contain.
struct Pair {
    history: History,
    contained: super::walk::Contained,
    /// The newest commit that both contain.
    base: Option<usize>,
}

impl Pair {
    fn of(git: &Git, one: ObjectId, other: ObjectId) -> Result<Self, SourceError> {
        let history = History::walk(git, &[one, other])?;
        let ends: Vec<usize> =
            [one, other].iter().filter_map(|head| history.numbers.get(head).copied()).collect();
        let contained = history.contained(&ends);
        let base =
            (0..history.commits.len()).find(|number| contained.has(0, *number) && contained.has(1, *number));
        Ok(Self { history, contained, base })
    }

    fn number(&self, id: ObjectId) -> Option<usize> {
        self.history.numbers.get(&id).copied()
    }

    /// The commits that one head contains and the other does not, newest first; merges are left out.
    fn commits(&self, git: &mut Git, of: usize, not: usize) -> crate::Result<Vec<Commit>> {
        let mut commits = Vec::new();
        for (number, node) in self.history.commits.iter().enumerate() {
            let own = self.contained.has(of, number) && !self.contained.has(not, number);
            if !own || node.cut || node.parents.len() > 1 {
                continue;
            }
            let parent = node.parents.first().and_then(|parent| self.history.commits.get(*parent));
            let paths = git.changed(parent.map(|parent| parent.tree), node.tree)?;
            let text = git.text(node.id)?;
            commits.push(history::commit(&self.history, number, node, text, paths, None));
        }
        Ok(commits)
    }
}
