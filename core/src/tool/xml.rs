//! XML as reports are written in: elements and their attributes in the order of the text, nothing kept.
//!
//! Entities of a document type are never expanded, and nothing outside the text is fetched: the five predefined entities and
//! character references are all there are.

use super::ToolError;
use crate::Result;
use crate::document::{Limits, Position, shorten};
use quick_xml::escape::EscapeError;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event as Raw};
use quick_xml::{Error, Reader as RawReader, XmlVersion};
use smallvec::SmallVec;
use std::borrow::Cow;

/// The most attributes of one element.
const MOST_ATTRIBUTES: usize = 256;

/// What comes next in the text.
pub(crate) enum Event<'t> {
    /// An element begins.
    Open(Element<'t>),
    /// The innermost open element ends.
    Close,
}

/// The tag with which an element begins.
pub(crate) struct Element<'t> {
    tag: BytesStart<'t>,
    text: &'t str,
    from: usize,
}

impl Element<'_> {
    /// Its name, without a prefix.
    pub(crate) fn name(&self) -> &str {
        self.tag.local_name().into_inner()
    }

    /// The value of an attribute, by its name without a prefix.
    ///
    /// # Errors
    /// `tool.malformed` where the value refers to an entity that is not defined.
    pub(crate) fn get(&self, name: &str) -> Result<Option<Cow<'_, str>>> {
        let mut attributes = self.tag.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name);
        found.map(|attribute| self.value(&attribute)).transpose()
    }

    /// Where it begins, in bytes.
    pub(crate) fn from(&self) -> usize {
        self.from
    }

    /// Where it begins. Walks through the text up to there: for errors.
    pub(crate) fn at(&self) -> Position {
        place(self.text, self.from)
    }

    fn value<'a>(&self, attribute: &Attribute<'a>) -> Result<Cow<'a, str>> {
        attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| {
            let reason = match error {
                Error::Escape(EscapeError::UnrecognizedEntity(_, name)) => undefined(&name),
                other => other.to_string(),
            };
            ToolError::Malformed { notation: "XML", reason, at: self.at() }.into()
        })
    }
}

/// The outermost element, and the first one inside it: what tells one tool's XML from another's.
pub(crate) struct Root {
    /// Its name, without a prefix.
    pub name: String,
    /// The names of its attributes, without prefixes, and their values.
    pub attributes: Vec<(String, String)>,
    /// The name of the first element in it.
    pub child: Option<String>,
}

impl Root {
    /// The value of an attribute.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The outermost element of a text, of which no more is read than that.
pub(crate) fn root(text: &str) -> Result<Root> {
    let mut reader = Reader::new(text);
    let Some(Event::Open(element)) = reader.next()? else {
        return Err(reader.malformed("there is no element".to_owned(), 0));
    };
    let mut attributes = Vec::new();
    for attribute in element.tag.attributes().with_checks(false).flatten() {
        let name = attribute.key.local_name().into_inner().to_owned();
        attributes.push((name, element.value(&attribute)?.into_owned()));
    }
    let name = element.name().to_owned();
    // What follows may be broken; that is found by whoever reads it.
    let child = match reader.next() {
        Ok(Some(Event::Open(child))) => Some(child.name().to_owned()),
        Ok(Some(Event::Close) | None) | Err(_) => None,
    };
    Ok(Root { name, attributes, child })
}

/// Walks through XML from its outermost element to its end.
pub(crate) struct Reader<'t> {
    text: &'t str,
    raw: RawReader<&'t [u8]>,
    depth: usize,
    elements: usize,
    closed: bool,
    limits: Limits,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut raw = RawReader::from_str(text);
        raw.config_mut().expand_empty_elements = true;
        raw.config_mut().check_end_names = true;
        Self { text, raw, depth: 0, elements: 0, closed: false, limits: Limits::default() }
    }

    /// The line and column of a place in bytes. Walks through the text up to there: for errors.
    pub(crate) fn place(&self, from: usize) -> Position {
        place(self.text, from)
    }

    /// What comes next; none after the outermost element.
    ///
    /// # Errors
    /// `tool.malformed` where the text is not well-formed, `tool.too_much` beyond the limits.
    pub(crate) fn next(&mut self) -> Result<Option<Event<'t>>> {
        loop {
            let from = offset(self.raw.buffer_position());
            match self.raw.read_event() {
                Ok(Raw::Start(tag)) => return self.open(tag, from).map(Some),
                Ok(Raw::End(_)) => {
                    self.depth = self.depth.saturating_sub(1);
                    self.closed = self.depth == 0;
                    return Ok(Some(Event::Close));
                }
                Ok(Raw::Text(text)) if self.depth > 0 || text.trim().is_empty() => {}
                Ok(Raw::CData(_)) if self.depth > 0 => {}
                Ok(Raw::GeneralRef(name)) if self.depth > 0 => {
                    if !is_defined(&name) {
                        return Err(self.malformed(undefined(&name), from));
                    }
                }
                Ok(Raw::Text(_) | Raw::CData(_) | Raw::GeneralRef(_)) => {
                    return Err(self.malformed("text stands outside the outermost element".to_owned(), from));
                }
                Ok(Raw::DocType(_)) if self.closed || self.depth > 0 => {
                    return Err(self.malformed("a document type after the first element".to_owned(), from));
                }
                Ok(Raw::Empty(_) | Raw::Comment(_) | Raw::Decl(_) | Raw::PI(_) | Raw::DocType(_)) => {}
                Ok(Raw::Eof) if self.closed => return Ok(None),
                Ok(Raw::Eof) => {
                    let reason = match self.depth {
                        0 => "there is no element",
                        _ => "the text ends before its outermost element does",
                    };
                    return Err(self.malformed(reason.to_owned(), self.text.len()));
                }
                Err(error) => {
                    return Err(self.malformed(error.to_string(), offset(self.raw.error_position())));
                }
            }
        }
    }

    fn open(&mut self, tag: BytesStart<'t>, from: usize) -> Result<Event<'t>> {
        let too_much = |what, limit| ToolError::TooMuch { what, limit, at: place(self.text, from) };
        if self.closed {
            return Err(self.malformed("a second outermost element".to_owned(), from));
        }
        self.depth += 1;
        self.elements += 1;
        if self.depth > self.limits.depth {
            return Err(too_much("levels of elements", self.limits.depth).into());
        }
        if self.elements > self.limits.nodes {
            return Err(too_much("elements", self.limits.nodes).into());
        }
        self.check_attributes(&tag, from)?;
        Ok(Event::Open(Element { tag, text: self.text, from }))
    }

    fn check_attributes(&self, tag: &BytesStart<'_>, from: usize) -> Result<()> {
        let mut seen: SmallVec<[&str; 8]> = SmallVec::new();
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| self.malformed(error.to_string(), from))?;
            if seen.len() == MOST_ATTRIBUTES {
                let what = "attributes of one element";
                return Err(
                    ToolError::TooMuch { what, limit: MOST_ATTRIBUTES, at: place(self.text, from) }.into()
                );
            }
            let name = attribute.key.0;
            if seen.contains(&name) {
                return Err(self.malformed(format!("attribute {name:?} comes twice"), from));
            }
            seen.push(name);
        }
        Ok(())
    }

    fn malformed(&self, reason: String, at: usize) -> crate::Error {
        ToolError::Malformed { notation: "XML", reason, at: place(self.text, at) }.into()
    }
}

/// Whether a reference is to a predefined entity, or to a character by its number.
fn is_defined(name: &BytesRef<'_>) -> bool {
    matches!(name.resolve_char_ref(), Ok(Some(_)))
        || quick_xml::escape::resolve_predefined_entity(name).is_some()
}

fn undefined(name: &str) -> String {
    format!("entity {:?} is not one of the five that XML defines", shorten(name))
}

/// Whether the text says that it is in Latin-1, or in what Windows makes of it.
pub(super) fn declares_latin1(bytes: &[u8]) -> bool {
    let head = bytes.split(|byte| *byte == b'>').next().unwrap_or_default();
    let Ok(head) = std::str::from_utf8(head) else { return false };
    let Some((_, encoding)) = head.strip_prefix("<?xml").and_then(|head| head.split_once("encoding=")) else {
        return false;
    };
    let encoding = encoding.trim_start_matches(['"', '\'']).split(['"', '\'']).next().unwrap_or_default();
    ["iso-8859-1", "latin1", "windows-1252", "cp1252"].iter().any(|name| encoding.eq_ignore_ascii_case(name))
}

fn offset(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

fn place(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Position { line: narrow(line), column: narrow(column) }
}
