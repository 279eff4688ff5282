//! The text that a tool reported with, parsed once.

use super::ToolError;
use super::xml::{self, Root};
use crate::Result;
use crate::document::{self, Format, Limits, Node, Position, Value, shorten};
use std::borrow::Cow;
use std::cell::OnceCell;

/// A tool's text. What it is in is found out once, whoever asks.
pub(crate) struct Payload<'t> {
    bytes: &'t [u8],
    text: Result<Cow<'t, str>>,
    json: OnceCell<Result<Node>>,
    root: OnceCell<Result<Root>>,
}

/// What a text looks to be written in, by its first character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    Xml,
    Json,
    Lines,
}

impl<'t> Payload<'t> {
    /// Of these bytes.
    pub(crate) fn new(bytes: &'t [u8]) -> Self {
        let limit = Limits::default().bytes;
        let text = match bytes.len() > limit {
            true => Err(ToolError::TooMuch { what: "bytes", limit, at: Position::default() }.into()),
            false => decoded(bytes),
        };
        Self { bytes, text, json: OnceCell::new(), root: OnceCell::new() }
    }

    /// The bytes as they came: what a digest is of.
    pub(crate) fn bytes(&self) -> &'t [u8] {
        self.bytes
    }

    /// Whether there is nothing in it but white space.
    pub(crate) fn is_blank(&self) -> bool {
        match self.text() {
            Ok(text) => text.trim().is_empty(),
            Err(_) => self.bytes.is_empty(),
        }
    }

    /// The characters, a mark of byte order left off. UTF-16 is read by its mark, and what XML declares as Latin-1 as that;
    /// all else has to be UTF-8.
    pub(crate) fn text(&self) -> Result<&str> {
        self.text.as_ref().map(|text| &**text).map_err(Clone::clone)
    }

    /// What it looks to be written in.
    pub(crate) fn notation(&self) -> Notation {
        match self.text().ok().and_then(|text| text.trim_start().bytes().next()) {
            Some(b'<') => Notation::Xml,
            Some(b'{' | b'[') => Notation::Json,
            _ => Notation::Lines,
        }
    }

    /// The text as JSON.
    pub(crate) fn json(&self) -> Result<&Node> {
        let json = self.json.get_or_init(|| document::read(self.text()?, Format::Json));
        json.as_ref().map_err(Clone::clone)
    }

    /// The outermost map of JSON; none where the text is no such thing.
    pub(crate) fn json_map(&self) -> Option<&Node> {
        let node = (self.notation() == Notation::Json).then(|| self.json().ok()).flatten()?;
        matches!(node.value, Value::Map(_)).then_some(node)
    }

    /// The outermost element of XML: only so much of the text is read.
    pub(crate) fn root(&self) -> Result<&Root> {
        self.root.get_or_init(|| xml::root(self.text()?)).as_ref().map_err(Clone::clone)
    }

    /// The outermost element; none where the text is no XML.
    pub(crate) fn xml_root(&self) -> Option<&Root> {
        (self.notation() == Notation::Xml).then(|| self.root().ok()).flatten()
    }

    /// Whether the text is whole in what it looks to be written in.
    pub(crate) fn readable(&self) -> Result<()> {
        match self.notation() {
            Notation::Xml => self.root().map(|_| ()),
            Notation::Json => self.json().map(|_| ()),
            Notation::Lines => self.text().map(|_| ()),
        }
    }

    /// What the outermost form of the text is, for an error.
    pub(crate) fn described(&self) -> String {
        match self.notation() {
            Notation::Xml => match self.root() {
                Ok(root) => format!("XML with the root <{}>", shorten(&root.name)),
                Err(_) => "broken XML".to_owned(),
            },
            Notation::Json => match self.json().map(|node| &node.value) {
                Ok(Value::Map(entries)) if entries.is_empty() => "an empty JSON map".to_owned(),
                Ok(Value::Map(entries)) => {
                    let keys: Vec<String> =
                        entries.iter().take(5).map(|(key, _)| shorten(&key.text)).collect();
                    let more = if entries.len() > keys.len() { ", …" } else { "" };
                    format!("a JSON map with the keys {}{more}", keys.join(", "))
                }
                Ok(Value::List(items)) if items.is_empty() => "an empty JSON list".to_owned(),
                Ok(_) => "a JSON list".to_owned(),
                Err(_) => "broken JSON".to_owned(),
            },
            Notation::Lines => {
                let first = self.text().unwrap_or_default().trim_start().lines().next().unwrap_or_default();
                format!("text that begins with {:?}", shorten(first))
            }
        }
    }
}

fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>> {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).filter_map(|pair| Some(unit(pair.try_into().ok()?)));
        let whole = bytes.len().is_multiple_of(2);
        let text: Option<String> = char::decode_utf16(units).map(std::result::Result::ok).collect();
        text.filter(|_| whole).map(Cow::Owned).ok_or_else(|| {
            let reason = "the text is not the UTF-16 that its first bytes say".to_owned();
            ToolError::Malformed { notation: "text", reason, at: Position::default() }.into()
        })
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => match document::utf8(rest) {
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(_) if xml::declares_latin1(rest) => {
                Ok(Cow::Owned(rest.iter().map(|byte| latin1(*byte)).collect()))
            }
            Err(error) => Err(error),
        },
    }
}

/// The character of a byte of Latin-1, or of what Windows puts in its place.
fn latin1(byte: u8) -> char {
    const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let of_windows = byte.checked_sub(0x80).and_then(|at| WINDOWS.chars().nth(usize::from(at)));
    of_windows.unwrap_or_else(|| char::from(byte))
}
