//! The located tree: what every reader produces and every type is read from.

use super::error::DocumentError;
use std::collections::HashSet;

/// A value and where its text begins.
///
/// ```
/// use greenboard::document::{self, Format, Value};
/// let node = document::read("[true]", Format::Json)?;
/// let Value::List(items) = &node.value else { unreachable!() };
/// assert_eq!((&items[0].value, items[0].at.column), (&Value::Bool(true), 2));
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Where it begins; [`Position::default`] for a value that was made and not read.
    pub at: Position,
}

/// What JSON, YAML and TOML have in common.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number written without fraction and exponent, within 64 bits.
    Integer(i64),
    /// Such a number beyond 64 bits, as its decimal digits (with `-`): no number type here holds it exactly.
    BigInteger(String),
    /// Any other number; finite.
    Float(f64),
    /// Text. TOML's dates and times are text too.
    Text(String),
    /// Values in order.
    List(Vec<Node>),
    /// Values by key, in the order of the text. Keys are unique in whatever a reader returns.
    Map(Vec<(Key, Node)>),
}

/// A key of a map and where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The key.
    pub text: String,
    /// Where it begins.
    pub at: Position,
}

/// A place in a text, counted from 1, columns in characters; 0, 0 where there is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl Node {
    /// A value that was made, not read: it has no position.
    ///
    /// ```
    /// use greenboard::document::{Node, Position, Value};
    /// assert_eq!(Node::new(Value::Null).at, Position::default());
    /// ```
    pub fn new(value: Value) -> Self {
        Self { value, at: Position::default() }
    }

    /// The value under a key; none where there is none, or where this is no map.
    ///
    /// ```
    /// use greenboard::document::{self, Format};
    /// let node = document::read("a: 1", Format::Yaml)?;
    /// assert!(node.get("a").is_some() && node.get("b").is_none());
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    pub fn get(&self, key: &str) -> Option<&Node> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|(k, _)| k.text == key).map(|(_, node)| node)
    }
}

impl Value {
    /// What this is, for an error message: `a list`, `text "x"`.
    pub(crate) fn described(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Integer(value) => format!("the number {value}"),
            Self::BigInteger(digits) => format!("the number {}", shorten(digits)),
            Self::Float(value) => format!("the number {value}"),
            Self::Text(text) => format!("text {:?}", shorten(text)),
            Self::List(_) => "a list".to_owned(),
            Self::Map(_) => "a map".to_owned(),
        }
    }
}

/// Keeps messages readable when the input is not.
pub(crate) fn shorten(input: &str) -> String {
    const MOST: usize = 60;
    match input.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &input[..end]),
        None => input.to_owned(),
    }
}

/// How much a reader takes before it refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The longest text, in bytes: 64 MiB.
    pub bytes: usize,
    /// The deepest nesting of lists and maps: 128.
    pub depth: usize,
    /// The most values, those that YAML aliases repeat included: 4,194,304.
    pub nodes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, depth: MAX_DEPTH, nodes: 1 << 22 }
    }
}

/// The deepest nesting that is read by default, and that is written at all.
pub(super) const MAX_DEPTH: usize = 128;

impl Limits {
    /// With another longest text, in bytes.
    #[must_use]
    pub fn with_bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }
    /// With another deepest nesting. More than the default is cut to it: trees are walked recursively.
    #[must_use]
    pub fn with_depth(mut self, depth: usize) -> Self {
        self.depth = depth.min(MAX_DEPTH);
        self
    }
    /// With another number of values.
    #[must_use]
    pub fn with_nodes(mut self, nodes: usize) -> Self {
        self.nodes = nodes;
        self
    }
}

/// Counts what a reader builds against its [`Limits`].
pub(super) struct Budget<'l> {
    limits: &'l Limits,
    nodes: usize,
}

impl<'l> Budget<'l> {
    pub(super) fn new(limits: &'l Limits) -> Self {
        Self { limits, nodes: 0 }
    }

    /// Takes `count` more values.
    pub(super) fn spend(&mut self, count: usize) -> Result<(), DocumentError> {
        self.nodes = self.nodes.saturating_add(count);
        if self.nodes > self.limits.nodes {
            return Err(DocumentError::TooMany { limit: self.limits.nodes });
        }
        Ok(())
    }

    /// Checks that lists and maps may nest `depth` deep.
    pub(super) fn descend(&self, depth: usize) -> Result<(), DocumentError> {
        if depth > self.limits.depth.min(MAX_DEPTH) {
            return Err(DocumentError::TooDeep { limit: self.limits.depth.min(MAX_DEPTH) });
        }
        Ok(())
    }
}

/// Refuses a map in which a key comes twice.
pub(super) fn check_unique(entries: &[(Key, Node)]) -> crate::Result<()> {
    /// Up to here, looking at every pair is faster than hashing.
    const FEW: usize = 8;
    if entries.len() <= FEW {
        for (index, (key, _)) in entries.iter().enumerate() {
            if let Some((first, _)) = entries.iter().take(index).find(|(k, _)| k.text == key.text) {
                return Err(duplicate(key, first.at));
            }
        }
        return Ok(());
    }
    let mut seen = HashSet::with_capacity(entries.len());
    for (key, _) in entries {
        if !seen.insert(key.text.as_str()) {
            let first = entries.iter().find(|(k, _)| k.text == key.text);
            return Err(duplicate(key, first.map(|(k, _)| k.at).unwrap_or_default()));
        }
    }
    Ok(())
}

fn duplicate(key: &Key, first: Position) -> crate::Error {
    DocumentError::DuplicateKey { key: shorten(&key.text), first }.at(key.at)
}
