//! One pass over the texts: each row's key, or its parsed version where it has none.

use super::{Invalid, MAX_ROWS};
use crate::version::error::VersionError;
use crate::version::key::{Keyed, Prefix};
use crate::version::scheme::{self, AnyVersion, Scheme};

/// A row with a key, in one integer that sorts as the key does: the prefix, then the flags, then the row's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row(u128);

impl Row {
    const PREFIX: u32 = u128::BITS - 8 * Prefix::BYTES;
    const PRERELEASE: u32 = u32::BITS;
    const SETTLED: u32 = u32::BITS + 1;

    fn new(prefix: Prefix, keyed: Keyed, index: u32) -> Self {
        let settled = keyed.canonical && prefix.is_whole();
        Self(
            prefix.value() << Self::PREFIX
                | u128::from(settled) << Self::SETTLED
                | u128::from(keyed.prerelease) << Self::PRERELEASE
                | u128::from(index),
        )
    }

    /// The key's prefix.
    pub(super) fn prefix(self) -> u128 {
        self.0 >> Self::PREFIX
    }

    /// Whether it is a prerelease.
    pub(super) fn prerelease(self) -> bool {
        self.0 >> Self::PRERELEASE & 1 == 1
    }

    /// Whether its text is all that its prefix says: other settled rows of this prefix have the same text.
    pub(super) fn settled(self) -> bool {
        self.0 >> Self::SETTLED & 1 == 1
    }

    /// Which row it is.
    pub(super) fn index(self) -> u32 {
        self.0 as u32
    }
}

/// The rows of a call, keyed where the scheme allows.
pub(super) struct Column {
    pub keyed: Vec<Row>,
    /// Rows without a key of their own text.
    pub parsed: Vec<(u32, AnyVersion)>,
}

impl Column {
    pub(super) fn read<T: AsRef<str>>(scheme: Scheme, texts: &[T], invalid: Invalid) -> crate::Result<Self> {
        if texts.len() > MAX_ROWS {
            return Err(VersionError::TooLong { what: "list", length: texts.len(), limit: MAX_ROWS }.into());
        }
        let mut column = Self { keyed: Vec::new(), parsed: Vec::new() };
        for (text, index) in texts.iter().map(AsRef::as_ref).zip(0_u32..) {
            match row(scheme, text, index) {
                Some(row) => {
                    if column.keyed.capacity() == 0 {
                        column.keyed.reserve(texts.len());
                    }
                    column.keyed.push(row);
                }
                None => match AnyVersion::parse(scheme, text) {
                    Ok(version) => column.parsed.push((index, version)),
                    Err(_) if invalid == Invalid::Skip => {}
                    Err(error) => return Err(crate::Error::from(error).within(&format!("[{index}]"))),
                },
            }
        }
        Ok(column)
    }
}

/// The keyed row of a text, `None` where it has no key.
fn row(scheme: Scheme, text: &str, index: u32) -> Option<Row> {
    let mut prefix = Prefix::default();
    let keyed = scheme::key(scheme, text, &mut prefix)?;
    (text.len() <= scheme::SHORT).then(|| Row::new(prefix, keyed, index))
}
