//! From the tree to types: the trait, and how the plain types are read.

use super::error::DocumentError;
use super::tree::{Key, Node, Value};
use crate::Result;
use jiff::Timestamp;
use serde::Serialize;
use std::collections::BTreeMap;

/// A type that can be read from a [`Node`], with errors that say path, line and column.
///
/// ```
/// use greenboard::document::{Node, Read, Value};
///
/// #[derive(Debug, PartialEq)]
/// struct Percent(f64);
///
/// impl Read for Percent {
///     fn read(node: &Node) -> greenboard::Result<Self> {
///         Ok(Self(f64::read(node)? / 100.0))
///     }
/// }
///
/// assert_eq!(Percent::read(&Node::new(Value::Integer(25)))?, Percent(0.25));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub trait Read: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// Where the node is not one; `document.*` or a code of the type's own module, placed at the node.
    fn read(node: &Node) -> Result<Self>;

    /// Reads it from a map in which `others` are keys of somebody else's, such as the one that tells an enum's kinds apart.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    fn read_beside(node: &Node, others: &[&'static str]) -> Result<Self> {
        let mut node = node.clone();
        if let Value::Map(entries) = &mut node.value {
            entries.retain(|(key, _)| !others.contains(&key.text.as_str()));
        }
        Self::read(&node)
    }

    /// The value where its key is left out; none makes the key a required one.
    fn absent() -> Option<Self> {
        None
    }
}

/// A type whose text means something only in a context that the document states elsewhere, such as a version under the
/// scheme of its component.
///
/// ```
/// use greenboard::document::{Node, ReadUnder, Value};
/// use greenboard::{Requirement, Scheme};
///
/// let node = Node::new(Value::Text("^1.4".to_owned()));
/// assert_eq!(Requirement::read_under(&Scheme::Npm, &node)?.scheme(), Scheme::Npm);
/// # Ok::<(), greenboard::Error>(())
/// ```
pub trait ReadUnder<Context: ?Sized>: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// As [`Read::read`].
    fn read_under(context: &Context, node: &Node) -> Result<Self>;

    /// The value where its key is left out; none makes the key a required one.
    fn absent_under() -> Option<Self> {
        None
    }
}

/// A type that stands as a document of its own, under a name and a format version.
///
/// ```
/// use greenboard::change::Change;
/// use greenboard::document::Document;
/// assert_eq!(Change::SCHEMA, "greenboard/change/1");
/// ```
pub trait Document: Read + Serialize {
    /// `greenboard/<name>/<format version>`: checked where a document states it, and stated in what we write.
    const SCHEMA: &'static str;
}

/// The canonical JSON of a document, with the `schema` that says what it is.
///
/// ```
/// use greenboard::component::{Component, Ecosystem};
/// use greenboard::document::{self, Format};
///
/// let component = Component::new("core", Ecosystem::Cargo, "crates/core");
/// let text = document::emit(&component)?;
/// assert!(text.contains(r#""schema":"greenboard/component/1""#));
/// assert_eq!(document::parse::<Component>(text, Format::Json)?, component);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`to_json`](super::to_json); `document.not_json` where it is no map.
pub fn emit<T: Document>(document: &T) -> Result<String> {
    let mut node = super::to_node(document)?;
    let Value::Map(entries) = &mut node.value else {
        return Err(DocumentError::NotJson { reason: "a document is a map".to_owned() }.at(node.at));
    };
    let key = Key { text: super::fields::SCHEMA_KEY.to_owned(), at: node.at };
    entries.push((key, Node::new(Value::Text(T::SCHEMA.to_owned()))));
    super::canonical::write(&node, super::canonical::Policy::Exact)
}

impl Node {
    /// The error of finding this where something else belongs.
    pub(crate) fn expected(&self, expected: &'static str) -> crate::Error {
        let number = matches!(self.value, Value::Integer(_) | Value::Float(_) | Value::BigInteger(_));
        let hint = if expected == TEXT && number { "put it in quotes" } else { "" };
        DocumentError::WrongType { expected, found: self.value.described(), hint }.at(self.at)
    }

    /// The text, or an error.
    pub(crate) fn text(&self) -> Result<&str> {
        match &self.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.expected(TEXT)),
        }
    }

    /// The items of a list, or an error.
    pub(crate) fn list(&self) -> Result<&[Node]> {
        match &self.value {
            Value::List(items) => Ok(items),
            _ => Err(self.expected("a list")),
        }
    }

    /// The entries of a map, or an error.
    pub(crate) fn map(&self) -> Result<&[(Key, Node)]> {
        match &self.value {
            Value::Map(entries) => Ok(entries),
            _ => Err(self.expected("a map")),
        }
    }

    /// What `parse` makes of the text, its error placed here.
    pub(crate) fn parsed<T>(&self, parse: impl FnOnce(&str) -> Result<T>) -> Result<T> {
        parse(self.text()?).map_err(|error| error.in_value_at(self.at.line, self.at.column))
    }
}

const TEXT: &str = "text";

/// 2^53 − 1: up to here doubles hold every integer.
const SAFE: f64 = 9_007_199_254_740_991.0;

impl Read for Node {
    fn read(node: &Node) -> Result<Self> {
        Ok(node.clone())
    }
}

impl Read for bool {
    fn read(node: &Node) -> Result<Self> {
        match node.value {
            Value::Bool(value) => Ok(value),
            _ => Err(node.expected("true or false")),
        }
    }
}

impl Read for String {
    fn read(node: &Node) -> Result<Self> {
        node.text().map(str::to_owned)
    }
}

impl Read for f64 {
    /// A number; integers beyond ±(2^53−1) are out of range, because a double would change them.
    fn read(node: &Node) -> Result<Self> {
        let out_of_range = |number: String| {
            let expected =
                "an integer within ±(2^53−1), or a number with a fraction or an exponent".to_owned();
            Err(DocumentError::OutOfRange { number, expected }.at(node.at))
        };
        match &node.value {
            Value::Float(value) => Ok(*value),
            Value::Integer(value) if (*value as f64).abs() <= SAFE => Ok(*value as f64),
            Value::Integer(value) => out_of_range(value.to_string()),
            Value::BigInteger(digits) => out_of_range(super::tree::shorten(digits)),
            _ => Err(node.expected("a number")),
        }
    }
}

/// The whole number in a node: written as one, or as a double that is one (`1.0`, `1e3`).
fn whole(node: &Node, lowest: i128, highest: i128) -> Result<i128> {
    let out_of_range = |number: String| {
        let expected = format!("a whole number from {lowest} to {highest}");
        Err(DocumentError::OutOfRange { number, expected }.at(node.at))
    };
    let number = match &node.value {
        Value::Integer(value) => i128::from(*value),
        Value::Float(value) if value.trunc() == *value && value.abs() <= SAFE => *value as i128,
        Value::BigInteger(digits) => match digits.parse() {
            Ok(number) => number,
            Err(_) => return out_of_range(super::tree::shorten(digits)),
        },
        _ => return Err(node.expected("a whole number")),
    };
    if (lowest..=highest).contains(&number) { Ok(number) } else { out_of_range(number.to_string()) }
}

macro_rules! read_integers {
    ($($type:ty),+) => {
        $(impl Read for $type {
            fn read(node: &Node) -> Result<Self> {
                // Within the bounds of the type, so the conversion keeps the number.
                whole(node, <$type>::MIN as i128, <$type>::MAX as i128).map(|number| number as $type)
            }
        })+
    };
}

read_integers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

impl Read for Timestamp {
    /// An instant in RFC 3339: date, time with seconds, and `Z` or an offset.
    fn read(node: &Node) -> Result<Self> {
        let text = node.text()?;
        let parsed = is_rfc3339(text).then(|| text.parse::<Self>());
        match parsed {
            Some(Ok(instant)) => Ok(instant),
            _ => {
                let expected = "an instant such as 2026-03-01T09:30:00Z (RFC 3339)";
                let input = super::tree::shorten(text);
                Err(DocumentError::InvalidValue { what: "instant", input, expected }.at(node.at))
            }
        }
    }
}

/// Whether the text has RFC 3339's shape; jiff reads more than that.
fn is_rfc3339(text: &str) -> bool {
    fn digits(bytes: &[u8], count: usize) -> Option<&[u8]> {
        let (head, rest) = bytes.split_at_checked(count)?;
        head.iter().all(u8::is_ascii_digit).then_some(rest)
    }
    fn one<'b>(bytes: &'b [u8], any_of: &[u8]) -> Option<&'b [u8]> {
        let (first, rest) = bytes.split_first()?;
        any_of.contains(first).then_some(rest)
    }
    fn shape(text: &[u8]) -> Option<bool> {
        let rest = one(digits(text, 4)?, b"-")?;
        let rest = one(digits(rest, 2)?, b"-")?;
        let rest = one(digits(rest, 2)?, b"Tt ")?;
        let rest = one(digits(rest, 2)?, b":")?;
        let rest = one(digits(rest, 2)?, b":")?;
        let mut rest = digits(rest, 2)?;
        if let Some(fraction) = one(rest, b".") {
            let length = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
            rest = if length > 0 { digits(fraction, length)? } else { return None };
        }
        if let Some(end) = one(rest, b"Zz") {
            return Some(end.is_empty());
        }
        let rest = one(digits(one(rest, b"+-")?, 2)?, b":")?;
        Some(digits(rest, 2)?.is_empty())
    }
    shape(text.as_bytes()).unwrap_or(false)
}

impl<T: Read> Read for Option<T> {
    /// `null` and a key that is left out are both none.
    fn read(node: &Node) -> Result<Self> {
        if node.value == Value::Null { Ok(None) } else { T::read(node).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Box<T> {
    fn read(node: &Node) -> Result<Self> {
        T::read(node).map(Self::new)
    }

    fn absent() -> Option<Self> {
        T::absent().map(Self::new)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: &Node) -> Result<Self> {
        each_item(node, T::read)
    }
}

impl<T: Read> Read for BTreeMap<String, T> {
    fn read(node: &Node) -> Result<Self> {
        each_entry(node, T::read)
    }
}

impl<C: ?Sized, T: ReadUnder<C>> ReadUnder<C> for Option<T> {
    fn read_under(context: &C, node: &Node) -> Result<Self> {
        if node.value == Value::Null { Ok(None) } else { T::read_under(context, node).map(Some) }
    }

    fn absent_under() -> Option<Self> {
        Some(None)
    }
}

impl<C: ?Sized, T: ReadUnder<C>> ReadUnder<C> for Vec<T> {
    fn read_under(context: &C, node: &Node) -> Result<Self> {
        each_item(node, |item| T::read_under(context, item))
    }
}

impl<C: ?Sized, T: ReadUnder<C>> ReadUnder<C> for BTreeMap<String, T> {
    fn read_under(context: &C, node: &Node) -> Result<Self> {
        each_entry(node, |value| T::read_under(context, value))
    }
}

fn each_item<T>(node: &Node, read: impl Fn(&Node) -> Result<T>) -> Result<Vec<T>> {
    let items = node.list()?.iter().enumerate();
    items.map(|(index, item)| read(item).map_err(|error| error.under_index(index))).collect()
}

fn each_entry<T>(node: &Node, read: impl Fn(&Node) -> Result<T>) -> Result<BTreeMap<String, T>> {
    let one = |(key, value): &(Key, Node)| {
        let value = read(value).map_err(|error| error.under_key(&key.text))?;
        Ok((key.text.clone(), value))
    };
    node.map()?.iter().map(one).collect()
}
