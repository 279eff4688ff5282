//! Changeset files: a bump for each component in the front matter, and below it what to tell people.
//!
//! ```
//! use greenboard::change::changeset;
//! use greenboard::version::Bump;
//!
//! let text = "---\n\"@acme/core\": minor\n---\n\nRead arrays\n\nThey nest.\n";
//! let change = changeset::read(".changeset/cool-cats-dance.md", text)?;
//! assert_eq!((change.id.as_str(), change.bump_of("@acme/core")), ("cool-cats-dance", Bump::Minor));
//! assert_eq!((change.description.as_str(), change.body.as_deref()), ("Read arrays", Some("They nest.")));
//! assert_eq!(changeset::to_text(&change), text);
//!
//! let error = changeset::read("x.md", "---\ncore: miner\n---\n").unwrap_err();
//! assert_eq!((error.path(), error.line(), error.column()), (Some("x.md: core"), Some(2), Some(7)));
//! # Ok::<(), greenboard::Error>(())
//! ```
//!
//! Accepted is what `@changesets/parse` accepts: the front matter is YAML between the first `---` of the text and the next
//! line that has nothing else on it, and an empty one releases nothing.

use super::error::ChangeError;
use super::types::{Change, Origin};
use crate::document::{self, Format, Node, Read, Value};
use crate::error::Error;
use crate::version::Bump;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Whether a file of the folder `.changeset` is a changeset, by its name: Markdown that is neither hidden nor the README.
///
/// ```
/// use greenboard::change::changeset::is_changeset;
/// assert!(is_changeset("cool-cats-dance.md"));
/// assert!(!["README.md", ".hidden.md", "config.json"].into_iter().any(is_changeset));
/// ```
pub fn is_changeset(name: &str) -> bool {
    !name.starts_with('.') && name.ends_with(".md") && !name.eq_ignore_ascii_case("README.md")
}

/// Reads one changeset. `name` is its file's name or path; without folder and `.md` it is the change's id.
///
/// # Errors
/// `change.empty_changeset`, `change.no_front_matter`, `change.wrong_front_matter`, `change.blank_component`, those of
/// [`document::read`] for the front matter, and `document.unknown_value` for a bump; with line and column, and `name` as path.
pub fn read(name: &str, text: &str) -> crate::Result<Change> {
    let (bumps, summary) = parts(text).map_err(|error| error.within(name))?;
    let (first, rest) = summary.split_once('\n').unwrap_or((summary, ""));
    let body = rest.trim_matches(is_space);
    let file = name.rsplit('/').next().unwrap_or(name);
    let change = Change::new(file.strip_suffix(".md").unwrap_or(file), first.trim_end_matches(is_space));
    let body = (!body.is_empty()).then(|| body.to_owned());
    Ok(Change { bumps, body, ..change.with_origin(Origin::Changeset) })
}

/// Reads all changesets among the files of a folder, given by name and text, sorted by name; other files are passed over.
///
/// ```
/// use greenboard::change::changeset;
/// let files = [("README.md", "Hello"), ("b.md", "---\ncore: patch\n---\nB"), ("a.md", "---\n---\n")];
/// let ids: Vec<_> = changeset::read_all(files)?.into_iter().map(|change| change.id).collect();
/// assert_eq!(ids, ["a", "b"]);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `change.broken_changesets`, with all that is wrong with any of them as the detail `problems`.
pub fn read_all<N: AsRef<str>, T: AsRef<str>>(
    files: impl IntoIterator<Item = (N, T)>,
) -> crate::Result<Vec<Change>> {
    let mut changes = Vec::new();
    let mut problems = Vec::new();
    for (name, text) in files {
        let name = name.as_ref();
        if !is_changeset(name.rsplit('/').next().unwrap_or(name)) {
            continue;
        }
        match read(name, text.as_ref()) {
            Ok(change) => changes.push(change),
            Err(error) => problems.push(error),
        }
    }
    if !problems.is_empty() {
        problems.sort_by_key(|problem| problem.path().map(str::to_owned));
        return Err(ChangeError::BrokenChangesets { problems }.into());
    }
    changes.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(changes)
}

/// The text of a changeset that reads back to this change's bumps, description and body. Names are in quotes, as they may have
/// a meaning in YAML.
pub fn to_text(change: &Change) -> String {
    let mut text = "---\n".to_owned();
    for (name, bump) in &change.bumps {
        let _ = writeln!(text, "{}: {bump}", serde_json::Value::from(name.as_str()));
    }
    text.push_str("---\n");
    for part in [Some(&change.description), change.body.as_ref()].into_iter().flatten() {
        let part = part.trim_matches(is_space);
        if !part.is_empty() {
            let _ = writeln!(text, "\n{part}");
        }
    }
    text
}

/// The bumps and the summary.
fn parts(text: &str) -> crate::Result<(BTreeMap<String, Bump>, &str)> {
    if text.trim_matches(is_space).is_empty() {
        return Err(ChangeError::EmptyChangeset.into());
    }
    let open = text.find(FENCE).ok_or(ChangeError::NoFrontMatter)?;
    let inside = text.get(open + FENCE.len()..).unwrap_or_default();
    let (front, summary) = closed(inside).ok_or(ChangeError::NoFrontMatter)?;
    let before = text.get(..open).unwrap_or_default();
    let lines = before.matches('\n').count();
    let columns = before.rsplit('\n').next().unwrap_or_default().chars().count() + FENCE.len();
    let bumps = document::read(front, Format::Yaml).and_then(|front| bumps(&front));
    let bumps = bumps.map_err(|error| error.moved(narrow(lines), narrow(columns)))?;
    Ok((bumps, summary.trim_matches(is_space)))
}

const FENCE: &str = "---";

/// What stands before the line that closes the front matter, and what behind it.
fn closed(text: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    while let Some(end) = text.get(from..)?.find('\n').map(|at| from + at) {
        let rest = text.get(end..)?.trim_start_matches(is_space);
        if let Some(behind) = rest.strip_prefix(FENCE) {
            let space = behind.len() - behind.trim_start_matches(is_space).len();
            if space == behind.len() || behind.get(..space)?.contains('\n') {
                return Some((text.get(..end)?, behind));
            }
        }
        // Every line end up to here leads to the same text.
        from = text.len() - rest.len();
    }
    None
}

fn bumps(front: &Node) -> crate::Result<BTreeMap<String, Bump>> {
    let entries = match &front.value {
        Value::Map(entries) => entries.as_slice(),
        // What counts for nothing in JavaScript.
        Value::Null | Value::Bool(false) | Value::Integer(0) => &[],
        Value::Float(number) if *number == 0.0 => &[],
        Value::Text(text) if text.is_empty() => &[],
        _ => {
            return Err(ChangeError::WrongFrontMatter { line: front.at.line, column: front.at.column }.into());
        }
    };
    let bump = |(key, value): &(document::Key, Node)| {
        if key.text.trim_matches(is_space).is_empty() {
            return Err(ChangeError::BlankComponent { line: key.at.line, column: key.at.column }.into());
        }
        let bump = Bump::read(value).map_err(|error| error.under_key(&key.text))?;
        Ok((key.text.clone(), bump))
    };
    entries.iter().map(bump).collect::<Result<_, Error>>()
}

/// White space as JavaScript has it: a byte order mark is, U+0085 is not.
fn is_space(c: char) -> bool {
    c == '\u{FEFF}' || (c.is_whitespace() && c != '\u{85}')
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
