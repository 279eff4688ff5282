//! The unreleased changes of a repository, from whatever tells them.

use super::changesets;
use super::disk::Disk;
use super::git::Git;
use super::history::{self, Touched, Unreleased};
use super::notice::Notice;
use super::options::{Options, Sources};
use crate::change::{
    Amended, Change, cancel_reverts, enrich, from_commit_with, merge_duplicates, override_commits,
};
use crate::component::Workspace;
use crate::document::reads;
use crate::plan::config::ReleasePleaseConfig;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::path::Path;

/// The unreleased changes of a workspace.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Changes {
    /// Newest first; what was reverted before it was released is left out, and what history tells twice is there once.
    pub changes: Vec<Change>,
    /// What should be known about the history they were read from.
    pub notices: Vec<Notice>,
}

reads!(Changes { changes, notices });

/// Whether changesets, and whether commits tell.
pub(super) fn told_by(root: &Path, options: &Options) -> crate::Result<(bool, bool)> {
    Ok(match options.read {
        Sources::Auto => {
            let changesets = changesets::are_used(&Disk::new(root))?;
            (changesets, !changesets)
        }
        Sources::Commits => (false, true),
        Sources::Changesets => (true, false),
        Sources::Both => (true, true),
    })
}

/// `git` is none outside of a repository, where changesets can still be read.
pub(super) fn changes(
    root: &Path,
    mut git: Option<&mut Git>,
    workspace: &Workspace,
    options: &Options,
    config: Option<&ReleasePleaseConfig>,
) -> crate::Result<Changes> {
    let (from_changesets, from_commits) = told_by(root, options)?;
    let mut notices = Vec::new();
    let mut all = Vec::new();
    if from_commits && let Some(git) = git.as_deref_mut() {
        let Unreleased { commits, notices: said, .. } = history::unreleased(git, workspace, options, config)?;
        notices.extend(said);
        all.extend(read(&commits, options));
    }
    if from_changesets {
        let mut changesets = changesets::read(root)?;
        if let Some(git) = git {
            changesets::blame(git, &mut changesets, &mut notices)?;
        }
        all.extend(changesets);
        // What is not committed yet is the newest; what one commit brings keeps its order.
        all.sort_by_key(|change| Reverse((change.order.is_none(), change.order)));
    }
    Ok(Changes { changes: amended(&all, options, &mut notices), notices })
}

fn read<'t>(commits: &'t [Touched], options: &'t Options) -> impl Iterator<Item = Change> + 't {
    let read = |touched: &Touched| {
        from_commit_with(&touched.commit, &touched.components, options.mode, &options.levels)
    };
    commits.iter().flat_map(read)
}

/// The changes with all that is known better, each once, and without what was undone.
pub(super) fn amended(all: &[Change], options: &Options, notices: &mut Vec<Notice>) -> Vec<Change> {
    let Options { mode, levels, .. } = options;
    let enriched = match options.enrichment.commits.is_empty() {
        true => Cow::Borrowed(all),
        false => Cow::Owned(enrich(all, &options.enrichment, *mode, levels).changes),
    };
    let overruled = match options.overrides.commits.is_empty() {
        true => enriched,
        false => {
            let Amended { changes, unknown } = override_commits(&enriched, &options.overrides, *mode, levels);
            notices.extend(unknown.into_iter().map(|name| {
                let message = format!(
                    "the override of {name:?} names no unreleased commit, or the beginning of several"
                );
                Notice::new("source.unknown_override", message)
            }));
            Cow::Owned(changes)
        }
    };
    let merged: Vec<Change> = merge_duplicates(&overruled).into_iter().map(Cow::into_owned).collect();
    cancel_reverts(&merged).into_iter().map(Cow::into_owned).collect()
}
