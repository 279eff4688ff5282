//! Text to the fields of a version, without allocation: PEP 440's grammar in every spelling that it normalises.

use super::Phase;
use crate::version::VersionError;

/// A version as it was read. Release and local stay slices of the text; all their numbers are known to fit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) epoch: u64,
    release: &'a str,
    pub(super) pre: Option<(Phase, u64)>,
    pub(super) post: Option<u64>,
    pub(super) dev: Option<u64>,
    local: Option<&'a str>,
}

/// One dot-separated part of a local version, as it was read.
#[derive(Debug, Clone, Copy)]
pub(super) enum ScannedSegment<'a> {
    /// Letters, or letters and digits, in any case.
    Text(&'a str),
    Number(u64),
}

impl<'a> Scan<'a> {
    /// Reads the whole of `text`, white space around it allowed.
    pub(super) fn version(text: &'a str) -> Result<Self, VersionError> {
        let mut cursor = Cursor::new("version", text, 0, text.len());
        cursor.skip_space();
        if cursor.at_end() {
            return Err(VersionError::Empty { what: "version", expected: "a version such as 1.2.3" });
        }
        let scan = cursor.version()?;
        cursor.finish(scan.end_of())?;
        Ok(scan)
    }

    /// The numbers of the release segment, trailing zeros included.
    pub(super) fn release(&self) -> impl Iterator<Item = u64> + 'a {
        let mut bytes = self.release.bytes();
        std::iter::from_fn(move || {
            let mut number = None;
            for digit in bytes.by_ref().take_while(|byte| *byte != b'.') {
                // Scanning has seen that it fits.
                let tens = number.unwrap_or(0u64).wrapping_mul(10);
                number = Some(tens.wrapping_add(u64::from(digit.wrapping_sub(b'0'))));
            }
            number
        })
    }

    /// The parts of the local version; nothing where there is none.
    pub(super) fn local(&self) -> impl Iterator<Item = ScannedSegment<'a>> + 'a {
        let parts = self.local.map(|local| local.split(['.', '-', '_']));
        parts.into_iter().flatten().map(|part| match is_number(part) {
            true => ScannedSegment::Number(value(part).unwrap_or(u64::MAX)),
            false => ScannedSegment::Text(part),
        })
    }

    /// Whether `text`, which this was read from, is a release in normalised text and nothing else.
    pub(super) fn is_normal_release(&self, text: &str) -> bool {
        let (mut first, mut padded) = (true, false);
        let normal = self.release.bytes().all(|byte| {
            let fits = !padded || byte == b'.';
            padded = first && byte == b'0';
            first = byte == b'.';
            fits
        });
        normal && self.release.len() == text.len()
    }

    pub(super) fn has_local(&self) -> bool {
        self.local.is_some()
    }

    pub(super) fn has_suffix(&self) -> bool {
        self.pre.is_some() || self.post.is_some() || self.dev.is_some() || self.local.is_some()
    }

    /// The last segment that was read, which says what may follow it.
    pub(super) fn end_of(&self) -> Segment {
        match self {
            Scan { local: Some(_), .. } => Segment::Local,
            Scan { dev: Some(_), .. } => Segment::Dev,
            Scan { post: Some(_), .. } => Segment::Post,
            Scan { pre: Some(_), .. } => Segment::Pre,
            _ => Segment::Release,
        }
    }
}

/// The segments of a version, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Segment {
    Release,
    Pre,
    Post,
    Dev,
    Local,
}

impl Segment {
    /// What may come after a separator here.
    fn after_separator(self) -> Option<&'static str> {
        match self {
            Self::Release => Some("a number or one of a, b, rc, post, dev"),
            Self::Pre => Some("post or dev"),
            Self::Post => Some("dev"),
            Self::Dev | Self::Local => None,
        }
    }

    /// What may come directly after this segment.
    fn next(self) -> &'static str {
        match self {
            Self::Release => "'.' and a number, one of a, b, rc, post, dev, '+' or the end",
            Self::Pre => "post, dev, '+' or the end",
            Self::Post => "dev, '+' or the end",
            Self::Dev => "'+' or the end",
            Self::Local => "a letter, a digit or the end",
        }
    }
}

const PRE: [(&str, Phase); 8] = [
    ("alpha", Phase::Alpha),
    ("a", Phase::Alpha),
    ("beta", Phase::Beta),
    ("b", Phase::Beta),
    ("preview", Phase::Candidate),
    ("pre", Phase::Candidate),
    ("c", Phase::Candidate),
    ("rc", Phase::Candidate),
];
const POST: [(&str, ()); 3] = [("post", ()), ("rev", ()), ("r", ())];
const DEV: [(&str, ()); 1] = [("dev", ())];

/// A place in a text, moving to the right; errors name the column in the whole text.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'a> {
    what: &'static str,
    text: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Cursor<'a> {
    /// At byte `at` of `text`, reading up to byte `end`, less white space.
    pub(super) fn new(what: &'static str, text: &'a str, at: usize, end: usize) -> Self {
        let end = at + text.get(at..end).unwrap_or("").trim_end_matches(is_space).len();
        Self { what, text, at, end }
    }

    /// The version that starts here, in the longest reading.
    pub(super) fn version(&mut self) -> Result<Scan<'a>, VersionError> {
        let (epoch, release) = self.release()?;
        if self.at_end() {
            // Most versions are this.
            return Ok(Scan { epoch, release, pre: None, post: None, dev: None, local: None });
        }
        let pre = self.lettered(&PRE)?;
        let post = match self.implicit_post()? {
            Some(number) => Some(number),
            None => self.lettered(&POST)?.map(|((), number)| number),
        };
        let dev = self.lettered(&DEV)?.map(|((), number)| number);
        let local = if self.eat("+") { Some(self.local()?) } else { None };
        Ok(Scan { epoch, release, pre, post, dev, local })
    }

    /// `v`, the epoch, and the release segment.
    fn release(&mut self) -> Result<(u64, &'a str), VersionError> {
        self.eat("v");
        let mut start = self.at;
        let mut epoch = 0;
        let mut first = self.number()?;
        if self.eat("!") {
            epoch = std::mem::take(&mut first);
            start = self.at;
            self.number()?;
        }
        while self.peek(0) == Some(b'.') && self.peek(1).is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
            self.number()?;
        }
        Ok((epoch, self.text.get(start..self.at).unwrap_or("0")))
    }

    /// A pre, post or dev segment: separator, word, separator, number, of which only the word is needed.
    fn lettered<T: Copy>(&mut self, words: &[(&str, T)]) -> Result<Option<(T, u64)>, VersionError> {
        let start = self.at;
        self.separator();
        let Some((word, kind)) = words.iter().find(|(word, _)| self.looks_at(word)) else {
            self.at = start;
            return Ok(None);
        };
        self.at += word.len();
        self.separator();
        let number = if self.peek(0).is_some_and(|b| b.is_ascii_digit()) { self.number()? } else { 0 };
        Ok(Some((*kind, number)))
    }

    /// The post release of `1.0-1`.
    fn implicit_post(&mut self) -> Result<Option<u64>, VersionError> {
        if self.peek(0) == Some(b'-') && self.peek(1).is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
            return self.number().map(Some);
        }
        Ok(None)
    }

    fn local(&mut self) -> Result<&'a str, VersionError> {
        let start = self.at;
        loop {
            let from = self.at;
            while self.peek(0).is_some_and(|b| b.is_ascii_alphanumeric()) {
                self.at += 1;
            }
            let part = self.text.get(from..self.at).unwrap_or("");
            if part.is_empty() {
                return Err(self.unexpected("a letter or a digit"));
            }
            if is_number(part) && value(part).is_none() {
                return Err(VersionError::too_big(self.what, self.text, from, u64::MAX));
            }
            if !self.separator() {
                return Ok(self.text.get(start..self.at).unwrap_or(""));
            }
        }
    }

    fn number(&mut self) -> Result<u64, VersionError> {
        let start = self.at;
        let mut value = Some(0u64);
        while let Some(digit @ b'0'..=b'9') = self.peek(0) {
            value = value.and_then(|value| value.checked_mul(10)?.checked_add(u64::from(digit - b'0')));
            self.at += 1;
        }
        if self.at == start {
            return Err(self.unexpected("a number"));
        }
        value.ok_or_else(|| VersionError::too_big(self.what, self.text, start, u64::MAX))
    }

    /// Checks that nothing is left behind `last`.
    pub(super) fn finish(&self, last: Segment) -> Result<(), VersionError> {
        if self.at_end() {
            return Ok(());
        }
        if self.what == "specifier" && self.rest().starts_with(is_space) {
            return Err(self.unexpected("',' and another specifier, or the end"));
        }
        let separator = matches!(self.peek(0), Some(b'.' | b'-' | b'_'));
        match last.after_separator() {
            // A separator alone is no fault; what stands behind it is.
            Some(expected) if separator => Err(self.unexpected_at(self.at + 1, expected)),
            _ => Err(self.unexpected(last.next())),
        }
    }

    pub(super) fn unexpected(&self, expected: impl Into<String>) -> VersionError {
        self.unexpected_at(self.at, expected)
    }

    fn unexpected_at(&self, at: usize, expected: impl Into<String>) -> VersionError {
        let at = if at < self.end {
            at
        } else {
            // What is missing at the end is missed behind the white space: at the comma, or the end of the text.
            let behind = self.text.get(self.end..).unwrap_or("");
            self.end + behind.len() - behind.trim_start_matches(is_space).len()
        };
        VersionError::unexpected(self.what, self.text, at, expected)
    }

    /// What is left.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or("")
    }

    pub(super) fn at_end(&self) -> bool {
        self.at >= self.end
    }

    pub(super) fn advance(&mut self, bytes: usize) {
        self.at = (self.at + bytes).min(self.end);
    }

    pub(super) fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(is_space).len();
    }

    /// Steps over `text`, which is lower-case ASCII, where it stands here in any case.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let here = self.looks_at(text);
        if here {
            self.at += text.len();
        }
        here
    }

    fn looks_at(&self, text: &str) -> bool {
        let bytes = self.text.as_bytes().get(self.at..self.end).and_then(|rest| rest.get(..text.len()));
        bytes.is_some_and(|bytes| bytes.eq_ignore_ascii_case(text.as_bytes()))
    }

    fn separator(&mut self) -> bool {
        let here = matches!(self.peek(0), Some(b'.' | b'-' | b'_'));
        self.at += usize::from(here);
        here
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        let at = self.at + ahead;
        if at < self.end { self.text.as_bytes().get(at).copied() } else { None }
    }
}

/// The value of ASCII digits, `None` beyond 64 bits.
fn value(digits: &str) -> Option<u64> {
    digits.bytes().try_fold(0u64, |value, digit| {
        value.checked_mul(10)?.checked_add(u64::from(digit.wrapping_sub(b'0')))
    })
}

fn is_number(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_digit())
}

/// White space as Python's `str.strip` sees it.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}
