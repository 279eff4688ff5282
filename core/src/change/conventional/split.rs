//! Several headers in one message: what a squash merge leaves of its commits.

use super::header::{self, Header};
use super::{ChangeError, MAX_LENGTH, Message, Mode, Tolerance, is_blank, lines, read, read_lines};
use crate::change::pull_request;
use std::collections::BTreeSet;

/// The types that open a further message inside a body. A word that is none of them may well be a footer (`Refs: 1`) or prose
/// (`Note: …`).
const TYPES: [&str; 11] =
    ["build", "chore", "ci", "docs", "feat", "fix", "perf", "refactor", "revert", "style", "test"];

/// Reads all messages that `text` holds: one for [`Mode::Strict`], and for [`Mode::Lenient`] one more for each header of a
/// well-known type that opens a paragraph of the body or a list item (`* fix: …`), follows another header line by line, or
/// stands between `BEGIN_NESTED_COMMIT` and `END_NESTED_COMMIT`. What says the same twice is read once. A squash or a merge
/// whose title is prose still yields the messages below it. Every message but that of the text's own header has
/// [`Tolerance::FurtherMessage`] among what was tolerated.
///
/// ```
/// use greenboard::change::conventional::{Mode, split};
///
/// let messages = split("feat: arrays (#7)\n\n* feat: arrays\n\n* fix(cli)!: flags\n", Mode::Lenient)?;
/// let read: Vec<_> = messages.iter().map(|m| (m.kind.as_str(), m.description.as_str(), m.breaking)).collect();
/// assert_eq!(read, [("feat", "arrays (#7)", false), ("fix", "flags", true)]);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`parse`](super::parse), when there is not one message in it.
pub fn split(text: &str, mode: Mode) -> crate::Result<Vec<Message>> {
    Ok(read_all(text, mode)?)
}

pub(in crate::change) fn read_all(text: &str, mode: Mode) -> Result<Vec<Message>, ChangeError> {
    if mode == Mode::Strict || text.len() > MAX_LENGTH {
        return Ok(vec![read(text, mode)?]);
    }
    let lines = lines(text);
    let pieces = pieces(&lines);
    // Most messages are one.
    if let [piece] = pieces.as_slice() {
        return Ok(vec![read_lines(piece, mode)?]);
    }
    let mut messages = Vec::new();
    let mut known = BTreeSet::new();
    let mut failed = None;
    for (index, piece) in pieces.into_iter().enumerate() {
        match read_lines(&piece, mode) {
            Ok(mut message) if known.insert(key(&message)) => {
                if index > 0 {
                    message.tolerated.push(Tolerance::FurtherMessage);
                }
                messages.push(message);
            }
            Ok(_) => {}
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    match failed {
        Some(error) if messages.is_empty() => Err(error),
        _ => Ok(messages),
    }
}

/// The lines of each message in it; the first is that of the text's own header.
fn pieces<'a>(lines: &[&'a str]) -> Vec<Vec<&'a str>> {
    let first = lines.iter().position(|line| !is_blank(line)).unwrap_or(0);
    let mut own = Vec::new();
    let mut further: Vec<Vec<&str>> = Vec::new();
    // What a line belongs to when it opens nothing.
    let mut inside = Inside::Own;
    // Whether the next line may be a header without being a list item.
    let mut open = true;
    for (index, line) in lines.iter().enumerate() {
        match line.trim() {
            "BEGIN_NESTED_COMMIT" => {
                further.push(Vec::new());
                (inside, open) = (Inside::Further, true);
                continue;
            }
            "END_NESTED_COMMIT" => {
                (inside, open) = (Inside::Own, true);
                continue;
            }
            _ => {}
        }
        let bullet = line.strip_prefix("* ").or_else(|| line.strip_prefix("- "));
        let candidate = bullet.or_else(|| open.then_some(*line)).filter(|_| index > first);
        let header = candidate.filter(|line| opens_message(line));
        open = is_blank(line) || header.is_some() || index == first;
        if let Some(header) = header {
            further.push(vec![header]);
            inside = if bullet.is_some() { Inside::Item } else { Inside::Further };
            continue;
        }
        match (inside, further.last_mut()) {
            // The text of a list item is indented below its bullet.
            (Inside::Item, Some(piece)) => piece.push(line.strip_prefix("  ").unwrap_or(line)),
            (Inside::Further, Some(piece)) => piece.push(line),
            _ => own.push(*line),
        }
    }
    further.retain(|piece| piece.iter().any(|line| !is_blank(line)));
    further.insert(0, own);
    further
}

#[derive(Clone, Copy)]
enum Inside {
    Own,
    Further,
    Item,
}

fn opens_message(line: &str) -> bool {
    let known = |header: &Header| TYPES.contains(&header.kind.as_str());
    !line.starts_with(char::is_whitespace)
        && header::read(line, 1, Mode::Lenient, &mut Vec::new()).is_ok_and(|header| known(&header))
}

/// What two messages that say the same have in common; the numbers of pull requests at the end make no difference.
fn key(message: &Message) -> (String, Option<String>, bool, String) {
    let text = pull_request::without_numbers(&message.description);
    (message.kind.clone(), message.scope.clone(), message.breaking, text.to_owned())
}
