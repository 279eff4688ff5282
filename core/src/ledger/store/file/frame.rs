//! A frame: one line of a segment, an entry in its envelope.
//!
//! ```text
//! {"crc":"8hex","len":"8hex","more":"4hex","safe":"8hex","entry":E}\n
//! ```
//! Every field stands at a fixed place, and the entry's bytes begin at byte 75, so a frame is read without parsing JSON; as a
//! line it is JSON all the same, for `jq` and `grep`. The checksum finds accidents, never tampering.

use crate::ledger::scan::LONGEST;

/// How many bytes stand before the entry.
pub(crate) const HEADER: usize = 75;

/// How many bytes stand after the entry: the closing brace and the end of the line.
const END: &[u8] = b"}\n";

/// How every frame begins.
pub(crate) const START: &[u8] = b"{\"crc\":\"";

/// Where the part begins that the checksum covers, up to the closing brace and with it: after the checksum's own comma.
const COVERED: usize = 18;

/// The most entries that can be written at once: `more` has four digits.
pub(crate) const MAX_BATCH: usize = 0x1_0000;

/// A frame as it was read: the checksum holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame<'a> {
    /// The entry's bytes.
    pub entry: &'a [u8],
    /// How many frames of the same batch come after it.
    pub more: u16,
    /// How many bytes of the segment were known to be synced when it was written.
    pub safe: u32,
}

impl<'a> Frame<'a> {
    /// The frame that these bytes begin with; none where they begin with no whole and sound one.
    pub(crate) fn read(bytes: &'a [u8]) -> Option<Self> {
        let (header, rest) = bytes.split_at_checked(HEADER)?;
        let length = usize::try_from(Self::length(header)?).ok().filter(|length| *length <= LONGEST)?;
        let (entry, rest) = rest.split_at_checked(length)?;
        let frame = Self {
            entry,
            more: u16::try_from(field(header, 43, b"\",\"more\":\"", 4)?).ok()?,
            safe: field(header, 57, b"\",\"safe\":\"", 8)?,
        };
        let framed = header.starts_with(START) && header.ends_with(b"\",\"entry\":") && rest.starts_with(END);
        let crc = field(header, 8, START, 8)?;
        let covered = bytes.get(COVERED..=HEADER + length)?;
        (framed && crc32c::crc32c(covered) == crc).then_some(frame)
    }

    /// The length of the entry that a header states, where it is written as one.
    fn length(header: &[u8]) -> Option<u32> {
        field(header, 25, b"\",\"len\":\"", 8)
    }

    /// What a header that may be damaged says was synced when it was written.
    pub(crate) fn claimed_safe(header: &[u8]) -> Option<u32> {
        field(header, 57, b"\",\"safe\":\"", 8)
    }

    /// How many bytes of the segment it takes.
    pub(crate) const fn size(&self) -> usize {
        size(self.entry.len())
    }

    /// Writes a frame behind what is there. The entry is at most [`LONGEST`] bytes long, as every entry is.
    pub(crate) fn write(out: &mut Vec<u8>, entry: &[u8], more: u16, safe: u32) {
        let start = out.len();
        out.extend_from_slice(b"{\"crc\":\"00000000\",\"len\":\"");
        let length = u32::try_from(entry.len()).unwrap_or(u32::MAX);
        out.extend_from_slice(&hex(length));
        out.extend_from_slice(b"\",\"more\":\"");
        let [_, _, _, _, more @ ..] = hex(u32::from(more));
        out.extend_from_slice(&more);
        out.extend_from_slice(b"\",\"safe\":\"");
        out.extend_from_slice(&hex(safe));
        out.extend_from_slice(b"\",\"entry\":");
        out.extend_from_slice(entry);
        out.push(b'}');
        let crc = crc32c::crc32c(out.get(start + COVERED..).unwrap_or_default());
        if let Some(digits) = out.get_mut(start + START.len()..start + START.len() + 8) {
            digits.copy_from_slice(&hex(crc));
        }
        out.push(b'\n');
    }
}

/// How many bytes of a segment an entry of this length takes.
pub(crate) const fn size(entry: usize) -> usize {
    HEADER + entry + END.len()
}

/// The number that stands at `at` in so many lowercase digits, where `label` stands right before it.
fn field(header: &[u8], at: usize, label: &[u8], digits: usize) -> Option<u32> {
    let before = header.get(at.checked_sub(label.len())?..at)?;
    let mut value = 0;
    for digit in header.get(at..at + digits)? {
        let digit = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return None,
        };
        value = value << 4 | u32::from(digit);
    }
    (before == label).then_some(value)
}

fn hex(number: u32) -> [u8; 8] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = [b'0'; 8];
    for (place, digit) in text.iter_mut().rev().enumerate() {
        *digit = DIGITS[(number >> (4 * place) & 15) as usize];
    }
    text
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_and_a_flipped_bit_is_seen() {
        let mut bytes = Vec::new();
        Frame::write(&mut bytes, b"{\"a\":1}", 0xab, 0x1cd);
        let text = std::str::from_utf8(&bytes).unwrap();
        assert_eq!(
            text,
            "{\"crc\":\"29be0795\",\"len\":\"00000007\",\"more\":\"00ab\",\"safe\":\"000001cd\",\"entry\":{\"a\":1}}\n"
        );
        let frame = Frame::read(&bytes).unwrap();
        assert_eq!(frame, Frame { entry: b"{\"a\":1}", more: 0xab, safe: 0x1cd });
        assert_eq!(frame.size(), bytes.len());
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Frame::read(&flipped), None, "bit {bit}");
        }
        for length in 0..bytes.len() {
            assert_eq!(Frame::read(&bytes[..length]), None, "cut at {length}");
        }
    }
}
