//! The files on the desk: each is read once, what is to be written in it is noted by the bytes it replaces, and nothing else
//! changes.

use super::error::EditError;
use super::notation::{self, Notation, Spot, Value, fresh_entries};
use super::types::{Edit, EditWarning, Edits};
use crate::component::manifest::Files;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::rc::Rc;

/// Everything that is being edited.
pub(super) struct Desk<'f> {
    files: &'f dyn Files,
    drafts: BTreeMap<String, Draft>,
    warnings: BTreeSet<EditWarning>,
}

/// One file.
#[derive(Default)]
struct Draft {
    /// Its text; none where there is no such file.
    old: Option<Rc<str>>,
    trees: Vec<(Notation, Rc<[Spot]>)>,
    replacements: Vec<Replacement>,
    fate: Fate,
}

/// What becomes of a file apart from replacements in it.
#[derive(Default)]
enum Fate {
    #[default]
    Stays,
    Deleted,
    Created(String),
}

/// Bytes to be replaced. An empty span is an insertion.
struct Replacement {
    span: Range<usize>,
    text: String,
    /// What is written there, for the error about two in one place.
    what: String,
}

/// What a value is to be.
pub(super) struct Wanted<'a> {
    /// What it is, for people: `the version of core`.
    pub what: &'a str,
    /// What it has to be now; anything where none is given.
    pub old: Option<&'a str>,
    pub new: &'a str,
}

/// A part of a value that is to be another text.
pub(super) struct Part<'a> {
    pub spot: &'a Spot,
    /// Which part, in bytes of the text that the value means.
    pub range: Range<usize>,
    pub text: &'a str,
    /// What it is, for people.
    pub what: &'a str,
}

impl<'f> Desk<'f> {
    pub(super) fn new(files: &'f dyn Files) -> Self {
        Self { files, drafts: BTreeMap::new(), warnings: BTreeSet::new() }
    }

    /// The text of a file as it was; none where there is no such file.
    pub(super) fn text(&mut self, path: &str) -> crate::Result<Option<Rc<str>>> {
        if let Some(draft) = self.drafts.get(path) {
            return Ok(draft.old.clone());
        }
        let old: Option<Rc<str>> = self.files.text(path)?.map(|text| Rc::from(text.as_ref()));
        self.drafts.insert(path.to_owned(), Draft { old: old.clone(), ..Draft::default() });
        Ok(old)
    }

    /// The documents in a file; none where there is no such file.
    pub(super) fn documents(&mut self, path: &str, notation: Notation) -> crate::Result<Option<Rc<[Spot]>>> {
        let Some(text) = self.text(path)? else { return Ok(None) };
        let Some(draft) = self.drafts.get_mut(path) else { return Ok(None) };
        if let Some((_, tree)) = draft.trees.iter().find(|(known, _)| *known == notation) {
            return Ok(Some(Rc::clone(tree)));
        }
        let tree: Rc<[Spot]> = notation.read(path, &text)?.into();
        draft.trees.push((notation, Rc::clone(&tree)));
        Ok(Some(tree))
    }

    /// The documents in a file that `what` is to be written in, which has to be there.
    pub(super) fn required(
        &mut self,
        path: &str,
        notation: Notation,
        what: &str,
    ) -> crate::Result<Rc<[Spot]>> {
        let documents = self.documents(path, notation)?;
        Ok(documents.ok_or_else(|| self.no_file(path, what))?)
    }

    /// Writes `new` where a scalar stands, in its own quotes, unless it is there already.
    pub(super) fn set(
        &mut self,
        path: &str,
        notation: Notation,
        spot: &Spot,
        wanted: &Wanted<'_>,
    ) -> crate::Result<()> {
        let Wanted { what, old, new } = *wanted;
        let Value::Scalar { text, is_text } = &spot.value else {
            return Err(self.unwritable(path, spot, what, "it is a list or a map").into());
        };
        if text == new {
            return Ok(());
        }
        if let Some(old) = old.filter(|old| old != text) {
            return Err(self.moved(path, spot, what, text, old).into());
        }
        let Some(span) = spot.span.clone() else {
            return Err(self.unwritable(path, spot, what, "it is written over several lines").into());
        };
        let source = self.text(path)?.unwrap_or_default();
        let raw = source.get(span.clone()).unwrap_or_default();
        self.replace(path, span, notation.written(raw, *is_text, new), what);
        Ok(())
    }

    /// Writes a part of a scalar anew, and leaves the rest of it as it is written.
    pub(super) fn set_part(&mut self, path: &str, notation: Notation, part: &Part<'_>) -> crate::Result<()> {
        let Part { spot, range, text, what } = part;
        let Value::Scalar { text: old, is_text } = &spot.value else {
            return Err(self.unwritable(path, spot, what, "it is a list or a map").into());
        };
        let Some(new) = with_part(old, range.clone(), text) else { return Ok(()) };
        let source = self.text(path)?.unwrap_or_default();
        let raw = spot.span.clone().and_then(|span| source.get(span)).unwrap_or_default();
        // Without escapes the text stands inside of its quotes as it is.
        let quotes = raw.len().saturating_sub(old.len()) / 2;
        let inner = range.start + quotes..range.end + quotes;
        let spliced = with_part(raw, inner.clone(), text);
        match &spot.span {
            Some(span) if raw.contains(old) && spliced == Some(notation.written(raw, *is_text, &new)) => {
                let place = span.start + inner.start..span.start + inner.end;
                self.replace(path, place, (*text).to_owned(), what);
                Ok(())
            }
            _ => self.set(path, notation, spot, &Wanted { what, old: None, new: &new }),
        }
    }

    /// Writes `text` in place of these bytes.
    pub(super) fn replace(&mut self, path: &str, span: Range<usize>, text: String, what: &str) {
        let draft = self.drafts.entry(path.to_owned()).or_default();
        if draft.old.as_deref().and_then(|old| old.get(span.clone())) != Some(text.as_str()) {
            draft.replacements.push(Replacement { span, text, what: what.to_owned() });
        }
    }

    /// Writes more entries into a map of JSON, at its end.
    pub(super) fn insert(
        &mut self,
        path: &str,
        map: &Spot,
        fresh: &[(String, String)],
        what: &str,
    ) -> crate::Result<()> {
        self.insert_after(path, map, None, fresh, what)
    }

    /// Likewise, behind the entry of this key.
    pub(super) fn insert_after(
        &mut self,
        path: &str,
        map: &Spot,
        after: Option<&str>,
        fresh: &[(String, String)],
        what: &str,
    ) -> crate::Result<()> {
        if fresh.is_empty() {
            return Ok(());
        }
        let text = self.text(path)?.unwrap_or_default();
        let Some((at, written)) = fresh_entries(&text, map, after, fresh) else {
            return Err(self.unwritable(path, map, what, "it is no map").into());
        };
        self.replace(path, at..at, written, what);
        Ok(())
    }

    /// Makes a file that is not there.
    pub(super) fn create(&mut self, path: &str, text: String) {
        self.drafts.entry(path.to_owned()).or_default().fate = Fate::Created(text);
    }

    /// Deletes a file.
    pub(super) fn delete(&mut self, path: &str) {
        self.drafts.entry(path.to_owned()).or_default().fate = Fate::Deleted;
    }

    /// Says what is left to others.
    pub(super) fn warn(&mut self, path: &str, message: impl Into<String>) {
        self.warnings.insert(EditWarning { path: path.to_owned(), message: message.into() });
    }

    /// The error of a value that is neither what it was nor what it is to be.
    pub(super) fn moved(
        &self,
        path: &str,
        spot: &Spot,
        what: &str,
        found: &str,
        expected: &str,
    ) -> EditError {
        self.moved_at(path, spot.span.as_ref().map_or(0, |span| span.start), what, found, expected)
    }

    /// Likewise, said of a byte of the file.
    pub(super) fn moved_at(
        &self,
        path: &str,
        at: usize,
        what: &str,
        found: &str,
        expected: &str,
    ) -> EditError {
        let (what, found, expected) = (what.to_owned(), found.to_owned(), expected.to_owned());
        EditError::Moved { what, found, expected, place: self.place(path, at) }
    }

    /// The error of a file that is not there.
    pub(super) fn no_file(&self, path: &str, what: &str) -> EditError {
        EditError::NoFile { path: path.to_owned(), what: what.to_owned() }
    }

    /// The error of a value that is not there, said of the map that should hold it.
    pub(super) fn missing(&self, path: &str, of: Option<&Spot>, what: &str, hint: &'static str) -> EditError {
        let at = of.and_then(|of| of.span.as_ref());
        let mut place = self.place(path, at.map_or(0, |span| span.start));
        if at.is_none() {
            (place.line, place.column) = (None, None);
        }
        EditError::NoField { what: what.to_owned(), hint, place }
    }

    fn unwritable(&self, path: &str, spot: &Spot, what: &str, reason: &'static str) -> EditError {
        let mut place = self.place(path, spot.span.as_ref().map_or(0, |span| span.start));
        if spot.span.is_none() {
            (place.line, place.column) = (None, None);
        }
        EditError::Unwritable { what: what.to_owned(), reason, place }
    }

    fn place(&self, path: &str, at: usize) -> crate::error::Place {
        let text = self.drafts.get(path).and_then(|draft| draft.old.as_deref());
        notation::place(path, text.unwrap_or_default(), at)
    }

    /// The edits: of each file that changes, one.
    pub(super) fn done(self) -> crate::Result<Edits> {
        let mut edits = Vec::new();
        for (path, draft) in self.drafts {
            let old = draft.old.as_deref();
            match (draft.fate, old) {
                (Fate::Deleted, Some(old)) => edits.push(Edit::delete(path, old)),
                (Fate::Created(text), None) => edits.push(Edit::create(path, text)),
                (_, Some(old)) if !draft.replacements.is_empty() => {
                    let new = spliced(&path, old, draft.replacements)?;
                    if new != old {
                        edits.push(Edit::modify(path, old, new));
                    }
                }
                _ => {}
            }
        }
        let mut edits = Edits::new(edits);
        edits.warnings = self.warnings.into_iter().collect();
        Ok(edits)
    }
}

/// The text with these bytes replaced. One and the same replacement may be asked for several times.
fn spliced(path: &str, old: &str, replacements: Vec<Replacement>) -> Result<String, EditError> {
    let mut replacements = replacements;
    replacements.sort_by(|a, b| {
        (a.span.start, a.span.end, &a.text, &a.what).cmp(&(b.span.start, b.span.end, &b.text, &b.what))
    });
    replacements.dedup_by(|a, b| a.span == b.span && a.text == b.text);
    let mut out = String::with_capacity(old.len() + 64);
    let mut done = 0;
    let mut before: Option<&Replacement> = None;
    for replacement in &replacements {
        // Two insertions at one place follow one another.
        let Range { start, end } = replacement.span;
        let overlaps = before.is_some_and(|before| {
            let both = before.span.is_empty() && replacement.span.is_empty();
            start < done || (start == before.span.start && !both)
        });
        if let (true, Some(before)) = (overlaps, before) {
            let place = notation::place(path, old, start);
            let (first, second) = (before.what.clone(), replacement.what.clone());
            return Err(EditError::Overlap { first, second, place });
        }
        out.push_str(old.get(done..start).unwrap_or_default());
        out.push_str(&replacement.text);
        done = end;
        before = Some(replacement);
    }
    out.push_str(old.get(done..).unwrap_or_default());
    Ok(out)
}

/// `whole` with `text` in place of these bytes; none where they are not whole characters of it.
fn with_part(whole: &str, part: Range<usize>, text: &str) -> Option<String> {
    Some(format!("{}{text}{}", whole.get(..part.start)?, whole.get(part.end..)?))
}
