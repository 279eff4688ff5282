//! DSSE: what is signed, and whether it was.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::tool::dsse::{self, PublicKey, SignatureState};

/// The pre-authentication encoding of a type and a payload.
pub fn pae(case: &Case) -> Judged {
    let body = bytes(case.text("body_hex")?)?;
    Ok(Outcome::equal(case.text("pae_hex")?, hex(&dsse::pae(case.text("payload_type")?, &body))))
}

/// An envelope against the key that is said to have signed it.
pub fn envelope(case: &Case) -> Judged {
    let key = match case.row["public_hex"].as_str() {
        Some(hex) => PublicKey::parse(hex)?,
        None => {
            PublicKey::from_bytes(&[&[4][..], &number(case.text("x")?)?, &number(case.text("y")?)?].concat())?
        }
    };
    let verification = dsse::verify(case.row["envelope"].to_string(), Some(&key))?;
    let expected = if case.flag("valid")? { SignatureState::Verified } else { SignatureState::Invalid };
    Ok(Outcome::equal(expected.name(), verification.state.name()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(hex: &str) -> Result<Vec<u8>, Trouble> {
    let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    (0..hex.len())
        .step_by(2)
        .map(|at| byte(at).ok_or_else(|| Trouble::row("expected hexadecimal digits")))
        .collect()
}

/// The 32 bytes of a number in decimal digits.
fn number(digits: &str) -> Result<[u8; 32], Trouble> {
    let mut bytes = [0_u8; 32];
    for digit in digits.chars() {
        let mut carry = digit.to_digit(10).ok_or_else(|| Trouble::row("expected decimal digits"))?;
        for byte in bytes.iter_mut().rev() {
            let next = u32::from(*byte) * 10 + carry;
            *byte = (next & 0xff) as u8;
            carry = next >> 8;
        }
    }
    Ok(bytes)
}
