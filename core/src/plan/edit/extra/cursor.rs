//! A place in a selector that is being read.

use super::super::error::EditError;

/// Where the reading of a selector has come to.
pub(super) struct Cursor<'s> {
    selector: &'s str,
    at: usize,
}

impl<'s> Cursor<'s> {
    pub fn new(selector: &'s str) -> Self {
        Self { selector, at: 0 }
    }

    /// What is still to be read.
    pub fn rest(&self) -> &'s str {
        self.selector.get(self.at..).unwrap_or_default()
    }

    /// Goes on by so many bytes.
    pub fn advance(&mut self, length: usize) {
        self.at += length;
    }

    /// Goes past `text`, where that is what comes next.
    pub fn take(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        self.advance(if found { text.len() } else { 0 });
        found
    }

    pub fn skip_blank(&mut self) {
        self.advance(self.rest().len() - self.rest().trim_start().len());
    }

    /// What is wrong with the selector, here.
    pub fn wrong(&self, reason: &str) -> EditError {
        let before = self.selector.get(..self.at).unwrap_or_default();
        let column = u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX);
        EditError::Selector { selector: self.selector.to_owned(), reason: reason.to_owned(), column }
    }
}
