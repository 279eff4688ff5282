//! The words and signs of an expression.

use super::error::CelError;
use super::excerpt::Excerpt;

/// The longest source, in bytes.
const LENGTH: usize = 8 * 1024;
/// The most words, numbers, texts and signs.
const TOKENS: usize = 2_000;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'s> {
    Name(&'s str),
    /// Digits, or hexadecimal ones after `0x`: not read yet, because a sign before them counts.
    Int(&'s str),
    Uint(&'s str),
    Double(f64),
    Text(String),
    Bytes(Vec<u8>),
    Sign(&'static str),
    End,
}

impl Token<'_> {
    /// What stands there, in a message.
    pub fn described(&self) -> String {
        match self {
            Self::Name(name) => format!("{name:?}"),
            Self::Int(_) | Self::Uint(_) | Self::Double(_) => "a number".to_owned(),
            Self::Text(_) => "a text".to_owned(),
            Self::Bytes(_) => "bytes".to_owned(),
            Self::Sign(sign) => format!("{sign:?}"),
            Self::End => "the end".to_owned(),
        }
    }
}

/// Signs, longer ones before those that they begin with.
const SIGNS: &[&str] = &[
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", ".", ",", "(", ")",
    "[", "]", "{", "}",
];

/// Cuts a source into tokens, each with its offset in bytes; the last is [`Token::End`].
pub(super) fn tokens(source: &str) -> Result<Vec<(Token<'_>, u32)>, CelError> {
    if source.len() > LENGTH {
        let problem = format!("has {} bytes, and may have {LENGTH}", source.len());
        return Err(CelError::TooLarge { problem });
    }
    let mut tokens = Vec::new();
    let mut at = 0;
    loop {
        at = skip(source, at);
        let rest = source.get(at..).unwrap_or_default();
        if tokens.len() >= TOKENS {
            let problem = format!("has more than {TOKENS} words and signs");
            return Err(CelError::TooLarge { problem });
        }
        // No offset is beyond the longest source.
        let place = at as u32;
        if rest.is_empty() {
            tokens.push((Token::End, place));
            return Ok(tokens);
        }
        let (token, length) = token(rest).map_err(|Wrong { problem, inside }| CelError::Syntax {
            problem,
            excerpt: Excerpt::at(source, at + inside),
        })?;
        tokens.push((token, place));
        at += length;
    }
}

/// Past spaces and comments.
fn skip(source: &str, mut at: usize) -> usize {
    loop {
        let rest = source.get(at..).unwrap_or_default();
        let spaces = rest.bytes().take_while(u8::is_ascii_whitespace).count();
        at += spaces;
        let rest = rest.get(spaces..).unwrap_or_default();
        if !rest.starts_with("//") {
            return at;
        }
        at += rest.find('\n').unwrap_or(rest.len());
    }
}

/// What is wrong with a token, and how far inside it.
struct Wrong {
    problem: String,
    inside: usize,
}

fn wrong<T>(problem: impl Into<String>, inside: usize) -> Result<T, Wrong> {
    Err(Wrong { problem: problem.into(), inside })
}

/// The token that a text begins with, and its length.
fn token(text: &str) -> Result<(Token<'_>, usize), Wrong> {
    if let Some(literal) = text_literal(text)? {
        return Ok(literal);
    }
    let first = text.bytes().next().unwrap_or_default();
    let dotted = first == b'.' && text.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    if first.is_ascii_digit() || dotted {
        return number(text);
    }
    if first.is_ascii_alphabetic() || first == b'_' {
        let length = text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        return Ok((Token::Name(text.get(..length).unwrap_or_default()), length));
    }
    if let Some(sign) = SIGNS.iter().find(|sign| text.starts_with(**sign)) {
        return Ok((Token::Sign(sign), sign.len()));
    }
    let hint = match first {
        b'=' => "; equality is written ==",
        b'&' => "; \"and\" is written &&",
        b'|' => "; \"or\" is written ||",
        _ => "",
    };
    let first = text.chars().next().unwrap_or_default();
    wrong(format!("unexpected {:?}{hint}", first.to_string()), 0)
}

fn number(text: &str) -> Result<(Token<'_>, usize), Wrong> {
    let digits = |from: usize| text.bytes().skip(from).take_while(u8::is_ascii_digit).count();
    let (mut length, mut double) = (digits(0), false);
    if length == 1 && text.starts_with('0') && matches!(text.as_bytes().get(1), Some(b'x' | b'X')) {
        length = 2 + text.bytes().skip(2).take_while(u8::is_ascii_hexdigit).count();
    } else {
        let fraction = digits(length + 1);
        if text.as_bytes().get(length) == Some(&b'.') && fraction > 0 {
            length += 1 + fraction;
            double = true;
        }
        if matches!(text.as_bytes().get(length), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(text.as_bytes().get(length + 1), Some(b'+' | b'-')));
            let exponent = digits(length + 1 + sign);
            if exponent > 0 {
                length += 1 + sign + exponent;
                double = true;
            }
        }
    }
    let written = text.get(..length).unwrap_or_default();
    let (token, length) = match text.as_bytes().get(length) {
        Some(b'u' | b'U') if !double => (Token::Uint(written), length + 1),
        _ if double => match written.parse::<f64>() {
            Ok(value) if value.is_finite() => (Token::Double(value), length),
            _ => return wrong("the number is out of range", 0),
        },
        _ => (Token::Int(written), length),
    };
    match text.as_bytes().get(length) {
        Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'_' => {
            wrong("a number may not run into a word", length)
        }
        _ => Ok((token, length)),
    }
}

/// A text or bytes in quotes, if that is what stands here.
fn text_literal(text: &str) -> Result<Option<(Token<'_>, usize)>, Wrong> {
    let (mut prefix, mut raw, mut bytes) = (0, false, false);
    if matches!(text.as_bytes().first(), Some(b'b' | b'B')) {
        (prefix, bytes) = (1, true);
    }
    if matches!(text.as_bytes().get(prefix), Some(b'r' | b'R')) {
        (prefix, raw) = (prefix + 1, true);
    }
    let Some(quote @ (b'"' | b'\'')) = text.as_bytes().get(prefix).copied() else { return Ok(None) };
    let triple = text.as_bytes().get(prefix..prefix + 3) == Some(&[quote; 3]);
    let marks = if triple { 3 } else { 1 };
    let begin = prefix + marks;
    let (mut made, mut at) = (Vec::new(), begin);
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let Some(next) = rest.chars().next() else {
            return wrong("the text is not closed", 0);
        };
        if rest.as_bytes().first() == Some(&quote)
            && (!triple || rest.as_bytes().get(..3) == Some(&[quote; 3]))
        {
            at += marks;
            break;
        }
        if !triple && matches!(next, '\n' | '\r') {
            return wrong("the text is not closed on its line", 0);
        }
        if next == '\\' && !raw {
            at += escape(rest, bytes, &mut made).map_err(|problem| Wrong { problem, inside: at })?;
            continue;
        }
        // As CEL has it, a line ends in one character, however the file was saved.
        if rest.starts_with("\r\n") {
            at += 1;
            continue;
        }
        made.extend_from_slice(rest.get(..next.len_utf8()).unwrap_or_default().as_bytes());
        at += next.len_utf8();
    }
    if bytes {
        return Ok(Some((Token::Bytes(made), at)));
    }
    match String::from_utf8(made) {
        Ok(made) => Ok(Some((Token::Text(made), at))),
        Err(_) => wrong("the text is no UTF-8", 0),
    }
}

/// Reads the escape that a text begins with, and gives its length.
fn escape(text: &str, bytes: bool, made: &mut Vec<u8>) -> Result<usize, String> {
    let unknown =
        || "the escape is none of \\n \\r \\t \\\\ \\\" \\' \\xHH \\uHHHH \\UHHHHHHHH and octal".to_owned();
    let kind = *text.as_bytes().get(1).ok_or_else(unknown)?;
    let plain = match kind {
        b'a' => 0x07,
        b'b' => 0x08,
        b'f' => 0x0c,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 0x0b,
        b'\\' | b'\'' | b'"' | b'`' | b'?' => kind,
        _ => 0,
    };
    if plain != 0 {
        made.push(plain);
        return Ok(2);
    }
    let (from, digits, radix) = match kind {
        b'x' | b'X' => (2, 2, 16),
        b'u' if !bytes => (2, 4, 16),
        b'U' if !bytes => (2, 8, 16),
        b'0'..=b'3' => (1, 3, 8),
        _ => return Err(unknown()),
    };
    let written = text.get(from..from + digits).ok_or_else(unknown)?;
    if !written.chars().all(|digit| digit.is_digit(radix)) {
        return Err(unknown());
    }
    let code = u32::from_str_radix(written, radix).map_err(|_| unknown())?;
    if bytes {
        made.push(u8::try_from(code).map_err(|_| unknown())?);
    } else {
        let character = char::from_u32(code).ok_or_else(|| format!("there is no character {written}"))?;
        let mut encoded = [0; 4];
        made.extend_from_slice(character.encode_utf8(&mut encoded).as_bytes());
    }
    Ok(from + digits)
}
