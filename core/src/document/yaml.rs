//! YAML 1.2 under its core schema, from the events of saphyr-parser.
//!
//! One document a text. Aliases repeat what they name, and what they repeat counts against the limits. Deliberately absent:
//! merge keys (`<<`, which YAML 1.2 dropped), tags other than the core schema's, keys that are no scalars.

use super::error::DocumentError;
use super::json::number;
use super::tree::{Budget, Key, Limits, Node, Position, Value, check_unique, shorten};
use crate::Result;
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, StrInput, Tag};
use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) fn read(text: &str, limits: &Limits) -> Result<Node> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut builder = Builder {
        budget: Budget::new(limits),
        open: Vec::new(),
        anchors: BTreeMap::new(),
        root: None,
        spent_bytes: text.len(),
        most_bytes: limits.bytes.saturating_mul(2),
    };
    let mut parser: Parser<'_, StrInput<'_>> = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| scan_error(&error, text))?;
        builder.event(event, position(&span.start))?;
    }
    // A text without a document is the empty document.
    Ok(builder.root.unwrap_or(Node { value: Value::Null, at: Position { line: 1, column: 1 } }))
}

/// Builds the tree on a stack of its own, so that no input recurses.
struct Builder<'l> {
    budget: Budget<'l>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Anchored>,
    root: Option<Node>,
    /// How many bytes the tree may have come to hold: the text itself, and what aliases repeat of it.
    spent_bytes: usize,
    most_bytes: usize,
}

/// A list or map that has not ended.
struct Open {
    at: Position,
    anchor: usize,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Map(Vec<(Key, Node)>, Option<Key>),
}

/// What an anchor names, and what repeating it costs.
struct Anchored {
    node: Node,
    size: Size,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, at: Position) -> Result<()> {
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) if self.root.is_some() => {
                Err(DocumentError::syntax("second document", "one document in a text").at(at))
            }
            Event::DocumentStart(_) => Ok(()),
            Event::Alias(anchor) => self.alias(anchor, at),
            Event::Scalar(text, style, anchor, tag) => self.scalar(&text, style, anchor, tag, at),
            Event::SequenceStart(anchor, tag) => {
                check_tag(tag, "seq", at)?;
                self.open(Content::List(Vec::new()), anchor, at)
            }
            Event::MappingStart(anchor, tag) => {
                check_tag(tag, "map", at)?;
                self.open(Content::Map(Vec::new(), None), anchor, at)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
        }
    }

    fn open(&mut self, content: Content, anchor: usize, at: Position) -> Result<()> {
        if self.expects_key() {
            return Err(DocumentError::syntax("list or map as a key", "a scalar as the key").at(at));
        }
        self.budget.spend(1).map_err(|problem| problem.at(at))?;
        self.budget.descend(self.open.len() + 1).map_err(|problem| problem.at(at))?;
        self.open.push(Open { at, anchor, content });
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        let Some(Open { at, anchor, content }) = self.open.pop() else { return Ok(()) };
        let value = match content {
            Content::List(items) => Value::List(items),
            Content::Map(entries, _) => {
                check_unique(&entries)?;
                Value::Map(entries)
            }
        };
        self.place(Node { value, at }, anchor)
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<Cow<'_, Tag>>,
        at: Position,
    ) -> Result<()> {
        let plain = style == ScalarStyle::Plain;
        if self.expects_key() {
            check_key(text, plain, at)?;
            let value = Value::Text(text.to_owned());
            self.remember(anchor, &Node { value, at })?;
            self.key(Key { text: text.to_owned(), at });
            return Ok(());
        }
        self.budget.spend(1).map_err(|problem| problem.at(at))?;
        let value = scalar(text, plain, tag, at)?;
        self.place(Node { value, at }, anchor)
    }

    /// Repeats what an anchor names; an anchor inside itself is not known yet, so nothing is endless.
    fn alias(&mut self, anchor: usize, at: Position) -> Result<()> {
        let Some(&Anchored { size, .. }) = self.anchors.get(&anchor) else {
            return Err(DocumentError::syntax(
                "alias inside what it names",
                "an alias of something complete",
            )
            .at(at));
        };
        self.budget.descend(self.open.len() + size.depth).map_err(|problem| problem.at(at))?;
        self.spend_copy(size, at)?;
        let Some(Anchored { node, .. }) = self.anchors.get(&anchor) else { return Ok(()) };
        let node = Node { value: node.value.clone(), at };
        if self.expects_key() {
            let Value::Text(text) = node.value else {
                return Err(DocumentError::syntax("list or map as a key", "a scalar as the key").at(at));
            };
            self.key(Key { text, at });
            return Ok(());
        }
        self.place(node, 0)
    }

    /// Takes what one more copy of a part of the tree costs. The copy an anchor keeps costs too: anchors nest.
    fn spend_copy(&mut self, size: Size, at: Position) -> Result<()> {
        self.spent_bytes = self.spent_bytes.saturating_add(size.bytes);
        if self.spent_bytes > self.most_bytes {
            let problem = DocumentError::TooLarge { length: self.spent_bytes, limit: self.most_bytes };
            return Err(problem.at(at));
        }
        self.budget.spend(size.nodes).map_err(|problem| problem.at(at))
    }

    fn expects_key(&self) -> bool {
        matches!(self.open.last(), Some(Open { content: Content::Map(_, None), .. }))
    }

    fn key(&mut self, key: Key) {
        if let Some(Open { content: Content::Map(_, pending), .. }) = self.open.last_mut() {
            *pending = Some(key);
        }
    }

    /// Puts a finished value where it belongs.
    fn place(&mut self, node: Node, anchor: usize) -> Result<()> {
        self.remember(anchor, &node)?;
        match self.open.last_mut().map(|open| &mut open.content) {
            None => self.root = Some(node),
            Some(Content::List(items)) => items.push(node),
            Some(Content::Map(entries, pending)) => {
                if let Some(key) = pending.take() {
                    entries.push((key, node));
                }
            }
        }
        Ok(())
    }

    fn remember(&mut self, anchor: usize, node: &Node) -> Result<()> {
        // 0 is saphyr's "no anchor".
        if anchor != 0 {
            let size = size(node);
            self.spend_copy(size, node.at)?;
            self.anchors.insert(anchor, Anchored { node: node.clone(), size });
        }
        Ok(())
    }
}

/// What a node takes: values, bytes of text, levels of lists and maps.
#[derive(Clone, Copy)]
struct Size {
    nodes: usize,
    bytes: usize,
    depth: usize,
}

fn size(node: &Node) -> Size {
    let mut total = Size { nodes: 1, bytes: 0, depth: 0 };
    let mut add = |key: usize, node: &Node| {
        let inner = size(node);
        total.nodes += inner.nodes;
        total.bytes += inner.bytes + key;
        total.depth = total.depth.max(inner.depth);
    };
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| add(0, item)),
        Value::Map(entries) => entries.iter().for_each(|(key, item)| add(key.text.len(), item)),
        Value::Text(text) | Value::BigInteger(text) => total.bytes = text.len(),
        _ => {}
    }
    if matches!(node.value, Value::List(_) | Value::Map(_)) {
        total.depth += 1;
    }
    total
}

fn check_key(text: &str, plain: bool, at: Position) -> Result<()> {
    match text {
        "<<" if plain => {
            let instead =
                "YAML 1.2 has no merge keys: repeat the keys, or put the shared part under a key of its own";
            Err(DocumentError::Unsupported { what: "the merge key `<<`".to_owned(), instead }.at(at))
        }
        "" if plain => Err(DocumentError::syntax("empty key", "a key before `:`").at(at)),
        _ => Ok(()),
    }
}

fn check_tag(tag: Option<Cow<'_, Tag>>, own: &str, at: Position) -> Result<()> {
    match tag {
        Some(tag) if is_non_specific(&tag) || (is_core(&tag) && tag.suffix == own) => Ok(()),
        Some(tag) => Err(foreign(&tag, at)),
        None => Ok(()),
    }
}

fn is_core(tag: &Tag) -> bool {
    tag.is_yaml_core_schema()
}

/// `!` alone: "not to be resolved".
fn is_non_specific(tag: &Tag) -> bool {
    (tag.handle == "!" && tag.suffix.is_empty()) || (tag.handle.is_empty() && tag.suffix == "!")
}

fn foreign(tag: &Tag, at: Position) -> crate::Error {
    let what = format!("the tag {:?}", shorten(&tag.to_string()));
    DocumentError::Unsupported { what, instead: "leave it out, or use one of the core schema's" }.at(at)
}

fn scalar(text: &str, plain: bool, tag: Option<Cow<'_, Tag>>, at: Position) -> Result<Value> {
    let Some(tag) = tag else {
        return if plain { resolved(text, at) } else { Ok(Value::Text(text.to_owned())) };
    };
    if is_non_specific(&tag) || (is_core(&tag) && tag.suffix == "str") {
        return Ok(Value::Text(text.to_owned()));
    }
    if !is_core(&tag) {
        return Err(foreign(&tag, at));
    }
    let value = resolved(text, at)?;
    let fits = match tag.suffix.as_str() {
        "null" => matches!(value, Value::Null),
        "bool" => matches!(value, Value::Bool(_)),
        "int" => matches!(value, Value::Integer(_) | Value::BigInteger(_)),
        "float" => matches!(value, Value::Integer(_) | Value::BigInteger(_) | Value::Float(_)),
        _ => return Err(foreign(&tag, at)),
    };
    if !fits {
        let found = format!("text {:?}", shorten(text));
        return Err(DocumentError::syntax(found, format!("what its tag `!!{}` says", tag.suffix)).at(at));
    }
    Ok(value)
}

/// The value of a plain scalar (YAML 1.2.2, 10.3.2).
fn resolved(text: &str, at: Position) -> Result<Value> {
    Ok(match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => match numeric(text) {
            Some(value) => value.map_err(|problem| problem.at(at))?,
            None => Value::Text(text.to_owned()),
        },
    })
}

/// The number that a plain scalar is; none where it is text.
fn numeric(text: &str) -> Option<Result<Value, DocumentError>> {
    if let Some(digits) = text.strip_prefix("0x") {
        return radix(digits, 16);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return radix(digits, 8);
    }
    let negative = text.starts_with('-');
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Some(Err(DocumentError::NotFinite { number: text.to_owned() }));
    }
    let digits = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(unsigned);
    let mut rest = unsigned.get(whole..)?;
    if whole > 0 && rest.is_empty() {
        return Some(number(text, true, negative));
    }
    if let Some(fraction) = rest.strip_prefix('.') {
        let length = digits(fraction);
        if whole == 0 && length == 0 {
            return None;
        }
        rest = fraction.get(length..)?;
    } else if whole == 0 {
        return None;
    }
    if let Some(exponent) = rest.strip_prefix(['e', 'E']) {
        let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        if exponent.is_empty() || digits(exponent) != exponent.len() {
            return None;
        }
    } else if !rest.is_empty() {
        return None;
    }
    Some(number(text, false, negative))
}

fn radix(digits: &str, radix: u32) -> Option<Result<Value, DocumentError>> {
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return None;
    }
    let parsed = i64::from_str_radix(digits, radix);
    Some(parsed.map(Value::Integer).map_err(|_| DocumentError::OutOfRange {
        number: shorten(digits),
        expected: "an integer of 64 bits".to_owned(),
    }))
}

fn position(marker: &Marker) -> Position {
    let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Position { line: narrow(marker.line()), column: narrow(marker.col() + 1) }
}

/// What the parser refused, and where; in a directive it counts bytes, so no column is taken beyond the end of its line.
fn scan_error(error: &ScanError, text: &str) -> crate::Error {
    let mut at = position(error.marker());
    let text = text.replace("\r\n", "\n");
    let line = text.split(['\r', '\n']).nth(error.marker().line().saturating_sub(1)).unwrap_or_default();
    let width = u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
    at.column = at.column.min(width.saturating_add(1));
    DocumentError::not_valid("YAML", error.info()).at(at)
}
