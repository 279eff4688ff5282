//! From a commit to its changes.

use super::conventional::{Footer, Header, Message, Mode};
use super::revert::Quoted;
use super::types::{Change, Commit, Origin};
use super::{Levels, conventional, pull_request, revert};
use crate::version::Bump;
use std::collections::{BTreeMap, BTreeSet};

/// The changes of a commit that touches `components`, at the default [`Levels`].
///
/// A conventional message gives one change, and several where [`Mode::Lenient`] finds several headers in it (see
/// [`conventional::split`]); the second has the id `<hash>#2`, and so on, and all name the commit. git's own `Revert "…"` is
/// read as a change of type `revert`, and its `Reapply "…"`, the revert of a revert, as the change that it brings back. Any
/// other message gives a change without a type that asks for what the levels say of those, nothing by default, so that no commit is lost. A host's `Merge pull request
/// #12 …` is told by what it says below. A footer `Release-As: 2.0.0` becomes [`Change::release_as`], the last of several.
///
/// ```
/// use greenboard::change::{Commit, conventional::Mode, from_commit};
/// use greenboard::version::Bump;
///
/// let commit = Commit::new("9fceb02", "feat(parser): read arrays (#12)", "2026-11-02T09:00:00Z".parse()?);
/// let changes = from_commit(&commit, &["parser".to_owned()].into(), Mode::Strict);
/// assert_eq!(changes[0].bumps["parser"], Bump::Minor);
/// assert_eq!(changes[0].pull_request, Some(12));
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
    let text = told(&commit.message);
    let undone = revert::undone_by(text);
    let number = pull_request::of_message(&commit.message).or(commit.pull_request);
    let change = |id: String, bump: Bump| Change {
        bumps: components.iter().map(|name| (name.clone(), bump)).collect::<BTreeMap<_, _>>(),
        reverts: undone.clone(),
        commit: Some(commit.id.clone()),
        pull_request: number,
        origin: Origin::Commit,
        at: Some(commit.at),
        order: commit.order,
        author: commit.author.clone(),
        ..Change::new(id, first_line(text))
    };
    if let Some(Quoted { header, restores }) = revert::quoted(text) {
        if !restores {
            let revert = change(commit.id.clone(), levels.of(Some("revert"), false));
            return vec![Change {
                kind: Some("revert".to_owned()),
                description: header.to_owned(),
                ..revert
            }];
        }
        let Ok(Header { kind, scope, breaking, description }) = Header::parse(header, mode) else {
            let again = change(commit.id.clone(), levels.of(None, false));
            return vec![Change { description: header.to_owned(), ..again }];
        };
        let again = change(commit.id.clone(), levels.of(Some(&kind), breaking));
        let breaking = breaking.then(|| description.clone());
        return vec![Change { kind: Some(kind), scope, description, breaking, ..again }];
    }
    let Ok(messages) = conventional::read_all(text, mode) else {
        let release_as = (mode == Mode::Lenient).then(|| release_as_in(text)).flatten();
        return vec![Change { release_as, ..change(commit.id.clone(), levels.of(None, false)) }];
    };
    let several = messages.into_iter().enumerate().map(|(index, message)| {
        let release_as = message.footer(RELEASE_AS).last().map(version);
        let Message { kind, scope, breaking, description, note, .. } = message;
        let id = match index {
            0 => commit.id.clone(),
            _ => format!("{}#{}", commit.id, index + 1),
        };
        let bump = levels.of(Some(&kind), breaking);
        let change = change(id, bump);
        // Beside a revert, what else a squashed message lists reverts nothing.
        let reverts = if index == 0 { change.reverts } else { Vec::new() };
        Change { kind: Some(kind), scope, description, breaking: note, reverts, release_as, ..change }
    });
    several.collect()
}

/// Whether a message says by the rules of Conventional Commits what changed.
#[cfg(feature = "source")]
pub(crate) fn is_conventional(message: &str, mode: Mode) -> bool {
    let text = told(message);
    revert::quoted(text).is_some() || conventional::read_all(text, mode).is_ok()
}

/// The number of the pull request that a message is about.
#[cfg(feature = "source")]
pub(crate) fn pull_request_of(message: &str) -> Option<u64> {
    pull_request::of_message(message)
}

const RELEASE_AS: &str = "Release-As";

/// The version that a text without a header wants: what the last of its lines says that is such a footer.
fn release_as_in(text: &str) -> Option<String> {
    let is_one =
        |line: &&str| line.get(..RELEASE_AS.len()).is_some_and(|t| t.eq_ignore_ascii_case(RELEASE_AS));
    let footers = text.lines().skip(1).filter(is_one).filter_map(|line| Footer::parse(line, Mode::Lenient));
    footers.last().map(|footer| version(&footer.value))
}

/// A version as people write it, without the `v` before it.
fn version(text: &str) -> String {
    let text = text.split_whitespace().next().unwrap_or_default();
    let bare = text.strip_prefix(['v', 'V']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    bare.unwrap_or(text).to_owned()
}

/// The part of a message that says what changed: below the title that a host gives the merge of a pull request, if there is
/// anything.
fn told(message: &str) -> &str {
    let text = message.trim_start();
    if !(text.starts_with("Merge pull request ") || text.starts_with("Merged in ")) {
        return message;
    }
    let below = text.split_once('\n').map_or("", |(_, below)| below);
    if below.trim().is_empty() { message } else { below.trim_start() }
}

fn first_line(message: &str) -> &str {
    message.trim_start().lines().next().unwrap_or_default().trim_end()
}
