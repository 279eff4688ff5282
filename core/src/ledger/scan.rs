//! One pass over the bytes of an entry: that they are canonical, that they are an entry, and where its parts are.
//!
//! Reading an entry into a tree and writing it again would tell as much and take ten times as long. Here nothing is copied:
//! canonical JSON has one text for every value, so that it can be recognised byte by byte.

use super::Hash;
use super::corruption::Corruption;
use super::draft::ActorKind;
use super::rules;
use super::time;
use std::borrow::Cow;

/// The longest entry, in bytes: that of the tiles in which logs are published.
pub(crate) const LONGEST: usize = 65_535;

/// The deepest nesting of lists and maps in an entry, its own map included.
pub(crate) const DEEPEST: usize = 64;

/// The parts of an entry, still in its bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parts<'e> {
    pub actor_id: Text<'e>,
    pub actor_kind: ActorKind,
    pub data: &'e str,
    pub id: Text<'e>,
    pub kind: &'e str,
    pub kind_v: u32,
    pub payload: Option<(Hash, Text<'e>)>,
    pub prev: Hash,
    pub seq: u64,
    pub subject: Text<'e>,
    /// `at` and `recorded_at` in milliseconds since 1970.
    pub instants: (i64, i64),
}

/// A text as JSON has it, without its quotes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'e> {
    raw: &'e str,
    /// Whether nothing in it is escaped.
    plain: bool,
}

/// What is wrong with the bytes, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    pub kind: Corruption,
    pub offset: usize,
}

/// The parts of an entry.
pub(crate) fn scan(bytes: &[u8]) -> Result<Parts<'_>, Fault> {
    if bytes.len() > LONGEST {
        return Err(Fault { kind: Corruption::NotCanonical, offset: LONGEST });
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| Fault { kind: Corruption::NotCanonical, offset: error.valid_up_to() })?;
    let mut scanner = Scanner { text, bytes, at: 0 };
    match scanner.entry() {
        Some(parts) => Ok(parts),
        None => Err(why_not(text, scanner.at)),
    }
}

/// Whether a text is canonical JSON and otherwise no entry, or not even that.
#[cold]
fn why_not(text: &str, stopped: usize) -> Fault {
    match canonical(text) {
        Ok(()) => Fault { kind: Corruption::Malformed, offset: stopped },
        Err(offset) => Fault { kind: Corruption::NotCanonical, offset },
    }
}

/// Whether a text is one canonical value under the limits of an entry; the offset where it stops being that.
pub(crate) fn canonical(text: &str) -> Result<(), usize> {
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0 };
    match scanner.value(0) {
        Some(()) if scanner.at == text.len() => Ok(()),
        _ => Err(scanner.at),
    }
}

struct Scanner<'e> {
    text: &'e str,
    bytes: &'e [u8],
    at: usize,
}

impl<'e> Scanner<'e> {
    /// The whole entry; none where it stops being one, at `self.at`.
    fn entry(&mut self) -> Option<Parts<'e>> {
        self.eat(br#"{"actor":{"id":"#)?;
        let actor_id = self.string()?;
        self.eat(br#","kind":"#)?;
        let actor_kind = match self.string()?.raw {
            "human" => ActorKind::Human,
            "service" => ActorKind::Service,
            "agent" => ActorKind::Agent,
            _ => return None,
        };
        self.eat(br#"},"at":"#)?;
        let claimed = time::milliseconds(self.string()?.raw.as_bytes())?;
        self.eat(br#","data":"#)?;
        let start = self.at;
        (self.peek() == Some(b'{')).then_some(())?;
        self.value(1)?;
        let data = self.since(start);
        self.eat(br#","id":"#)?;
        let id = self.string().filter(|id| rules::is_id(id))?;
        self.eat(br#","kind":"#)?;
        let kind = self.string()?.raw;
        rules::is_kind(kind).then_some(())?;
        self.eat(br#","kind_v":"#)?;
        let kind_v = u32::try_from(self.count()?).ok().filter(|version| *version > 0)?;
        let payload = self.payload()?;
        self.eat(br#","prev":"#)?;
        let prev = Hash::from_hex(self.string()?.raw.as_bytes())?;
        self.eat(br#","recorded_at":"#)?;
        let recorded = time::milliseconds(self.string()?.raw.as_bytes())?;
        self.eat(br#","seq":"#)?;
        let seq = self.count()?;
        self.eat(br#","subject":"#)?;
        let subject = self.string().filter(|subject| rules::is_subject(subject))?;
        self.eat(br#","v":1}"#)?;
        (self.at == self.bytes.len()).then_some(Parts {
            actor_id,
            actor_kind,
            data,
            id,
            kind,
            kind_v,
            payload,
            prev,
            seq,
            subject,
            instants: (claimed, recorded),
        })
    }

    fn payload(&mut self) -> Option<Option<(Hash, Text<'e>)>> {
        const KEY: &[u8] = br#","payload":{"digest":"#;
        if !self.rest().starts_with(KEY) {
            return Some(None);
        }
        self.at += KEY.len();
        let digest = Hash::from_hex(self.string()?.raw.as_bytes())?;
        self.eat(br#","media":"#)?;
        let media = self.string()?;
        self.eat(b"}")?;
        Some(Some((digest, media)))
    }

    /// Any value below `depth` lists and maps; recursion is bounded by [`DEEPEST`].
    fn value(&mut self, depth: usize) -> Option<()> {
        match self.peek()? {
            b'"' => self.string().map(|_| ()),
            b'{' => self.map(depth + 1),
            b'[' => self.list(depth + 1),
            b't' => self.eat(b"true"),
            b'f' => self.eat(b"false"),
            b'n' => self.eat(b"null"),
            _ => self.number(),
        }
    }

    fn map(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        self.at += 1;
        if self.take(b'}') {
            return Some(());
        }
        let mut before: Option<Text<'e>> = None;
        loop {
            let start = self.at;
            let key = self.string()?;
            if before.is_some_and(|before| !before.comes_before(key)) {
                self.at = start;
                return None;
            }
            before = Some(key);
            self.eat(b":")?;
            self.value(depth)?;
            if self.take(b'}') {
                return Some(());
            }
            self.eat(b",")?;
        }
    }

    fn list(&mut self, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        self.at += 1;
        if self.take(b']') {
            return Some(());
        }
        loop {
            self.value(depth)?;
            if self.take(b']') {
                return Some(());
            }
            self.eat(b",")?;
        }
    }

    /// A number as ECMAScript prints it; integers only where doubles are exact.
    fn number(&mut self) -> Option<()> {
        /// 2^53 − 1.
        const SAFE: u64 = 9_007_199_254_740_991;
        let start = self.at;
        let negative = self.take(b'-');
        let digits = self.digits();
        let fault = |scanner: &mut Self| {
            scanner.at = start;
            None
        };
        if matches!(self.peek(), Some(b'.' | b'e' | b'E')) {
            while matches!(self.peek(), Some(b'.' | b'e' | b'E' | b'+' | b'-' | b'0'..=b'9')) {
                self.at += 1;
            }
            let text = self.since(start);
            let printed = text.parse::<f64>().is_ok_and(|number| {
                number.is_finite() && ryu_js::Buffer::new().format_finite(number) == text
            });
            return if printed { Some(()) } else { fault(self) };
        }
        let is_integer = match digits {
            [] => false,
            [b'0'] => !negative,
            [b'0', ..] => false,
            digits => digits.len() <= 16 && value_of(digits) <= SAFE,
        };
        if is_integer { Some(()) } else { fault(self) }
    }

    /// An integer from 0.
    fn count(&mut self) -> Option<u64> {
        let start = self.at;
        (self.peek() != Some(b'-')).then_some(())?;
        self.number()?;
        let digits = self.bytes.get(start..self.at)?;
        digits.iter().all(u8::is_ascii_digit).then(|| value_of(digits))
    }

    fn digits(&mut self) -> &'e [u8] {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    /// The text that begins at this `"`, in which nothing is escaped that need not be.
    fn string(&mut self) -> Option<Text<'e>> {
        self.eat(b"\"")?;
        let start = self.at;
        let mut plain = true;
        loop {
            let rest = self.rest();
            self.at += rest.iter().position(|byte| SPECIAL[usize::from(*byte)])?;
            match self.peek()? {
                b'"' => {
                    let raw = self.since(start);
                    self.at += 1;
                    return Some(Text { raw, plain });
                }
                b'\\' => self.escape()?,
                _ => return None,
            }
            plain = false;
        }
    }

    fn escape(&mut self) -> Option<()> {
        match self.rest() {
            [b'\\', b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't', ..] => self.at += 2,
            [b'\\', b'u', b'0', b'0', b'0', b'0'..=b'7' | b'b' | b'e' | b'f', ..]
            | [b'\\', b'u', b'0', b'0', b'1', b'0'..=b'9' | b'a'..=b'f', ..] => self.at += 6,
            _ => return None,
        }
        Some(())
    }

    fn eat(&mut self, expected: &[u8]) -> Option<()> {
        if !self.rest().starts_with(expected) {
            return None;
        }
        self.at += expected.len();
        Some(())
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'e [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// What was read since `start`; both ends lie beside ASCII bytes.
    fn since(&self, start: usize) -> &'e str {
        self.text.get(start..self.at).unwrap_or_default()
    }
}

/// The bytes that end a run of plain text.
static SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = true;
        byte += 1;
    }
    table[b'"' as usize] = true;
    table[b'\\' as usize] = true;
    table
};

/// The number that at most 19 digits stand for.
fn value_of(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |value: u64, digit| value.wrapping_mul(10).wrapping_add(u64::from(digit - b'0')))
}

impl<'e> Text<'e> {
    /// What it says.
    pub(crate) fn unescaped(self) -> Cow<'e, str> {
        if self.plain { Cow::Borrowed(self.raw) } else { Cow::Owned(unescape(self.raw)) }
    }

    /// As JSON has it, without the quotes; of canonical JSON equal texts are written alike.
    pub(crate) fn raw(self) -> &'e str {
        self.raw
    }

    /// Whether it has at most so many characters.
    pub(crate) fn fits(self, most: usize) -> bool {
        self.plain && self.raw.len() <= most || self.unescaped().chars().count() <= most
    }

    /// Whether it comes before another in the order of UTF-16 code units.
    fn comes_before(self, other: Self) -> bool {
        let (left, right) = (self.raw.as_bytes(), other.raw.as_bytes());
        let common = left.iter().zip(right).take_while(|(left, right)| left == right).count();
        match (left.get(common), right.get(common)) {
            (None, None) | (Some(_), None) if self.plain && other.plain => false,
            (None, Some(_)) if self.plain && other.plain => true,
            // Only beyond ASCII do the orders of UTF-8 and UTF-16 differ.
            (Some(left), Some(right)) if self.plain && other.plain && left.is_ascii() && right.is_ascii() => {
                left < right
            }
            _ => self.unescaped().encode_utf16().lt(other.unescaped().encode_utf16()),
        }
    }
}

/// A text without its escapes, which are canonical ones.
fn unescape(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut pieces = raw.split('\\');
    out.push_str(pieces.next().unwrap_or_default());
    while let Some(piece) = pieces.next() {
        let mut rest = piece.chars();
        match rest.next() {
            // Two backslashes are one: what stands between them is empty, and the next piece is plain.
            None => {
                out.push('\\');
                out.push_str(pieces.next().unwrap_or_default());
                continue;
            }
            Some('b') => out.push('\u{8}'),
            Some('f') => out.push('\u{C}'),
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('u') => {
                let code = piece.get(1..5).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                out.extend(code.and_then(char::from_u32));
                out.push_str(piece.get(5..).unwrap_or_default());
                continue;
            }
            Some(other) => out.push(other),
        }
        out.push_str(rest.as_str());
    }
    out
}
