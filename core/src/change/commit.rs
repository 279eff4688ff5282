//! From a commit to its changes.

use super::conventional::{Header, Message, Mode};
use super::revert::Quoted;
use super::types::{Change, Commit, Origin};
use super::{Levels, conventional, revert};
use crate::version::Bump;
use std::collections::{BTreeMap, BTreeSet};

/// The changes of a commit that touches `components`, at the default [`Levels`].
///
/// A conventional message gives one change, and several where [`Mode::Lenient`] finds several headers in it (see
/// [`conventional::split`]); the second has the id `<hash>#2`, and so on. git's own `Revert "…"` is read as a change of type
/// `revert`, and its `Reapply "…"`, the revert of a revert, as the change that it brings back. Any other message gives a change without a type that asks for nothing, so that no commit is lost.
///
/// ```
/// use greenboard::change::{Commit, conventional::Mode, from_commit};
/// use greenboard::version::Bump;
///
/// let commit = Commit::new("9fceb02", "feat(parser): read arrays", "2026-11-02T09:00:00Z".parse()?);
/// let changes = from_commit(&commit, &["parser".to_owned()].into(), Mode::Strict);
/// assert_eq!(changes[0].bumps["parser"], Bump::Minor);
/// assert_eq!(changes[0].description, "read arrays");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn from_commit(commit: &Commit, components: &BTreeSet<String>, mode: Mode) -> Vec<Change> {
    from_commit_with(commit, components, mode, &Levels::default())
}

/// [`from_commit`] with levels of one's own.
pub fn from_commit_with(
    commit: &Commit,
    components: &BTreeSet<String>,
    mode: Mode,
    levels: &Levels,
) -> Vec<Change> {
    let undone = revert::undone_by(&commit.message);
    let change = |id: String, bump: Bump| Change {
        id,
        bumps: components.iter().map(|name| (name.clone(), bump)).collect::<BTreeMap<_, _>>(),
        kind: None,
        scope: None,
        description: first_line(&commit.message).to_owned(),
        breaking: None,
        reverts: undone.clone(),
        release_as: None,
        commit: Some(commit.id.clone()),
        pull_request: None,
        labels: Vec::new(),
        origin: Origin::Commit,
        at: Some(commit.at),
        author: commit.author.clone(),
    };
    if let Some(Quoted { header, restores }) = revert::quoted(&commit.message) {
        if !restores {
            let revert = change(commit.id.clone(), levels.of(Some("revert"), false));
            return vec![Change {
                kind: Some("revert".to_owned()),
                description: header.to_owned(),
                ..revert
            }];
        }
        let Ok(Header { kind, scope, breaking, description }) = Header::parse(header, mode) else {
            let again = change(commit.id.clone(), Bump::None);
            return vec![Change { description: header.to_owned(), ..again }];
        };
        let again = change(commit.id.clone(), levels.of(Some(&kind), breaking));
        let breaking = breaking.then(|| description.clone());
        return vec![Change { kind: Some(kind), scope, description, breaking, ..again }];
    }
    let Ok(messages) = conventional::read_all(&commit.message, mode) else {
        return vec![change(commit.id.clone(), Bump::None)];
    };
    let several = messages.into_iter().enumerate().map(|(index, message)| {
        let Message { kind, scope, breaking, description, note, .. } = message;
        let id = match index {
            0 => commit.id.clone(),
            _ => format!("{}#{}", commit.id, index + 1),
        };
        let bump = levels.of(Some(&kind), breaking);
        let change = change(id, bump);
        // Beside a revert, what else a squashed message lists reverts nothing.
        let reverts = if index == 0 { change.reverts } else { Vec::new() };
        Change { kind: Some(kind), scope, description, breaking: note, reverts, ..change }
    });
    several.collect()
}

fn first_line(message: &str) -> &str {
    message.trim_start().lines().next().unwrap_or_default().trim_end()
}
