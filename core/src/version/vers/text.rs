//! The text of `vers` ranges: their syntax and percent-encoding.

use super::{Comparator, Constraint, MAX_LENGTH, Vers, scheme_of};
use crate::version::Version;
use crate::version::error::VersionError;
use crate::version::scan::pieces;

const WHAT: &str = "vers";

/// Reads a range, its order not yet looked at. `strict` wants the type in lower case.
pub(super) fn parse(text: &str, strict: bool) -> Result<Vers, VersionError> {
    let unexpected = |at: usize, expected: &str| VersionError::unexpected(WHAT, text, at, expected);
    if text.is_empty() {
        return Err(VersionError::Empty { what: WHAT, expected: "a range such as vers:npm/>=1.2.0|<2.0.0" });
    }
    if text.len() > MAX_LENGTH {
        return Err(VersionError::TooLong { what: WHAT, length: text.len(), limit: MAX_LENGTH });
    }
    if let Some(at) = text.find(|c: char| !c.is_ascii_graphic()) {
        return Err(unexpected(at, "printable ASCII without spaces; others are percent-encoded"));
    }
    let rest = text.strip_prefix("vers:").ok_or_else(|| unexpected(0, "vers: and a type"))?;
    let at = "vers:".len();
    let Some((kind, constraints)) = rest.split_once('/') else {
        return Err(unexpected(text.len(), "/ and constraints after the type"));
    };
    let lower = kind.to_ascii_lowercase();
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-';
    if !kind.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err(unexpected(at, "a type, which begins with a letter"));
    }
    if let Some(wrong) = kind.find(|c: char| !allowed(c) || strict && c.is_ascii_uppercase()) {
        return Err(unexpected(at + wrong, "lowercase letters, digits, . and - in the type"));
    }
    if lower == "invalid" {
        return Err(VersionError::invalid(WHAT, text, "its type is reserved for ranges that are not valid"));
    }
    let start = at + kind.len() + 1;
    let constraints = match constraints {
        "" => return Err(unexpected(start, "* or constraints such as >=1.2.0")),
        "*" => Vec::new(),
        _ if matches!(lower.as_str(), "all" | "none") => {
            return Err(unexpected(start, "*, since the type says all"));
        }
        constraints => {
            let mut list = Vec::new();
            for (offset, piece) in pieces(constraints, '|') {
                list.push(constraint(text, piece, start + offset, &lower)?);
            }
            list
        }
    };
    let scheme = scheme_of(&lower);
    let version = |c: &Constraint| Version::parse_as(scheme?, &c.version).ok();
    let versions = constraints.iter().map(version).collect();
    Ok(Vers { kind: lower, scheme, constraints, versions })
}

fn constraint(text: &str, piece: &str, at: usize, kind: &str) -> Result<Constraint, VersionError> {
    let unexpected = |at: usize, expected: &str| VersionError::unexpected(WHAT, text, at, expected);
    if piece.is_empty() {
        return Err(unexpected(at, "a constraint between two |, and none at the ends"));
    }
    let (comparator, version) = Comparator::split(piece);
    let start = at + (piece.len() - version.len());
    if version.is_empty() {
        return Err(unexpected(start, "a version after the comparator"));
    }
    if let Some(wrong) = version.find(['<', '>', '=', '!', '*']) {
        return Err(unexpected(start + wrong, "a version; < > = ! * in it are percent-encoded"));
    }
    let version = decoded(text, version, start)?;
    if kind == "datetime" {
        check_datetime(text, piece, start)?;
    }
    Ok(Constraint { comparator, version })
}

/// Decodes once; what is encoded must be text in UTF-8 without control characters.
fn decoded(text: &str, version: &str, at: usize) -> Result<String, VersionError> {
    let mut bytes = Vec::with_capacity(version.len());
    let mut rest = version;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let byte = after.get(..2).filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        let byte =
            byte.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|byte| !byte.is_ascii_control());
        let Some(byte) = byte else {
            let here = at + version.len() - after.len() - 1;
            return Err(VersionError::unexpected(
                WHAT,
                text,
                here,
                "% and two hexadecimal digits of a printable character",
            ));
        };
        bytes.push(byte);
        rest = after.get(2..).unwrap_or("");
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes)
        .map_err(|_| VersionError::unexpected(WHAT, text, at, "a version whose percent-encoding is UTF-8"))
}

/// Times are those of RFC 3339 in capitals, with colons as they are.
fn check_datetime(text: &str, piece: &str, at: usize) -> Result<(), VersionError> {
    let (_, time) = Comparator::split(piece);
    let capital = !time.contains(|c: char| c.is_ascii_lowercase()) && time.as_bytes().get(10) == Some(&b'T');
    if capital && time.parse::<jiff::Timestamp>().is_ok() {
        return Ok(());
    }
    Err(VersionError::unexpected(
        WHAT,
        text,
        at,
        "an RFC 3339 time such as 2026-01-31T12:00:00Z, in capitals",
    ))
}

/// Percent-encodes what has a meaning in a range, spaces, and all but printable ASCII.
pub(super) fn encoded(version: &str) -> String {
    let mut text = String::with_capacity(version.len());
    for byte in version.bytes() {
        if byte.is_ascii_graphic() && !b"<>=!*|%".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text += &format!("%{byte:02X}");
        }
    }
    text
}
