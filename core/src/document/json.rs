//! JSON as RFC 8259 writes it and RFC 7493 (I-JSON) restricts it: UTF-8 without a byte order mark, keys unique after
//! unescaping, no lone surrogates, no numbers beyond the finite doubles, nothing after the value.

use super::error::DocumentError;
use super::place::Places;
use super::tree::{Budget, Key, Limits, Node, Position, Value, check_unique};
use crate::Result;

pub(super) fn read(text: &str, limits: &Limits) -> Result<Node> {
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        offset: 0,
        places: Places::of(text),
        budget: Budget::new(limits),
    };
    reader.skip_blank();
    let node = reader.value(0)?;
    reader.skip_blank();
    match reader.peek() {
        None => Ok(node),
        Some(_) => Err(reader.unexpected("the end of the text")),
    }
}

struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    offset: usize,
    places: Places<'t>,
    budget: Budget<'t>,
}

impl Reader<'_> {
    /// The value that begins here, at `depth` lists and maps deep. Recursion is bounded by [`Limits::depth`].
    fn value(&mut self, depth: usize) -> Result<Node> {
        let at = self.here();
        self.budget.spend(1).map_err(|problem| problem.at(at))?;
        let value = match self.peek() {
            Some(b'{') => self.map(depth + 1)?,
            Some(b'[') => self.list(depth + 1)?,
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            _ => return Err(self.unexpected("a JSON value")),
        };
        Ok(Node { value, at })
    }

    fn map(&mut self, depth: usize) -> Result<Value> {
        self.budget.descend(depth).map_err(|problem| problem.at(self.here()))?;
        self.offset += 1;
        let mut entries = Vec::new();
        self.skip_blank();
        if self.take(b'}') {
            return Ok(Value::Map(entries));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.unexpected("a key in double quotes"));
            }
            let at = self.here();
            let text = self.string()?;
            self.skip_blank();
            if !self.take(b':') {
                return Err(self.unexpected("`:` after the key"));
            }
            self.skip_blank();
            let node = self.value(depth)?;
            entries.push((Key { text, at }, node));
            self.skip_blank();
            if self.take(b'}') {
                check_unique(&entries)?;
                return Ok(Value::Map(entries));
            }
            if !self.take(b',') {
                return Err(self.unexpected("`,` or `}`"));
            }
            self.skip_blank();
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value> {
        self.budget.descend(depth).map_err(|problem| problem.at(self.here()))?;
        self.offset += 1;
        let mut items = Vec::new();
        self.skip_blank();
        if self.take(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.skip_blank();
            if self.take(b']') {
                return Ok(Value::List(items));
            }
            if !self.take(b',') {
                return Err(self.unexpected("`,` or `]`"));
            }
            self.skip_blank();
        }
    }

    /// The text that begins at this `"`.
    fn string(&mut self) -> Result<String> {
        self.offset += 1;
        let mut out = String::new();
        loop {
            let start = self.offset;
            while self.peek().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1F)) {
                self.offset += 1;
            }
            // Both ends lie beside ASCII bytes, so the slice is whole characters.
            out.push_str(self.text.get(start..self.offset).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.offset += 1;
                    return Ok(out);
                }
                Some(b'\\') => self.escape(&mut out)?,
                Some(_) => return Err(self.unexpected("no control character in text; write it as an escape")),
                None => return Err(self.unexpected("`\"` at the end of the text's value")),
            }
        }
    }

    fn escape(&mut self, out: &mut String) -> Result<()> {
        let start = self.offset;
        self.offset += 1;
        let character = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.offset += 1;
                out.push(self.unicode_escape(start)?);
                return Ok(());
            }
            _ => return Err(self.unexpected("one of \" \\ / b f n r t u after `\\`")),
        };
        self.offset += 1;
        out.push(character);
        Ok(())
    }

    /// The character of the escape whose four digits begin here, and of the second half of a surrogate pair.
    fn unicode_escape(&mut self, start: usize) -> Result<char> {
        let first = self.four_digits()?;
        let lone = |reader: &Self| {
            let place = reader.places.at(start);
            DocumentError::syntax("half of a surrogate pair", "both halves: it is no character alone")
                .at(place)
        };
        let code = match first {
            0xD800..=0xDBFF => {
                if !(self.take(b'\\') && self.take(b'u')) {
                    return Err(lone(self));
                }
                match self.four_digits()? {
                    second @ 0xDC00..=0xDFFF => 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00),
                    _ => return Err(lone(self)),
                }
            }
            _ => first,
        };
        char::from_u32(code).ok_or_else(|| lone(self))
    }

    fn four_digits(&mut self) -> Result<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else { return Err(self.unexpected("a hexadecimal digit")) };
            code = code * 16 + digit;
            self.offset += 1;
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<Value> {
        let start = self.offset;
        let negative = self.take(b'-');
        if self.take(b'0') {
            if matches!(self.peek(), Some(b'0'..=b'9')) {
                return Err(self.unexpected("no digit after a leading zero"));
            }
        } else {
            self.digits()?;
        }
        let mut whole = true;
        if self.take(b'.') {
            whole = false;
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            whole = false;
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        let text = self.text.get(start..self.offset).unwrap_or_default();
        number(text, whole, negative).map_err(|problem| problem.at(self.places.at(start)))
    }

    fn digits(&mut self) -> Result<()> {
        if !matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.unexpected("a digit"));
        }
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.offset += 1;
        }
        Ok(())
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value> {
        if !self.bytes.get(self.offset..).unwrap_or_default().starts_with(word.as_bytes()) {
            return Err(self.unexpected("a JSON value"));
        }
        self.offset += word.len();
        Ok(value)
    }

    fn skip_blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.offset += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.offset).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.offset += usize::from(found);
        found
    }

    fn here(&self) -> Position {
        self.places.at(self.offset)
    }

    fn unexpected(&self, expected: &str) -> crate::Error {
        let found = match self.text.get(self.offset..).and_then(|rest| rest.chars().next()) {
            Some('\u{FEFF}') => "byte order mark".to_owned(),
            Some(character) => format!("{character:?}"),
            None => "end of the text".to_owned(),
        };
        DocumentError::syntax(found, expected).at(self.here())
    }
}

/// The value of a decimal literal: exact where it is `whole` (no fraction, no exponent), else the nearest double.
pub(super) fn number(text: &str, whole: bool, negative: bool) -> Result<Value, DocumentError> {
    if whole && let Ok(integer) = text.parse::<i64>() {
        return Ok(Value::Integer(integer));
    }
    let float = text.parse::<f64>().unwrap_or(f64::NAN);
    if !float.is_finite() {
        return Err(DocumentError::NotFinite { number: super::tree::shorten(text) });
    }
    if whole {
        let digits = text.trim_start_matches(['+', '-']).trim_start_matches('0');
        return Ok(Value::BigInteger(format!("{}{digits}", if negative { "-" } else { "" })));
    }
    Ok(Value::Float(float))
}
