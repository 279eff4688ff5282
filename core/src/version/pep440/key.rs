//! Versions as integers that sort like them, for work on many at once.
//!
//! A version is written as a string of half-bytes that is prefix-free and sorts like the version: numbers in 1 to 17
//! half-bytes, the smallest ones in one, every list closed by a 0, which is less than any element. A [`Key`] is the first
//! 31 of them. Nearly all versions are shorter; keys of longer ones say so, and leave ties to the whole comparison.

use super::Phase;
use super::scan::{Scan, ScannedSegment};

/// The beginning of a version's code. `a < b` as versions implies `key(a) <= key(b)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key(u128);

impl Key {
    pub(crate) fn of(scan: &Scan<'_>) -> Self {
        let mut code = Code { bits: 0, room: Code::ROOM, cut: false };
        code.version(scan);
        code.finish()
    }

    /// Whether the whole version is in the key: equal keys are then equal versions. Equal keys agree on this.
    pub(crate) fn is_exact(self) -> bool {
        self.0 & 1 == 0
    }

    /// The integer that sorts like the version.
    pub(crate) fn bits(self) -> u128 {
        self.0
    }
}

/// A code under construction.
struct Code {
    bits: u128,
    /// Half-bytes that still fit.
    room: u32,
    cut: bool,
}

/// Closes a list.
const END: u8 = 0;

impl Code {
    /// The last of 32 half-bytes tells whether the code was cut.
    const ROOM: u32 = 31;

    fn version(&mut self, scan: &Scan<'_>) {
        self.number(scan.epoch);
        let mut zeros = 0usize;
        for number in scan.release() {
            if number == 0 {
                // Trailing zeros do not count.
                zeros += 1;
                continue;
            }
            for _ in 0..std::mem::take(&mut zeros).min(Self::ROOM as usize) {
                self.number(0);
            }
            self.number(number);
        }
        self.push(END);
        match (scan.pre, scan.post, scan.dev) {
            (Some((phase, number)), _, _) => {
                self.push(match phase {
                    Phase::Alpha => 1,
                    Phase::Beta => 2,
                    Phase::Candidate => 3,
                });
                self.number(number);
            }
            (None, None, Some(_)) => self.push(0),
            _ => self.push(4),
        }
        match scan.post {
            Some(number) => {
                self.push(1);
                self.number(number);
            }
            None => self.push(0),
        }
        match scan.dev {
            Some(number) => {
                self.push(0);
                self.number(number);
            }
            None => self.push(1),
        }
        for segment in scan.local() {
            match segment {
                ScannedSegment::Text(text) => {
                    self.push(1);
                    for byte in text.bytes().map(|b| b.to_ascii_lowercase()) {
                        self.push(byte >> 4);
                        self.push(byte & 0xf);
                    }
                    self.push(END);
                }
                ScannedSegment::Number(number) => {
                    self.push(2);
                    self.number(number);
                }
            }
        }
        self.push(END);
    }

    /// 1 to 9 are the numbers 0 to 8; 10 to 15 announce 1, 2, 3, 5, 8 or 16 half-bytes of what is above them.
    fn number(&mut self, number: u64) {
        if let 0..=8 = number {
            self.push(1 + number as u8);
            return;
        }
        let mut above = number - 9;
        for (mark, width) in [(10, 1), (11, 2), (12, 3), (13, 5), (14, 8)] {
            let span = 1u64 << (4 * width);
            if above < span {
                self.push(mark);
                return self.digits(above, width);
            }
            above -= span;
        }
        self.push(15);
        self.digits(above, 16);
    }

    fn digits(&mut self, number: u64, width: u32) {
        for i in (0..width).rev() {
            self.push((number >> (4 * i)) as u8 & 0xf);
        }
    }

    fn push(&mut self, half_byte: u8) {
        match self.room.checked_sub(1) {
            Some(room) => {
                self.room = room;
                self.bits = self.bits << 4 | u128::from(half_byte);
            }
            None => self.cut = true,
        }
    }

    fn finish(self) -> Key {
        Key(self.bits << (4 * (self.room + 1)) | u128::from(self.cut))
    }
}
