//! YAML, by the places that saphyr-parser gives.
//!
//! The parser says where a scalar begins; where it ends is looked up in the text, and a scalar that is not found there as it
//! should be (a block, or text over several lines) has no span, so that nothing is written over it.

use super::json::quoted;
use super::{Entry, MAX_DEPTH, Map, Problem, Spot, Value};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, StrInput};
use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Range;

/// The most values that aliases may repeat.
const MAX_COPIES: usize = 1 << 20;

pub(super) fn read(text: &str, start: usize) -> Result<Vec<Spot>, Problem> {
    let lines = Lines::of(text, start);
    let mut builder =
        Builder { text, lines, open: Vec::new(), anchors: HashMap::new(), documents: Vec::new(), copies: 0 };
    let mut parser: Parser<'_, StrInput<'_>> = Parser::new_from_str(text.get(start..).unwrap_or_default());
    while let Some(event) = parser.next_event() {
        let (event, span) =
            event.map_err(|error| Problem::new(builder.lines.offset(error.marker()), error.info()))?;
        builder.event(event, &span.start)?;
    }
    Ok(builder.documents)
}

/// How `new` is written where `raw` was.
pub(super) fn written(raw: &str, was_text: bool, new: &str) -> String {
    if raw.starts_with('\'') && !new.contains(|c: char| c.is_control()) {
        return format!("'{}'", new.replace('\'', "''"));
    }
    let quotes = raw.starts_with('"');
    if !quotes && is_plain(new) && (!was_text || !is_resolved(new)) { new.to_owned() } else { quoted(new) }
}

/// Whether a text can go without quotes, inside of `[]` and `{}` too.
fn is_plain(text: &str) -> bool {
    let first = text.chars().next();
    let starts =
        first.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '^' | '~' | '=' | '<' | '.' | '_'));
    let ends = text.ends_with([' ', ':']);
    let inner = !text.contains(|c: char| c.is_control() || matches!(c, ',' | '[' | ']' | '{' | '}'));
    starts && !ends && inner && !text.contains(": ") && !text.contains(" #")
}

/// Whether a text without quotes is no text (YAML 1.2.2, 10.3.2).
fn is_core(text: &str) -> bool {
    let known = ["", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE"];
    let digits = |prefix: &str, radix: u32| {
        let digits = text.strip_prefix(prefix).filter(|digits| !digits.is_empty());
        digits.is_some_and(|digits| digits.chars().all(|c| c.is_digit(radix)))
    };
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number = unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && !unsigned.contains(|c: char| c.is_ascii_alphabetic() && !matches!(c, 'e' | 'E'))
        && unsigned.parse::<f64>().is_ok();
    let infinite = matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN");
    known.contains(&text) || is_number || infinite || digits("0x", 16) || digits("0o", 8)
}

/// Whether some reader, of this or an older YAML, would take a text without quotes for something else.
fn is_resolved(text: &str) -> bool {
    let word = text.to_ascii_lowercase();
    let older = ["yes", "no", "on", "off", "y", "n", "true", "false", "null", "inf", "nan"];
    // Numbers with `_`, sexagesimals and dates.
    let is_sign = |c: char| matches!(c, '_' | ':' | '-' | 'x' | 'o' | 'a'..='f');
    let numeric = word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || is_sign(c));
    is_core(text) || older.contains(&word.as_str()) || numeric
}

/// Where the lines of a text begin.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// The last answer (line, column, byte): events go forwards, and counting on from it keeps one long line linear.
    last: Cell<(usize, usize, usize)>,
    /// Whether columns are bytes.
    ascii: bool,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![start];
        for (at, byte) in bytes.iter().enumerate().skip(start) {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(at + 1);
            }
        }
        Self { text, starts, last: Cell::new((0, 0, start)), ascii: text.is_ascii() }
    }

    /// The byte that a marker points at; the end of the text where it points beyond.
    fn offset(&self, marker: &Marker) -> usize {
        let Some(start) = self.starts.get(marker.line().saturating_sub(1)) else { return self.text.len() };
        if self.ascii {
            return (start + marker.col()).min(self.text.len());
        }
        let (line, column, byte) = self.last.get();
        let (column, from) =
            if line == marker.line() && column <= marker.col() { (column, byte) } else { (0, *start) };
        let rest = self.text.get(from..).unwrap_or_default();
        let ahead = rest.char_indices().nth(marker.col() - column);
        let found = ahead.map_or(self.text.len(), |(at, _)| from + at);
        self.last.set((marker.line(), marker.col(), found));
        found
    }
}

/// Builds the tree on a stack of its own, so that no input recurses.
struct Builder<'t> {
    text: &'t str,
    lines: Lines<'t>,
    open: Vec<Open>,
    anchors: HashMap<usize, (Spot, usize)>,
    documents: Vec<Spot>,
    copies: usize,
}

struct Open {
    start: usize,
    anchor: usize,
    size: usize,
    content: Content,
}

enum Content {
    List(Vec<Spot>),
    Map(Map, Option<(String, Option<Range<usize>>)>),
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, at: &Marker) -> Result<(), Problem> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let mut start = self.lines.offset(at);
                if anchor > 0 || tag.is_some() {
                    start = behind_properties(self.text, start);
                }
                let span = span(self.text, start, &text, style);
                let is_text = style != ScalarStyle::Plain
                    || !is_core(&text)
                    || tag.is_some_and(|tag| tag.suffix == "str");
                self.place(Spot::scalar(span, text, is_text), anchor, 1, start)
            }
            Event::Alias(anchor) => {
                let start = self.lines.offset(at);
                let Some((spot, size)) = self.anchors.get(&anchor).cloned() else {
                    return Err(Problem::new(start, "the alias stands inside of what it names"));
                };
                self.copies = self.copies.saturating_add(size);
                if self.copies > MAX_COPIES {
                    return Err(Problem::new(start, format!("aliases repeat more than {MAX_COPIES} values")));
                }
                self.place(spot, 0, size, start)
            }
            Event::SequenceStart(anchor, _) => self.enter(Content::List(Vec::new()), anchor, at),
            Event::MappingStart(anchor, _) => self.enter(Content::Map(Map::default(), None), anchor, at),
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(Open { start, anchor, size, content }) = self.open.pop() else { return Ok(()) };
                let value = match content {
                    Content::List(items) => Value::List(items),
                    Content::Map(map, _) => Value::Map(map),
                };
                self.place(Spot { span: None, value }, anchor, size + 1, start)
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn enter(&mut self, content: Content, anchor: usize, at: &Marker) -> Result<(), Problem> {
        let start = self.lines.offset(at);
        if self.open.len() >= MAX_DEPTH {
            return Err(Problem::new(start, format!("lists and maps nest deeper than {MAX_DEPTH} levels")));
        }
        self.open.push(Open { start, anchor, size: 0, content });
        Ok(())
    }

    /// Puts a finished value where it belongs.
    fn place(&mut self, spot: Spot, anchor: usize, size: usize, at: usize) -> Result<(), Problem> {
        if anchor > 0 {
            // The copy that an anchor keeps costs too: anchors nest.
            self.copies = self.copies.saturating_add(size);
            if self.copies > MAX_COPIES {
                return Err(Problem::new(at, format!("anchors name more than {MAX_COPIES} values")));
            }
            self.anchors.insert(anchor, (spot.clone(), size));
        }
        let Some(open) = self.open.last_mut() else {
            self.documents.push(spot);
            return Ok(());
        };
        open.size = open.size.saturating_add(size);
        match &mut open.content {
            Content::List(items) => items.push(spot),
            Content::Map(map, pending) => match pending.take() {
                Some((key, at)) => map.push(Entry { key, at, spot }),
                // A list or map as a key leads nowhere that is asked for.
                None => *pending = Some((spot.text().unwrap_or_default().to_owned(), spot.span)),
            },
        }
        Ok(())
    }
}

/// Where a scalar begins whose anchor (`&a`) and tag (`!!str`) begin here, as long as it is on the same line.
fn behind_properties(source: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(rest) = source.get(at..).filter(|rest| rest.starts_with(['&', '!'])) {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let blanks = rest.get(end..).unwrap_or_default();
        at += end + blanks.len() - blanks.trim_start_matches([' ', '\t']).len();
    }
    at
}

/// The bytes of a scalar that begins at `start` and means `text`; none where it is not written on one line.
fn span(source: &str, start: usize, text: &str, style: ScalarStyle) -> Option<Range<usize>> {
    let rest = source.get(start..)?;
    match style {
        ScalarStyle::Plain => (!text.is_empty() && rest.starts_with(text)).then(|| start..start + text.len()),
        ScalarStyle::SingleQuoted => {
            let inner = rest.strip_prefix('\'')?;
            let written = text.replace('\'', "''");
            let closed = inner.strip_prefix(written.as_str())?.starts_with('\'');
            closed.then(|| start..start + written.len() + 2)
        }
        ScalarStyle::DoubleQuoted => {
            let inner = rest.strip_prefix('"')?;
            let mut escaped = false;
            let end = inner.bytes().position(|byte| {
                let ends = byte == b'"' && !escaped;
                escaped = byte == b'\\' && !escaped;
                ends
            })?;
            let one_line = !inner.get(..end)?.contains(['\n', '\r']);
            one_line.then(|| start..start + end + 2)
        }
        ScalarStyle::Literal | ScalarStyle::Folded => None,
    }
}
