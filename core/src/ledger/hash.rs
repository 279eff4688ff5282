//! SHA-256 as the ledger uses it: one hash for the chain and for the leaves of the tree.

use super::error::LedgerError;
use crate::document::{Node, Read};
use crate::{Error, Result};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};
use std::fmt;
use std::str::FromStr;

/// A SHA-256: of an entry, of a node of the tree, of an erasable payload. Its text is 64 lowercase hexadecimal digits.
///
/// ```
/// use greenboard::ledger::Hash;
/// let hash: Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855".parse()?;
/// assert_eq!(hash, Hash::of(b""));
/// assert_eq!("E3".parse::<Hash>().unwrap_err().code(), "ledger.not_a_hash");
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, std::hash::Hash, JsonSchema)]
#[schemars(inline)]
pub struct Hash(#[schemars(with = "String")] [u8; 32]);

impl Hash {
    /// What the first entry of a ledger has for the hash of the one before it.
    pub const ZERO: Self = Self([0; 32]);

    /// A hash from its 32 bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The SHA-256 of some bytes, as they stand.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The hash of an entry: SHA-256 of a zero byte and its bytes, which is the leaf hash of RFC 9162 and RFC 6962.
    ///
    /// ```
    /// use greenboard::ledger::Hash;
    /// assert!(Hash::of_entry(b"").to_string().starts_with("6e340b9c"));
    /// ```
    pub fn of_entry(bytes: &[u8]) -> Self {
        Self(Sha256::new().chain_update([0]).chain_update(bytes).finalize().into())
    }

    /// The hash of a node of the tree: SHA-256 of a one byte and both children.
    pub fn of_node(left: Self, right: Self) -> Self {
        let mut both = [1_u8; 65];
        let (mark, children) = both.split_at_mut(1);
        mark.fill(1);
        let (first, second) = children.split_at_mut(32);
        first.copy_from_slice(&left.0);
        second.copy_from_slice(&right.0);
        Self(Sha256::digest(both).into())
    }

    /// Its 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The hash that 64 lowercase hexadecimal digits stand for.
    pub(crate) fn from_hex(digits: &[u8]) -> Option<Self> {
        let (pairs, rest) = digits.as_chunks::<2>();
        let bytes: &[[u8; 2]; 32] = pairs.try_into().ok()?;
        if !rest.is_empty() {
            return None;
        }
        let mut hash = [0; 32];
        let mut wrong = 0;
        for (byte, [high, low]) in hash.iter_mut().zip(bytes) {
            let (high, low) = (NIBBLES[usize::from(*high)], NIBBLES[usize::from(*low)]);
            wrong |= high | low;
            *byte = high << 4 | low & 15;
        }
        (wrong < 16).then_some(Self(hash))
    }

    /// Its digits.
    pub(crate) fn to_hex(self) -> [u8; 64] {
        const DIGITS: [u8; 16] = *b"0123456789abcdef";
        let mut digits = [0; 64];
        for (pair, byte) in digits.as_chunks_mut::<2>().0.iter_mut().zip(self.0) {
            *pair = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
        }
        digits
    }
}

/// What each byte is as a lowercase hexadecimal digit; 255 where it is none.
static NIBBLES: [u8; 256] = {
    let mut table = [255; 256];
    let mut digit = 0;
    while digit < 16 {
        table[b"0123456789abcdef"[digit] as usize] = digit as u8;
        digit += 1;
    }
    table
};

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(std::str::from_utf8(&self.to_hex()).unwrap_or_default())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl FromStr for Hash {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::from_hex(text.as_bytes()).ok_or_else(|| LedgerError::not_a_hash(text).into())
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Read for Hash {
    fn read(node: &Node) -> Result<Self> {
        let parsed = node.text()?.parse();
        parsed.map_err(|error: Error| error.in_value_at(node.at.line, node.at.column))
    }
}
