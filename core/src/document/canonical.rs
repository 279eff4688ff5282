//! The canonical text of a value: JSON as RFC 8785 (JCS) writes it.
//!
//! No blanks, keys by their UTF-16 code units, numbers as ECMAScript prints them, text unescaped where it can be. Equal
//! values have equal bytes, so a digest over them is a digest of the value.

use super::error::DocumentError;
use super::tree::{Key, MAX_DEPTH, Node, Value};
use crate::Result;
use serde::Serialize;
use std::fmt::Write as _;

/// What happens to an integer that JSON's numbers, which are doubles, cannot hold exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Policy {
    /// Integers beyond ±(2^53−1) are refused: carry them as text. What greenboard writes.
    #[default]
    Exact,
    /// RFC 8785 to the letter: such an integer is rounded to the nearest double.
    Rounded,
}

/// The canonical JSON of a value.
///
/// ```
/// use greenboard::document;
/// use std::collections::BTreeMap;
///
/// let weights = BTreeMap::from([("b", 1.0), ("a", 1e21)]);
/// assert_eq!(document::to_json(&weights)?, r#"{"a":1e+21,"b":1}"#);
/// assert_eq!(document::to_json(&(1_u64 << 53)).unwrap_err().code(), "document.unsafe_integer");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `document.unsafe_integer` for integers beyond ±(2^53−1), `document.not_finite` for NaN and the infinities,
/// `document.not_json` for what JSON has no form for (bytes, a map's key that is no text), `document.too_deep`. The path
/// says where.
pub fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    write(&super::to_node(value)?, Policy::Exact)
}

/// The canonical JSON of a tree.
///
/// ```
/// use greenboard::document::{self, Format, canonical};
/// let node = document::read("{ \"b\": 1.50, \"a\": 9007199254740993 }", Format::Json)?;
/// assert_eq!(canonical::write(&node, canonical::Policy::Rounded)?, r#"{"a":9007199254740992,"b":1.5}"#);
///
/// let error = canonical::write(&node, canonical::Policy::Exact).unwrap_err();
/// assert_eq!((error.code(), error.path()), ("document.unsafe_integer", Some("a")));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`to_json`]; with the line and column of a value that was read. `document.duplicate_key` where a tree made by hand
/// repeats a key.
pub fn write(node: &Node, policy: Policy) -> Result<String> {
    let mut writer = Writer { out: String::new(), policy };
    writer.node(node, 0)?;
    Ok(writer.out)
}

struct Writer {
    out: String,
    policy: Policy,
}

impl Writer {
    /// Writes a node below `depth` lists and maps; recursion is bounded by [`MAX_DEPTH`].
    fn node(&mut self, node: &Node, depth: usize) -> Result<()> {
        match &node.value {
            Value::Null => self.out.push_str("null"),
            Value::Bool(true) => self.out.push_str("true"),
            Value::Bool(false) => self.out.push_str("false"),
            Value::Text(text) => string(&mut self.out, text),
            Value::List(_) | Value::Map(_) if depth >= MAX_DEPTH => {
                return Err(DocumentError::TooDeep { limit: MAX_DEPTH }.at(node.at));
            }
            Value::List(items) => self.list(items, depth + 1)?,
            Value::Map(entries) => self.map(entries, depth + 1)?,
            Value::Integer(_) | Value::BigInteger(_) | Value::Float(_) => {
                self.number(&node.value).map_err(|problem| problem.at(node.at))?;
            }
        }
        Ok(())
    }

    fn list(&mut self, items: &[Node], depth: usize) -> Result<()> {
        self.out.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            self.node(item, depth).map_err(|error| error.under_index(index))?;
        }
        self.out.push(']');
        Ok(())
    }

    fn map(&mut self, entries: &[(Key, Node)], depth: usize) -> Result<()> {
        let mut sorted: Vec<&(Key, Node)> = entries.iter().collect();
        sorted.sort_by(|(a, _), (b, _)| a.text.encode_utf16().cmp(b.text.encode_utf16()));
        self.out.push('{');
        let mut before: Option<&Key> = None;
        for (key, value) in sorted {
            if let Some(before) = before {
                if before.text == key.text {
                    let problem = DocumentError::DuplicateKey { key: key.text.clone(), first: before.at };
                    return Err(problem.at(key.at));
                }
                self.out.push(',');
            }
            before = Some(key);
            string(&mut self.out, &key.text);
            self.out.push(':');
            self.node(value, depth).map_err(|error| error.under_key(&key.text))?;
        }
        self.out.push('}');
        Ok(())
    }

    fn number(&mut self, value: &Value) -> Result<(), DocumentError> {
        /// 2^53 − 1.
        const SAFE: i64 = 9_007_199_254_740_991;
        let float = match value {
            Value::Integer(integer) if (-SAFE..=SAFE).contains(integer) => {
                // Writing to a String cannot fail.
                let _ = write!(self.out, "{integer}");
                return Ok(());
            }
            Value::Integer(integer) => match self.policy {
                Policy::Exact => return Err(DocumentError::UnsafeInteger { number: integer.to_string() }),
                Policy::Rounded => *integer as f64,
            },
            Value::BigInteger(digits) => match self.policy {
                Policy::Exact => {
                    return Err(DocumentError::UnsafeInteger { number: super::tree::shorten(digits) });
                }
                Policy::Rounded => digits.parse().unwrap_or(f64::NAN),
            },
            Value::Float(float) => *float,
            _ => f64::NAN,
        };
        if !float.is_finite() {
            return Err(DocumentError::NotFinite { number: float.to_string() });
        }
        // Below 1e21 a whole double prints as bare digits, which read back as an integer: the same rule holds for it.
        if self.policy == Policy::Exact
            && float.trunc() == float
            && float.abs() > SAFE as f64
            && float.abs() < 1e21
        {
            return Err(DocumentError::UnsafeInteger { number: float.to_string() });
        }
        self.out.push_str(ryu_js::Buffer::new().format_finite(float));
        Ok(())
    }
}

/// Writes a text in its quotes, escaped where it must be.
pub(crate) fn string(out: &mut String, text: &str) {
    out.push('"');
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            0x08 => "\\b",
            0x09 => "\\t",
            0x0A => "\\n",
            0x0C => "\\f",
            0x0D => "\\r",
            0..=0x1F => "",
            _ => continue,
        };
        out.push_str(text.get(start..at).unwrap_or_default());
        if escape.is_empty() {
            let _ = write!(out, "\\u{byte:04x}");
        } else {
            out.push_str(escape);
        }
        start = at + 1;
    }
    out.push_str(text.get(start..).unwrap_or_default());
    out.push('"');
}
