//! Keys whose byte order is a scheme's order, so that millions of versions are compared without a parsed object each.
//!
//! Numbers are written in as few bytes as they need, larger ones behind a longer marker; texts end in a byte lower than any
//! of theirs. Most versions fit in eleven bytes, which compare as one integer ([`Prefix`]).

/// Where the bytes of a key go.
pub(crate) trait Sink {
    /// Takes the next byte.
    fn push(&mut self, byte: u8);

    /// A number such that greater numbers have greater bytes; never starts with `0x00` or `0xff`.
    fn number(&mut self, number: u64) {
        if number < 0xf0 {
            self.push(number as u8 + 1);
            return;
        }
        let bytes = number.to_be_bytes();
        let skip = (number.leading_zeros() / 8) as usize;
        self.push(0xf0 + (8 - skip) as u8);
        bytes.iter().skip(skip).for_each(|byte| self.push(*byte));
    }
}

impl Sink for Vec<u8> {
    fn push(&mut self, byte: u8) {
        Vec::push(self, byte);
    }
}

/// The first eleven bytes of a key as one integer, shorter keys filled up with zeros.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Prefix {
    value: u128,
    length: u32,
}

impl Prefix {
    /// How many bytes are kept.
    pub(crate) const BYTES: u32 = 11;

    /// Whether the whole key is in it.
    pub(crate) fn is_whole(self) -> bool {
        self.length <= Self::BYTES
    }

    /// The key as an integer: the order of these is the order of the keys, as far as they reach.
    pub(crate) fn value(self) -> u128 {
        match self.length {
            0 => 0,
            length => self.value << (8 * (Self::BYTES - length.min(Self::BYTES))),
        }
    }
}

impl Sink for Prefix {
    fn push(&mut self, byte: u8) {
        if self.length < Self::BYTES {
            self.value = self.value << 8 | u128::from(byte);
        }
        self.length += 1;
    }
}

/// What writing a key found out about its version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Keyed {
    /// Whether it is a prerelease.
    pub prerelease: bool,
    /// Whether no other text has the same whole key.
    pub canonical: bool,
}

/// The keys between which a requirement accepts versions, each pair half-open. A version whose prefix equals a bound is
/// decided by parsing it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Windows {
    /// For releases.
    pub releases: Vec<(u128, u128)>,
    /// For prereleases.
    pub prereleases: Vec<(u128, u128)>,
}

impl Windows {
    /// Behind every key.
    pub(crate) const END: u128 = u128::MAX;
}

/// Writes the key of strict SemVer text without build metadata: the three numbers, then `0xff` for a release or the
/// prerelease's identifiers. Any other text is left to the parser.
pub(crate) fn semver(text: &[u8], key: &mut impl Sink) -> Option<Keyed> {
    let (rest, prerelease) = triple(text, key)?;
    if prerelease {
        rest.split(|byte| *byte == b'.').try_for_each(|part| identifier(part, key))?;
    } else {
        key.push(0xff);
    }
    Some(Keyed { prerelease, canonical: true })
}

/// The three numbers of `text`; the text behind them, and whether that is a prerelease.
fn triple<'t>(text: &'t [u8], key: &mut impl Sink) -> Option<(&'t [u8], bool)> {
    let mut rest = text;
    for part in 0..3 {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (number, behind) = rest.split_at_checked(digits)?;
        key.number(decimal(number)?);
        rest = match (part, behind.split_first()) {
            (2, None) => return Some((behind, false)),
            (2, Some((b'-', pre))) => return Some((pre, true)),
            (0 | 1, Some((b'.', next))) => next,
            _ => return None,
        };
    }
    None
}

/// A decimal number without leading zeros, at most nineteen digits long, so that it cannot overflow.
fn decimal(digits: &[u8]) -> Option<u64> {
    match digits {
        [] => None,
        [b'0', _, ..] => None,
        _ if digits.len() > 19 => None,
        _ => Some(digits.iter().fold(0, |n, digit| n * 10 + u64::from(digit - b'0'))),
    }
}

/// A prerelease identifier: numbers below texts, and every end below every continuation.
fn identifier(text: &[u8], key: &mut impl Sink) -> Option<()> {
    if text.iter().all(u8::is_ascii_digit) {
        let number = decimal(text)?;
        // `0x02..=0x1e`: below `-`, the least byte of a text.
        if number < 0x14 {
            key.push(number as u8 + 2);
        } else {
            let skip = number.leading_zeros() / 8;
            key.push(0x16 + (8 - skip) as u8);
            number.to_be_bytes().iter().skip(skip as usize).for_each(|byte| key.push(*byte));
        }
        return Some(());
    }
    for byte in text {
        if !byte.is_ascii_alphanumeric() && *byte != b'-' {
            return None;
        }
        key.push(*byte);
    }
    key.push(0);
    Some(())
}
