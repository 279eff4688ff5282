//! XML: its elements and attributes, and the bytes they stand in.

use super::super::error::EditError;
use super::super::notation::{BOM, place};
use std::ops::Range;

/// The elements of a text, the outermost first.
pub(super) struct Tree<'t> {
    pub elements: Vec<Element<'t>>,
    /// Those that are inside of no other: one, in a whole document.
    pub roots: Vec<usize>,
}

/// An element.
pub(super) struct Element<'t> {
    /// Its name, prefix included.
    pub name: &'t str,
    /// Attributes: their names, and the bytes between the quotes.
    pub attributes: Vec<(&'t str, Range<usize>)>,
    /// What stands between its tags; none of one that is a single tag (`<a/>`).
    pub inner: Option<Range<usize>>,
    /// The elements directly inside.
    pub children: Vec<usize>,
}

/// Reads a text.
///
/// # Errors
/// `plan.edit_unreadable`, with the place.
pub(super) fn read<'t>(path: &str, text: &'t str) -> Result<Tree<'t>, EditError> {
    let reader = Reader { text, at: 0, elements: Vec::new(), roots: Vec::new(), open: Vec::new() };
    reader.read().map_err(|(at, reason)| EditError::Unreadable {
        notation: "XML",
        reason: reason.to_owned(),
        place: place(path, text, at),
    })
}

/// The text that characters and references stand for, as far as they are the five that XML knows by itself.
pub(super) fn meaning(raw: &str) -> String {
    if !raw.contains('&') {
        return raw.to_owned();
    }
    let known = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    known.into_iter().fold(raw.to_owned(), |text, (reference, character)| text.replace(reference, character))
}

/// A text as it stands between tags and between quotes.
pub(super) fn written(text: &str) -> String {
    let known = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&apos;")];
    known.into_iter().fold(text.to_owned(), |text, (character, reference)| text.replace(character, reference))
}

type Problem = (usize, &'static str);

/// Reads on a stack of its own, so that no input recurses.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    elements: Vec<Element<'t>>,
    roots: Vec<usize>,
    /// The elements that have not ended, and where what is in them begins.
    open: Vec<(usize, usize)>,
}

impl<'t> Reader<'t> {
    fn read(mut self) -> Result<Tree<'t>, Problem> {
        while let Some(next) = self.rest().find('<') {
            let outside = self.rest().get(..next).unwrap_or_default();
            if self.open.is_empty()
                && !outside.trim_matches(|c: char| c.is_whitespace() || c == BOM).is_empty()
            {
                return Err((self.at, "text outside of any element"));
            }
            self.at += next;
            let rest = self.rest();
            if rest.starts_with("<!--") {
                self.skip_to("-->", "the comment does not end")?;
            } else if rest.starts_with("<![CDATA[") {
                self.skip_to("]]>", "the CDATA section does not end")?;
            } else if rest.starts_with("<?") {
                self.skip_to("?>", "the processing instruction does not end")?;
            } else if rest.starts_with("<!") {
                self.doctype()?;
            } else if rest.starts_with("</") {
                self.close()?;
            } else {
                self.element()?;
            }
        }
        match self.open.last() {
            Some((_, start)) => Err((*start, "the element does not end")),
            None => Ok(Tree { elements: self.elements, roots: self.roots }),
        }
    }

    fn element(&mut self) -> Result<(), Problem> {
        let start = self.at;
        self.at += 1;
        let name = self.name();
        if name.is_empty() {
            return Err((start, "`<` begins no tag; write `&lt;`"));
        }
        let mut attributes = Vec::new();
        let inner = loop {
            self.skip_blank();
            if self.take("/>") {
                break None;
            }
            if self.take(">") {
                break Some(self.at..self.at);
            }
            attributes.push(self.attribute()?);
        };
        let index = self.elements.len();
        match self.open.last().and_then(|(parent, _)| self.elements.get_mut(*parent)) {
            Some(parent) => parent.children.push(index),
            None => self.roots.push(index),
        }
        if inner.is_some() {
            self.open.push((index, self.at));
        }
        self.elements.push(Element { name, attributes, inner, children: Vec::new() });
        Ok(())
    }

    fn attribute(&mut self) -> Result<(&'t str, Range<usize>), Problem> {
        let name = self.name();
        self.skip_blank();
        if name.is_empty() || !self.take("=") {
            return Err((self.at, "expected an attribute or `>`"));
        }
        self.skip_blank();
        let quote = self.rest().chars().next().filter(|c| matches!(c, '"' | '\''));
        let Some(quote) = quote else { return Err((self.at, "the attribute's value is not in quotes")) };
        self.at += 1;
        let Some(length) = self.rest().find(quote) else {
            return Err((self.at, "the attribute's value does not end"));
        };
        let value = self.at..self.at + length;
        self.at += length + 1;
        Ok((name, value))
    }

    fn close(&mut self) -> Result<(), Problem> {
        let end = self.at;
        self.at += 2;
        let name = self.name();
        self.skip_blank();
        if !self.take(">") {
            return Err((self.at, "expected `>`"));
        }
        let Some((index, start)) = self.open.pop() else { return Err((end, "the tag closes nothing")) };
        match self.elements.get_mut(index) {
            Some(element) if element.name == name => {
                element.inner = Some(start..end);
                Ok(())
            }
            _ => Err((end, "the tag closes another element than the last one")),
        }
    }

    /// `<!DOCTYPE …>`, with declarations in brackets.
    fn doctype(&mut self) -> Result<(), Problem> {
        let start = self.at;
        let mut brackets = 0usize;
        let mut quote: Option<char> = None;
        for (at, character) in self.rest().char_indices() {
            match (quote, character) {
                (Some(open), character) if open == character => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(character),
                (None, '[') => brackets += 1,
                (None, ']') => brackets = brackets.saturating_sub(1),
                (None, '>') if brackets == 0 => {
                    self.at += at + 1;
                    return Ok(());
                }
                _ => {}
            }
        }
        Err((start, "the declaration does not end"))
    }

    fn name(&mut self) -> &'t str {
        let text = self.text;
        let rest = text.get(self.at..).unwrap_or_default();
        let end = rest.find(|c: char| c.is_whitespace() || "/>=<\"'".contains(c)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    fn skip_to(&mut self, end: &str, problem: &'static str) -> Result<(), Problem> {
        let found = self.rest().find(end).ok_or((self.at, problem))?;
        self.at += found + end.len();
        Ok(())
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        self.at += if found { text.len() } else { 0 };
        found
    }

    fn skip_blank(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }
}
