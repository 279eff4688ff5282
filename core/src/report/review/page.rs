//! What is said, before anybody decides how it is written.

use crate::gate::Signal;

/// What is said, block by block. Texts are as others wrote them: formats escape.
#[derive(Debug, Default)]
pub(super) struct Page(pub Vec<Block>);

#[derive(Debug)]
pub(super) enum Block {
    /// What it is about, and the answer: a word, and the signal that it stands for.
    Head(String, String, Signal),
    /// A sentence.
    Note(String),
    /// Rows below the names of their columns.
    Table(Table),
    /// Points under a title.
    List(List),
}

#[derive(Debug, Default)]
pub(super) struct Table {
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

#[derive(Debug)]
pub(super) struct Column {
    pub name: String,
    /// Whether it is left out where there is no room, as on a terminal.
    pub wide: bool,
}

#[derive(Debug)]
pub(super) enum Cell {
    Text(String),
    /// A word, and the signal that it stands for.
    Marked(String, Signal),
}

#[derive(Debug, Default)]
pub(super) struct List {
    pub title: String,
    pub items: Vec<Item>,
}

#[derive(Debug)]
pub(super) struct Item {
    /// Whom or what it is about.
    pub lead: Option<String>,
    pub text: String,
}

impl Page {
    pub(super) fn head(&mut self, text: impl Into<String>, signal: Signal) {
        self.headed(text, super::words::said(signal), signal);
    }

    /// With an answer in a word of its own.
    pub(super) fn headed(&mut self, text: impl Into<String>, word: impl Into<String>, signal: Signal) {
        self.0.push(Block::Head(text.into(), word.into(), signal));
    }

    pub(super) fn note(&mut self, text: impl Into<String>) {
        self.0.push(Block::Note(text.into()));
    }

    /// Puts a table in, unless it has no rows.
    pub(super) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.0.push(Block::Table(table));
        }
    }

    /// Puts a list in, unless it has no items.
    pub(super) fn list(&mut self, list: List) {
        if !list.items.is_empty() {
            self.0.push(Block::List(list));
        }
    }
}

impl Table {
    pub(super) fn of(columns: &[&str]) -> Self {
        let column = |name: &&str| Column { name: (*name).to_owned(), wide: false };
        Self { columns: columns.iter().map(column).collect(), rows: Vec::new() }
    }

    /// With this column left out where there is no room.
    pub(super) fn with_wide(mut self, name: &str) -> Self {
        self.columns.iter_mut().filter(|column| column.name == name).for_each(|column| column.wide = true);
        self
    }
}

impl List {
    pub(super) fn of(title: impl Into<String>) -> Self {
        Self { title: title.into(), items: Vec::new() }
    }

    pub(super) fn item(&mut self, lead: Option<&str>, text: impl Into<String>) {
        self.items.push(Item { lead: lead.map(str::to_owned), text: text.into() });
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Cell {
    pub(super) fn word(&self) -> &str {
        match self {
            Self::Text(text) | Self::Marked(text, _) => text,
        }
    }
}
