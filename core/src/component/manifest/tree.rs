//! One manifest as a located tree, and how its values are asked for.

use super::files::{Files, join};
use super::problems::Problems;
use crate::component::ComponentError;
use crate::document::{self, Format, Node, Position, Value};
use crate::error::Place;
use crate::version::{Requirement, Scheme, Version};

/// A manifest that was read.
pub(in crate::component) struct Manifest {
    /// Where, in the repository.
    pub path: String,
    /// What it says.
    pub root: Node,
}

impl Manifest {
    /// The manifest called `name` in `folder`; nothing where there is none, or where it is no text of this format, which is
    /// then one more problem.
    pub(in crate::component) fn read(
        files: &dyn Files,
        folder: &str,
        name: &str,
        format: Format,
        problems: &mut Problems,
    ) -> Option<Self> {
        let path = join(folder, name);
        let text = problems.take(files.text(&path))??;
        // Editors on Windows put a byte order mark in front, and the peers look past it.
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let root = document::read(text, format).map_err(|problem| problem.within(&path));
        Some(Self { root: problems.take(root)?, path })
    }

    /// The place of a value of this manifest.
    pub(in crate::component) fn place(&self, at: Position) -> Place {
        let known = |number| (number > 0).then_some(number);
        Place { path: Some(self.path.clone()), line: known(at.line), column: known(at.column) }
    }

    /// The error of a value that is something else than it should be.
    pub(in crate::component) fn wrong(
        &self,
        what: impl Into<String>,
        node: &Node,
        expected: &'static str,
    ) -> ComponentError {
        let (what, found) = (what.into(), node.value.described());
        ComponentError::Wrong { what, found, expected, place: self.place(node.at) }
    }

    /// The error of a value that is not there, said of what should hold it.
    pub(in crate::component) fn missing(
        &self,
        what: impl Into<String>,
        of: &Node,
        expected: &'static str,
    ) -> ComponentError {
        ComponentError::Missing { what: what.into(), expected, place: self.place(of.at) }
    }

    /// The map under `key`; nothing where there is none.
    pub(in crate::component) fn map<'n>(
        &self,
        of: &'n Node,
        key: &str,
        problems: &mut Problems,
    ) -> Option<(&'n Node, Entries<'n>)> {
        let node = present(of, key)?;
        Some((node, self.entries(key, node, problems)?))
    }

    /// What is in a map.
    pub(in crate::component) fn entries<'n>(
        &self,
        what: &str,
        node: &'n Node,
        problems: &mut Problems,
    ) -> Option<Entries<'n>> {
        match &node.value {
            Value::Map(entries) => Some(entries),
            _ => {
                problems.push(self.wrong(what, node, "a map"));
                None
            }
        }
    }

    /// The texts in the list under `key`; nothing where there is none.
    pub(in crate::component) fn texts<'n>(
        &self,
        of: &'n Node,
        key: &str,
        problems: &mut Problems,
    ) -> Option<Texts<'n>> {
        Some(self.texts_in(key, present(of, key)?, problems))
    }

    /// The texts in a list.
    pub(in crate::component) fn texts_in<'n>(
        &self,
        what: &str,
        node: &'n Node,
        problems: &mut Problems,
    ) -> Texts<'n> {
        let Value::List(items) = &node.value else {
            problems.push(self.wrong(what, node, "a list of texts"));
            return Vec::new();
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match text(item) {
                Some(text) => texts.push((text, item.at)),
                None => problems.push(self.wrong(format!("an entry of {what}"), item, "text")),
            }
        }
        texts
    }

    /// The name under `key`, which has to be there and not be empty.
    pub(in crate::component) fn name<'n>(
        &self,
        of: &'n Node,
        key: &str,
        expected: &'static str,
        problems: &mut Problems,
    ) -> Option<&'n str> {
        let Some(node) = present(of, key) else {
            problems.push(self.missing(key, of, expected));
            return None;
        };
        let name = text(node).filter(|name| !name.trim().is_empty());
        if name.is_none() {
            problems.push(self.wrong(key, node, "a name"));
        }
        name
    }

    /// The version that a value states.
    pub(in crate::component) fn version(
        &self,
        node: &Node,
        scheme: Scheme,
        problems: &mut Problems,
    ) -> Option<Version> {
        let version = node.parsed(|text| Version::parse_as(scheme, text));
        problems.take(version.map_err(|problem| problem.within(&self.path)))
    }

    /// The requirement that a value states.
    pub(in crate::component) fn requirement(
        &self,
        node: &Node,
        scheme: Scheme,
        problems: &mut Problems,
    ) -> Option<Requirement> {
        let requirement = node.parsed(|text| Requirement::parse_as(scheme, text));
        problems.take(requirement.map_err(|problem| problem.within(&self.path)))
    }
}

/// What is in a map.
pub(in crate::component) type Entries<'n> = &'n [(document::Key, Node)];

/// Texts, and where each begins.
pub(in crate::component) type Texts<'n> = Vec<(&'n str, Position)>;

/// The value under `key`, unless it is null.
pub(in crate::component) fn present<'n>(of: &'n Node, key: &str) -> Option<&'n Node> {
    of.get(key).filter(|node| node.value != Value::Null)
}

/// The text that a value is.
pub(in crate::component) fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// Whether the value under `key` is `true`.
pub(in crate::component) fn is_true(of: &Node, key: &str) -> bool {
    matches!(of.get(key), Some(Node { value: Value::Bool(true), .. }))
}
