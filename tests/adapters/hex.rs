//! Bytes, as case files write them.

use crate::runner::Trouble;

/// Hexadecimal digits of bytes.
pub fn text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of hexadecimal digits.
pub fn bytes(hex: &str) -> Result<Vec<u8>, Trouble> {
    let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    (0..hex.len())
        .step_by(2)
        .map(|at| byte(at).ok_or_else(|| Trouble::row("expected hexadecimal digits")))
        .collect()
}

/// The 32 bytes of 64 hexadecimal digits.
pub fn bytes32(hex: &str) -> Result<[u8; 32], Trouble> {
    bytes(hex)?.try_into().map_err(|_| Trouble::row("expected 64 hexadecimal digits"))
}

/// The bytes of base64 digits.
pub fn base64(digits: &str) -> Result<Vec<u8>, Trouble> {
    let value = |digit: u8| match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for digit in digits.trim_end_matches('=').bytes() {
        let value = value(digit).ok_or_else(|| Trouble::row("expected base64 digits"))?;
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    Ok(bytes)
}
